import type { DepartmentId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { type Day, dayIn, type Month } from '../../../kernel/month.ts';
import type { Deadlines } from '../../visits/index.ts';

/** A visit that is over and for which no form was sent, or whose form was returned; as stored. */
export interface OpenVisit {
  readonly visitId: VisitId;
  /** The revision of the visit, for later edits. */
  readonly revision: number;
  readonly month: Month;
  readonly specialistId: SpecialistId;
  readonly specialist: string;
  readonly departmentId: DepartmentId;
  readonly department: string;
  readonly branch: string;
  readonly heldOn: Day;
  /** When somebody was sent after the plan was published; null for a visit of the plan. */
  readonly askedAt: Date | null;
  readonly zone: string;
  /** When the latest version was returned, and its number; null where nothing was sent. */
  readonly returned: { readonly at: Date; readonly version: number } | null;
  /** Whether a form had come that its author took back since. */
  readonly isWithdrawn: boolean;
  readonly remindedAt: Date | null;
  /** Who sent the last reminder by hand. */
  readonly remindedBy: string | null;
  /** Whether somebody sent a reminder by hand on this day. */
  readonly isRemindedToday: boolean;
}

/** A form that somebody owes. */
export interface OwedForm extends OpenVisit {
  /** The last day on time. */
  readonly dueOn: Day;
  /** 0: still on time. */
  readonly daysLate: number;
}

export function owedForm(visit: OpenVisit, deadlines: Deadlines, now: Date): OwedForm {
  const dueOn = deadlines.formDueOn({ ...visit, returnedAt: visit.returned?.at ?? null });
  return { ...visit, dueOn, daysLate: deadlines.daysLate(dueOn, dayIn(visit.zone, now)) };
}

/** The reminders for a returned form are stages of their own. */
export function stageOf({ returned }: Pick<OpenVisit, 'returned'>, stage: string): string {
  return returned ? `${stage}/after_version/${returned.version}` : stage;
}
