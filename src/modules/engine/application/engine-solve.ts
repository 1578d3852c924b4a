import type { Id } from '../../../kernel/id.ts';
import type { Progress, SolveOptions } from '../../../solver/index.ts';

export type EngineSolveId = Id<'EngineSolve'>;
export type EngineSolveState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A problem to be solved that is no month of the committee. */
export interface EngineSolve {
  readonly id: EngineSolveId;
  readonly state: EngineSolveState;
  readonly progress: Progress | null;
  readonly hasPlan: boolean;
  readonly askedAt: Date;
}

export interface EngineTask {
  /** JSON text as `readProblemText` returns it; it is only stored and passed on. */
  readonly problem: string;
  readonly options: SolveOptions;
}
