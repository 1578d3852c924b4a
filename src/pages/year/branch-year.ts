import { type Month, monthsBetween } from '../../kernel/month.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import type { SeenBranch, YearBranch, YearScope, YearScreen } from './year-read-model.ts';
import { monthsOfYear } from './year.ts';

/** How a branch stood in a month. */
export type BranchMonth =
  /** Somebody was there, or is to go. */
  | { readonly kind: 'visited'; readonly month: Month; readonly visits: number; readonly meetingId: MeetingRef | null }
  /** Nobody; months since the last visit, null for never. `isDue`: longer than the cycle allows. */
  | { readonly kind: 'waiting'; readonly month: Month; readonly since: number | null; readonly isDue: boolean }
  /** A month to come that nobody has planned. */
  | { readonly kind: 'ahead'; readonly month: Month };

export interface BranchYear {
  readonly branch: YearBranch;
  readonly months: readonly BranchMonth[];
  /** At the end of the year, or this month where it is part of the year. */
  readonly isDue: boolean;
  /** Months since the last visit then; 0 in the month of the visit, null for never. */
  readonly since: number | null;
  readonly visits: number;
}

type Facts = Pick<YearScreen, 'year' | 'thisMonth' | 'rules' | 'branches' | 'seen' | 'seenBefore'>;

/** The year of each branch, month by month. */
export function branchYears({ year, thisMonth, rules, branches, seen, seenBefore }: Facts): readonly BranchYear[] {
  const byBranch = new Map<string, Map<Month, SeenBranch>>();
  for (const one of seen) {
    const own = byBranch.get(one.branchId);
    if (own) own.set(one.month, one);
    else byBranch.set(one.branchId, new Map([[one.month, one]]));
  }
  const cycle = rules.cycleMonths ?? Infinity;
  return branches.map((branch) => {
    let last = seenBefore.get(branch.id) ?? null;
    let [isDue, sinceNow]: [boolean, number | null] = [false, null];
    const months = monthsOfYear(year).map((month): BranchMonth => {
      const visit = byBranch.get(branch.id)?.get(month);
      if (visit) last = month;
      const since = last === null ? null : monthsBetween(last, month);
      const late = !visit && branch.isInUse && rules.cycleMonths !== null && (since === null || since >= cycle);
      if (month <= thisMonth) [isDue, sinceNow] = [late, since];
      if (visit) return { kind: 'visited', month, visits: visit.visits, meetingId: visit.meetingId };
      return month > thisMonth ? { kind: 'ahead', month } : { kind: 'waiting', month, since, isDue: late };
    });
    const visits = months.reduce((sum, each) => sum + (each.kind === 'visited' ? each.visits : 0), 0);
    return { branch, months, isDue, since: sinceNow, visits };
  });
}

/** Whether the filters of the page leave a branch. */
export function isBranchWithin(
  branch: Pick<YearBranch, 'organisationId' | 'type'>,
  { organisation, type }: Pick<YearScope, 'organisation' | 'type'>,
): boolean {
  return (organisation === '' || branch.organisationId === organisation) && (type === '' || branch.type === type);
}

/** Whether the filters of the page leave a person. */
export function isPersonWithin(
  person: { readonly department: string },
  { department }: Pick<YearScope, 'department'>,
): boolean {
  return department === '' || person.department === department;
}

/** In how many months of the year so far each branch was seen within the cycle: the share of branches in use, by month. */
export function shareInCycle(
  years: readonly BranchYear[],
  { thisMonth, rules }: Pick<YearScreen, 'thisMonth' | 'rules'>,
) {
  const own = years.filter(({ branch }) => branch.isInUse);
  const months = years[0]?.months.map(({ month }) => month) ?? [];
  return months.flatMap((month, index) => {
    if (month > thisMonth || rules.cycleMonths === null || own.length === 0) return [];
    const within = own.filter(({ months: all }) => {
      const at = all[index];
      return at?.kind === 'visited' || (at?.kind === 'waiting' && !at.isDue);
    });
    return [{ month, share: within.length / own.length }];
  });
}
