import { generateMonth } from '../../../test/generate/month.ts';
import { day } from '../../kernel/month.ts';
import type { Fact, PlanProblem } from '../../solver/index.ts';
import { conflictSentences, factSentences } from './conflict-sentences.ts';
import type { ScreenMeeting } from './month-screen-read-model.ts';

const base = generateMonth({ seed: 1, specialists: 12, meetings: 13, calendar: 'one_evening' });
const start = base.meetings[0]?.start ?? 0;
const problem: PlanProblem = {
  ...base,
  meetings: base.meetings.map((one) => ({ ...one, start, end: start + 60, minObservers: 1, mandatory: true })),
  specialists: base.specialists.map((one) => ({
    ...one,
    unavailable: [],
    ownBranchId: null,
    residenceBranchId: null,
    conflictBranchIds: [],
    lastVisits: [],
    maxVisits: 3,
  })),
};
const screen = {
  people: [],
  meetings: problem.meetings.map(({ id }): ScreenMeeting => ({
    id,
    branch: `Chi bộ ${id}`,
    short: id,
    organisation: '',
    startsAt: new Date(start * 60_000),
    endsAt: new Date((start + 60) * 60_000),
    day: day('2020-12-03'),
    from: '19:30',
    to: '20:30',
    place: '',
    kind: 'regular',
    weakFields: {},
    monthsSince: null,
    isVisited: false,
  })),
};
const mandatory = problem.meetings.map(({ id }): Fact => ({ kind: 'mandatory', meetingId: id }));

it('tells many facts that make a month impossible as the one count that shows it', () => {
  expect(conflictSentences(screen, problem, { conflict: mandatory })).toEqual([
    {
      key: 'conflict.meetings_at_once',
      params: { wanted: 13, branches: 13, people: 12, day: '2020-12-03', from: '19:30' },
    },
  ]);
});

it('says where the time was too short to leave out what is there without need', () => {
  const conflict: Fact[] = [{ kind: 'once_per_branch' }];
  expect(conflictSentences(screen, problem, { conflict, conflictMayBeSmaller: true })).toEqual([
    expect.objectContaining({ key: 'conflict.once_per_branch' }),
    { key: 'conflict.may_be_smaller' },
  ]);
});

it('tells a few facts by name and a dozen of a kind as their number', () => {
  expect(factSentences(screen, mandatory.slice(0, 2))).toMatchObject([
    { key: 'conflict.mandatory', params: { branch: 'Chi bộ m0001' } },
    { key: 'conflict.mandatory', params: { branch: 'Chi bộ m0002' } },
  ]);
  expect(factSentences(screen, mandatory)).toEqual([
    { key: 'conflict.many.mandatory', params: { count: 13, total: 0 } },
  ]);
});
