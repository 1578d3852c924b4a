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
  /** Whether a conflict of interest between the person and the branch counts on its day. */
  readonly hasConflict: boolean;
  readonly absences: readonly Away[];
  /** Whether its meeting has moved since the publication. */
  readonly isMoved: boolean;
}

/** Another visit of the same person that they cannot make as well: at the same time, or too far away. */
export interface Collision {
  readonly meetingId: MeetingId;
  readonly branch: string;
  readonly startsAt: Date;
}

/** On the days [from, before). */
export interface Away {
  readonly from: Day;
  readonly before: Day;
  /** Between these hours on each day; null: all day. */
  readonly hours: Hours | null;
  readonly kind: AbsenceKind;
}

export const TOUCH_CAUSES = [
  'absence',
  'specialist',
  'branch',
  'holiday',
  'collision',
  'unanswered',
  'conflict',
] as const;
/** A visit that stands in spite of a fact that conflicts with it. */
export interface KeptTouch {
  readonly visitId: VisitId;
  readonly cause: TouchCause;
  readonly fact: string;
}

export type TouchCause = (typeof TOUCH_CAUSES)[number];

/** A fact that arose after a visit was published and conflicts with it. */
export interface Touch {
  readonly cause: TouchCause;
  /** Identifies the fact, so that a decision about it does not apply to another one. */
  readonly fact: string;
  /** For a holiday, its name. */
  readonly holiday: string | null;
  /** For a collision, the other visit. */
  readonly with: Collision | null;
  /** For a missing answer, the last day on which it was asked for. */
  readonly answerBy: Day | null;
}

/** Facts about visits that no single visit has. */
export interface FactsAround {
  /** The name of a day off: one that was entered, and for a meeting that has moved there also one of the law. */
  readonly holidayOn: (day: Day, isMoved: boolean) => string | null;
  readonly collisionsOf: (visitId: VisitId) => readonly Collision[];
  /** Null where the answer is there, or still on time. */
  readonly unansweredSince: (visitId: VisitId) => Day | null;
}

/** All facts that conflict with a visit. */
export function touchesOf(visit: ComingVisit, { holidayOn, collisionsOf, unansweredSince }: FactsAround): Touch[] {
  const touch = (cause: TouchCause, fact: string, more: Partial<Touch> = {}): Touch => ({
    cause,
    fact,
    holiday: null,
    with: null,
    answerBy: null,
    ...more,
  });
  const touches = visit.absences
    .filter((away) => isAwayAt(visit, away))
    .map((away) => touch('absence', factOfAbsence(away)));
  for (const other of collisionsOf(visit.visitId)) {
    touches.push(touch('collision', factOfCollision(visit, other), { with: other }));
  }
  if (visit.hasConflict) touches.push(touch('conflict', `${visit.specialistId}/${visit.branchId}`));
  if (!visit.isInUse) touches.push(touch('specialist', visit.specialistId));
  if (!visit.branchIsInUse) touches.push(touch('branch', visit.branch));
  const holiday = holidayOn(visit.day, visit.isMoved);
  if (holiday !== null) touches.push(touch('holiday', `${visit.day} ${holiday}`, { holiday }));
  const answerBy = unansweredSince(visit.visitId);
  if (answerBy !== null) touches.push(touch('unanswered', answerBy, { answerBy }));
  return touches;
}

/** Both times belong to it: once one of the meetings moves again, it is another collision. */
function factOfCollision({ startsAt }: Pick<ComingVisit, 'startsAt'>, other: Collision): string {
  return `${startsAt.toISOString()}/${other.meetingId}/${other.startsAt.toISOString()}`;
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
