import { Injectable } from '@nestjs/common';
import type { PlanRef } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import {
  type MonthVariants,
  type Solve,
  Solves,
  type VariantDifference,
  VariantsReadModel,
} from '../../modules/planning/index.ts';
import type { DeskNames } from '../desk/desk-names.ts';
import { DeskNamesReadModel } from '../desk/desk-names-read-model.ts';
import type { MonthProgress } from '../month/month-progress.ts';
import { MonthProgressReadModel } from '../month/month-progress-read-model.ts';

/** What the pages of variants show, read in one transaction. */
export interface VariantsScreen {
  readonly monthProgress: MonthProgress;
  readonly month: MonthVariants;
  /** The last variant that the engine was asked for. */
  readonly solve: Solve | null;
  readonly names: DeskNames;
}

@Injectable()
export class VariantsScreenReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly variants: VariantsReadModel,
    private readonly solves: Solves,
    private readonly names: DeskNamesReadModel,
    private readonly progress: MonthProgressReadModel,
  ) {}

  read(month: Month, locale: Locale): Promise<VariantsScreen> {
    return this.work.run(async () => ({
      monthProgress: await this.progress.of(month, '/variants'),
      month: await this.variants.read(month),
      solve: await this.solves.findLatest(month, 'variant'),
      names: await this.names.read(month, locale),
    }));
  }

  /** Null for the plan that counts, which differs from nothing. @throws DomainError plan.variant_not_found */
  compare(
    month: Month,
    id: PlanRef,
    locale: Locale,
  ): Promise<(VariantsScreen & { readonly difference: VariantDifference }) | null> {
    return this.work.run(async () => {
      const difference = await this.variants.difference(month, id);
      return difference && { ...(await this.read(month, locale)), difference };
    });
  }
}
