import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { MeetingId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { AMENDMENT_KINDS, type AmendmentChange, type AmendmentKind } from '../domain/amendment.ts';

const CHANGE_KINDS = ['release', 'send'] as const satisfies readonly AmendmentChange['kind'][];
const MOST_CHANGES = 200;
const UUID = { format: 'uuid' } as const;

export const IF_MATCH = {
  name: 'If-Match',
  required: true,
  description: 'The revision that was looked at, such as "2"',
};

export class ChangeRequest {
  @ApiProperty({ enum: CHANGE_KINDS, description: 'Who is replaced is released, and somebody else sent there' })
  @IsIn(CHANGE_KINDS)
  kind!: AmendmentChange['kind'];

  @ApiProperty({ ...UUID, required: false, description: 'Of `release`: the visit that is taken off' })
  @IsOptional()
  @IsUUID()
  visitId?: VisitId;

  @ApiProperty({ ...UUID, required: false, description: 'Of `send`: who goes' })
  @IsOptional()
  @IsUUID()
  specialistId?: SpecialistId;

  @ApiProperty({ ...UUID, required: false, description: 'Of `send`: where' })
  @IsOptional()
  @IsUUID()
  meetingId?: MeetingId;
}

export class ChangesRequest {
  @ApiProperty({ type: [ChangeRequest], maxItems: MOST_CHANGES })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_CHANGES)
  @ValidateNested({ each: true })
  @Type(() => ChangeRequest)
  changes!: ChangeRequest[];
}

export class ShownHourRequest {
  @ApiProperty(UUID) @IsUUID() meetingId!: MeetingId;
  @ApiProperty({ format: 'date-time' }) @IsISO8601({ strict: true }) startsAt!: string;
}

export class AmendmentRequest extends ChangesRequest {
  @ApiProperty({ ...UUID, description: 'The published plan that is amended' }) @IsUUID() planId!: string;

  @ApiProperty({ maxLength: 500, description: 'Printed in the notice; it also overrules rules that may be overruled' })
  @IsString()
  @MaxLength(500)
  reason!: string;

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

  @ApiProperty({
    type: [String],
    required: false,
    maxItems: 50,
    description:
      'The rules that the reason is meant to overrule, as `breaks` of the cost names them. If any other is broken by now, nothing is amended; left out, the reason overrules all that may be overruled',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  overrules?: string[];

  @ApiProperty({
    type: [ShownHourRequest],
    required: false,
    maxItems: MOST_CHANGES,
    description:
      'When the meetings begin, as whoever decided has read it. If one has moved since, nothing is amended, and both hours are named; left out, that is not asked',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CHANGES)
  @ValidateNested({ each: true })
  @Type(() => ShownHourRequest)
  hours?: ShownHourRequest[];
}

export class MadeChangeReply {
  @ApiProperty({ enum: CHANGE_KINDS }) kind!: AmendmentChange['kind'];
  @ApiProperty({ ...UUID, description: 'The visit that was taken off, or the new one' }) visitId!: string;
  @ApiProperty(UUID) specialistId!: string;
  @ApiProperty(UUID) meetingId!: string;
  @ApiProperty({ ...UUID, type: String, nullable: true, description: 'The visit that took its seat' })
  replacedById!: string | null;
  @ApiProperty({ type: [String], description: 'Rules of planning that the reason overrules' })
  overrules!: readonly string[];
}

export class AmendmentReply {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ description: 'From 1 in each month' }) number!: number;
  @ApiProperty({ enum: AMENDMENT_KINDS }) kind!: AmendmentKind;
  @ApiProperty() reason!: string;
  @ApiProperty({ ...UUID, type: String, nullable: true }) noticeId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '06-TB/BTCQU' }) noticeSymbol!: string | null;
  @ApiProperty({ format: 'date-time' }) madeAt!: Date;
  @ApiProperty({ type: String, nullable: true, description: 'Who made it' }) madeBy!: string | null;
  @ApiProperty({ type: [MadeChangeReply] }) changes!: MadeChangeReply[];
}

export class AmendmentsReply {
  @ApiProperty(UUID) planId!: string;
  @ApiProperty({ description: 'What If-Match wants, in quotes' }) revision!: number;
  @ApiProperty({ type: [AmendmentReply] }) items!: AmendmentReply[];
}

export class AmendedReply {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ description: 'From 1 in each month' }) number!: number;
  @ApiProperty({ ...UUID, type: String, nullable: true }) noticeId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '06-TB/BTCQU' }) noticeSymbol!: string | null;
  @ApiProperty({ type: [String], description: 'Visits that were taken off' }) released!: readonly string[];
  @ApiProperty({ type: [String], description: 'New visits' }) offered!: readonly string[];
}
