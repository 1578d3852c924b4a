import { type BranchId } from '../../../kernel/id.ts';
import { day, instantOf, month } from '../../../kernel/month.ts';
import { carriedBalance } from './carried-balance.ts';
import type { MeetingFacts, MonthFacts } from './month-facts.ts';
import { pastMonth } from './past-month.ts';
import { STANDARD_POLICY } from './planning-policy.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

function aMeeting(id: string, branch: string, on: string, time = '19:30'): MeetingFacts {
  const startsAt = instantOf(day(on), time, ZONE);
  return {
    id,
    branchId: branch as BranchId,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 90 * 60_000),
    place: null,
    kind: 'regular',
  };
}

function someFacts(meetings: readonly MeetingFacts[]): MonthFacts {
  const nobody = {
    fields: {},
    minVisits: 0,
    maxVisits: 4,
    target: 200,
    balance: carriedBalance(0, []),
    mayLead: false,
  };
  const nowhere = { ownBranchId: null, residenceBranchId: null, conflictBranchIds: [], base: null };
  return {
    month: month('2020-07'),
    zone: ZONE,
    fields: [],
    departments: ['d'],
    branches: ['b1', 'b2'].map((id) => ({ id, monthsSinceVisit: null, weakFields: {}, openDirectives: 0 })),
    specialists: ['s1', 's2'].map((id) => ({
      id,
      departmentId: 'd',
      ...nobody,
      ...nowhere,
      absences: [],
      lastVisits: [],
    })),
    meetings,
    decisions: [],
  };
}

describe('a month that is over', () => {
  const at = (on: string, time: string) => instantOf(day(on), time, ZONE).getTime() / 60_000;

  it('has a visited meeting on the day of the visit, at its usual hour and as long as ever', () => {
    const visits = [{ specialistId: 's1', branchId: 'b1', heldOn: day('2020-07-09') }];
    const meetings = [aMeeting('m1', 'b1', '2020-07-03'), aMeeting('m2', 'b2', '2020-07-03')];
    const past = pastMonth(someFacts(meetings), visits, STANDARD_POLICY);
    expect(past.problem.meetings.map(({ id, start, end }) => [id, start, end])).toEqual([
      ['m1', at('2020-07-09', '19:30'), at('2020-07-09', '21:00')],
      ['m2', at('2020-07-03', '19:30'), at('2020-07-03', '21:00')],
    ]);
    expect(past.visits).toEqual([{ specialistId: 's1', meetingId: 'm1' }]);
  });

  it('knows which of two meetings of a branch a visit was to, and two visitors of one', () => {
    const visits = [
      { specialistId: 's1', branchId: 'b1', heldOn: day('2020-07-20') },
      { specialistId: 's2', branchId: 'b1', heldOn: day('2020-07-20') },
      { specialistId: 's1', branchId: 'b1', heldOn: day('2020-07-04') },
    ];
    const meetings = [aMeeting('m1', 'b1', '2020-07-03'), aMeeting('m2', 'b1', '2020-07-20')];
    expect(pastMonth(someFacts(meetings), visits, STANDARD_POLICY).visits).toEqual([
      { specialistId: 's1', meetingId: 'm2' },
      { specialistId: 's2', meetingId: 'm2' },
      { specialistId: 's1', meetingId: 'm1' },
    ]);
  });

  it('leaves out who is gone, and branches that do not meet any more', () => {
    const visits = [
      { specialistId: 'gone', branchId: 'b1', heldOn: day('2020-07-09') },
      { specialistId: 's1', branchId: 'closed', heldOn: day('2020-07-09') },
    ];
    const past = pastMonth(someFacts([aMeeting('m1', 'b1', '2020-07-03')]), visits, STANDARD_POLICY);
    expect(past.visits).toEqual([]);
    expect(past.problem.meetings[0]?.start).toBe(at('2020-07-03', '19:30'));
  });
});
