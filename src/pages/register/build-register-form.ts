import type { Locale } from '../../kernel/actor.ts';
import {
  type Answers,
  changeQuestion,
  type ImportQuestion,
  kindOf,
  readingNames,
  type Register,
  type RegisterChoice,
  type RegisterField,
  registerFields,
  type TypedRow,
} from '../../modules/directory/index.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { weightsIn } from './form-body.ts';
import { FORM_SECTIONS, VERSION_KEYS } from './form-sections.ts';
import type { AskedQuestion, FormField, FormSection, RegisterFormPage } from './register-form.view.ts';

/** Registers too long for a list of choices: one types, and the browser offers matches. */
const LONG_LISTS: ReadonlySet<string> = new Set(['branches', 'specialists']);
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));
/** Help texts of the sheet that mention cells or sheets, replaced or dropped in a form. */
const OWN_HELP = {
  organisation: null,
  type: null,
  department: null,
  weakFields: 'register.help.weights',
  fields: 'register.help.weights',
  thematicMonths: null,
  rollWeekend: 'register.help.roll',
  mayLead: null,
  code: 'register.help.code',
  kind: null,
  parent: 'register.help.parent',
  validFrom: 'register.help.from',
  ownBranch: 'register.help.branch',
  residenceBranch: 'register.help.branch',
  specialist: 'register.help.person',
  branch: 'register.help.branch_of_conflict',
  reason: null,
} as const;

/** A sheet names entries by codes, a form by what they are. */
const OWN_LABELS = {
  organisation: 'register.fact.organisation',
  parent: 'register.fact.parent',
  specialist: 'register.head.conflicts',
  branch: 'register.branch',
} as const;

export interface FormContent {
  readonly register: Register;
  readonly rows: readonly TypedRow[];
  readonly isNew: boolean;
  /** The choices of each register that a field refers to. */
  readonly choices: ReadonlyMap<string, readonly RegisterChoice[]>;
  /** By `row/key`, the fault. */
  readonly errors: ReadonlyMap<string, string>;
}

export function formParts(
  { register, rows, isNew, choices, errors }: FormContent,
  locale: Locale,
  catalogue: Catalogue,
): Pick<RegisterFormPage, 'sections' | 'lists'> {
  const fields = new Map(registerFields(register, locale).map((field) => [field.key, field]));
  const fieldOf = (row: number, key: string): FormField[] => {
    const field = fields.get(key);
    if (field === undefined) return [];
    const named = { row, value: rows[row]?.[key] ?? '', isNew, error: errors.get(`${row}/${key}`) ?? null };
    return [formField(field, named, choices, catalogue)];
  };
  const sections = FORM_SECTIONS[register].map(({ title, keys }): FormSection => ({
    title: translate(catalogue, title),
    lead: null,
    removeName: null,
    fields: keys.flatMap((key) => fieldOf(0, key)),
  }));
  const versions = register === 'organisations' ? versionSections(rows, isNew, fieldOf, catalogue) : [];
  const named = [...fields.values()].flatMap(({ refersTo }) =>
    refersTo !== null && LONG_LISTS.has(refersTo) ? [refersTo] : [],
  );
  const lists = [...new Set(named)].map((id) => ({
    id,
    items: (choices.get(id) ?? []).map((one) => optionOf(one, '')),
  }));
  return { sections: [...sections, ...versions], lists };
}

function versionSections(
  rows: readonly TypedRow[],
  isNew: boolean,
  fieldOf: (row: number, key: string) => FormField[],
  catalogue: Catalogue,
): FormSection[] {
  const known = rows.map((row, index): FormSection => ({
    title: isNew
      ? translate(catalogue, 'register.version.first')
      : translate(catalogue, 'register.version.of', { name: row['name'] ?? '' }),
    lead: null,
    removeName: rows.length > 1 && !isNew ? `rows[${index}][remove]` : null,
    fields: VERSION_KEYS.flatMap((key) => fieldOf(index, key)),
  }));
  if (isNew) return known;
  const next: FormSection = {
    title: translate(catalogue, 'register.version.next'),
    lead: translate(catalogue, 'register.version.next_text'),
    removeName: null,
    fields: VERSION_KEYS.flatMap((key) => fieldOf(rows.length, key)).map((field) => ({ ...field, isRequired: false })),
  };
  return [...known, next];
}

