import { Injectable } from '@nestjs/common';
import type { PlanId } from '../../../../kernel/id.ts';
import { HandMonth } from '../../../../solver/index.ts';
import type { PlanBeginning } from '../../domain/month-plan.ts';
import { PlanSolutions } from './plan-solutions.ts';

export interface OpenPlan extends PlanBeginning {
  /** The month as the engine was asked about it, ready for questions about changes by hand. */
  readonly hand: HandMonth;
}

/** More are closed again, the longest unused first. A month of 400 meetings is some 4 MB. */
const MOST = 8;

/** Plans that people are changing: what they began as never changes, so each is read and worked out once. */
@Injectable()
export class OpenPlans {
  private readonly open = new Map<PlanId, OpenPlan>();

  constructor(private readonly solutions: PlanSolutions) {}

  async of(id: PlanId): Promise<OpenPlan> {
    const known = this.open.get(id) ?? (await this.load(id));
    this.open.delete(id);
    this.open.set(id, known);
    const [oldest] = this.open.keys();
    if (this.open.size > MOST && oldest !== undefined) this.open.delete(oldest);
    return known;
  }

  private async load(id: PlanId): Promise<OpenPlan> {
    const beginning = await this.solutions.beginning(id);
    return { ground: beginning.ground, solved: beginning.solved, hand: new HandMonth(beginning.ground) };
  }
}
