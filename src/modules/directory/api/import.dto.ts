import { IsIn, IsObject, IsOptional } from 'class-validator';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import type { Locale } from '../../../kernel/actor.ts';
import { IMPORT_KINDS } from '../domain/changes/import-tables.ts';
import { SEPARATOR_NAMES } from '../domain/import/csv/csv-source.ts';
import { ENCODINGS } from '../domain/import/csv/encodings.ts';
import { TABLE_NAMES } from '../domain/import/format.ts';
import { type Answers, answerTo } from '../domain/import/question.ts';
import { IMPORT_SCOPES, type ImportScope } from '../domain/changes/import-scope.ts';
import { faultSentence, questionSentence } from '../import-messages.ts';
import type { LoggedImport } from '../infra/imports-read-model.ts';

const STATES = ['checked', 'refused', 'committed', 'taken_back'] as const;

const ANSWERS = {
  type: Object,
  required: false,
  description: 'By the id of a question, one of the answers that it accepts; those given before count on',
} as const;

export class CommitImportRequest {
  @ApiProperty(ANSWERS)
  @IsOptional()
  @IsObject()
  answers?: Answers;
}

export class RecheckImportRequest extends CommitImportRequest {
  @ApiProperty({
    enum: IMPORT_SCOPES,
    required: false,
    description: 'Whether what the file does not have goes out of use; as before where it is left out',
  })
  @IsOptional()
  @IsIn(IMPORT_SCOPES)
  scope?: ImportScope;
}

export class CountsReply {
  @ApiProperty({ enum: IMPORT_KINDS }) kind!: string;
  @ApiProperty() added!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty({ description: 'Archived, or dropped where nothing can refer to it' }) removed!: number;
}

export class FieldReply {
  @ApiProperty({ description: 'The key of the sheet’s column' }) key!: string;
  @ApiProperty({ type: String, nullable: true }) from!: string | null;
  @ApiProperty({ type: String, nullable: true }) to!: string | null;
}

export class ChangeReply {
  @ApiProperty({ enum: IMPORT_KINDS }) kind!: string;
  @ApiProperty({ description: 'Its code, or what stands for one' }) subject!: string;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ enum: ['added', 'changed', 'removed'] }) outcome!: string;
  @ApiProperty({ type: [FieldReply], description: 'What differs, where it is changed' }) fields!: FieldReply[];
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

export class QuestionReply {
  @ApiProperty({ description: 'Under which it is answered' }) id!: string;
  @ApiProperty() sheet!: string;
  @ApiProperty({ type: Number, nullable: true }) row!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'The column’s letter' }) column!: string | null;
  @ApiProperty({ type: String, nullable: true }) header!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What stands there' }) value!: string | null;
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'What was found, what a confirmation does, and the way out' }) detail!: string;
  @ApiProperty({ type: [Number], description: 'The first rows that it is about' }) rows!: number[];
  @ApiProperty({ description: 'How many rows it is about' }) count!: number;
  @ApiProperty({ type: [String], description: 'What counts as an answer' }) accepts!: string[];
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
}

export class CsvReply {
  @ApiProperty({ enum: ENCODINGS }) encoding!: string;
  @ApiProperty({ enum: SEPARATOR_NAMES }) separator!: string;
  @ApiProperty({ enum: TABLE_NAMES, nullable: true, description: 'The sheet that the list was taken for' })
  table!: string | null;
  @ApiProperty({ description: 'With the head' }) rowCount!: number;
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } }, description: 'As they were read' })
  firstRows!: string[][];
}

export class TemplateRowsReply {
  @ApiProperty({ enum: TABLE_NAMES }) sheet!: string;
  @ApiProperty() count!: number;
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
  @ApiProperty({ type: [ChangeReply], description: 'Some of what is added, changed or goes' }) examples!: ChangeReply[];
  @ApiProperty({ type: [String], description: 'Months whose calendars are to be updated after it' }) months!: string[];
  @ApiProperty() faultCount!: number;
  @ApiProperty({ description: 'To be answered before it can be committed' }) questionCount!: number;
  @ApiProperty({ enum: IMPORT_SCOPES }) scope!: string;
  @ApiProperty({ type: [TemplateRowsReply], description: 'Rows that were left out as examples of the template' })
  templateRows!: TemplateRowsReply[];
  @ApiProperty({
    type: CsvReply,
    nullable: true,
    description:
      'What a CSV file was taken for; null for a workbook. Answers csv.table, csv.encoding and csv.separator choose otherwise',
  })
  csv!: CsvReply | null;
}

export class ImportDetailReply extends ImportReply {
  @ApiProperty({ type: [FaultReply], description: 'The first ones; the annotated file has all' }) faults!: FaultReply[];
  @ApiProperty({ type: [QuestionReply] }) questions!: QuestionReply[];
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
    examples: summary.examples.map(({ kind, subject, name = null, outcome, fields = [] }) => ({
      kind,
      subject,
      name,
      outcome,
      fields: fields.map(({ key, from, to }) => ({ key, from: textOrNone(from), to: textOrNone(to) })),
    })),
    months: [...(summary.months ?? [])],
    faultCount: summary.faults,
    questionCount: record.questions.length,
    scope: record.scope,
    templateRows: TABLE_NAMES.flatMap((sheet) => {
      const count = summary.templateRows?.[sheet] ?? 0;
      return count === 0 ? [] : [{ sheet, count }];
    }),
    csv: summary.csv ? { ...summary.csv, firstRows: summary.csv.firstRows.map((row) => [...row]) } : null,
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
  const questions = record.questions.map((question) => ({
    id: question.id,
    sheet: question.sheet,
    row: question.row,
    column: question.column,
    header: question.header,
    value: question.value,
    code: question.code,
    detail: questionSentence(question, locale),
    rows: [...question.rows],
    count: question.count,
    accepts: [...question.accepts],
    answer: answerTo(question, record.answers),
  }));
  return { ...factsOf(record), faults, questions };
}

function textOrNone(value: string | number | boolean | null): string | null {
  return value === null ? null : String(value);
}
