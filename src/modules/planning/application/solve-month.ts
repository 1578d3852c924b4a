import { type MeetingId, newId, type PlanId, type SpecialistId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { inputHash } from '../../../solver/index.ts';
import { buildProblem } from '../domain/build-problem.ts';
import { draftDifference } from '../domain/draft-difference.ts';
import { leaveOutGone } from '../domain/leave-out-gone.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import { draftOf, isPlan, MAIN_VARIANT, type MonthPlan, type PlanHeader, PROPOSAL } from '../domain/month-plan.ts';
import type { PolicyTrialId } from '../domain/policy-trial.ts';
import { freeName, MOST_VARIANTS, variantsAmong } from '../domain/variant.ts';
import { FollowedSolve } from './followed-solve.ts';
import type { WantedVariant } from './plan-month.ts';
import { Engine, type SolveId } from './ports.ts';
import { type Answer, solveRounds } from './solve-rounds.ts';
import { PlanEdits } from '../infra/repositories/plan-edits.ts';
import { PolicyTrials } from '../infra/repositories/policy-trials.ts';
import { Solves } from '../infra/repositories/solves.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { TriedPolicies } from '../infra/repositories/tried-policies.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'plan.solved': { readonly month: Month; readonly planId: PlanId };
  }
}

/** What was asked, and of which month. */
interface Asked {
  readonly facts: MonthFacts;
  readonly ownPolicy: PlanHeader['ownPolicy'];
}

type NewDraft = Pick<MonthPlan, 'id' | 'month' | 'name' | 'isChosen' | 'ownPolicy'> &
  Partial<Pick<MonthPlan, 'difference'>>;

/** The job behind a solve: reads in one transaction, solves outside of any, stores the draft in another. */
@Injectable()
export class SolveMonth {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: MonthFactsReadModel,
    private readonly plans: Plans,
    private readonly edits: PlanEdits,
    private readonly solves: Solves,
    private readonly trials: PolicyTrials,
    private readonly tried: TriedPolicies,
    private readonly engine: Engine,
    private readonly followed: FollowedSolve,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async execute(
    month: Month,
    solveId: SolveId,
    stopping: AbortSignal,
    { variant, trialId }: { readonly variant?: WantedVariant; readonly trialId?: PolicyTrialId } = {},
  ): Promise<void> {
    const asked = await this.work.run(async () => {
      const solve = await this.solves.find(solveId);
      if (solve?.state !== 'waiting' && solve?.state !== 'running') return null; // repeated after it was done
      const from = variant ? await this.plans.findDraft(month, variant.from) : await this.plans.findHeader(month);
      const facts = await this.months.find(month, from?.id ?? null);
      if (!facts) return null;
      await this.solves.move(solveId, 'running');
      const ownPolicy = variant?.ownPolicy ?? from?.ownPolicy ?? {};
      const policy = trialId
        ? (await this.tried.of(await this.trials.get(trialId), { month, ownPolicy })).after
        : await this.months.policyOf({ month, ownPolicy });
      return { facts, ownPolicy, policy };
    });
    if (!asked) return;
    await this.followed.run(month, solveId, stopping, {
      solve: (report, stops) => solveRounds(this.engine, asked.facts, asked.policy, report, stops),
      keep: (answer) => {
        if (trialId) return this.keepTrial(solveId, answer);
        return variant
          ? this.keepVariant(month, solveId, variant, asked, answer)
          : this.keepPlan(month, solveId, asked, answer);
      },
      problem: () => buildProblem(asked.facts, asked.policy),
    });
  }

  /** The answer becomes the month's draft, or is proposed to the one that people have made. */
  private keepPlan(month: Month, solveId: SolveId, { facts, ownPolicy }: Asked, answer: Answer): Promise<void> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const before = await this.plans.findHeader(month);
      if (before && before.state !== 'draft') return this.solves.move(solveId, 'cancelled');
      // What people have made by hand, or chosen, is theirs: the engine's plan is proposed beside it.
      const isTaken = before === null || (before.name === MAIN_VARIANT && !(await this.isByHand(before)));
      const name = isTaken ? MAIN_VARIANT : PROPOSAL;
      // Nobody misses what has begun.
      const former = before && isTaken ? await this.plans.listToSend(before.id, this.clock.now()) : null;
      const difference = former && draftDifference(former, answer.plan.assignments);
      await this.keep({ id: newId<'Plan'>(), month, name, isChosen: isTaken, ownPolicy, difference }, answer, facts);
      await this.solves.move(solveId, 'done');
    });
  }

  /** The answer becomes one more variant; without a plan there is nothing to compare. */
  private keepVariant(
    month: Month,
    solveId: SolveId,
    wanted: WantedVariant,
    asked: Asked,
    answer: Answer,
  ): Promise<void> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const chosen = await this.plans.findHeader(month);
      const variants = variantsAmong(await this.plans.listDrafts(month));
      if (!chosen || chosen.state === 'published' || variants.length >= MOST_VARIANTS) {
        return this.solves.move(solveId, 'cancelled');
      }
      if (!isPlan(answer.plan)) {
        await this.followed.notMade(month, solveId, { contradictions: [] });
        return;
      }
      const name = freeName(wanted.name, variants);
      await this.keep({ id: wanted.id, month, name, isChosen: false, ownPolicy: asked.ownPolicy }, answer, asked.facts);
      await this.solves.move(solveId, 'done');
    });
  }

  /** Only to be looked at: no draft comes of it. */
  private keepTrial(solveId: SolveId, { problem, plan, isVerified, refilled }: Answer): Promise<void> {
    return this.work.run(async () => {
      const { status } = plan;
      const duties = plan.assignments.map(({ specialistId, meetingId }) => ({
        specialistId: specialistId as SpecialistId,
        meetingId: meetingId as MeetingId,
      }));
      await this.trials.keepPlan(solveId, { status, isVerified, refilled, inputHash: inputHash(problem), duties });
      await this.solves.move(solveId, 'done');
    });
  }

  private async keep(made: NewDraft, { ground, problem, plan, isVerified, refilled }: Answer, facts: MonthFacts) {
    const { id, month, name } = made;
    const by = { madeAt: this.clock.now(), madeBy: this.work.actor.accountId };
    await this.plans.replaceDraft(
      draftOf({ ...made, ...by, isVerified, refilled }, { problem, plan }),
      ground,
      facts.decisions,
    );
    const { leftOut } = leaveOutGone(facts);
    const { status, inputHash } = plan;
    this.audit.record({
      action: 'plan.solved',
      subject: { kind: 'plan', id },
      details: { month, name, status, inputHash, isVerified, leftOut },
    });
    await this.events.publish('plan.solved', { month, planId: id }, { subject: id, about: [`month/${month}`] });
  }

  private async isByHand({ id, handMade }: PlanHeader): Promise<boolean> {
    return handMade > 0 || (await this.edits.listDecisions(id)).length > 0;
  }
}
