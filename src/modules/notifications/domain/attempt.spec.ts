import { type AttemptFacts, holdAfter, judge, type Outcome, type Verdict } from './attempt.ts';

const facts = (over: Partial<AttemptFacts> = {}): AttemptFacts => ({
  attempts: 1,
  othersRefused: 0,
  acceptedOthersSince: false,
  ...over,
});

describe('what becomes of a mail after an attempt', () => {
  it.each<[string, Outcome, Partial<AttemptFacts>, Partial<Verdict>]>([
    ['accepted', 'accepted', {}, { state: 'sent', fault: null, pause: null }],
    ['a recipient that is not there', 'recipient_refused', {}, { state: 'failed', fault: 'recipient' }],
    ['many of these do not make it the service’s', 'recipient_refused', { othersRefused: 40 }, { holdsAll: false }],
    ['put off', 'postponed', {}, { state: 'queued', pause: 5, holdsAll: false }],
    ['put off too often', 'postponed', { attempts: 80 }, { state: 'failed', pause: null }],
    ['one message refused', 'message_refused', {}, { state: 'failed', fault: 'message', holdsAll: false }],
    ['a second one', 'message_refused', { othersRefused: 1 }, { state: 'failed', fault: 'message' }],
    [
      'a third one in a row',
      'message_refused',
      { othersRefused: 2 },
      { state: 'queued', fault: 'service', holdsAll: true },
    ],
    [
      'refused again after others got through',
      'message_refused',
      { othersRefused: 9, acceptedOthersSince: true },
      { state: 'failed', fault: 'message', holdsAll: false },
    ],
    ['held for days', 'message_refused', { othersRefused: 9, attempts: 80 }, { state: 'failed', fault: 'message' }],
  ])('%s', (_name, outcome, given, expected) => {
    expect(judge(outcome, facts(given))).toMatchObject(expected);
  });

  it('holds all mails longer and longer, at most an hour', () => {
    expect([1, 2, 3, 6, 7, 50].map(holdAfter)).toEqual([60, 120, 240, 1920, 3600, 3600]);
  });
});
