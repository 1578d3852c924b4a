import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import { ApiProperty, ApiPropertyOptional } from '../../../platform/http/api-description.ts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
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
import type { MeetingId } from '../../../kernel/id.ts';
import { timeIn } from '../../../kernel/month.ts';
import type { MonthMeeting } from '../application/month-meeting.ts';
import { DAY, LEAST_MINUTES, MeetingMoveRequest, MOST_MINUTES, NewMeetingRequest, TIME } from './meeting-body.dto.ts';

const STATES = ['scheduled', 'cancelled'] as const;

export class MeetingChange extends MeetingMoveRequest {
  @ApiPropertyOptional({ enum: MEETING_KINDS })
  @IsOptional()
  @IsIn(MEETING_KINDS)
  kind?: MeetingKind;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];
}

export class MeetingRequest extends NewMeetingRequest {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

const MOST_MOVES = 2_000;

export class SeenMeetingRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id!: MeetingId;

  @ApiProperty({ description: 'As it was read with the meeting' })
  @IsInt()
  @Min(1)
  revision!: number;
}

export class MoveRequest extends SeenMeetingRequest {
  @ApiProperty({ format: 'date', example: '2020-12-04', description: 'Of the same month; hour and place stay' })
  @Matches(DAY)
  day!: string;
}

export class MovesRequest {
  @ApiProperty({ type: [MoveRequest], maxItems: MOST_MOVES })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_MOVES)
  @ValidateNested({ each: true })
  @Type(() => MoveRequest)
  moves!: MoveRequest[];
}

export class EditsRequest {
  @ApiProperty({ type: [SeenMeetingRequest], maxItems: MOST_MOVES })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_MOVES)
  @ValidateNested({ each: true })
  @Type(() => SeenMeetingRequest)
  meetings!: SeenMeetingRequest[];

  @ApiPropertyOptional({ enum: MEETING_KINDS })
  @IsOptional()
  @IsIn(MEETING_KINDS)
  kind?: MeetingKind;

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

  @ApiPropertyOptional({ description: 'Empty for each branch’s own place' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string;
}

export class PassedDayReply {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ enum: ['weekend', 'holiday', 'taken'] }) because!: string;
  @ApiPropertyOptional({ description: 'Of the holiday' }) name?: string;
}

export class MeetingBranchReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty() shortName!: string;
  @ApiProperty() organisation!: string;
}

export class MeetingReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: MeetingBranchReply }) branch!: MeetingBranchReply;
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ example: '19:30' }) time!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ format: 'date-time' }) endsAt!: string;
  @ApiProperty({ enum: MEETING_KINDS }) kind!: string;
  @ApiProperty({ enum: STATES }) state!: string;
  @ApiProperty({ enum: ['rule', 'edit'], description: 'Made by the branch’s rule, or edited by somebody' })
  source!: string;
  @ApiProperty() place!: string;
  @ApiProperty() note!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Where the rule wanted it' })
  wantedOn!: string | null;
  @ApiProperty({ type: [PassedDayReply], description: 'Days passed over since, and why' }) passed!: PassedDayReply[];
  @ApiProperty({ description: 'The entity tag without its quotes' }) revision!: number;
}

export class MeetingsReply {
  @ApiProperty({ type: [MeetingReply] }) items!: MeetingReply[];
}

export class ChangedMeetingsReply {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'To take it back; null where all stood so',
  })
  changeId!: string | null;
  @ApiProperty({ type: [MeetingReply], description: 'The meetings of the request as they are now' })
  items!: MeetingReply[];
}

export class TakenBackReply {
  @ApiProperty({ description: 'Meetings that are as before' }) back!: number;
  @ApiProperty({ description: 'Edited since, and left as they are' }) kept!: number;
}

export class ToldBranchesReply {
  @ApiProperty({
    description:
      'Meetings of which a secretary is told by mail; 0 also where that was done, or a mail could be withdrawn',
  })
  told!: number;
}

export class BranchWithoutDayReply {
  @ApiProperty({ format: 'uuid' }) branchId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: MEETING_KINDS }) kind!: string;
}

export class CalendarReply {
  @ApiProperty({ example: '2020-12' }) month!: string;
  @ApiProperty() added!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() removed!: number;
  @ApiProperty({ description: 'Edited by somebody, and left as they are' }) kept!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty({
    type: [BranchWithoutDayReply],
    description:
      'Meetings that there are not, because the month does not have the weekday of the rule: a fifth Tuesday',
  })
  withoutDay!: readonly BranchWithoutDayReply[];
}

export function meetingReply(meeting: MonthMeeting, zone: string): MeetingReply {
  const { id, day, kind, state, source, place, note, wantedOn, revision } = meeting;
  const { branch, passed, startsAt, endsAt } = meeting;
  return {
    id,
    branch: {
      id: branch.id,
      code: branch.code,
      name: branch.name,
      shortName: branch.shortName,
      organisation: branch.organisation,
    },
    day,
    time: timeIn(zone, startsAt),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    kind,
    state,
    source,
    place,
    note,
    wantedOn,
    passed: [...passed],
    revision,
  };
}
