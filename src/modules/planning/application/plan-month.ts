import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId, type PlanId } from '../../../kernel/id.ts';
import { isOver } from '../../../kernel/tracked-jobs.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { PolicyValues } from '../../policies/index.ts';
import type {} from '../errors.ts';
import { mustBeReplaceable } from '../domain/month-plan.ts';
import { ownPolicyOf } from '../domain/own-policy.ts';
import { isSettled } from '../domain/settled-month.ts';
import type { PolicyTrialId } from '../domain/policy-trial.ts';
import { mustHaveRoom, newVariantName, variantsAmong } from '../domain/variant.ts';
import type { SolveId } from './ports.ts';
import { PolicyTrials } from '../infra/repositories/policy-trials.ts';
import { Solves, type SolveSubject } from '../infra/repositories/solves.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { Plans } from '../infra/repositories/plans.ts';

declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'plan.solve': {
      readonly month: Month;
      readonly solveId: SolveId;
      readonly variant?: WantedVariant;
      readonly trialId?: PolicyTrialId;
      readonly isReplan?: true;
    };
  }
}

/** A variant that the engine is to make. */
export interface WantedVariant {
  readonly id: PlanId;
  readonly name: string;
  /** The plan whose decisions it keeps. */
  readonly from: PlanId;
  readonly ownPolicy: PolicyValues;
}

/** Requests a plan of a month, or one more variant; a job makes it. */
@Injectable()
export class PlanMonth {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: MonthFactsReadModel,
    private readonly plans: Plans,
    private readonly solves: Solves,
    private readonly trials: PolicyTrials,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The solve that is already open, or a new one. @throws DomainError plan.already_published, plan.under_review,
   * plan.nothing_to_plan, plan.month_over
   */
  execute(month: Month): Promise<SolveId> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      mustBeReplaceable(month, await this.plans.findHeader(month));
      const running = await this.findRunning(month, 'plan');
      if (running) return running;
      await this.mustBePlannable(month);
      const id = newId<'Solve'>();
      await this.solves.insert(id, month);
      await this.jobs.enqueue('plan.solve', { month, solveId: id }, { key: id });
      this.audit.record({ action: 'plan.asked_for', subject: { kind: 'month', id: month } });
      return id;
    });
  }

  /**
   * One more variant, planned by these choices; everything that people have decided in the other is kept. Asking for the
   * same variant again (`id`) is asking once.
   * @throws DomainError plan.variant_not_found, plan.already_published, plan.too_many_variants, plan.variant_name,
   * plan.variant_name_taken, plan.variant_under_way, plan.nothing_to_plan,
   * plan.month_over
   */
  variant(month: Month, wanted: Omit<WantedVariant, 'ownPolicy'> & { readonly chosen: PolicyValues }): Promise<void> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const chosen = await this.plans.findHeader(month);
      if (chosen?.state === 'published') mustBeReplaceable(month, chosen);
      const variants = variantsAmong(await this.plans.listDrafts(month));
      if (variants.some(({ id }) => id === wanted.id)) return;
      const running = await this.findRunning(month, 'variant');
      if (running === (wanted.id as string)) return;
      if (running) throw new DomainError('plan.variant_under_way', { month });
      if (!variants.some(({ id }) => id === wanted.from)) throw new DomainError('plan.variant_not_found', { month });
      mustHaveRoom(variants);
      const name = newVariantName(wanted.name, variants);
      await this.mustBePlannable(month);
      const ownPolicy = ownPolicyOf(wanted.chosen, await this.months.policy(month));
      // The planning of a variant is called as the variant itself, so that a second click is known.
      const [id, solveId] = [wanted.id, wanted.id as string as SolveId];
      await this.solves.insert(solveId, month, 'variant');
      await this.jobs.enqueue(
        'plan.solve',
        { month, solveId, variant: { id, name, from: wanted.from, ownPolicy } },
        { key: solveId },
      );
      const details = { month, name, ownPolicy };
      this.audit.record({ action: 'plan.variant_asked_for', subject: { kind: 'plan', id }, details });
    });
  }

  /**
   * A plan of the month as it would be made under a policy that is only tried; it is shown beside the draft and becomes
   * none. Asking again while it is made is asking once. @throws DomainError plan.trial_not_found,
   * plan.already_published, plan.not_found, plan.trial_under_way, plan.nothing_to_plan, plan.month_over
   */
  trial(month: Month, trialId: PolicyTrialId): Promise<void> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      await this.trials.get(trialId);
      const draft = await this.plans.findHeader(month);
      if (!draft) throw new DomainError('plan.not_found', { month });
      if (draft.state === 'published') throw new DomainError('plan.already_published', { month });
      const running = await this.findRunning(month, 'trial');
      if (running && (await this.trials.findPlan(trialId, month))?.solveId === running) return;
      if (running) throw new DomainError('plan.trial_under_way', { month });
      await this.mustBePlannable(month);
      const solveId = newId<'Solve'>();
      await this.solves.insert(solveId, month, 'trial');
      await this.trials.askForPlan(trialId, month, solveId);
      await this.jobs.enqueue('plan.solve', { month, solveId, trialId }, { key: solveId });
      this.audit.record({ action: 'plan.trial_asked_for', subject: { kind: 'month', id: month } });
    });
  }

  private async mustBePlannable(month: Month): Promise<void> {
    const facts = await this.months.find(month);
    if (!facts) throw new DomainError('plan.nothing_to_plan', { month });
    if (facts.meetings.every((meeting) => isSettled(meeting, facts)))
      throw new DomainError('plan.month_over', { month });
  }

  /** The planning that is under way; one whose job was abandoned when its process died has failed. */
  async findRunning(month: Month, about: SolveSubject): Promise<SolveId | null> {
    const running = await this.solves.findRunning(month, about);
    if (!running) return null;
    if (!running.isAbandoned && (await this.jobs.isUnderWay('plan.solve', running.id))) return running.id;
    await this.solves.move(running.id, 'failed');
    return null;
  }

  /**
   * Ends a solve; the best plan found by then is the month's plan. Stopping again, or what is over, changes nothing.
   * @returns whether anything was left to stop, and whether there was a plan by then
   */
  stop(id: SolveId): Promise<'over' | 'with_plan' | 'without_plan'> {
    return this.work.run(async () => {
      const found = await this.solves.find(id);
      if (!found) return 'over';
      // Of two who press at once the second finds it stopping.
      await this.plans.lock(found.month);
      const solve = (await this.solves.find(id)) ?? found;
      if (isOver(solve.state)) return 'over';
      if (!solve.isStopping) {
        if (solve.isAbandoned) await this.solves.move(id, 'cancelled');
        else await this.solves.askToStop(id);
        this.audit.record({ action: 'plan.stop_asked_for', subject: { kind: 'solve', id } });
      }
      return solve.progress?.hasPlan === true && !solve.isAbandoned ? 'with_plan' : 'without_plan';
    });
  }
}
