export * from './problem.ts';
export * from './plan.ts';
export { ENGINE, solve } from './engine/solve.ts';
export { readPlan } from './read-plan.ts';
export { readProblem } from './read-problem.ts';
export { readProblemText } from './read-problem-text.ts';
export { solveInWorker, solveTextInWorker } from './threads/solve-in-worker.ts';
export { type OpenableMonth, whyNotInWorker } from './threads/why-not-in-worker.ts';
export { inputHash } from './model/canonical.ts';
export { coverageValue } from './model/coverage-value.ts';
export { roadMetres } from './model/distance.ts';
export type { StopSignal } from './engine/stop.ts';
export { verify, type Verdict, type VerifiedTier } from './verify/verify.ts';
export { whyHere, type OtherCandidate, type WhyHere } from './explain/why-here.ts';
export { whyNot, type WhyNot } from './explain/why-not.ts';
export { default as planSchema } from './plan.schema.json' with { type: 'json' };
export { default as problemSchema } from './problem.schema.json' with { type: 'json' };
export { backtest, type Replay, type ReplayedMonth } from './backtest/backtest.ts';
export type { History, HistoryMonth, TriedPolicy } from './backtest/history.ts';
export { CHARTS, replayChart, type ChartName } from './backtest/replay-chart.ts';
export { triedPolicies } from './backtest/tried-policies.ts';
export { replayTable } from './backtest/replay-table.ts';
export { compareVariants, type SolvedVariant, type Variant } from './compare/compare-variants.ts';
export { planFigures, type PlanFigures } from './compare/plan-figures.ts';
export {
  type ChangeCost,
  type ChangedPerson,
  costOfChange,
  type HandCandidate,
  HandMonth,
} from './by-hand/hand-month.ts';
export { canBeMade, mayOverrule, OVERRULABLE_FAULTS } from './by-hand/may-overrule.ts';
export { planByHand } from './by-hand/plan-by-hand.ts';
export { type LoweredTo, withOverruled } from './by-hand/with-overruled.ts';
export { afterEvents } from './repair/after-events.ts';
export { type Cause, type Change } from './repair/changes.ts';
export type { KnownPlan, MonthEvent } from './repair/month-event.ts';
export { asFarAsPossible, repair, type Repair } from './repair/repair.ts';
export { conflictCount, type ConflictCount } from './shortage/conflict-count.ts';
export { elasticPlan, type ElasticPlan } from './shortage/elastic-plan.ts';
export { unmetInFull } from './explain/unmet.ts';
export { candidatesFor, type PricedCandidate } from './explain/candidates-for.ts';
export { shortageWitnesses, type Witness } from './shortage/witness.ts';
export { namesOf, type Names } from './sentences/names.ts';
export { factGroups, type FactGroup } from './sentences/fact-groups.ts';
export { Sentences } from './sentences/sentences.ts';
export { readEvents, readHistory, readKnownPlan, readVariants } from './read-inputs.ts';
export { default as inputsSchema } from './inputs.schema.json' with { type: 'json' };
export * from './placement/placement-problem.ts';
export * from './placement/placement-plan.ts';
export { solvePlacement } from './placement/solve-placement.ts';
export { verifyPlacement, type PlacementVerdict } from './placement/verify-placement.ts';
