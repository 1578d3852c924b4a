import type { Id } from '../../../kernel/id.ts';
import type { Progress, SolveOptions } from '../../../solver/index.ts';

export type EngineSolveId = Id<'EngineSolve'>;
export type EngineSolveState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A problem that somebody wants solved, apart from any month of the committee. */
export interface EngineSolve {
  readonly id: EngineSolveId;
  readonly state: EngineSolveState;
  readonly progress: Progress | null;
  readonly hasPlan: boolean;
  readonly askedAt: Date;
}

export interface EngineTask {
  /** JSON, as `readProblemText` writes it: nobody here needs more of it. */
  readonly problem: string;
  readonly options: SolveOptions;
}

export abstract class EngineSolves {
  abstract countOpen(): Promise<number>;
  abstract insert(id: EngineSolveId, task: EngineTask): Promise<void>;
  abstract find(id: EngineSolveId): Promise<EngineSolve | null>;
  /** What is to be solved; null once it is over. Marks it as running. */
  abstract begin(id: EngineSolveId): Promise<EngineTask | null>;
  /** Answers whether somebody has asked to stop. */
  abstract report(id: EngineSolveId, progress: Progress): Promise<boolean>;
  abstract end(id: EngineSolveId, state: 'done' | 'failed' | 'cancelled', plan: string | null): Promise<void>;
  /** JSON. */
  abstract plan(id: EngineSolveId): Promise<string | null>;
  /** What waits is over at once; what runs stops at its next report. */
  abstract cancel(id: EngineSolveId): Promise<void>;
  /** Forgets what was asked before, and is over. @returns how many are gone. */
  abstract deleteBefore(instant: Date): Promise<number>;
}
