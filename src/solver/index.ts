export {
  type Branch,
  DAY_PARTS,
  type DayPart,
  DEFAULT_POLICY,
  type Ineligibility,
  type Labelled,
  type Meeting,
  mostVisits,
  OVERRULABLE,
  type Pairing,
  type Pin,
  type Place,
  type PlanPolicy,
  type PlanProblem,
  type Specialist,
  type Tier,
  TIERS,
  type VisitLimit,
} from './problem.ts';
export type { Assignment, Fact, OnProgress, Plan, Progress, Situation, SolveOptions, UnmetMeeting } from './plan.ts';
export { solve } from './engine/solve.ts';
export { readPlan } from './read-plan.ts';
export { readProblem } from './read-problem.ts';
export { readProblemText } from './read-problem-text.ts';
export { solveInWorker, solveTextInWorker } from './threads/solve-in-worker.ts';
export { repairsInWorker } from './threads/repairs-in-worker.ts';
export { keepsMonthsOpen, type OpenableMonth, whyNotInWorker } from './threads/why-not-in-worker.ts';
export { inputHash } from './model/canonical.ts';
export { overlaps } from './model/cannot-attend-both.ts';
export { coverageValue } from './model/coverage-value.ts';
export { setsOutFrom, wayTo } from './model/way.ts';
export { verify, type Verdict } from './verify/verify.ts';
export { whyHere, type OtherCandidate, type WhyHere } from './explain/why-here.ts';
export { FIT_TERMS } from './explain/fit-terms.ts';
export { whyNot, type WhyNot } from './explain/why-not.ts';
export { default as planSchema } from './plan.schema.json' with { type: 'json' };
export { default as problemSchema } from './problem.schema.json' with { type: 'json' };
export { backtest, type Replay, type ReplayedMonth } from './backtest/backtest.ts';
export type { History, HistoryMonth, ReplayPlanner } from './backtest/history.ts';
export { triedPolicies } from './backtest/tried-policies.ts';
export { replayTable } from './backtest/replay-table.ts';
export { compareVariants, type SolvedVariant, type Variant } from './compare/compare-variants.ts';
export { mayOverrule } from './by-hand/may-overrule.ts';
export { type ChangeCost, type HandCandidate, HandMonth } from './by-hand/hand-month.ts';
export { withPins } from './with-pins.ts';
export { planByHand } from './by-hand/plan-by-hand.ts';
export { withOverruled } from './by-hand/with-overruled.ts';
export { settle } from './repair/settle.ts';
export { afterEvents } from './repair/after-events.ts';
export type { KnownPlan, MonthEvent } from './repair/month-event.ts';
export { type ProposedRepair, repairs, type Repairs, type RepairsOptions } from './repair/repairs.ts';
export { asFarAsPossible, type Repair } from './repair/repair.ts';
export { conflictCount, type ConflictCount } from './shortage/conflict-count.ts';
export { elasticPlan, type ElasticPlan } from './shortage/elastic-plan.ts';
export { unmetInFull } from './explain/unmet.ts';
export { candidatesFor, type PricedCandidate } from './explain/candidates-for.ts';
export { shortageWitnesses, type Witness } from './shortage/witness.ts';
export { namesOf } from './sentences/names.ts';
export { factGroups } from './sentences/fact-groups.ts';
export { Sentences } from './sentences/sentences.ts';
export { verdictLines } from './sentences/verdict-lines.ts';
export { variantLine } from './sentences/variant-line.ts';
export { readEvents, readHistory, readKnownPlan, readVariants } from './read-inputs.ts';
export { solvePlacement } from './placement/solve-placement.ts';
export { verifyPlacement } from './placement/verify-placement.ts';
