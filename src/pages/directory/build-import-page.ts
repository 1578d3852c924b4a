import type { Locale } from '../../kernel/actor.ts';
import {
  CSV_CHOICES,
  type CsvSource,
  ENCODINGS,
  ENCODING_NAMES,
  IMPORT_KINDS,
  type ImportFault,
  type ImportQuestion,
  type ImportSummary,
  kindOf,
  type LoggedImport,
  questionSentence,
  readingNames,
  SEPARATOR_NAMES,
  sheetName,
  TABLE_NAMES,
  writtenFields,
} from '../../modules/directory/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { ChoiceOption, FaultRow, ImportPage, QuestionRow } from './import.view.ts';
import type { ImportRow } from './imports.view.ts';

/** `refusal`: why the last request was not carried out, and whether checking again may help. */
export function buildImportPage(
  record: LoggedImport,
  locale: Locale,
  refusal: { readonly sentence: string; readonly isOutdated: boolean } | null = null,
): ImportPage {
  const { id, fileName, state, madeAt, madeByName, madeFor, committedAt, takenBackAt, summary, faults, questions } =
    record;
  const { counts } = summary;
  const action = (name: string) => `/imports/${id}/${name}`;
  const isPending = state === 'checked';
  const hasReadings = isPending && questions.some((question) => ['readings', 'choice'].includes(kindOf(question)));
  const isOutdated = isPending && refusal?.isOutdated === true;
  return {
    fileName,
    error: refusal?.sentence ?? null,
    state,
    madeAt,
    madeBy: madeByName,
    madeFor,
    committedAt,
    takenBackAt,
    counts: counts && IMPORT_KINDS.map((kind) => ({ kind, ...counts[kind] })),
    changes: summary.changes,
    told: toldOf(summary, locale),
    months:
      state === 'taken_back'
        ? []
        : (summary.months ?? []).map((month) => ({ month, href: `/months/${month}/calendar` })),
    faultCount: summary.faults,
    faults: faults.map(faultRow),
    questions: questions.map((question) => questionRow(question, record, locale)),
    hasReadings,
    csv: summary.csv ? csvOf(summary.csv, isPending || state === 'refused' ? action('check') : null, locale) : null,
    examples: examplesOf(summary, locale),
    scope: record.scope,
    scopeAction:
      isPending && !summary.csv && (record.scope === 'additions' || warningOf(summary) !== null)
        ? action('check')
        : null,
    annotatedHref: state === 'refused' || (isPending && questions.length > 0) ? action('annotated.xlsx') : null,
    warning: isPending ? warningOf(summary) : null,
    commitAction: isPending && !isOutdated && summary.changes > 0 ? action('commit') : null,
    recheckAction: isOutdated || hasReadings ? action('check') : null,
    takeBackAction: state === 'committed' && summary.changes > 0 ? action('take-back') : null,
  };
}

export function importRow({ id, fileName, state, madeAt, madeByName, madeFor, summary }: LoggedImport): ImportRow {
  return {
    importId: id,
    fileName,
    state,
    madeAt,
    madeBy: madeByName,
    madeFor,
    rows: Object.values(summary.rows).reduce((sum, count) => sum + count, 0),
    faults: summary.faults,
    changes: summary.changes,
  };
}

/** Longer lists are folded below their heading, which has the count. */
const UNFOLDED = 8;
/** The order in which outcomes are shown. */
const OUTCOMES = ['removed', 'changed', 'added'] as const;

function toldOf({ counts, examples }: ImportSummary, locale: Locale): ImportPage['told'] {
  return OUTCOMES.flatMap((outcome) =>
    IMPORT_KINDS.flatMap((kind) => {
      const items = examples.filter((example) => example.kind === kind && example.outcome === outcome);
      if (items.length === 0) return [];
      return [
        {
          kind,
          outcome,
          total: counts?.[kind][outcome] ?? items.length,
          isOpen: outcome !== 'added' && items.length <= UNFOLDED,
          items: items.map(({ subject, name = null, fields = [] }) => ({
            subject,
            name,
            fields: writtenFields(kind, fields, locale),
          })),
        },
      ];
    }),
  );
}

/** The headline about rows that go out of use. */
function warningOf({ counts }: ImportSummary): ImportPage['warning'] {
  if (!counts) return null;
  const going = (['branches', 'specialists', 'departments'] as const)
    .map((kind) => ({ kind, count: counts[kind].removed }))
    .filter(({ count }) => count > 0);
  return going.length > 0 ? going : null;
}

function questionRow(question: ImportQuestion, { answers }: LoggedImport, locale: Locale): QuestionRow {
  const { id, sheet, row, column, header, value } = question;
  const kind = kindOf(question);
  return {
    name: `answers[${id}]`,
    sheet,
    place: row === null && column === null ? null : `${column ?? ''}${row ?? ''}`,
    header,
    value,
    sentence: questionSentence(question, locale),
    kind,
    options: kind === 'choice' ? optionsOf(question.accepts, answers[id] ?? null, locale) : [],
    readings: readingNames(question, locale),
    answer: answers[id] ?? null,
  };
}

/** The choices with names, for sheets and encodings. */
function optionsOf(values: readonly string[], chosen: string | null, locale: Locale): ChoiceOption[] {
  const nameOf = (value: string) =>
    ENCODINGS.find((encoding) => encoding === value) !== undefined
      ? ENCODING_NAMES[value as (typeof ENCODINGS)[number]][locale]
      : sheetName(value as (typeof TABLE_NAMES)[number], locale);
  return values.map((value) => ({ value, label: nameOf(value), isChosen: value === chosen }));
}

function csvOf(csv: CsvSource, action: string | null, locale: Locale): ImportPage['csv'] {
  const { encoding, separator, table, rowCount, firstRows } = csv;
  const width = Math.max(0, ...firstRows.map(({ length }) => length));
  const [head = [], ...rows] = firstRows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  return {
    action,
    encoding: ENCODING_NAMES[encoding][locale],
    separator,
    table: table === null ? null : sheetName(table, locale),
    rows: rowCount,
    head,
    firstRows: rows,
    names: {
      table: `answers[${CSV_CHOICES.table}]`,
      encoding: `answers[${CSV_CHOICES.encoding}]`,
      separator: `answers[${CSV_CHOICES.separator}]`,
    },
    tables: optionsOf(TABLE_NAMES, table, locale),
    encodings: optionsOf(ENCODINGS, encoding, locale),
    separators: SEPARATOR_NAMES.map((value) => ({ value, isChosen: value === separator })),
  };
}

function examplesOf({ templateRows = {} }: ImportSummary, locale: Locale): ImportPage['examples'] {
  return TABLE_NAMES.flatMap((table) => {
    const count = templateRows[table] ?? 0;
    return count === 0 ? [] : [`${sheetName(table, locale)} ${count}`];
  });
}

function faultRow({ code, params, sheet, row, column, header, value }: ImportFault): FaultRow {
  // A cast, because the compiler loses the relation between code and facts once they are separate.
  const sentence = {
    key: `import.fault.${code}`,
    params: { sheet, row, column, header, value, ...params },
  } as Sentence;
  return {
    sheet,
    place: row === null ? null : `${column ?? ''}${row}`,
    header,
    value,
    sentence,
  };
}
