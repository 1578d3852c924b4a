import type { BranchId, DepartmentId, MeetingId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { Answers, Score, SubmissionId, Text } from '../../evaluations/index.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import type { BriefingPolicy } from './briefing-policy.ts';

/** Everything that a month's briefing is made of; the caller loads it, nothing here is looked up. */
export interface BriefingInput {
  readonly month: Month;
  /** The day on which it is compiled: forms accepted later are not in it. */
  readonly compiledOn: Day;
  readonly labels: BriefingLabels;
  readonly rubric: BriefingRubric;
  readonly policy: BriefingPolicy;
  /** The fields in which a branch can be weak. */
  readonly fields: readonly { readonly code: string; readonly name: string }[];
  /** In the order in which tables list them. */
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly BriefingArea[];
  readonly branches: readonly BriefingBranch[];
  readonly meetings: readonly BriefingMeeting[];
  readonly visits: readonly BriefingVisit[];
  /** The month before, where it had a briefing. */
  readonly previous: PreviousMonth | null;
}

/** The words of this deployment, as they stand inside a sentence. */
export interface BriefingLabels {
  /** The body that compiles: "Ban Tổ chức Quận ủy". */
  readonly issuer: string;
  /** The whole committee's ground: "quận", "phường". */
  readonly ground: string;
  /** What an area is, as the head of a column: "Phường". */
  readonly area: string;
}

export interface BriefingRubric {
  /** Whose policy the points are. */
  readonly source: Text;
  /** Out of how many points totals are said; those of a sheet with another maximum are brought to it. */
  readonly maximum: number;
  readonly hasOtherMaxima: boolean;
  /** From the best to the worst. */
  readonly ratings: readonly { readonly id: string; readonly text: Text }[];
  readonly attendanceFormula: 'entitled' | 'entitled_less_excused';
}

export interface BriefingArea {
  readonly id: string;
  /** "Phường 8". */
  readonly name: string;
}

export interface BriefingBranch {
  readonly id: BranchId;
  /** "Chi bộ Khu phố 5". */
  readonly name: string;
  readonly areaId: string;
}

export interface BriefingMeeting {
  readonly id: MeetingId;
  readonly branchId: BranchId;
  readonly day: Day;
  readonly startsAt: string;
  readonly kind: MeetingKind;
  /** False where it was called off. */
  readonly held: boolean;
}

/** `pending`: nobody has said yet whether it took place. */
export type VisitOutcome = 'attended' | 'missed' | 'pending';

export interface BriefingVisit {
  readonly id: VisitId;
  readonly meetingId: MeetingId;
  readonly departmentId: DepartmentId;
  readonly specialistId: SpecialistId;
  readonly specialistName: string;
  readonly outcome: VisitOutcome;
  /** Why it was missed, in a few words. */
  readonly reason: string | null;
  /** The accepted version of its form; null as long as none is accepted. */
  readonly form: AcceptedForm | null;
  /** A form is there and waits for its review, or was returned. */
  readonly formOpen: boolean;
}

export interface AcceptedForm {
  readonly submissionId: SubmissionId;
  readonly answers: Answers;
  /** Out of the rubric's maximum, whichever sheet it was scored by. */
  readonly score: Score;
}

export interface PreviousMonth {
  readonly month: Month;
  readonly figures: BriefingFigures;
  /** Totals in hundredths by branch. */
  readonly totals: Readonly<Record<string, number>>;
}
