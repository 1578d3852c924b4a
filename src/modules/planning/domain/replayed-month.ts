import type { PlanProblem } from '../../../solver/index.ts';
import type { MonthFacts } from './month-facts.ts';

/**
 * The facts of a past month as they would have been in a replay: who saw which branch when, and what everybody was above
 * or below their shares, come from the replay's own plans. Its meetings are on the days on which they were held, and
 * what people decided by hand then is left out.
 */
export function replayedFacts(facts: MonthFacts, recalled: PlanProblem): MonthFacts {
  const branches = new Map(recalled.branches.map(({ id, monthsSinceVisit }) => [id, monthsSinceVisit]));
  const people = new Map(recalled.specialists.map((specialist) => [specialist.id, specialist]));
  const meetings = new Map(recalled.meetings.map((meeting) => [meeting.id, meeting]));
  return {
    ...facts,
    decisions: [],
    branches: facts.branches.map((branch) => ({
      ...branch,
      monthsSinceVisit: branches.get(branch.id) ?? null,
    })),
    specialists: facts.specialists.map((specialist) => {
      const known = people.get(specialist.id);
      if (!known) return specialist;
      return {
        ...specialist,
        balance: { carriedIn: known.balance, months: [], total: known.balance },
        lastVisits: known.lastVisits,
      };
    }),
    meetings: facts.meetings.map((meeting) => {
      const held = meetings.get(meeting.id);
      if (!held) return meeting;
      return { ...meeting, startsAt: new Date(held.start * 60_000), endsAt: new Date(held.end * 60_000) };
    }),
  };
}
