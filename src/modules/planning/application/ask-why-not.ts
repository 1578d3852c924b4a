import { setImmediate as afterTheReply } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { contentHash } from '../../../kernel/canonical-json.ts';
import type { MeetingRef, SpecialistRef } from '../../../kernel/id.ts';
import { inputHash, type OpenableMonth, type WhyNot } from '../../../solver/index.ts';
import type { PlanHeader, PlanSolution } from '../domain/month-plan.ts';
import { Engine } from './ports.ts';

/** Somebody and a meeting to which they do not go. */
interface Wish {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
}

type OpenedPlan = PlanSolution & Pick<PlanHeader, 'id'>;

/** Explains why somebody does not go to a meeting in a plan, and what it would cost if they did. */
@Injectable()
export class AskWhyNot {
  /** What was opened in advance most recently. */
  private foreseen: string | null = null;

  constructor(private readonly engine: Engine) {}

  /** The engine runs outside of any transaction. */
  execute(solution: PlanSolution, wish: Wish): Promise<WhyNot> {
    return this.engine.whyNot(openable(solution), wish);
  }

  /**
   * Opens the month in the engine in advance for the question likely to come next, which is worked out only where the
   * month is not open yet. Nobody waits for it, and a failure has no consequences.
   */
  foresee(solution: OpenedPlan, likely: () => Wish | null): void {
    this.open(solution, likely).catch(() => undefined);
  }

  private async open(solution: OpenedPlan, likely: () => Wish | null): Promise<void> {
    await afterTheReply();
    const opened = openedWith(solution);
    if (this.engine.keepsMonthsOpen && this.foreseen === opened) return;
    this.foreseen = opened;
    const wish = likely();
    if (wish !== null) await this.engine.whyNot(openable(solution), wish);
  }
}

/** What the engine keeps open for a plan: it turns from one state of a draft to the next, unless people have overruled a rule. */
function openedWith(solution: OpenedPlan): string {
  const { published, pins } = solution.problem;
  const isTurned = published === null && pins.every(({ overrules = [] }) => overrules.length === 0);
  return isTurned ? solution.id : keyOf(solution);
}

function openable(solution: PlanSolution): OpenableMonth {
  return { key: keyOf(solution), load: () => Promise.resolve(solution) };
}

/**
 * Everything that an answer depends on: a plan that people have changed, or of which they have decided something, is
 * another one to the engine, which keeps plans open; one that was changed back is the same again.
 */
function keyOf({ problem, plan }: PlanSolution): string {
  const pairs = plan.assignments.map(({ specialistId, meetingId }) => `${specialistId}/${meetingId}`).toSorted();
  return `${inputHash(problem)}/${contentHash([plan.tiers, pairs])}`;
}
