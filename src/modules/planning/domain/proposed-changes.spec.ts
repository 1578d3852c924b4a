import type { MeetingId, SpecialistId } from '../../../kernel/id.ts';
import { dutyKey, type PlanDecision } from './plan-decision.ts';
import { contradicts, proposedChanges } from './proposed-changes.ts';

const duties = (text: string) =>
  text === ''
    ? []
    : text.split(', ').map((each) => {
        const [specialistId = '', meetingId = ''] = each.split(' ');
        return { specialistId: specialistId as SpecialistId, meetingId: meetingId as MeetingId };
      });

describe('what the engine proposes', () => {
  it.each([
    ['nothing', 'lan 1', 'lan 1', []],
    ['one more', 'lan 1', 'lan 1, minh 2', ['+2/minh']],
    ['two that have nothing in common', '', 'lan 1, minh 2', ['+1/lan', '+2/minh']],
    ['another person at a meeting', 'lan 1', 'minh 1', ['−1/lan +1/minh']],
    ['people who move up for each other', 'a 1, b 2', 'b 1, c 2', ['−1/a −2/b +1/b +2/c']],
    ['somebody who goes elsewhere', 'a 1', 'a 2', ['−1/a +2/a']],
  ])('is taken in the smallest parts: %s', (_, before, after, expected) => {
    const parts = proposedChanges(duties(before), duties(after)).map(({ added, dropped }) =>
      [...dropped.map((duty) => `−${dutyKey(duty)}`), ...added.map((duty) => `+${dutyKey(duty)}`)].join(' '),
    );
    expect(parts.toSorted()).toEqual([...expected].toSorted());
  });

  it.each([
    ['sends whom people keep away', '', 'lan 1', 'lan 1', 'must_not', true],
    ['takes off whom people have sent', 'lan 1', '', 'lan 1', 'must', true],
    ['sends whom people have sent', '', 'lan 1', 'lan 1', 'must', false],
    ['is about somebody else', '', 'lan 1', 'minh 1', 'must_not', false],
  ] as const)('contradicts a decision: where it %s', (_, before, after, decided, kind, expected) => {
    const [part] = proposedChanges(duties(before), duties(after));
    const decisions = duties(decided).map((duty): PlanDecision => ({ ...duty, kind, overrules: [], reason: null }));
    expect(part && contradicts(part, { duties: duties(before), decisions })).toBe(expected);
  });
});
