import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { Locale } from '../../../kernel/actor.ts';
import { IMPORT_KINDS } from '../domain/changes/import-tables.ts';
import { faultSentence } from '../import-messages.ts';
import type { LoggedImport } from '../infra/imports-read-model.ts';

const STATES = ['checked', 'refused', 'committed', 'taken_back'] as const;

export class CountsReply {
  @ApiProperty({ enum: IMPORT_KINDS }) kind!: string;
  @ApiProperty() added!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty({ description: 'Archived, or dropped where nothing can refer to it' }) removed!: number;
}

export class ChangeReply {
  @ApiProperty({ enum: IMPORT_KINDS }) kind!: string;
  @ApiProperty() subject!: string;
  @ApiProperty({ enum: ['changed', 'removed'] }) outcome!: string;
}

export class FaultReply {
  @ApiProperty() sheet!: string;
  @ApiProperty({ type: Number, nullable: true }) row!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'The column’s letter' }) column!: string | null;
  @ApiProperty({ type: String, nullable: true }) header!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What stands there' }) value!: string | null;
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'What is wrong and what to do about it' }) detail!: string;
}

export class ImportReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty({ description: 'SHA-256 of the file' }) fileHash!: string;
  @ApiProperty({ enum: STATES }) state!: string;
  @ApiProperty({ type: String, nullable: true }) madeBy!: string | null;
  @ApiProperty({ format: 'date-time' }) madeAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) committedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) takenBackAt!: string | null;
  @ApiProperty({ description: 'Rows of the database that are added, changed or removed' }) changes!: number;
  @ApiProperty({ type: [CountsReply], nullable: true, description: 'Null where the file has faults' })
  counts!: CountsReply[] | null;
  @ApiProperty({ type: [ChangeReply], description: 'Some of what changes or goes' }) examples!: ChangeReply[];
  @ApiProperty() faultCount!: number;
}

export class ImportDetailReply extends ImportReply {
  @ApiProperty({ type: [FaultReply], description: 'The first ones; the annotated file has all' }) faults!: FaultReply[];
}

export class ImportsReply {
  @ApiProperty({ type: [ImportReply] }) items!: ImportReply[];
  @ApiProperty({ type: String, nullable: true, description: 'The cursor of the next page' }) next!: string | null;
}

export function importReply(record: LoggedImport): ImportReply {
  return factsOf(record);
}

function factsOf(record: LoggedImport) {
  const { id, fileName, fileHash, state, madeByName, madeAt, committedAt, takenBackAt, summary } = record;
  const { counts } = summary;
  return {
    id,
    fileName,
    fileHash,
    state,
    madeBy: madeByName,
    madeAt: madeAt.toISOString(),
    committedAt: committedAt?.toISOString() ?? null,
    takenBackAt: takenBackAt?.toISOString() ?? null,
    changes: summary.changes,
    counts: counts && IMPORT_KINDS.map((kind) => ({ kind, ...counts[kind] })),
    examples: [...summary.examples],
    faultCount: summary.faults,
  };
}

export function importDetail(record: LoggedImport, locale: Locale): ImportDetailReply {
  const faults = record.faults.map((fault) => ({
    sheet: fault.sheet,
    row: fault.row,
    column: fault.column,
    header: fault.header,
    value: fault.value,
    code: fault.code,
    detail: faultSentence(fault, locale),
  }));
  return { ...factsOf(record), faults };
}
