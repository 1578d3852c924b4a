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
