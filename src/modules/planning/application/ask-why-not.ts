import { Injectable } from '@nestjs/common';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { WhyNot } from '../../../solver/index.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { Engine } from './ports.ts';

/** Why somebody does not go to a meeting in the plan of the month that counts, and what it would cost if they did. */
@Injectable()
export class AskWhyNot {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly engine: Engine,
  ) {}

  /** Null where the month has no plan. The engine works outside of any transaction. */
  async execute(
    month: Month,
    wish: { readonly specialistId: string; readonly meetingId: string },
  ): Promise<WhyNot | null> {
    const plan = await this.work.run(() => this.plans.findHeader(month));
    if (plan === null) return null;
    const load = () => this.work.run(() => this.plans.getSolution(plan.id));
    return this.engine.whyNot({ key: plan.id, load }, wish);
  }
}
