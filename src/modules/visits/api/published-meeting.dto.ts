import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '../../../platform/http/api-description.ts';
import type { MonthMeeting } from '../../meetings/index.ts';
import { TouchReply } from './touched-visit.dto.ts';

const LEAST_MINUTES = 15;
const MOST_MINUTES = 600;

/** What is left out stays. */
export class MeetingMoveRequest {
  @ApiPropertyOptional({ format: 'date', example: '2020-12-04', description: 'Of the same month' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  day?: string;

  @ApiPropertyOptional({ example: '19:30', description: 'In the local time of the committee' })
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
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

export class CallOffRequest {
  @ApiProperty({ maxLength: 500, description: 'Why the branch does not meet; whoever is assigned reads it' })
  @IsString()
  @MaxLength(500)
  reason!: string;
}

export class PublishedMeetingReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ format: 'date-time' }) endsAt!: string;
  @ApiProperty({ enum: ['scheduled', 'cancelled'] }) state!: string;
  @ApiProperty() place!: string;
  @ApiProperty() note!: string;
  @ApiProperty({ description: 'The entity tag without its quotes' }) revision!: number;
  @ApiProperty({ type: [String], description: 'Who goes there' }) going!: string[];
}

export class MoveEffectsReply {
  @ApiProperty({ type: [String], description: 'Who goes there, and would get a mail' }) going!: string[];
  @ApiProperty({ type: [TouchReply], description: 'What would hit their visits' }) touched!: TouchReply[];
}

export function publishedMeetingReply(meeting: MonthMeeting, going: readonly string[]): PublishedMeetingReply {
  const { id, day, startsAt, endsAt, state, place, note, revision } = meeting;
  const when = { day, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { id, ...when, state, place, note, revision, going: [...going] };
}
