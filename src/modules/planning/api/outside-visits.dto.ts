import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { SpecialistId } from '../../../kernel/id.ts';
import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';

const UUID = { format: 'uuid' } as const;
const MOST_OBSERVERS = 10;

export class OutsideObserverRequest {
  @ApiProperty({ ...UUID, required: false, description: 'Somebody of the register' })
  @IsOptional()
  @IsUUID()
  specialistId?: SpecialistId;

  @ApiProperty({
    ...UUID,
    required: false,
    description:
      'Or an account of the board or of a leader; who has no entry in the register gets one with 0 visits a month',
  })
  @IsOptional()
  @IsUUID()
  accountId?: string;

  @ApiProperty({
    required: false,
    example: 'BTC',
    description: 'Of an account: the code of the department of a new entry',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  department?: string;
}

export class OutsideVisitRequest {
  @ApiProperty({ ...UUID, description: 'The published plan that was looked at' }) @IsUUID() planId!: string;

  @ApiProperty(UUID) @IsUUID() branchId!: string;

  @ApiProperty({ enum: MEETING_KINDS }) @IsIn(MEETING_KINDS) kind!: MeetingKind;

  @ApiProperty({ format: 'date', example: '2020-12-04', description: 'Of the month; it may be over' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  day!: string;

  @ApiProperty({ example: '19:30', description: 'In the local time of the committee' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  time!: string;

  @ApiProperty({ minimum: 15, maximum: 600 }) @IsInt() @Min(15) @Max(600) minutes!: number;

  @ApiProperty({ required: false, description: 'Left out for the branch’s own place' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string;

  @ApiProperty({
    type: [OutsideObserverRequest],
    maxItems: MOST_OBSERVERS,
    description: 'Each has a visit of their own',
  })
  @IsArray()
  @ArrayMaxSize(MOST_OBSERVERS)
  @ValidateNested({ each: true })
  @Type(() => OutsideObserverRequest)
  observers!: OutsideObserverRequest[];

  @ApiProperty({ maxLength: 500, description: 'Whoever goes there reads it' })
  @IsString()
  @MaxLength(500)
  reason!: string;
}

export class OutsideVisitReply {
  @ApiProperty(UUID) meetingId!: string;
  @ApiProperty({ description: 'Of the amendment that records it' }) number!: number;
  @ApiProperty({ type: [String], description: 'One for each observer' }) visits!: readonly string[];
  @ApiProperty({ description: 'The meeting is over, so that nobody is mailed' }) isPast!: boolean;
}
