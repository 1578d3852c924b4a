import { allowedChannels, channelKinds, channelOf, messageKindOf } from './message-kinds.ts';

const policy = { kinds: ['duties', 'reminders'], instead: ['reminders'] } as const;

describe('the way by which somebody gets a kind of message', () => {
  it.each([
    ['duties', ['mail', 'both']],
    ['reminders', ['mail', 'both', 'message']],
    ['swaps', ['mail']],
  ] as const)('is for %s one of %j', (kind, expected) => {
    expect(allowedChannels(policy, kind)).toEqual(expected);
  });

  it.each([
    ['duties', 'both'],
    ['reminders', 'message'],
    ['swaps', 'mail'],
  ] as const)('is for %s never more than the committee allows: %s', (kind, expected) => {
    const all = channelKinds(() => 'message');
    expect(channelOf(all, policy, kind)).toBe(expected);
    expect(
      channelOf(
        channelKinds(() => 'mail'),
        policy,
        kind,
      ),
    ).toBe('mail');
  });

  it('is the mail for all that contains a link to sign in', () => {
    expect(messageKindOf('sign-in-link')).toBeNull();
  });
});
