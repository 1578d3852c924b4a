import { IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import type { Actor } from '../../../kernel/actor.ts';
import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import { may } from '../../../kernel/permissions.ts';
import { DECLINE_KINDS, type DeclineKind, SWAP_STATE_TERMS, type SwapState } from '../../../kernel/vocabulary.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { SwapChoiceLines } from '../infra/swap-choices-read-model.ts';
import type { SwapLine } from '../infra/swaps-read-model.ts';

const UUID = { format: 'uuid' } as const;
const STATES = Object.keys(SWAP_STATE_TERMS);

export class AskSwapRequest {
  @ApiProperty({ ...UUID, description: 'Who is asked to take the visit' })
  @IsUUID()
  takerId!: SpecialistId;

  @ApiProperty({
    ...UUID,
    type: String,
    required: false,
    nullable: true,
    description: 'The visit that is wanted for it',
  })
  @IsOptional()
  @ValidateIf((_request, value) => value !== null)
  @IsUUID()
  otherVisitId?: VisitId | null;

  @ApiProperty({ enum: DECLINE_KINDS })
  @IsIn(DECLINE_KINDS)
  kind!: DeclineKind;

  @ApiProperty({ maxLength: 500, required: false, description: 'Words for the board only' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class SwapWordsRequest {
  @ApiProperty({ maxLength: 500, required: false, description: 'A word to whoever asked' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string;
}

export class SwapVisitReply {
  @ApiProperty(UUID) id!: string;
  @ApiProperty(UUID) specialistId!: string;
  @ApiProperty() specialist!: string;
  @ApiProperty() branch!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ format: 'date-time' }) endsAt!: string;
  @ApiProperty() place!: string;
}

export class TakerReply {
  @ApiProperty(UUID) specialistId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() department!: string;
  @ApiProperty({ description: 'Visits of the month without this one' }) visits!: number;
  @ApiProperty({ description: 'What the month asks of them, in visits' }) share!: number;
}

export class SwapChoicesReply {
  @ApiProperty({ type: [TakerReply], description: 'Who could take it; those first who have the least to carry' })
  takers!: TakerReply[];
  @ApiProperty({ type: [SwapVisitReply], description: 'Visits of others that could be exchanged for it' })
  exchanges!: SwapVisitReply[];
}

export class SwapReply {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ example: '2020-12' }) month!: string;
  @ApiProperty({ enum: STATES }) state!: SwapState;
  @ApiProperty({ type: SwapVisitReply }) visit!: SwapVisitReply;
  @ApiProperty({ type: SwapVisitReply, nullable: true }) other!: SwapVisitReply | null;
  @ApiProperty(UUID) takerId!: string;
  @ApiProperty() taker!: string;
  @ApiProperty(UUID) giverId!: string;
  @ApiProperty() giver!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Who asked on behalf of the giver' })
  askedFor!: string | null;
  @ApiProperty({ enum: DECLINE_KINDS, type: String, nullable: true, description: 'For the giver and the board' })
  kind!: DeclineKind | null;
  @ApiProperty({ type: String, nullable: true, description: 'For the giver and the board' })
  reason!: string | null;
  @ApiProperty({ description: 'What whoever refused or rejected it said' }) answer!: string;
  @ApiProperty({ format: 'date', description: 'The last day to answer' }) answerBy!: string;
  @ApiProperty({ format: 'date-time' }) askedAt!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Of the amendment that made it' })
  amendment!: number | null;
}

export class SwapsReply {
  @ApiProperty({ type: [SwapReply] }) items!: SwapReply[];
}

export function choicesReply({ takers, exchanges }: SwapChoiceLines): SwapChoicesReply {
  return { takers: takers.map((taker) => ({ ...taker })), exchanges: exchanges.map(visitReply) };
}

export function swapReply(line: SwapLine, reader: Actor): SwapReply {
  const { id, month, state, visit, other, takerId, taker, giverId, giver, askedFor, answer, answerBy } = line;
  const readsReason = reader.specialistId === giverId || may(reader, 'visit.read_reason');
  return {
    id,
    month,
    state,
    visit: visitReply(visit),
    other: other && visitReply(other),
    takerId,
    taker,
    giverId,
    giver,
    askedFor,
    kind: readsReason ? line.reasonKind : null,
    reason: readsReason ? line.reason : null,
    answer,
    answerBy,
    askedAt: line.askedAt.toISOString(),
    amendment: line.number,
  };
}

function visitReply({
  id,
  specialistId,
  specialist,
  branch,
  startsAt,
  endsAt,
  place,
}: SwapLine['visit']): SwapVisitReply {
  return {
    id,
    specialistId,
    specialist,
    branch,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place,
  };
}
