import type { BranchId, MeetingId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { Hours } from '../../../kernel/hours.ts';
import type { AbsenceKind } from '../../../kernel/vocabulary.ts';

/** A published visit of a meeting that is not over, with the current facts about its day, branch and person. */
export interface ComingVisit {
  readonly visitId: VisitId;
  readonly meetingId: MeetingId;
  readonly month: Month;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Its first and last day; they differ where it lasts past midnight. */
  readonly day: Day;
  readonly lastDay: Day;
  readonly branchId: BranchId;
  /** `HH:mm` of its start on the first day, and of its last minute on the last. */
  readonly from: string;
  readonly lastMinute: string;
  readonly branch: string;
  readonly branchIsInUse: boolean;
  readonly specialistId: SpecialistId;
  readonly name: string;
  readonly isInUse: boolean;
  readonly absences: readonly Away[];
}

/** On the days [from, before). */
export interface Away {
  readonly from: Day;
  readonly before: Day;
  /** Between these hours on each day; null: all day. */
  readonly hours: Hours | null;
  readonly kind: AbsenceKind;
}

export const TOUCH_CAUSES = ['absence', 'specialist', 'branch', 'holiday'] as const;
export type TouchCause = (typeof TOUCH_CAUSES)[number];

/** A fact that arose after a visit was published and conflicts with it. */
export interface Touch {
  readonly cause: TouchCause;
  /** Identifies the fact, so that a decision about it does not apply to another one. */
  readonly fact: string;
  /** For a holiday, its name. */
  readonly holiday: string | null;
}

/** All facts that conflict with a visit; `holidayOn` returns the name of an entered day off. */
export function touchesOf(visit: ComingVisit, holidayOn: (day: Day) => string | null): Touch[] {
  const touches: Touch[] = visit.absences
    .filter((away) => isAwayAt(visit, away))
    .map((away) => ({ cause: 'absence', fact: factOfAbsence(away), holiday: null }));
  if (!visit.isInUse) touches.push({ cause: 'specialist', fact: visit.specialistId, holiday: null });
  if (!visit.branchIsInUse) touches.push({ cause: 'branch', fact: visit.branch, holiday: null });
  const holiday = holidayOn(visit.day);
  if (holiday !== null) touches.push({ cause: 'holiday', fact: `${visit.day} ${holiday}`, holiday });
  return touches;
}

export function factOfAbsence({ from, before, hours }: Pick<Away, 'from' | 'before' | 'hours'>): string {
  return `${from}/${before}${hours ? `/${hours.from}-${hours.to}` : ''}`;
}

/** A meeting past midnight needs its person on both days. */
export function isAwayAt(
  visit: Pick<ComingVisit, 'day' | 'lastDay' | 'from' | 'lastMinute'>,
  { from, before, hours }: Pick<Away, 'from' | 'before' | 'hours'>,
): boolean {
  const { day, lastDay } = visit;
  if (!hours) return from <= lastDay && before > day;
  return [day, lastDay].some((each) => {
    if (each < from || each >= before) return false;
    const begins = each === day ? visit.from : '00:00';
    const lasts = each === lastDay ? visit.lastMinute : '23:59';
    return begins < hours.to && hours.from <= lasts;
  });
}
