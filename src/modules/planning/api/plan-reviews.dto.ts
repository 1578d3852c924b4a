import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { REVIEW_KINDS, type ReviewKind } from '../domain/plan-review.ts';
import { PLAN_STATES, type PlanState } from '../domain/plan-state.ts';

const LONGEST_SENT = 10_000;

export class PlanReviewRequest {
  @ApiProperty({ format: 'uuid', description: 'The plan that was looked at' }) @IsUUID() planId!: string;
  @ApiProperty({ required: false, maxLength: 2000, description: 'A word to whoever reads it next' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SENT)
  comment?: string;
}

export class PlanReturnRequest {
  @ApiProperty({ format: 'uuid', description: 'The plan that was looked at' }) @IsUUID() planId!: string;
  @ApiProperty({ maxLength: 2000, description: 'What is to be changed' })
  @IsString()
  @MaxLength(LONGEST_SENT)
  comment!: string;
}

export class PlanReviewReply {
  @ApiProperty({ description: 'Within the month' }) number!: number;
  @ApiProperty({ enum: REVIEW_KINDS }) kind!: ReviewKind;
  @ApiProperty({ format: 'uuid', description: 'A plan that was sent back may have been replaced since' })
  planId!: string;
  @ApiProperty({ format: 'date-time' }) at!: Date;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'For whom, where a deputy acted' })
  onBehalfOf!: string | null;
  @ApiProperty({ type: String, nullable: true }) comment!: string | null;
}

export class PlanReviewsReply {
  @ApiProperty({ format: 'uuid' }) planId!: string;
  @ApiProperty({ description: 'What If-Match wants, in quotes' }) revision!: number;
  @ApiProperty({ enum: PLAN_STATES }) state!: PlanState;
  @ApiProperty({ description: 'Whether it must be approved before it is published' }) needsApproval!: boolean;
  @ApiProperty({ type: [PlanReviewReply], description: 'The first step first' }) items!: PlanReviewReply[];
}
