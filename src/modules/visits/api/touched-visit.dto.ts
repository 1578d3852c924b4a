import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { VisitId } from '../../../kernel/id.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { type ComingVisit, TOUCH_CAUSES, type TouchCause } from '../domain/touched-visit.ts';
import type { TouchedVisit } from '../infra/touched-visits-read-model.ts';

const MOST_KEPT = 1_000;

type Named = Omit<ComingVisit, 'absences' | 'isMoved'>;

/** A published visit ahead that a later fact conflicts with; it stays as it is until somebody decides. */
export class TouchedVisitReply {
  @ApiProperty({ format: 'uuid' }) visitId!: string;
  @ApiProperty({ format: 'uuid' }) meetingId!: string;
  @ApiProperty({ example: '2020-12' }) month!: string;
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ format: 'uuid' }) branchId!: string;
  @ApiProperty() branch!: string;
  @ApiProperty({ format: 'uuid' }) specialistId!: string;
  @ApiProperty({ description: 'Who was to go' }) specialist!: string;
}

const CAUSE = {
  enum: TOUCH_CAUSES,
  description:
    'An absence, a day off, that the person or the branch is no longer in use, another visit that they cannot make as well, or that the answer is late',
};
const FACT = { description: 'The fact itself, so that a decision about it counts for no other' };
const LONGEST_FACT = 300;

export class TouchReply extends TouchedVisitReply {
  @ApiProperty(CAUSE) cause!: string;
  @ApiProperty(FACT) fact!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Of a day off, its name' }) holiday!: string | null;
  @ApiProperty({ format: 'uuid', type: String, nullable: true, description: 'Of a collision, the other meeting' })
  withMeetingId!: string | null;
  @ApiProperty({
    format: 'date',
    type: String,
    nullable: true,
    description: 'Of a late answer, until when it was asked for',
  })
  answerBy!: string | null;
}

export class TouchesReply {
  @ApiProperty({ type: [TouchReply] }) items!: TouchReply[];
}

export class KeepRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  visitId!: VisitId;

  @ApiProperty(CAUSE)
  @IsIn(TOUCH_CAUSES)
  cause!: TouchCause;

  @ApiProperty(FACT)
  @IsString()
  @MaxLength(LONGEST_FACT)
  fact!: string;
}

export class KeepSeveralRequest {
  @ApiProperty({ type: [KeepRequest], minItems: 1, maxItems: MOST_KEPT })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_KEPT)
  @ValidateNested({ each: true })
  @Type(() => KeepRequest)
  visits!: KeepRequest[];

  @ApiProperty({ maxLength: 500, description: 'Kept in the trail' })
  @IsString()
  @MaxLength(500)
  reason!: string;
}

export class KeptReply {
  @ApiProperty({ description: 'How many were kept by it' }) kept!: number;
}

export function touchedVisitReply(visit: Named): TouchedVisitReply {
  return named(visit);
}

export function touchReply(touch: TouchedVisit): TouchReply {
  const { cause, fact, holiday, with: other, answerBy } = touch;
  return { ...named(touch), cause, fact, holiday, withMeetingId: other?.meetingId ?? null, answerBy };
}

function named(visit: Named) {
  const { visitId, meetingId, month, day, startsAt, branchId, branch, specialistId, name } = visit;
  const when = { month, day, startsAt: startsAt.toISOString() };
  return { visitId, meetingId, ...when, branchId, branch, specialistId, specialist: name };
}
