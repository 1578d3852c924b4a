import type { Locale } from '../../kernel/actor.ts';
import {
  IMPORT_KINDS,
  type ImportFault,
  type ImportQuestion,
  type ImportSummary,
  isTyped,
  type LoggedImport,
  OTHER_READING,
  questionSentence,
  writtenFields,
} from '../../modules/directory/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { FaultRow, ImportPage, QuestionRow } from './import.view.ts';
import type { ImportRow } from './imports.view.ts';

/** `refusal`: why what was just asked for was not done, and whether checking again may help. */
export function buildImportPage(
  record: LoggedImport,
  locale: Locale,
  refusal: { readonly sentence: string; readonly isOutdated: boolean } | null = null,
): ImportPage {
  const { id, fileName, state, madeAt, madeByName, committedAt, takenBackAt, summary, faults, questions } = record;
  const { counts } = summary;
  const action = (name: string) => `/imports/${id}/${name}`;
  const isPending = state === 'checked';
  const hasReadings = isPending && questions.some(({ accepts }) => accepts.includes(OTHER_READING));
  const isOutdated = isPending && refusal?.isOutdated === true;
  return {
    fileName,
    error: refusal?.sentence ?? null,
    state,
    madeAt,
    madeBy: madeByName,
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
    scope: record.scope,
    scopeAction: isPending && (record.scope === 'additions' || warningOf(summary) !== null) ? action('check') : null,
    annotatedHref: state === 'refused' || (isPending && questions.length > 0) ? action('annotated.xlsx') : null,
    warning: isPending ? warningOf(summary) : null,
    commitAction: isPending && !isOutdated && summary.changes > 0 ? action('commit') : null,
    recheckAction: isOutdated || hasReadings ? action('check') : null,
    takeBackAction: state === 'committed' && summary.changes > 0 ? action('take-back') : null,
  };
}

export function importRow({ id, fileName, state, madeAt, madeByName, summary }: LoggedImport): ImportRow {
  return {
    importId: id,
    fileName,
    state,
    madeAt,
    madeBy: madeByName,
    rows: Object.values(summary.rows).reduce((sum, count) => sum + count, 0),
    faults: summary.faults,
    changes: summary.changes,
  };
}

/** What goes stands before what changes, and that before what comes. */
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

/** What goes out of use, as the headline. */
function warningOf({ counts }: ImportSummary): ImportPage['warning'] {
  if (!counts) return null;
  const going = (['branches', 'specialists', 'departments'] as const)
    .map((kind) => ({ kind, count: counts[kind].removed }))
    .filter(({ count }) => count > 0);
  return going.length > 0 ? going : null;
}

function questionRow(question: ImportQuestion, { answers }: LoggedImport, locale: Locale): QuestionRow {
  const { id, sheet, row, column, header, value, accepts } = question;
  return {
    name: `answers[${id}]`,
    sheet,
    place: row === null && column === null ? null : `${column ?? ''}${row ?? ''}`,
    header,
    value,
    sentence: questionSentence(question, locale),
    kind: isTyped(question) ? 'typed' : accepts.length > 1 ? 'readings' : 'confirm',
    answer: answers[id] ?? null,
  };
}

function faultRow({ code, params, sheet, row, column, header, value }: ImportFault): FaultRow {
  // A fault has the facts of its code, which the compiler does not see once both stand apart.
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
