import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import { ApiProperty, ApiPropertyOptional } from '../../../platform/http/api-description.ts';
import { MeetingMoveRequest, type MonthMeeting } from '../../meetings/index.ts';
import { TouchReply } from './touched-visit.dto.ts';

export class CallOffRequest {
  @ApiProperty({
    maxLength: 500,
    description: 'Why the branch does not meet; whoever is assigned and the secretary of the branch read it',
  })
  @IsString()
  @MaxLength(500)
  reason!: string;
}

/** What is left out stays. */
export class PublishedMeetingChange extends MeetingMoveRequest {
  @ApiPropertyOptional({ enum: MEETING_KINDS })
  @IsOptional()
  @IsIn(MEETING_KINDS)
  kind?: MeetingKind;
}

export class PublishedMeetingReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ format: 'date-time' }) endsAt!: string;
  @ApiProperty({ enum: ['scheduled', 'cancelled'] }) state!: string;
  @ApiProperty({ enum: MEETING_KINDS }) kind!: MeetingKind;
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
  const { id, day, startsAt, endsAt, state, kind, place, note, revision } = meeting;
  const when = { day, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { id, ...when, state, kind, place, note, revision, going: [...going] };
}
