import { ApiProperty } from '../../../platform/http/api-description.ts';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { Plan, Progress } from '../../../solver/index.ts';
import type { SolveState } from '../application/ports.ts';
import { PLAN_STATES, type PlanState } from '../domain/plan-state.ts';

export class SolveReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] }) state!: SolveState;
  @ApiProperty({ type: Object, nullable: true, description: 'Phase, tier, incumbent, bound and elapsed milliseconds' })
  progress!: Progress | null;
}

export class TierReply {
  @ApiProperty({ enum: ['coverage', 'fairness', 'quality', 'stability', 'linkage'] }) tier!: string;
  @ApiProperty() objective!: number;
  @ApiProperty({ type: Number, nullable: true }) bound!: number | null;
  @ApiProperty({ type: Number, nullable: true }) gap!: number | null;
}

export class LeftOutReply {
  @ApiProperty({ format: 'uuid' }) meetingId!: string;
  @ApiProperty({ format: 'uuid' }) specialistId!: string;
}

export class PlanReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Rises with each change; what publication has to name' }) revision!: number;
  @ApiProperty({ enum: PLAN_STATES }) state!: PlanState;
  @ApiProperty({ enum: ['optimal', 'feasible', 'infeasible', 'unknown'] }) status!: Plan['status'];
  @ApiProperty({ description: 'Whether the independent checker came to the same' }) isVerified!: boolean;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) noticeId!: string | null;
  @ApiProperty({ description: 'All that the plan foresees, those of `leftOut` too' }) assignments!: number;
  @ApiProperty({
    type: [LeftOutReply],
    description:
      'Assignments of which nobody is told, because their meetings had begun before publication; of a draft those that have begun by now. Who went there all the same is entered as a visit outside the plan',
  })
  leftOut!: LeftOutReply[];
  @ApiProperty({ description: 'Meetings that want more observers than they have' }) uncovered!: number;
  @ApiProperty({ type: [TierReply], description: 'The most important tier first' }) tiers!: TierReply[];
}

export class PublishRequest {
  @ApiProperty({ format: 'uuid', description: 'The draft that was looked at; another one is refused with 412' })
  @IsUUID()
  planId!: string;

  @ApiProperty({ description: 'Its revision that was looked at; one that was changed since is refused with 412' })
  @IsInt()
  revision!: number;

  @ApiProperty({
    type: Number,
    required: false,
    minimum: 0,
    default: 0,
    description:
      'How many assignments were seen to be left out because their meetings had begun; 409 where it is another number by now',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  leftOut?: number;

  @ApiProperty({
    type: Number,
    required: false,
    minimum: 1,
    maximum: 99_999,
    description: 'The number of the notice that the office’s own register gave; left out, the next one is taken',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(99_999)
  noticeNumber?: number;
}

export class PublicationReply {
  @ApiProperty() visits!: number;
  @ApiProperty({ description: 'Assignments of which nobody was told, because their meetings had begun' })
  leftOut!: number;
  @ApiProperty() mails!: number;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) noticeId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '05-TB/BTCQU' }) noticeSymbol!: string | null;
}
