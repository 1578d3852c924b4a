import { newId, type PlanId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { Plan, PlanProblem, Progress } from '../../../solver/index.ts';
import { throttledProgress } from '../../engine/index.ts';
import { buildGround, buildProblem } from '../domain/build-problem.ts';
import { draftDifference } from '../domain/draft-difference.ts';
import { leaveOutGone } from '../domain/leave-out-gone.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import { draftOf, isPlan, MAIN_VARIANT, type MonthPlan, type PlanHeader, PROPOSAL } from '../domain/month-plan.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';
import { placesOf, placesToRefill } from '../domain/round.ts';
import { type SolveFailure, solveFailure } from '../domain/solve-failure.ts';
import { freeName, MOST_VARIANTS, variantsAmong } from '../domain/variant.ts';
import { withDecisions } from '../domain/with-decisions.ts';
import type { WantedVariant } from './plan-month.ts';
import { Engine, type SolveId, type Stops } from './ports.ts';
import { PlanEdits } from '../infra/repositories/plan-edits.ts';
import { Solves } from '../infra/repositories/solves.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { Plans } from '../infra/repositories/plans.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'plan.solved': { readonly month: Month; readonly planId: PlanId };
  }
}

/** Each takes a solve; what the first leave over is nearly all. */
const MOST_ROUNDS = 4;

interface Answer {
  /** What the engine was asked, before anybody's decisions were put to it. */
  readonly ground: PlanProblem;
  readonly problem: PlanProblem;
  readonly plan: Plan;
  readonly isVerified: boolean;
  readonly refilled: number;
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
    private readonly engine: Engine,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async execute(month: Month, solveId: SolveId, stopping: AbortSignal, variant?: WantedVariant): Promise<void> {
    const asked = await this.work.run(async () => {
      const solve = await this.solves.find(solveId);
      if (solve?.state !== 'waiting' && solve?.state !== 'running') return null; // repeated after it was done
      const from = variant ? await this.plans.findDraft(month, variant.from) : await this.plans.findHeader(month);
      const facts = await this.months.find(month, from?.id ?? null);
      if (!facts) return null;
      await this.solves.move(solveId, 'running');
      const ownPolicy = variant?.ownPolicy ?? from?.ownPolicy ?? {};
      return { facts, ownPolicy, policy: await this.months.policyOf({ month, ownPolicy }) };
    });
    if (!asked) return;
    const asksToStop = new AbortController();
    const stops = { asked: asksToStop.signal, atOnce: stopping };
    let hasPlan = false;
    try {
      const reporting = throttledProgress((progress) => {
        // A later question of the same solve begins anew, but what was found before is still there.
        hasPlan ||= progress.incumbent !== null;
        return this.work.run(() => this.solves.report(solveId, { ...progress, hasPlan }));
      }, asksToStop);
      const answer = await this.solve(asked.facts, asked.policy, reporting.onProgress, stops).finally(() =>
        reporting.end(),
      );
      if (answer.plan.status === 'unknown' && asksToStop.signal.aborted) {
        await this.notMade(month, solveId, 'cancelled');
      } else if (variant) await this.keepVariant(month, solveId, variant, asked, answer);
      else await this.keepPlan(month, solveId, asked, answer);
    } catch (error) {
      // The process ends, or the database is away: the job comes again and solves anew.
      if (stopping.aborted || isDomainError(error, 'database.unavailable')) throw error;
      if (asksToStop.signal.aborted) await this.notMade(month, solveId, 'cancelled');
      else {
        await this.notMade(month, solveId, solveFailure(error, buildProblem(asked.facts, asked.policy)));
        throw error;
      }
    }
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
      const former = before && isTaken ? await this.plans.listAssignments(before.id) : null;
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
        await this.notMade(month, solveId, { contradictions: [] });
        return;
      }
      const name = freeName(wanted.name, variants);
      await this.keep({ id: wanted.id, month, name, isChosen: false, ownPolicy: asked.ownPolicy }, answer, asked.facts);
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

  /** What there was before stays as it is. */
  private notMade(month: Month, solveId: SolveId, why: 'cancelled' | SolveFailure): Promise<void> {
    return this.work.run(async () => {
      if (why === 'cancelled') await this.solves.move(solveId, why);
      else await this.solves.fail(solveId, why);
      const details = { state: why === 'cancelled' ? why : 'failed' };
      this.audit.record({ action: 'plan.not_made', subject: { kind: 'month', id: month }, details });
    });
  }

  private async isByHand({ id, handMade }: PlanHeader): Promise<boolean> {
    return handMade > 0 || (await this.edits.listDecisions(id)).length > 0;
  }

  /**
   * Which meetings collide is known once they are planned. Places that stay empty are offered to the next most valuable
   * meetings, until none is left over or nothing more fits.
   */
  private async solve(
    facts: MonthFacts,
    policy: PlanningPolicy,
    report: (progress: Progress) => void,
    stops: Stops,
  ): Promise<Answer> {
    const places = placesOf(facts, policy);
    let best: Answer | null = null;
    let seconds = policy.timeLimitSeconds;
    for (let refilled = 0, rounds = 0; ; rounds += 1) {
      const ground = buildGround(facts, policy, refilled);
      const problem = withDecisions(ground, facts.decisions);
      const limited = { ...policy, timeLimitSeconds: seconds };
      const { plan, isVerified } = await this.engine.solve(problem, limited, report, stops);
      if (best && plan.status !== 'optimal' && plan.status !== 'feasible') return best;
      best = { ground, problem, plan, isVerified, refilled };
      const more = placesToRefill(problem, plan, places);
      seconds -= plan.effort.elapsedMs / 1000;
      const isOver = stops.asked.aborted || plan.status !== 'optimal' || seconds < 1 || rounds === MOST_ROUNDS;
      if (more === 0 || isOver) return best;
      refilled += more;
    }
  }
}
