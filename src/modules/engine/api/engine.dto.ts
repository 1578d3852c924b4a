import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { Progress } from '../../../solver/index.ts';
import type { EngineSolve, EngineSolveState } from '../application/engine-solve.ts';

const STATES: readonly EngineSolveState[] = ['waiting', 'running', 'done', 'failed', 'cancelled'];

export class EngineSolveReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: STATES }) state!: EngineSolveState;
  @ApiProperty({ type: Object, nullable: true, description: 'Phase, tier, incumbent, bound and elapsed milliseconds' })
  progress!: Progress | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where the plan is, once there is one' })
  plan!: string | null;
}

export function engineSolveReply({
  id,
  state,
  progress,
  hasPlan,
}: Pick<EngineSolve, 'id' | 'state' | 'progress' | 'hasPlan'>): EngineSolveReply {
  return { id, state, progress, plan: hasPlan ? `/api/v1/solve/${id}/plan` : null };
}
