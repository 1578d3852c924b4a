import type { DepartmentId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { type Day, dayIn, type Month } from '../../../kernel/month.ts';
import type { Deadlines } from '../../visits/index.ts';

/** A visit that is over and of which nothing was sent, or whose form came back; as it is stored. */
export interface OpenVisit {
  readonly visitId: VisitId;
  /** Of the visit, as whoever says something of it has seen it. */
  readonly revision: number;
  readonly month: Month;
  readonly specialistId: SpecialistId;
  readonly specialist: string;
  readonly departmentId: DepartmentId;
  readonly department: string;
  readonly branch: string;
  readonly heldOn: Day;
  readonly zone: string;
  /** When the latest version was returned, and which that is; null where nothing was sent. */
  readonly returned: { readonly at: Date; readonly version: number } | null;
  readonly remindedAt: Date | null;
  /** Who did so by hand. */
  readonly remindedBy: string | null;
  /** Whether somebody has asked for it by hand on this day. */
  readonly isRemindedToday: boolean;
}

/** A form that somebody owes. */
export interface OwedForm extends OpenVisit {
  /** The last day in time. */
  readonly dueOn: Day;
  /** 0: in time still. */
  readonly daysLate: number;
}

export function owedForm(visit: OpenVisit, deadlines: Deadlines, now: Date): OwedForm {
  const { heldOn, returned, zone } = visit;
  const dueOn = deadlines.formDueOn(returned ? dayIn(zone, returned.at) : heldOn);
  return { ...visit, dueOn, daysLate: deadlines.daysLate(dueOn, dayIn(zone, now)) };
}

/** A form that came back is asked for anew. */
export function stageOf({ returned }: Pick<OpenVisit, 'returned'>, stage: string): string {
  return returned ? `${stage}/after_version/${returned.version}` : stage;
}
