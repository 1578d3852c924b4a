import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsObject, IsOptional } from 'class-validator';
import { formatExactly } from '../../../kernel/format.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { TouchReply } from '../../visits/index.ts';
import { YES_NO } from '../domain/import/common-columns.ts';
import type { Answers } from '../domain/import/question.ts';
import { REGISTERS } from '../domain/register/register.ts';
import type { TypedRow } from '../domain/register/typed-rows.ts';

const LONGEST = 4_000;
const MOST_ROWS = 50;
const ANSWERS = {
  type: Object,
  required: false,
  description: 'By the id of a question, `as_read` or `other_reading`',
} as const;

export class RetireRequest {
  @ApiProperty(ANSWERS)
  @IsOptional()
  @IsObject()
  answers?: Answers;
}

export class EntryRequest extends RetireRequest {
  @ApiProperty({
    type: [Object],
    description:
      'One row of values by the keys of the import’s columns: texts, numbers, yes or no, months as a list, weights by the field’s code, a meeting day as a number or as a weekday of the month such as `2TU`. An organisation has a row for each of its names, all of them each time',
    example: [{ name: 'Chi bộ Khu phố 2', meetingDay: 3, thematicMonths: [3, 6], weakFields: { KT: 0.9 } }],
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_ROWS)
  @IsObject({ each: true })
  rows!: Readonly<Record<string, unknown>>[];
}

export class EntryReply {
  @ApiProperty({ enum: REGISTERS }) register!: string;
  @ApiProperty({ description: 'How addresses name it; of a conflict the ids of the specialist and the branch' })
  id!: string;
  @ApiProperty({ description: 'What If-Match wants, in quotes' }) revision!: number;
  @ApiProperty({ description: 'False once it has been retired' }) isInUse!: boolean;
  @ApiProperty({ type: [Object], description: 'Its values as texts, by the keys of the import’s columns' })
  rows!: Record<string, string>[];
  @ApiProperty({
    type: [TouchReply],
    description: 'Of a specialist or a branch: published visits to come that something hits, until one decides',
  })
  touchedVisits!: TouchReply[];
}

export class RetiredReply {
  @ApiProperty({
    type: [TouchReply],
    description: 'Of a specialist or a branch: published visits to come that this hits, until somebody decides',
  })
  touchedVisits!: TouchReply[];
}

/** The values that a program sent, as a person would have typed them. */
export function typedRowsOf(rows: readonly Readonly<Record<string, unknown>>[]): TypedRow[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, textOf(value).slice(0, LONGEST)])),
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatExactly('vi', value);
  if (typeof value === 'boolean') return YES_NO.vi[value ? 0 : 1] ?? '';
  if (Array.isArray(value)) return value.map(wordOf).join('; ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([code, weight]) => `${code}: ${wordOf(weight)}`)
    .join('; ');
}

/** Lists are not nested. */
function wordOf(value: unknown): string {
  return typeof value === 'object' ? '' : textOf(value);
}
