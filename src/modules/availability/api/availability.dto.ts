import { IsInt, IsOptional, Matches, Min } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '../../../platform/http/api-description.ts';
import { isWaitedFor } from '../domain/availability-round.ts';
import type { AvailablePerson, MonthAvailability, OwnRound } from '../infra/availability-read-model.ts';

const REPLIES = ['nothing', 'entered'] as const;
const STANDINGS = ['silent', 'unasked', ...REPLIES] as const;

export class AskAvailabilityRequest {
  @ApiProperty({
    format: 'date',
    example: '2020-11-25',
    description: 'The last day on which replies are waited for; today or later, and before the month begins',
  })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  until!: string;

  @ApiPropertyOptional({
    default: 0,
    description: 'The mailing that was seen: whoever was asked since is not asked again; 0 for none',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  seen?: number;
}

export class AskedPeopleReply {
  @ApiProperty({ description: 'How many people are asked; 0 where everybody was asked or has replied' })
  asked!: number;
  @ApiProperty({ description: 'How many of them a mail or a message reaches; the others have to be called' })
  reached!: number;
}

export class AvailablePersonReply {
  @ApiProperty({ format: 'uuid' }) specialistId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Its short name' }) department!: string;
  @ApiProperty({
    enum: STANDINGS,
    description:
      '`silent`: asked and not answered; `unasked`; `nothing`: no day is blocked; `entered`: away on some days',
  })
  standing!: string;
  @ApiProperty({ description: 'Days of the month on which this person is away, for hours or all day' }) days!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) askedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) repliedAt!: string | null;
}

export class AvailabilityRoundReply {
  @ApiProperty({ format: 'date' }) until!: string;
  @ApiProperty({ description: 'Whether the last day is still ahead' }) isOpen!: boolean;
  @ApiProperty({ description: 'The number of the last mailing; sent back as `seen`' }) mailing!: number;
  @ApiProperty({ format: 'date-time' }) askedAt!: string;
}

export class AvailabilityReply {
  @ApiProperty({ type: AvailabilityRoundReply, nullable: true, description: 'Null while nobody was asked' })
  round!: AvailabilityRoundReply | null;
  @ApiProperty({ description: 'Nobody is asked about a published month' }) isPublished!: boolean;
  @ApiProperty({ type: [AvailablePersonReply], description: 'Everybody who takes part, by department and name' })
  people!: AvailablePersonReply[];
}

export class OwnRoundReply {
  @ApiProperty({ example: '2020-12' }) month!: string;
  @ApiProperty({ format: 'date' }) until!: string;
  @ApiProperty({ description: 'Whether the last day is still ahead' }) isOpen!: boolean;
  @ApiProperty({ type: String, enum: REPLIES, nullable: true, description: 'Null while there is none' })
  reply!: string | null;
  @ApiProperty({ description: 'Days of the month on which this person is away, for hours or all day' }) days!: number;
}

export class OwnRoundsReply {
  @ApiProperty({ type: [OwnRoundReply], description: 'Of this month and later ones that are not published' })
  rounds!: readonly OwnRoundReply[];
}

export function availabilityReply({ round, isPublished, today, people }: MonthAvailability): AvailabilityReply {
  return {
    round: round && {
      until: round.until,
      isOpen: isWaitedFor(round, today),
      mailing: round.mailing,
      askedAt: round.askedAt.toISOString(),
    },
    isPublished,
    people: people.map(personReply),
  };
}

export function ownRoundsReply(rounds: readonly OwnRound[]): OwnRoundsReply {
  return { rounds: rounds.map(({ month, until, isOpen, reply, days }) => ({ month, until, isOpen, reply, days })) };
}

function personReply({ specialistId, name, department, days, ...said }: AvailablePerson): AvailablePersonReply {
  const { askedAt, reply, repliedAt } = said;
  return {
    specialistId,
    name,
    department,
    standing: reply ?? (askedAt === null ? 'unasked' : 'silent'),
    days,
    askedAt: askedAt && askedAt.toISOString(),
    repliedAt: repliedAt && repliedAt.toISOString(),
  };
}
