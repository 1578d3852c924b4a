import { IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import type { Month } from '../../../kernel/month.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { LONGEST_PAIRING_REASON, type Pairing, PAIRING_KINDS, type PairingKind } from '../domain/pairing.ts';

const UUID = { format: 'uuid' } as const;
const KIND = {
  enum: PAIRING_KINDS,
  description: '`apart`: no meeting has both; `together`: preferred where two or more may go',
} as const;
const UNTIL = { example: '2020-12', description: 'The last month whose plan it counts for; none: no end' } as const;

export class PairingRequest {
  @ApiProperty(KIND) @IsIn(PAIRING_KINDS) kind!: PairingKind;
  @ApiProperty(UUID) @IsUUID() firstId!: string;
  @ApiProperty(UUID) @IsUUID() secondId!: string;
  @ApiProperty({ maxLength: LONGEST_PAIRING_REASON }) @IsString() reason!: string;

  @ApiProperty({ ...UNTIL, required: false })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  until?: Month;
}

export class PairingReply {
  @ApiProperty(UUID) id!: string;
  @ApiProperty(KIND) kind!: string;
  @ApiProperty({ type: [String], description: 'The ids of the two, the smaller first' })
  specialistIds!: readonly string[];
  @ApiProperty() reason!: string;
  @ApiProperty({ ...UNTIL, type: String, nullable: true }) until!: string | null;
}

export class PairingsReply {
  @ApiProperty({ type: [PairingReply], description: 'Those that are over included' }) items!: PairingReply[];
}

export class RemovedPairingReply {
  @ApiProperty(UUID) id!: string;
}

export function pairingReply({ id, kind, specialistIds, reason, until }: Pairing): PairingReply {
  return { id, kind, specialistIds, reason, until };
}
