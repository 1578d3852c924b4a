import { Injectable } from '@nestjs/common';
import type { MeetingRef, SpecialistRef } from '../../../kernel/id.ts';
import {
  keepsMonthsOpen,
  type KnownPlan,
  type MonthEvent,
  type OpenableMonth,
  type Plan,
  type PlanProblem,
  type Progress,
  type Repairs,
  repairsInWorker,
  type RepairsOptions,
  solveInWorker,
  type WhyNot,
  whyNotInWorker,
} from '../../../solver/index.ts';
import { Engine, type Stops } from '../application/ports.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';

/** Nobody waits longer than this for a page. */
const ANSWER_MS = 10_000;
/** Whoever stops a solve gets its best plan, even from a busy machine. */
const GRACE_MS = 60_000;

/** The planning engine in threads of its own. */
@Injectable()
export class WorkerEngine extends Engine {
  async solve(
    problem: PlanProblem,
    { seed, timeLimitSeconds }: PlanningPolicy,
    onProgress: (progress: Progress) => void,
    { asked, atOnce }: Stops,
  ): Promise<{ plan: Plan; isVerified: boolean }> {
    const options = { seed, timeLimitMs: timeLimitSeconds * 1000, checkStopped: true };
    const stopping = { graceMs: GRACE_MS, atOnce };
    const signal = AbortSignal.any([asked, atOnce]);
    const plan = await solveInWorker(problem, options, onProgress, signal, stopping);
    return { plan, isVerified: plan.proof?.kind === 'verified' };
  }

  get keepsMonthsOpen(): boolean {
    return keepsMonthsOpen();
  }

  whyNot(
    month: OpenableMonth,
    wish: { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef },
  ): Promise<WhyNot> {
    return whyNotInWorker(month, wish, { timeLimitMs: ANSWER_MS });
  }

  repairs(
    problem: PlanProblem,
    known: KnownPlan,
    events: readonly MonthEvent[],
    options: RepairsOptions,
  ): Promise<Repairs> {
    return repairsInWorker(problem, known, events, options);
  }
}
