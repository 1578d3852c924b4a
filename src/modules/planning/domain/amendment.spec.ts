import type { AccountId, MeetingId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { VisitState } from '../../visits/index.ts';
import {
  type Amendment,
  type AmendmentChange,
  isSameAmendment,
  plannedAmendment,
  readAmendmentReason,
} from './amendment.ts';
import type { PublishedMonth, PublishedVisit } from './published-month.ts';

const NOW = new Date('2020-12-03T02:00:00Z');
const AHEAD = new Date('2020-12-08T12:30:00Z');
const BEGUN = new Date('2020-12-03T01:59:00Z');

const visit = (text: string, startsAt = AHEAD, replacedById: string | null = null): PublishedVisit => {
  const [who = '', where = '', state = 'offered'] = text.split(' ');
  return {
    id: `${who}@${where}` as VisitId,
    specialistId: who as SpecialistId,
    meetingId: where as MeetingId,
    state: state as VisitState,
    isAccepted: state === 'accepted',
    startsAt,
    endsAt: startsAt,
    countsAsShare: true,
    replacedById: replacedById as VisitId | null,
  };
};

/** Lan goes to the first meeting; Minh and Hoa to the second; the third has begun with Tâm; nobody goes to the fourth. */
const VISITS = [
  visit('lan 1 accepted'),
  visit('minh 2'),
  visit('hoa 2'),
  visit('tam 3 accepted', BEGUN),
  visit('ha 4 declined'),
  visit('ly 4 released', AHEAD, 'ha@4'),
  visit('my 5 done'),
];

const month = (visits = VISITS) =>
  ({
    facts: {
      meetings: ['1', '2', '3', '4', '5'].map((id) => ({ id, startsAt: id === '3' ? BEGUN : AHEAD })),
    },
    problem: { specialists: ['lan', 'minh', 'hoa', 'tam', 'ha', 'my'].map((id) => ({ id })) },
    visits,
  }) as unknown as PublishedMonth;

const release = (id: string): AmendmentChange => ({ kind: 'release', visitId: id as VisitId });
const send = (who: string, where: string): AmendmentChange => ({
  kind: 'send',
  specialistId: who as SpecialistId,
  meetingId: where as MeetingId,
});

describe('an amendment of a published month', () => {
  it.each<[string, AmendmentChange[], string]>([
    ['takes somebody off', [release('lan@1')], '−lan 1'],
    ['sends one more', [send('lan', '2')], '+lan 2'],
    ['replaces somebody', [send('hoa', '1'), release('lan@1')], '−lan 1 +hoa 1 for lan'],
    [
      'lets two take each other’s meeting',
      [release('lan@1'), release('minh@2'), send('minh', '1'), send('lan', '2')],
      '−lan 1 −minh 2 +minh 1 for lan +lan 2 for minh',
    ],
    ['fills the seat of whoever declined, not of one who is replaced', [send('lan', '4')], '+lan 4 for ha'],
    ['fills one seat with each', [send('lan', '4'), send('minh', '4')], '+lan 4 for ha +minh 4'],
    ['sends again whoever had declined', [send('ha', '4')], '+ha 4 for ha'],
  ])('%s', (_name, changes, expected) => {
    const { effect, released, sent } = plannedAmendment(changes, month(), NOW);
    const off = released.map(({ specialistId, meetingId }) => `−${specialistId} ${meetingId}`);
    const on = sent.map(
      ({ specialistId, meetingId, insteadOf }) =>
        `+${specialistId} ${meetingId}${insteadOf ? ` for ${insteadOf.specialistId}` : ''}`,
    );
    expect([...off, ...on].join(' ')).toBe(expected);
    expect([effect.dropped.length, effect.added.length]).toEqual([off.length, on.length]);
  });

  it.each<[string, AmendmentChange[], string]>([
    ['nothing', [], 'plan.amendment_empty'],
    ['a visit that is not there', [release('lan@9')], 'plan.unknown_duty'],
    ['somebody who has left', [send('ly', '1')], 'plan.unknown_duty'],
    ['a meeting that is called off', [send('lan', '9')], 'plan.unknown_duty'],
    ['a meeting that has begun, to take somebody off', [release('tam@3')], 'plan.meeting_begun'],
    ['a meeting that has begun, to send somebody', [send('lan', '3')], 'plan.meeting_begun'],
    ['a visit that was declined', [release('ha@4')], 'visit.not_ahead'],
    ['a visit that has its form', [release('my@5')], 'visit.not_ahead'],
    ['somebody who goes there already', [send('lan', '1')], 'plan.already_so'],
    ['somebody twice', [send('ha', '1'), send('ha', '1')], 'plan.already_so'],
    ['one visit twice', [release('lan@1'), release('lan@1')], 'plan.already_so'],
    ['the same person off and on', [release('lan@1'), send('lan', '1')], 'plan.already_so'],
  ])('is refused about %s', (_name, changes, code) => {
    expect(() => plannedAmendment(changes, month(), NOW)).toThrow(code);
  });

  it.each([
    ['  ', 'plan.amendment_reason_missing'],
    ['x'.repeat(501), 'plan.amendment_reason_long'],
  ])('wants a reason that can be printed: %j', (typed, code) => {
    expect(() => readAmendmentReason(typed)).toThrow(code);
  });

  it('keeps the reason as it was typed, without blanks around it', () => {
    expect(readAmendmentReason(' Đi học \r\n')).toBe('Đi học');
  });

  const made = {
    madeBy: 'board' as AccountId,
    kind: 'board',
    reason: 'Đi học',
    changes: [
      { kind: 'release', visitId: 'lan@1', specialistId: 'lan', meetingId: '1' },
      { kind: 'send', visitId: 'hoa@1', specialistId: 'hoa', meetingId: '1' },
    ],
  } as unknown as Amendment;

  it.each<[string, object, boolean]>([
    ['the very same', {}, true],
    ['the same in another order', { changes: [send('hoa', '1'), release('lan@1')] }, true],
    ['another reason', { reason: 'Ốm' }, false],
    ['another person', { madeBy: 'other' }, false],
    ['another kind', { kind: 'swap' }, false],
    ['fewer changes', { changes: [release('lan@1')] }, false],
    ['another meeting', { changes: [release('lan@1'), send('hoa', '2')] }, false],
  ])('is asked for again by %s: %o, %s', (_name, differently, expected) => {
    const asked = {
      madeBy: made.madeBy,
      kind: made.kind,
      reason: made.reason,
      changes: [release('lan@1'), send('hoa', '1')],
      ...differently,
    };
    expect(isSameAmendment(made, asked)).toBe(expected);
  });
});
