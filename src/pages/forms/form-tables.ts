import type { Locale } from '../../kernel/actor.ts';
import {
  type EvaluationForm,
  type ExportedForm,
  type FieldSpec,
  type FormsExport,
  referenceOf,
} from '../../modules/evaluations/index.ts';
import { type Catalogue, messageOf } from '../../platform/i18n/messages.ts';

type Cell = string | number | null;

/** A table of a file: heads are the same in every language, because other systems read columns by them. */
export interface FormTable {
  readonly name: 'forms' | 'criteria' | 'codebook' | 'left_out';
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const points = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100);

/** Names and order stay as they are; new columns are added before the answers. */
const FORM_COLUMNS = {
  form_id: ({ id }) => id,
  reference: ({ id }) => referenceOf(id),
  visit_id: ({ visitId }) => visitId,
  meeting_id: ({ meetingId }) => meetingId,
  branch_id: ({ branchId }) => branchId,
  state: ({ state }) => state,
  version: ({ version }) => version,
  day: ({ day }) => day,
  branch: ({ branch }) => branch,
  organisation: ({ organisation }) => organisation,
  specialist: ({ specialist }) => specialist,
  department: ({ department }) => department,
  received_at: ({ receivedAt }) => receivedAt.toISOString(),
  rubric: ({ rubric }) => `${rubric.id}/${rubric.version}`,
  form: ({ template }) => `${template.id}/${template.version}`,
  total: ({ score }) => points(score.total),
  maximum: ({ score }) => points(score.maximum),
  rating: ({ score }) => score.rating?.id ?? null,
  official_rating: ({ official }) => official,
  branch_total: ({ score }) => points(score.self),
} as const satisfies Readonly<Record<string, (form: ExportedForm) => Cell>>;
type FormColumn = keyof typeof FORM_COLUMNS;
const COLUMNS = Object.keys(FORM_COLUMNS) as FormColumn[];

/** The question of a column, in each form that asks it. */
interface Question {
  readonly column: string;
  readonly field: FieldSpec;
  readonly section: string;
  readonly forms: readonly string[];
}

export function formTables(exported: FormsExport, locale: Locale, catalogue: Catalogue): FormTable[] {
  const questions = questionsOf(exported.asked, locale);
  return [
    formsTable(exported.forms, questions),
    criteriaTable(exported.forms, locale),
    codebook(questions, locale, catalogue),
    leftOutTable(exported, catalogue),
  ];
}

/** One row for each form, with the columns of every form version that was asked. */
function formsTable(forms: readonly ExportedForm[], questions: readonly Question[]): FormTable {
  return {
    name: 'forms',
    heads: [...COLUMNS, ...questions.map(({ column }) => column)],
    rows: forms.map((form) => [
      ...COLUMNS.map((column) => FORM_COLUMNS[column](form)),
      ...questions.map(({ field }) => cellOf(field, form.answers as unknown as Values)),
    ]),
  };
}

/** One row for each criterion of each form; one without a criterion has the branch's own points of the group. */
function criteriaTable(forms: readonly ExportedForm[], locale: Locale): FormTable {
  return {
    name: 'criteria',
    heads: ['form_id', 'reference', 'rubric', 'group', 'criterion', 'title', 'points', 'maximum', 'branch_points'],
    rows: forms.flatMap(({ id, rubric, score }) =>
      score.groups.flatMap((group) => {
        const key = [id, referenceOf(id), `${rubric.id}/${rubric.version}`, group.id];
        return [
          [...key, null, group.title[locale], points(group.points), points(group.maximum), points(group.self)],
          ...group.criteria.map((each) => [
            ...key,
            each.id,
            each.title[locale],
            points(each.points),
            points(each.maximum),
            null,
          ]),
        ];
      }),
    ),
  };
}

function codebook(questions: readonly Question[], locale: Locale, catalogue: Catalogue): FormTable {
  return {
    name: 'codebook',
    heads: ['column', 'question', 'section', 'type', 'values', 'forms'],
    rows: [
      ...COLUMNS.map((column) => [
        column,
        messageOf(catalogue, `form_file.${column}`, undefined),
        null,
        null,
        null,
        null,
      ]),
      ...questions.map(({ column, field, section, forms }) => [
        column,
        field.label[locale],
        section,
        field.type,
        valuesOf(field, locale),
        forms.join(', '),
      ]),
    ],
  };
}

/** What the file does not say, so that nobody takes it for everything. */
function leftOutTable({ leftOut }: FormsExport, catalogue: Catalogue): FormTable {
  const counted = (['missing', 'drafts', 'earlierVersions', 'hidden'] as const).map((what) => [
    messageOf(catalogue, `form_file.without_${what}`, undefined),
    leftOut[what],
  ]);
  return {
    name: 'left_out',
    heads: ['left_out', 'number'],
    rows: [...counted, [messageOf(catalogue, 'form_file.without_reviews', undefined), null]],
  };
}

type Values = Readonly<Record<string, unknown>>;

function questionsOf(asked: readonly EvaluationForm[], locale: Locale): Question[] {
  const questions = new Map<string, Question>();
  for (const { template, sections } of asked) {
    const form = `${template.id}/${template.version}`;
    for (const { title, fields } of sections) {
      for (const field of fields) {
        const column = field.path.join('.');
        const known = questions.get(column);
        questions.set(column, {
          column,
          field,
          section: title[locale],
          forms: [...new Set([...(known?.forms ?? []), form])],
        });
      }
    }
  }
  return [...questions.values()];
}

function cellOf({ path, ...field }: FieldSpec, answers: Values): Cell {
  let value: unknown = answers;
  for (const key of path) value = typeof value === 'object' && value !== null ? (value as Values)[key] : undefined;
  if (field.type !== 'list' || !Array.isArray(value)) return plain(value);
  // One line for each item, its parts in the order of the form.
  const items = value as readonly Values[];
  const lines = items.map((item) =>
    field.item
      .map((part) => plain(item[part.path[0] ?? '']))
      .filter((part) => part !== null)
      .join(' | '),
  );
  return lines.length > 0 ? lines.join('\n') : null;
}

function plain(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join('; ') : null;
}

function valuesOf(field: FieldSpec, locale: Locale): string | null {
  switch (field.type) {
    case 'choice':
    case 'multiple':
      return field.options.map(({ value, label }) => `${value} = ${label[locale]}`).join('; ');
    case 'count':
    case 'number':
      return `${field.minimum}–${field.maximum}`;
    case 'points':
      return `0–${field.maximum} (${field.step})`;
    case 'list':
      return field.item.map(({ label }) => label[locale]).join(' | ');
    default:
      return null;
  }
}
