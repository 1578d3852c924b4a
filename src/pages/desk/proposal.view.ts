import type { MeetingRef, PlanRef, Ref } from '../../kernel/id.ts';

/** What the engine proposes to a plan that people have changed, above the desk. */
export interface ProposalView {
  readonly madeAt: Date;
  readonly onlyWhole: boolean;
  readonly isNone: boolean;
  readonly isOutdated: boolean;
  /** Taken whole, it leaves the draft as a variant. */
  readonly keepsDraft: boolean;
  readonly revision: number;
  readonly planId: PlanRef;
  readonly proposalId: Ref<'Plan'>;
  readonly action: string;
  readonly discardAction: string;
  /** Some of it breaks a rule that the board may overrule by giving a reason. */
  readonly wantsReason: boolean;
  /** As it was typed before it was refused. */
  readonly reason: string;
  /** Why nothing was taken; null before it was tried. */
  readonly error: string | null;
  readonly changes: readonly ProposedChangeView[];
}

export interface ProposedChangeView {
  /** A meeting of it, by which it is chosen. */
  readonly meetingId: MeetingRef;
  /** Who goes where by it, and what it costs; a sentence each. */
  readonly lines: readonly string[];
  /** It cannot be taken by itself. */
  readonly isBarred: boolean;
  readonly wantsReason: boolean;
  /** The rules that it breaks. */
  readonly against: readonly string[];
  readonly isChosen: boolean;
}
