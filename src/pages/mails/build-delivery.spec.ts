import type { MailDelivery, MailStatus } from '../../modules/notifications/index.ts';
import { month } from '../../kernel/month.ts';
import { buildDelivery } from './build-delivery.ts';

const NOW = new Date('2020-11-25T02:00:00Z');
const counted = (over: Partial<MailDelivery>): MailDelivery => ({
  leavesHouse: true,
  total: 44,
  sent: 44,
  waiting: 0,
  failed: 0,
  replaced: 0,
  cameBack: 0,
  again: 0,
  hold: null,
  troubles: [],
  ...over,
});
const aMail = (over: Partial<MailStatus> = {}): MailStatus => ({
  mailId: 'm1',
  template: 'visits-published',
  toName: 'Lê Thị Nga',
  toAddress: 'nga@mau.example',
  subject: 'Lịch',
  state: 'failed',
  attempts: 1,
  lastError: '550',
  fault: 'recipient',
  bounce: null,
  madeAt: NOW,
  sentAt: null,
  nextAt: null,
  canBeSentAgain: true,
  isMessaged: false,
  ...over,
});
const aBounce = (kind: 'returned' | 'given_up' | 'delayed', status: string) => ({
  kind,
  status,
  reply: 'no such user',
  at: '2020-11-25T02:00:00.000Z',
});
const built = (over: Partial<MailDelivery>, maySendAgain = true) =>
  buildDelivery({ counted: counted(over), month: month('2020-12'), maySendAgain });

describe('what is said of mails', () => {
  it('says of whom no address is known, and what to do', () => {
    const { troubles } = built({ failed: 1, troubles: [aMail({ toAddress: '', lastError: null, attempts: 0 })] });
    expect(troubles).toMatchObject([{ reason: { key: 'mails.reason.no_address' }, reply: null }]);
  });

  it.each([
    ['all taken', {}, 'done', 'mails.all_taken'],
    ['none yet', { total: 0, sent: 0 }, 'done', 'mails.none'],
    ['some on their way', { sent: 40, waiting: 4 }, 'note', 'mails.some_taken'],
    ['one failed', { sent: 43, failed: 1 }, 'warning', 'mails.some_taken'],
    ['one came back', { cameBack: 1 }, 'warning', 'mails.some_taken'],
    ['no mail server', { leavesHouse: false }, 'note', 'mails.stay_here'],
    [
      'all held',
      { sent: 0, waiting: 44, hold: { since: NOW, until: NOW, lastError: '550' } },
      'warning',
      'mails.some_taken',
    ],
  ] as const)('%s', (_name, over, kind, key) => {
    expect(built(over)).toMatchObject({ kind, sentence: { key } });
  });

  it.each([
    [{}, 'mails.reason.recipient'],
    [{ fault: 'message' }, 'mails.reason.message'],
    [{ fault: 'service', state: 'queued' }, 'mails.reason.service'],
    [{ fault: null, state: 'queued' }, 'mails.reason.postponed'],
    [{ fault: null }, 'mails.reason.given_up'],
    [{ canBeSentAgain: false }, 'mails.reason.link'],
    [{ isMessaged: true }, 'mails.reason.messaged'],
    [{ isMessaged: true, state: 'sent', bounce: aBounce('returned', '5.1.1') }, 'mails.reason.messaged'],
    [{ state: 'sent', bounce: aBounce('returned', '5.1.1') }, 'mails.reason.returned.no_mailbox'],
    [{ state: 'sent', bounce: aBounce('given_up', '4.4.7') }, 'mails.reason.given_up_there'],
    [{ state: 'sent', bounce: aBounce('delayed', '4.2.2') }, 'mails.reason.delayed_there'],
  ] as const)('why one does not go out: %j', (over, key) => {
    const { troubles } = built({ failed: 1, troubles: [aMail(over)] });
    expect(troubles[0]?.reason.key).toBe(key);
  });

  it('offers to send again what came back, and not what another server still tries', () => {
    const sent = { state: 'sent', fault: null, lastError: null } as const;
    const cameBack = { cameBack: 1, again: 1, troubles: [aMail({ ...sent, bounce: aBounce('returned', '5.1.1') })] };
    expect(built(cameBack)).toMatchObject({
      again: { action: '/mails/again?month=2020-12', count: 1 },
      more: 0,
      troubles: [{ state: 'came_back', reply: '5.1.1: no such user', againAction: '/mails/m1/again?month=2020-12' }],
    });
    const delayed = { troubles: [aMail({ ...sent, bounce: aBounce('delayed', '4.2.2') })] };
    expect(built(delayed)).toMatchObject({
      kind: 'done',
      again: null,
      troubles: [{ state: 'sent', againAction: null }],
    });
  });

  it('offers to send again what may be sent, to those who may', () => {
    const failing = { failed: 3, again: 2, troubles: [aMail(), aMail({ mailId: 'm2', canBeSentAgain: false })] };
    expect(built(failing)).toMatchObject({ again: { action: '/mails/again?month=2020-12', count: 2 }, more: 1 });
    expect(built(failing).troubles.map(({ againAction }) => againAction)).toEqual([
      '/mails/m1/again?month=2020-12',
      null,
    ]);
    expect(built(failing, false)).toMatchObject({ again: null, troubles: [{ againAction: null }, {}] });
    expect(built({}).again).toBeNull();
  });
});
