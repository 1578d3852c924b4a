import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { PlanRef, SpecialistRef } from '../../../kernel/id.ts';
import { type ChangeCost, HandMonth, type PlanProblem } from '../../../solver/index.ts';
import { type PolicyValues, valuesIn } from '../../policies/index.ts';
import type {} from '../errors.ts';
import { buildGround } from '../domain/build-problem.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { VARIANT_FIELDS } from '../domain/own-policy.ts';
import { owedShares } from '../domain/owed-share.ts';
import type { Duty } from '../domain/plan-decision.ts';
import { proposedChanges } from '../domain/proposed-changes.ts';
import { variantsAmong } from '../domain/variant.ts';
import { type VariantFigures, variantFigures } from '../domain/variant-figures.ts';
import { MonthFactsReadModel } from './month-facts-read-model.ts';
import { PlanGroundReadModel } from './plan-ground-read-model.ts';
import { Plans } from './repositories/plans.ts';

/** A variant with what it comes to. */
export interface VariantFacts {
  readonly header: PlanHeader;
  readonly figures: VariantFigures;
  /** It would be planned differently now, or has lost assignments: it cannot be published as it is. */
  readonly isOutdated: boolean;
  /** How many people and meetings are not as in the chosen variant. */
  readonly differs: { readonly people: number; readonly meetings: number };
}

export interface MonthVariants {
  readonly month: Month;
  /** Before publication; the chosen one first, then in the order in which they were made. */
  readonly variants: readonly VariantFacts[];
  /** What the committee has decided, by the keys of `VARIANT_FIELDS`. */
  readonly policy: PolicyValues;
}

/** One variant against the chosen one. */
export interface VariantDifference {
  readonly variant: VariantFacts;
  readonly chosen: VariantFacts;
  /** In the smallest parts that share nobody and no meeting, each with what it costs by the committee's policy. */
  readonly changes: readonly {
    readonly added: readonly Duty[];
    readonly dropped: readonly Duty[];
    readonly cost: ChangeCost;
  }[];
  /** In hundredths of a visit. */
  readonly shareOf: (specialistId: SpecialistRef) => number;
}

@Injectable()
export class VariantsReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: MonthFactsReadModel,
    private readonly plans: Plans,
    private readonly grounds: PlanGroundReadModel,
    private readonly clock: Clock,
  ) {}

  read(month: Month): Promise<MonthVariants> {
    return this.work.run(async () => {
      const policy = valuesIn(await this.months.policy(month), VARIANT_FIELDS);
      const { variants } = await this.measured(month);
      return { month, policy, variants: variants.map(({ duties: _, ...facts }) => facts) };
    });
  }

  /** Null for the plan that counts, which differs from nothing. @throws DomainError plan.variant_not_found */
  difference(month: Month, id: PlanRef): Promise<VariantDifference | null> {
    return this.work.run(async () => {
      if ((await this.plans.findHeader(month))?.id === id) return null;
      const { variants, hand, problem } = await this.measured(month);
      const [chosen, variant] = [
        variants.find(({ header }) => header.isChosen),
        variants.find(({ header }) => header.id === id),
      ];
      if (!chosen || !variant) throw new DomainError('plan.variant_not_found', { month });
      const changes = proposedChanges(chosen.duties, variant.duties).map((change) => {
        const dropped = new Set(change.dropped.map(keyOf));
        const after = [...chosen.duties.filter((duty) => !dropped.has(keyOf(duty))), ...change.added];
        return { ...change, cost: hand.costOfChange(chosen.duties, after) };
      });
      return { variant, chosen, changes, shareOf: owedShares(problem.specialists) };
    });
  }

  /** All by the committee's policy and the facts of today. */
  private async measured(month: Month): Promise<{
    readonly variants: readonly (VariantFacts & { readonly duties: readonly Duty[] })[];
    readonly hand: HandMonth;
    readonly problem: PlanProblem;
  }> {
    const drafts = variantsAmong(await this.plans.listDrafts(month)).toSorted(
      (a, b) => Number(b.isChosen) - Number(a.isChosen),
    );
    const [first] = drafts;
    const problem = buildGround(await this.months.read(month), await this.months.policy(month), first?.refilled);
    const hand = new HandMonth(problem);
    // What has begun counts in none of them, whichever was made before it began.
    const ahead = ({ id }: PlanHeader) => this.plans.listToSend(id, this.clock.now());
    const own = first ? await ahead(first) : [];
    const variants: (VariantFacts & { readonly duties: readonly Duty[] })[] = [];
    for (const header of drafts) {
      const duties = header === first ? own : await ahead(header);
      variants.push({
        header,
        duties,
        figures: variantFigures(problem, hand, duties),
        isOutdated: await this.grounds.isOutdatedNow(header),
        differs: countsOf(own, duties),
      });
    }
    return { variants, hand, problem };
  }
}

function countsOf(own: readonly Duty[], duties: readonly Duty[]): VariantFacts['differs'] {
  const parts = proposedChanges(own, duties).flatMap(({ added, dropped }) => [...added, ...dropped]);
  return {
    people: new Set(parts.map(({ specialistId }) => specialistId)).size,
    meetings: new Set(parts.map(({ meetingId }) => meetingId)).size,
  };
}

function keyOf({ specialistId, meetingId }: Duty): string {
  return `${meetingId}/${specialistId}`;
}
