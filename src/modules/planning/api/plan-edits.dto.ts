import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { DeskAction, NotedAction } from '../domain/desk-action.ts';

export const ACTION_KINDS = [
  'assign',
  'unassign',
  'move',
  'replace',
  'swap',
  'pin',
  'forbid',
  'release',
] as const satisfies readonly DeskAction['kind'][];

const UUID = { format: 'uuid' } as const;

export class EditRequest {
  @ApiProperty({ ...UUID, description: 'The draft that is changed' }) @IsUUID() planId!: string;
  @ApiProperty({ enum: ACTION_KINDS }) @IsIn(ACTION_KINDS) kind!: DeskAction['kind'];
  @ApiProperty(UUID) @IsUUID() specialistId!: string;
  @ApiProperty(UUID) @IsUUID() meetingId!: string;
  @ApiProperty({ ...UUID, required: false, description: 'Of `move`: where the same person goes instead' })
  @IsOptional()
  @IsUUID()
  toMeetingId?: string;
  @ApiProperty({ ...UUID, required: false, description: 'Of `replace`: who goes instead' })
  @IsOptional()
  @IsUUID()
  bySpecialistId?: string;
  @ApiProperty({ ...UUID, required: false, description: 'Of `swap`: whose meeting is taken' })
  @IsOptional()
  @IsUUID()
  withSpecialistId?: string;
  @ApiProperty({ ...UUID, required: false, description: 'Of `swap`: the meeting that is taken' })
  @IsOptional()
  @IsUUID()
  withMeetingId?: string;
  @ApiProperty({ required: false, maxLength: 500, description: 'Why, where it breaks rules that may be overruled' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class TurnRequest {
  @ApiProperty({ ...UUID, description: 'The draft that is changed' }) @IsUUID() planId!: string;
}

export class EditReply {
  @ApiProperty() number!: number;
  @ApiProperty({ type: Object, description: 'As it was asked for' }) action!: NotedAction;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ format: 'date-time' }) madeAt!: Date;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) undoneAt!: Date | null;
}

export class DecisionReply {
  @ApiProperty(UUID) specialistId!: string;
  @ApiProperty(UUID) meetingId!: string;
  @ApiProperty({ enum: ['must', 'must_not'] }) kind!: 'must' | 'must_not';
  @ApiProperty({ type: [String], description: 'Rules that it breaks on purpose' }) overrules!: readonly string[];
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class PlanByHandReply {
  @ApiProperty(UUID) planId!: string;
  @ApiProperty({ description: 'What If-Match wants, in quotes' }) revision!: number;
  @ApiProperty({ description: 'Edits that stand' }) handMade!: number;
  @ApiProperty({ type: [EditReply] }) edits!: EditReply[];
  @ApiProperty({ type: [DecisionReply] }) decisions!: DecisionReply[];
}

export class TierChangeReply {
  @ApiProperty({ enum: ['coverage', 'fairness', 'quality', 'stability', 'linkage'] }) tier!: string;
  @ApiProperty() before!: number;
  @ApiProperty() after!: number;
}

export class EditCostReply {
  @ApiProperty({ enum: ['yes', 'with_reason', 'no'] }) can!: 'yes' | 'with_reason' | 'no';
  @ApiProperty({ type: [String], description: 'Codes of the rules that it would break' }) breaks!: string[];
  @ApiProperty({ type: [TierChangeReply] }) tiers!: TierChangeReply[];
}
