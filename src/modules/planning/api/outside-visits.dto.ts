import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { NewMeetingRequest } from '../../meetings/index.ts';

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
  accountId?: AccountId;

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

export class OutsideVisitRequest extends NewMeetingRequest {
  @ApiProperty({ ...UUID, description: 'The published plan that was looked at' }) @IsUUID() planId!: string;

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
