import { Injectable } from '@nestjs/common';
import { contentHash } from '../../../kernel/canonical-json.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { MeetingRef, SpecialistRef } from '../../../kernel/id.ts';
import { inputHash, type OpenableMonth, type WhyNot } from '../../../solver/index.ts';
import type { PlanSolution } from '../domain/month-plan.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { Engine } from './ports.ts';

/** Somebody and a meeting to which they do not go. */
interface Wish {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
}

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
  async execute(month: Month, wish: Wish): Promise<WhyNot | null> {
    const asked = await this.openable(month);
    return asked && this.engine.whyNot(asked, wish);
  }

  /**
   * Opens the month in the engine in advance for the question likely to come next, which is worked out only where the
   * month is not open yet. Nobody waits for it, and a failure has no consequences.
   */
  foresee(month: Month, likely: () => Wish | null): void {
    this.open(month, likely).catch(() => undefined);
  }

  private async open(month: Month, likely: () => Wish | null): Promise<void> {
    const asked = await this.openable(month);
    if (asked === null || this.foreseen === asked.key) return;
    this.foreseen = asked.key;
    const wish = likely();
    if (wish !== null) await this.engine.whyNot(asked, wish);
  }

  private async openable(month: Month): Promise<OpenableMonth | null> {
    const solution = await this.work.run(async () => {
      const header = await this.plans.findHeader(month);
      return header && this.plans.getSolution(header.id);
    });
    return solution && { key: keyOf(solution), load: () => Promise.resolve(solution) };
  }
}

/**
 * Everything that an answer depends on: a plan that people have changed, or of which they have decided something, is
 * another one to the engine, which keeps plans open; one that was changed back is the same again.
 */
function keyOf({ problem, plan }: PlanSolution): string {
  const pairs = plan.assignments.map(({ specialistId, meetingId }) => `${specialistId}/${meetingId}`).toSorted();
  return `${inputHash(problem)}/${contentHash([plan.tiers, pairs])}`;
}
