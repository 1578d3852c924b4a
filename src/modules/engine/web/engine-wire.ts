import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { Progress } from '../../../solver/index.ts';
import type { EngineSolve, EngineSolveState } from '../application/ports.ts';

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
}: Pick<EngineSolve, 'id' | 'state' | 'progress'>): EngineSolveReply {
  return { id, state, progress, plan: state === 'done' ? `/api/v1/solve/${id}/plan` : null };
}
