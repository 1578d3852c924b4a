import { IsOptional, IsUUID } from 'class-validator';
import type { MeetingId, VisitId } from '../../../kernel/id.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { FoundRepairs } from '../application/find-repairs.ts';

const UUID = { format: 'uuid' } as const;

export class RepairsQuery {
  @ApiProperty({ ...UUID, description: 'Where somebody is wanted' })
  @IsUUID()
  meetingId!: MeetingId;

  @ApiProperty({
    ...UUID,
    required: false,
    description: 'The visit of whoever does not go; left out for an empty seat',
  })
  @IsOptional()
  @IsUUID()
  visitId?: VisitId;
}

export class RepairChangeReply {
  @ApiProperty({ enum: ['release', 'send'] }) kind!: string;
  @ApiProperty({ ...UUID, required: false }) visitId?: string;
  @ApiProperty({ ...UUID, required: false }) specialistId?: string;
  @ApiProperty({ ...UUID, required: false }) meetingId?: string;
}

export class TierLossReply {
  @ApiProperty({ enum: ['coverage', 'fairness', 'quality', 'stability', 'linkage'] }) tier!: string;
  @ApiProperty({ description: 'Worse than the first proposal by so much' }) loss!: number;
}

export class RepairReply {
  @ApiProperty({ type: [String], description: 'Ids of those who take the seat' }) specialistIds!: string[];
  @ApiProperty({ type: [RepairChangeReply], description: 'What an amendment has to do for it' })
  changes!: RepairChangeReply[];
  @ApiProperty({ type: [TierLossReply] }) losses!: TierLossReply[];
  @ApiProperty({ description: 'Whether nobody who is left could take the seat at a lower price' }) isProven!: boolean;
}

export class NearestReply {
  @ApiProperty(UUID) specialistId!: string;
  @ApiProperty({ type: [String], description: 'Codes of the rules that stand against it' }) breaks!: string[];
}

export class RepairsReply {
  @ApiProperty(UUID) planId!: string;
  @ApiProperty({ description: 'Of the plan as it was looked at, for If-Match of an amendment' }) revision!: number;
  @ApiProperty({ ...UUID, type: String, nullable: true, description: 'Who has taken the seat by now' })
  filledById!: string | null;
  @ApiProperty({ type: [RepairReply], description: 'Best first, each with somebody else in the seat' })
  items!: RepairReply[];
  @ApiProperty({ type: NearestReply, nullable: true, description: 'Where nobody can go, who comes nearest' })
  nearest!: NearestReply | null;
  @ApiProperty({ description: 'Whether there are no more than these, or the time was over' }) isComplete!: boolean;
}

export function repairsReply({ seen, filledBy, proposals, nearest, isComplete }: FoundRepairs): RepairsReply {
  return {
    ...seen,
    filledById: filledBy?.specialistId ?? null,
    items: proposals.map(({ takers, changes, losses, isProven }) => ({
      specialistIds: takers.map(({ specialistId }) => specialistId),
      changes: changes.map((change) => ({ ...change })),
      losses: [...losses],
      isProven,
    })),
    nearest: nearest && {
      specialistId: nearest.specialistId,
      breaks: [...new Set(nearest.faults.map(({ code }) => code))],
    },
    isComplete,
  };
}