interface Written {
  readonly row: number;
  readonly value: string;
  readonly isNew: boolean;
  readonly error: string | null;
}

function formField(
  field: RegisterField,
  { row, value, isNew, error }: Written,
  choices: ReadonlyMap<string, readonly RegisterChoice[]>,
  catalogue: Catalogue,
): FormField {
  const { key, control, refersTo } = field;
  const named = refersTo === null ? [] : (choices.get(refersTo) ?? []);
  const isLong = refersTo !== null && LONG_LISTS.has(refersTo);
  const isChosen = control === 'choice' || (refersTo !== null && !isLong && control !== 'weights');
  const own = key in OWN_HELP ? OWN_HELP[key as keyof typeof OWN_HELP] : undefined;
  const help = own === undefined ? field.help : own && translate(catalogue, own);
  const isFixed = field.isName && !isNew;
  return {
    name: `rows[${row}][${key}]`,
    label: key in OWN_LABELS ? translate(catalogue, OWN_LABELS[key as keyof typeof OWN_LABELS]) : field.label,
    help: isFixed
      ? translate(catalogue, 'register.help.fixed')
      : control === 'weights' && named.length === 0
        ? translate(catalogue, 'register.help.no_fields')
        : help,
    error,
    value,
    control: isChosen && !isFixed ? 'choice' : control === 'choice' || control === 'mail' ? 'text' : control,
    isRequired: field.isRequired,
    isFixed,
    options: isChosen ? choiceOptions(field, value, named, catalogue) : control === 'months' ? monthOptions(value) : [],
    list: isLong && !isFixed ? refersTo : null,
    weights: control === 'weights' ? weightFields(`rows[${row}][${key}]`, value, named) : [],
  };
}

/** The typed or stored value is kept in the list, even if it is none of the choices. */
function choiceOptions(
  { offers, isRequired }: RegisterField,
  value: string,
  named: readonly RegisterChoice[],
  catalogue: Catalogue,
): Option[] {
  const options = [
    ...offers.map((one) => ({ ...one, selected: one.value === value })),
    ...named.map((one) => optionOf(one, value)),
  ];
  const isKnown = value === '' || options.some(({ selected }) => selected);
  const hasBlank = value === '' || (!isRequired && offers.length === 0);
  return [
    ...(hasBlank
      ? [
          {
            value: '',
            label: translate(catalogue, isRequired ? 'register.choose' : 'register.none'),
            selected: value === '',
          },
        ]
      : []),
    ...(isKnown ? [] : [{ value, label: value, selected: true }]),
    ...options,
  ];
}

function optionOf({ code, name }: RegisterChoice, value: string): Option {
  return { value: code, label: name === code ? code : `${name} (${code})`, selected: code === value };
}

function monthOptions(value: string): Option[] {
  const ticked = new Set(value.split(';').map((month) => month.trim()));
  return MONTHS.map((month) => ({ value: month, label: month, selected: ticked.has(month) }));
}

function weightFields(name: string, value: string, named: readonly RegisterChoice[]): FormField['weights'] {
  const weights = weightsIn(value);
  const unknown = [...weights.keys()].filter((code) => !named.some((field) => field.code === code));
  return [...named, ...unknown.map((code) => ({ code, name: code }))].map((field) => ({
    name: `${name}[${field.code}]`,
    label: field.name,
    value: weights.get(field.code) ?? '',
  }));
}

/** A question with the way to answer it. */
export function askedQuestion(question: ImportQuestion, answers: Answers, locale: Locale): AskedQuestion {
  const { id } = question;
  return {
    name: `answers[${id}]`,
    sentence: changeQuestion(question, locale),
    kind: kindOf(question) === 'readings' ? 'readings' : 'confirm',
    readings: readingNames(question, locale),
    answer: answers[id] ?? null,
  };
}
