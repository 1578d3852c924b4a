import { Injectable } from '@nestjs/common';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { OpenableMonth, WhyNot } from '../../../solver/index.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { Engine } from './ports.ts';

/** Explains why somebody does not go to a meeting in the month's current plan, and what it would cost if they did. */
@Injectable()
export class AskWhyNot {
  /** The plan opened in advance most recently. */
  private foreseen: string | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly engine: Engine,
  ) {}

  /** Null where the month has no plan. The engine runs outside of any transaction. */
  async execute(
    month: Month,
    wish: { readonly specialistId: string; readonly meetingId: string },
  ): Promise<WhyNot | null> {
    const plan = await this.work.run(() => this.plans.findHeader(month));
    if (plan === null) return null;
    return this.engine.whyNot(this.openable(plan), wish);
  }

  /**
   * Opens the month in the engine in advance for the question likely to come next. Nobody waits for it, and a failure
   * has no consequences.
   */
  foresee(month: Month, wish: { readonly specialistId: string; readonly meetingId: string }): void {
    this.open(month, wish).catch(() => undefined);
  }

  private async open(month: Month, wish: { readonly specialistId: string; readonly meetingId: string }): Promise<void> {
    const plan = await this.work.run(() => this.plans.findHeader(month));
    if (plan === null) return;
    const openable = this.openable(plan);
    if (this.foreseen === openable.key) return;
    this.foreseen = openable.key;
    await this.engine.whyNot(openable, wish);
  }

  /** A plan that people have changed is another one to the engine, which keeps plans open. */
  private openable({ id, revision }: PlanHeader): OpenableMonth {
    return { key: `${id}/${revision}`, load: () => this.work.run(() => this.plans.getSolution(id)) };
  }
}
