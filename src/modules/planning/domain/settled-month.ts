import type { BranchId } from '../../../kernel/id.ts';
import { type Meeting, type PlanProblem, settle } from '../../../solver/index.ts';
import type { MeetingFacts, MonthFacts } from './month-facts.ts';

const MINUTE_MS = 60_000;

/**
 * Of a month that is planned after it has begun: what is over. Null where all of it lies ahead. It is the same until
 * the next meeting begins.
 */
export function begunSince(meetings: MonthFacts['meetings'], now: Date): Date | null {
  const begun = meetings.map(({ startsAt }) => startsAt.getTime()).filter((at) => at <= +now);
  return begun.length > 0 ? new Date(Math.max(...begun) + MINUTE_MS) : null;
}

export function isSettled(
  { startsAt }: { readonly startsAt: Date },
  { settled }: Pick<MonthFacts, 'settled'>,
): boolean {
  const before = settled?.before ?? null;
  return before !== null && startsAt < before;
}

/** Nobody can be sent to what is over, and nobody is missed there. */
export function settledMonth(problem: PlanProblem, { settled }: Pick<MonthFacts, 'settled'>): PlanProblem {
  if (!settled?.before) return problem;
  const published = { assignments: [], priceOfNew: 0, changedMeetingIds: [] };
  return settle({ ...problem, published }, [], minutes(settled.before));
}

/** The meetings of a plan that have begun: nobody is sent there any more, whatever the plan says. */
export function begunIn({ meetings }: Pick<PlanProblem, 'meetings'>, now: Date): ReadonlySet<string> {
  return new Set(meetings.flatMap(({ id, start }) => (start <= minutes(now) ? [id] : [])));
}

/**
 * The facts with which a draft is compared, so that time alone does not outdate it: over is what was over when it was
 * made. What has begun since is taken as it was planned, whatever became of it, because nobody is sent there any more;
 * of the meetings that the draft does not know, those that have begun do not count.
 */
export function asWhenMade(facts: MonthFacts, made: PlanProblem, now: Date): MonthFacts {
  const begun = begunIn(made, now);
  const known = new Map(made.meetings.map((meeting) => [meeting.id, meeting]));
  const isAhead = ({ startsAt }: MeetingFacts): boolean => startsAt > now;
  const ahead = new Set(facts.meetings.flatMap((meeting) => (isAhead(meeting) ? [meeting.id] : [])));
  const asPlanned = made.meetings.filter(({ id }) => begun.has(id) && !ahead.has(id)).map(factsOf);
  const today = facts.meetings.filter(({ id }) => ahead.has(id) || (known.has(id) && !begun.has(id)));
  const before = made.published?.settledBefore;
  const { settled } = facts;
  return {
    ...facts,
    meetings: [...today, ...asPlanned].sort((a, b) => (a.id < b.id ? -1 : 1)),
    settled: {
      before: before === undefined ? null : new Date(before * MINUTE_MS),
      visits: settled?.visits ?? {},
    },
  };
}

function factsOf({ id, branchId, start, end, place, kind }: Meeting): MeetingFacts {
  const [startsAt, endsAt] = [new Date(start * MINUTE_MS), new Date(end * MINUTE_MS)];
  return { id, branchId: branchId as BranchId, startsAt, endsAt, place, kind };
}

function minutes(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MS);
}
