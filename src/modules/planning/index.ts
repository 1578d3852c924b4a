export { SwapGround } from './application/swap-ground.ts';
export type { SwapTerms } from './domain/swap-changes.ts';
export { PlanMonth } from './application/plan-month.ts';
export type { Solve, SolveId } from './application/ports.ts';
export { Solves } from './infra/repositories/solves.ts';
export { Plans } from './infra/repositories/plans.ts';
export { SubmitPlan } from './application/submit-plan.ts';
export { ApprovePlan } from './application/approve-plan.ts';
export { SendPlanBack } from './application/send-plan-back.ts';
export { PlanReviewsReadModel, type ReviewStanding } from './infra/plan-reviews-read-model.ts';
export { PublishPlan } from './application/publish-plan.ts';
export type { FieldWeights } from './domain/month-facts.ts';
export type { MonthPlan, PlanAssignment, PlanHeader } from './domain/month-plan.ts';
export type { PlanState } from './domain/plan-state.ts';
export { PlanVisitsReadModel } from './infra/plan-visits-read-model.ts';
export { BalanceReadModel } from './infra/balance-read-model.ts';
export { type PlanGround, PlanGroundReadModel, type YearRules } from './infra/plan-ground-read-model.ts';
export type { CarriedBalance } from './domain/carried-balance.ts';
export type { DraftChange } from './domain/draft-changes.ts';
export { planWarnings, type PlanWarning, type PlanWarningKind, type WarningPolicy } from './domain/plan-warnings.ts';
export { daysThere } from './domain/share-of-month.ts';
export { owedShare } from './domain/owed-share.ts';
export type { AmendmentChange } from './domain/amendment.ts';
export type { PublishedMonth } from './domain/published-month.ts';
export { declinedThen } from './domain/declined-then.ts';
export { brokenRules } from './domain/judge-edit.ts';
export { AmendPlan, type AmendmentResult, type HowAmended } from './application/amend-plan.ts';
export { type OutsideObserver, SendOutsidePlan } from './application/send-outside-plan.ts';
export { OutsidePolicy } from './infra/outside-policy.ts';
export { type MonthToHandOver, ProposeHandover } from './application/propose-handover.ts';
export { type AmendableMonth, JudgeAmendment, type JudgedAmendment } from './application/judge-amendment.ts';
export { type AmendedPlan, type AmendmentLine, AmendmentsReadModel } from './infra/amendments-read-model.ts';
export { AskWhyNot } from './application/ask-why-not.ts';
export { DutyPreview } from './infra/duty-preview.ts';
export { SendTrialMail } from './application/send-trial-mail.ts';
export { EditPlan } from './application/edit-plan.ts';
export { EditCosts } from './application/edit-costs.ts';
export { AdoptProposal } from './application/adopt-proposal.ts';
export { PlanEdits } from './infra/repositories/plan-edits.ts';
export type { DeskAction, NotedAction } from './domain/desk-action.ts';
export type { Duty, OverrulingDecision, PlanDecision } from './domain/plan-decision.ts';
export { doneByOthers, lastHandOf, type PlanEdit, toRedo, toUndo } from './domain/plan-edit.ts';
export { type Proposal, ProposalReadModel } from './infra/proposal-read-model.ts';
export { StartBacktest } from './application/start-backtest.ts';
export {
  type Backtest,
  type BacktestId,
  type BacktestMeasure,
  type BacktestResult,
  compareReplays,
  type Compared,
  measuresOf,
} from './domain/backtest.ts';
export { type BacktestProgress, Backtests } from './infra/repositories/backtests.ts';
export { ApplyReplan } from './application/apply-replan.ts';
export { ProposeReplan, type ProposedReplan, type ReplanAnswer } from './application/propose-replan.ts';
export { ReplanMonth } from './application/replan-month.ts';
export { REPLAN_GOALS } from './domain/replan.ts';
export { FindRepairs, type FoundRepairs } from './application/find-repairs.ts';
export { PlanVariants } from './application/plan-variants.ts';
export { VARIANT_FIELDS } from './domain/own-policy.ts';
export { MOST_VARIANTS, readVariantName } from './domain/variant.ts';
export {
  type MonthVariants,
  type VariantDifference,
  type VariantFacts,
  VariantsReadModel,
} from './infra/variants-read-model.ts';
export { TryPolicy } from './application/try-policy.ts';
export type { PolicyEffect } from './domain/policy-effect.ts';
export type { PolicyTrialId } from './domain/policy-trial.ts';
export { type MonthEffect, PolicyTrialReadModel, type PolicyTrialFacts } from './infra/policy-trial-read-model.ts';
export type { VariantFigures } from './domain/variant-figures.ts';
export { PolicyTrials } from './infra/repositories/policy-trials.ts';
