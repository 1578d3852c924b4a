import { ApiProperty } from '../../../platform/http/api-description.ts';
import { IsString, MaxLength } from 'class-validator';
import type { MonthBriefing } from '../domain/month-briefing.ts';

export const LONGEST_TEXT = 8_000;

export class BriefingReply {
  @ApiProperty({ enum: ['draft', 'frozen'] }) state!: 'draft' | 'frozen';
  @ApiProperty({ description: '1, 2, … within the month' }) version!: number;
  @ApiProperty({ description: 'What If-Match wants' }) revision!: number;
  @ApiProperty({ type: String, nullable: true, example: '05-BC/BTCQU', description: 'Its number, once frozen' })
  symbol!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'For its files, once frozen' })
  documentId!: string | null;
  @ApiProperty({ format: 'date-time' }) compiledAt!: string;
  @ApiProperty({ description: 'Visits whose form is not in it: not sent, waiting for a review, or returned' })
  missingForms!: number;

  static of({ version, revision, frozen, compiledAt, missingForms }: MonthBriefing): BriefingReply {
    return {
      state: frozen ? 'frozen' : 'draft',
      version,
      revision,
      symbol: frozen?.symbol ?? null,
      documentId: frozen?.documentId ?? null,
      compiledAt: compiledAt.toISOString(),
      missingForms,
    };
  }
}

export class PartTextRequest {
  @ApiProperty({ maxLength: LONGEST_TEXT, description: 'A paragraph a line; empty for the compiled sentences' })
  @IsString()
  @MaxLength(LONGEST_TEXT)
  text!: string;
}
