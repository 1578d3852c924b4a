import { Injectable } from '@nestjs/common';
import { firstDay, type Month, monthOf } from '../../../kernel/month.ts';
import { Clock } from '../../../kernel/clock.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { type ChangeCost, HandMonth, inputHash } from '../../../solver/index.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { SpecialistRef } from '../../../kernel/id.ts';
import type { Solve } from '../application/ports.ts';
import type { TriedChange } from '../domain/backtest.ts';
import { buildGround, buildProblem } from '../domain/build-problem.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import { isPlan, type PlanHeader } from '../domain/month-plan.ts';
import { owedShares } from '../domain/owed-share.ts';
import type { Duty } from '../domain/plan-decision.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';
import { type Change, type PolicyEffect, policyEffect } from '../domain/policy-effect.ts';
import type { PolicyTrial, PolicyTrialId, TrialResult } from '../domain/policy-trial.ts';
import { proposedChanges } from '../domain/proposed-changes.ts';
import { differingLoads, type TrialLoad } from '../domain/trial-loads.ts';
import { type VariantFigures, variantFigures } from '../domain/variant-figures.ts';
import { MonthFactsReadModel } from './month-facts-read-model.ts';
import { Plans } from './repositories/plans.ts';
import { PolicyTrials } from './repositories/policy-trials.ts';
import { Solves } from './repositories/solves.ts';
import { TriedPolicies } from './repositories/tried-policies.ts';

/** A change of the policy, with what it would do to each draft that it touches. */
export interface PolicyTrialFacts {
  readonly trial: PolicyTrial;
  /** Empty where the policy has become so by now. */
  readonly changes: readonly TriedChange[];
  readonly months: readonly MonthEffect[];
  /** Months whose plan is not published, from the first of the change on; the others of them are not touched. */
  readonly drafts: readonly Month[];
}

export interface MonthEffect {
  readonly month: Month;
  readonly header: PlanHeader;
  readonly effect: PolicyEffect;
  /** The figure of the warning rules by which `effect` was judged. */
  readonly policy: Change<PlanningPolicy>;
  /** The plan that was asked for last; null before anybody has. */
  readonly solve: Solve | null;
  readonly plan: TriedPlan | null;
}

/** The plan that the engine made under the tried policy, beside the draft; both measured by the tried policy. */
export interface TriedPlan {
  readonly status: TrialResult['status'];
  readonly isVerified: boolean;
  /** The facts of the month, or the policy in force, have changed since it was made. */
  readonly isOutdated: boolean;
  readonly figures: Change<VariantFigures>;
  readonly differs: { readonly people: number; readonly meetings: number };
  readonly changes: readonly {
    readonly added: readonly Duty[];
    readonly dropped: readonly Duty[];
    readonly cost: ChangeCost;
  }[];
  readonly shareOf: (specialistId: SpecialistRef) => number;
  /** Of people who would have another number of visits. */
  readonly loads: readonly TrialLoad[];
}

@Injectable()
export class PolicyTrialReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly months: MonthFactsReadModel,
    private readonly plans: Plans,
    private readonly trials: PolicyTrials,
    private readonly tried: TriedPolicies,
    private readonly solves: Solves,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError plan.trial_not_found */
  read(id: PolicyTrialId): Promise<PolicyTrialFacts> {
    return this.work.run(async () => {
      const trial = await this.trials.get(id);
      const drafts = await this.draftsFrom(trial.from);
      const months: MonthEffect[] = [];
      for (const month of drafts) {
        const effect = await this.effectOn(month, trial);
        if (effect) months.push(effect);
      }
      return { trial, changes: await this.tried.changes(trial), months, drafts };
    });
  }

  /** The planning of a month under this policy that was asked for last. @throws DomainError plan.trial_not_found */
  solveOf(id: PolicyTrialId, month: Month): Promise<Solve | null> {
    return this.work.run(async () => {
      await this.trials.get(id);
      const asked = await this.trials.findPlan(id, month);
      return asked && this.solves.find(asked.solveId);
    });
  }

  private async draftsFrom(from: Month): Promise<Month[]> {
    const rows = await this.work.query<{ month: string }>(
      `select p.month::text as month from plans p where p.is_chosen and p.state in ('draft', 'submitted', 'approved') and p.month >= $1
         and not exists (select from plans o where o.month = p.month and o.state = 'published') order by p.month`,
      [firstDay(from)],
    );
    return rows.map(({ month }) => monthOf(month as Parameters<typeof monthOf>[0]));
  }

  /** Null where the month is planned by the same values as before, because a later decision counts for it. */
  private async effectOn(month: Month, trial: PolicyTrial): Promise<MonthEffect | null> {
    const header = await this.plans.findHeader(month);
    if (!header) return null;
    const policy = await this.tried.of(trial, header);
    if (canonicalJson(policy.before) === canonicalJson(policy.after)) return null;
    const now = this.clock.now();
    const duties = await this.plans.listAssignments(header.id);
    const lost = await this.plans.countLost(header.id, now);
    const effect = policyEffect(await this.months.readFor(header), { header, duties, lost }, policy);
    const asked = await this.trials.findPlan(trial.id, month);
    const solve = asked && (await this.solves.find(asked.solveId));
    const facts = await this.months.read(month, header.id);
    const ahead = await this.plans.listToSend(header.id, now);
    const plan = asked?.result ? triedPlan(facts, policy.after, ahead, asked.result) : null;
    return { month, header, effect, policy, solve, plan };
  }
}

function triedPlan(
  facts: MonthFacts,
  policy: PlanningPolicy,
  draft: readonly Duty[],
  { status, isVerified, refilled, inputHash: asked, duties }: TrialResult,
): TriedPlan {
  const problem = buildGround(facts, policy, refilled);
  const hand = new HandMonth(problem);
  const made = isPlan({ status }) ? proposedChanges(draft, duties) : [];
  const parts = made.flatMap(({ added, dropped }) => [...added, ...dropped]);
  return {
    status,
    isVerified,
    isOutdated: inputHash(buildProblem(facts, policy, refilled)) !== asked,
    figures: { before: variantFigures(problem, hand, draft), after: variantFigures(problem, hand, duties) },
    differs: {
      people: new Set(parts.map(({ specialistId }) => specialistId)).size,
      meetings: new Set(parts.map(({ meetingId }) => meetingId)).size,
    },
    changes: made.map((change) => {
      const dropped = new Set(change.dropped.map(keyOf));
      const after = [...draft.filter((duty) => !dropped.has(keyOf(duty))), ...change.added];
      return { ...change, cost: hand.costOfChange(draft, after) };
    }),
    shareOf: owedShares(problem.specialists),
    loads: isPlan({ status }) ? differingLoads(problem.specialists, draft, duties) : [],
  };
}

function keyOf({ specialistId, meetingId }: Duty): string {
  return `${meetingId}/${specialistId}`;
}
