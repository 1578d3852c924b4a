import type { BranchId, MeetingId, SpecialistId } from '../../../kernel/id.ts';
import { day, instantOf, month } from '../../../kernel/month.ts';
import { buildProblem } from '../domain/build-problem.ts';
import { carriedBalance } from '../domain/carried-balance.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import { STANDARD_POLICY } from '../domain/planning-policy.ts';
import { KeptGrounds } from './kept-grounds.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** As read from the database: the same facts are other objects each time. */
const facts = (time = '19:30'): MonthFacts => ({
  month: month('2020-12'),
  zone: ZONE,
  fields: ['environment'],
  departments: ['BTC'],
  branches: [{ id: 'b', monthsSinceVisit: 3, weakFields: {}, openDirectives: 0 }],
  specialists: [
    {
      id: 's',
      departmentId: 'BTC',
      fields: {},
      minVisits: 0,
      maxVisits: 5,
      target: 100,
      balance: carriedBalance(0, []),
      mayLead: false,
      ownBranchId: null,
      residenceBranchId: null,
      conflictBranchIds: [],
      base: null,
      absences: [],
      lastVisits: [],
    },
  ],
  meetings: [
    {
      id: 'm',
      branchId: 'b' as BranchId,
      startsAt: instantOf(day('2020-12-03'), time, ZONE),
      endsAt: instantOf(day('2020-12-03'), '21:00', ZONE),
      place: null,
      kind: 'regular',
    },
  ],
  decisions: [],
});
const decided = (): MonthFacts => ({
  ...facts(),
  decisions: [
    { kind: 'must', specialistId: 's' as SpecialistId, meetingId: 'm' as MeetingId, overrules: [], reason: null },
  ],
});

describe('the problem of a month as it would be asked now', () => {
  it('is the same as if it was built anew, whatever was asked before', () => {
    const grounds = new KeptGrounds();
    for (const given of [facts(), decided(), facts('20:00'), facts(), decided()]) {
      expect(grounds.problem(given, STANDARD_POLICY)).toEqual(buildProblem(given, STANDARD_POLICY));
    }
    const strict = { ...STANDARD_POLICY, needsApproval: !STANDARD_POLICY.needsApproval };
    expect(grounds.problem(facts(), strict, 1)).toEqual(buildProblem(facts(), strict, 1));
  });

  it('is built once for equal facts, also where people have decided something since', () => {
    const grounds = new KeptGrounds();
    const first = grounds.problem(facts(), STANDARD_POLICY);
    expect(grounds.problem(facts(), STANDARD_POLICY)).toBe(first);
    expect(grounds.problem(decided(), STANDARD_POLICY).meetings).toBe(first.meetings);
    expect(grounds.problem(facts('20:00'), STANDARD_POLICY).meetings).not.toBe(first.meetings);
  });
});
