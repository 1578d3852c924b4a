import type {
  BranchId,
  DepartmentId,
  DepartmentRef,
  MeetingId,
  Ref,
  SpecialistId,
  VisitId,
} from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { Answers, Score, SubmissionId, Text } from '../../evaluations/index.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import type { BriefingPolicy } from './briefing-policy.ts';

/** Everything that the briefing of a month is made of; the caller loads it. */
export interface BriefingInput {
  readonly month: Month;
  /** The day of compilation: forms accepted later are not included. */
  readonly compiledOn: Day;
  readonly labels: BriefingLabels;
  readonly rubric: BriefingRubric;
  readonly policy: BriefingPolicy;
  /** The fields in which a branch can be weak. */
  readonly fields: readonly { readonly code: string; readonly name: string }[];
  /** In the order in which tables list them. */
  readonly departments: readonly { readonly id: DepartmentRef; readonly name: string }[];
  readonly areas: readonly BriefingArea[];
  readonly branches: readonly BriefingBranch[];
  readonly meetings: readonly BriefingMeeting[];
  readonly visits: readonly BriefingVisit[];
  /** The previous month, where it had a briefing. */
  readonly previous: PreviousMonth | null;
}

/** The words of this committee, as written inside a sentence. */
export interface BriefingLabels {
  /** The body that issues the briefing: "Ban Tổ chức Quận ủy". */
  readonly issuer: string;
  /** The area of the whole committee: "quận", "phường". */
  readonly ground: string;
  /** What an area is called at the head of a column: "Phường". */
  readonly area: string;
}

export interface BriefingRubric {
  /** The document that the points come from. */
  readonly source: Text;
  /** The maximum that totals refer to; totals of a sheet with another maximum are converted to it. */
  readonly maximum: number;
  readonly hasOtherMaxima: boolean;
  /** From best to worst. */
  readonly ratings: readonly { readonly id: string; readonly text: Text }[];
  readonly attendanceFormula: 'entitled' | 'entitled_less_excused';
}

export interface BriefingArea {
  readonly id: Ref<'Organisation'>;
  /** "Phường 8". */
  readonly name: string;
}

export interface BriefingBranch {
  readonly id: BranchId;
  /** "Chi bộ Khu phố 5". */
  readonly name: string;
  readonly areaId: Ref<'Organisation'>;
}

export interface BriefingMeeting {
  readonly id: MeetingId;
  readonly branchId: BranchId;
  readonly day: Day;
  readonly startsAt: string;
  readonly kind: MeetingKind;
  /** False where it was called off. */
  readonly held: boolean;
  /** What people decided about its rating, in the place of its points; left out where they decided nothing. */
  readonly official?: OfficialRating;
}

export interface OfficialRating {
  readonly rating: { readonly id: string; readonly text: Text };
  /** Which decision about the meeting it is. */
  readonly number: number;
}

/**
 * What became of a visit, with the words of its states: whoever declined said so beforehand, `missed` was reported
 * after the meeting had begun. `pending`: nobody has reported yet whether the visit took place.
 */
export type VisitOutcome = 'attended' | 'declined' | 'missed' | 'pending';

/** Nobody went, and no form is to come. */
export function isUnattended({ outcome }: Pick<BriefingVisit, 'outcome'>): boolean {
  return outcome === 'declined' || outcome === 'missed';
}

export interface BriefingVisit {
  readonly id: VisitId;
  readonly meetingId: MeetingId;
  readonly departmentId: DepartmentId;
  readonly specialistId: SpecialistId;
  readonly specialistName: string;
  readonly outcome: VisitOutcome;
  /** Why nobody went, in a few words. */
  readonly reason: string | null;
  /** The accepted version of the form; null while none is accepted. */
  readonly form: AcceptedForm | null;
  /** A form was sent that waits for review or was returned. */
  readonly formOpen: boolean;
}

export interface AcceptedForm {
  readonly submissionId: SubmissionId;
  readonly answers: Answers;
  /** Out of the rubric's maximum, whichever sheet it was scored with. */
  readonly score: Score;
}

export interface PreviousMonth {
  readonly month: Month;
  readonly figures: BriefingFigures;
  /** Totals in hundredths of a point, by branch. */
  readonly totals: Readonly<Record<string, number>>;
}
