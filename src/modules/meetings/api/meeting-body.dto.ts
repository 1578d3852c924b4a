import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import { timeIn } from '../../../kernel/month.ts';
import type { BranchId } from '../../../kernel/id.ts';
import { ApiProperty, ApiPropertyOptional } from '../../../platform/http/api-description.ts';
import { dayParam } from '../../../platform/http/day-param.ts';
import type { MonthMeeting } from '../application/month-meeting.ts';
import { minutesOf, type Occasion } from '../domain/meeting.ts';

export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
export const LEAST_MINUTES = 15;
export const MOST_MINUTES = 600;

/** When and where a meeting is to be from now on; what is left out stays. */
export class MeetingMoveRequest {
  @ApiPropertyOptional({ format: 'date', example: '2020-12-04', description: 'Of the same month' })
  @IsOptional()
  @Matches(DAY)
  day?: string;

  @ApiPropertyOptional({ example: '19:30', description: 'In the local time of the committee' })
  @IsOptional()
  @Matches(TIME)
  time?: string;

  @ApiPropertyOptional({ minimum: LEAST_MINUTES, maximum: MOST_MINUTES })
  @IsOptional()
  @IsInt()
  @Min(LEAST_MINUTES)
  @Max(MOST_MINUTES)
  minutes?: number;

  @ApiPropertyOptional({ description: 'Empty for the branch’s own place' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

/** A meeting that the calendar does not have. */
export class NewMeetingRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  branchId!: BranchId;

  @ApiProperty({ enum: MEETING_KINDS })
  @IsIn(MEETING_KINDS)
  kind!: MeetingKind;

  @ApiProperty({ format: 'date', example: '2020-12-04', description: 'Of the month; it may be over' })
  @Matches(DAY)
  day!: string;

  @ApiProperty({ example: '19:30', description: 'In the local time of the committee' })
  @Matches(TIME)
  time!: string;

  @ApiProperty({ minimum: LEAST_MINUTES, maximum: MOST_MINUTES })
  @IsInt()
  @Min(LEAST_MINUTES)
  @Max(MOST_MINUTES)
  minutes!: number;

  @ApiPropertyOptional({ description: 'Empty for the branch’s own place' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string;
}

/** When and where a meeting is after a move. @throws DomainError input.invalid for the 31st of a shorter month */
export function occasionAfter(move: MeetingMoveRequest, now: MonthMeeting, zone: string): Occasion {
  return {
    day: move.day === undefined ? now.day : dayParam(move.day, '/day'),
    time: move.time ?? timeIn(zone, now.startsAt),
    minutes: move.minutes ?? minutesOf(now),
    place: move.place ?? now.ownPlace,
    note: move.note ?? now.note,
  };
}
