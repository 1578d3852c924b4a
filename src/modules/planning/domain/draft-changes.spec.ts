import type { PlanProblem } from '../../../solver/index.ts';
import { generateTinyMonth } from '../../../../test/generate/tiny-month.ts';
import { type DraftChange, draftChanges } from './draft-changes.ts';

const made: PlanProblem = generateTinyMonth(7);
const [meeting, ...meetings] = made.meetings;
const [person, ...people] = made.specialists;
const [branch, ...branches] = made.branches;
if (!meeting || !person || !branch) throw new Error('a month has somebody and something');
const leave = { from: 0, to: 1440 };

const moved = { ...meeting, start: meeting.start + 60, end: meeting.end + 60 };
const one = (kind: DraftChange['kind'], count = 1): DraftChange[] => [{ kind, count }];

describe('what has changed since a draft was made', () => {
  it.each<[string, Partial<PlanProblem>, DraftChange[]]>([
    ['nothing', {}, []],
    ['nothing but the order', { meetings: [...made.meetings].reverse() }, []],
    ['a meeting called off', { meetings }, one('meetings_gone')],
    ['a meeting more', { meetings: [...made.meetings, { ...meeting, id: 'new' }] }, one('meetings_added')],
    ['a meeting moved', { meetings: [moved, ...meetings] }, one('meetings_moved')],
    [
      'a leave, with what it asks less',
      { specialists: [{ ...person, unavailable: [...person.unavailable, leave], target: 1, minVisits: 0 }, ...people] },
      one('leaves'),
    ],
    ['somebody who has left', { specialists: people }, one('people_gone')],
    ['somebody new', { specialists: [...made.specialists, { ...person, id: 'new' }] }, one('people_added')],
    ['another target', { specialists: [{ ...person, target: 1 }, ...people] }, one('people_changed')],
    ['another home', { specialists: [{ ...person, residenceBranchId: 'x' }, ...people] }, one('people_changed')],
    ['another balance', { specialists: [{ ...person, balance: 1234 }, ...people] }, one('earlier_visits')],
    ['a branch seen since', { branches: [{ ...branch, monthsSinceVisit: 77 }, ...branches] }, one('earlier_visits')],
    ['a weaker branch', { branches: [{ ...branch, weakness: 0.123 }, ...branches] }, one('branches_changed')],
    ['another rule', { policy: { ...made.policy, oncePerBranch: !made.policy.oncePerBranch } }, one('policy')],
    ['something else', { fields: [...made.fields, 'new'] }, one('other')],
    [
      'several things at once',
      { meetings: [moved, ...meetings], specialists: people },
      [...one('meetings_moved'), ...one('people_gone')],
    ],
  ])('is told by kind and number: %s', (_, change, told) => {
    expect(draftChanges(made, { ...made, ...change })).toEqual(told);
  });
});
