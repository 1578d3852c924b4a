import type { Locale } from '../../kernel/actor.ts';
import { formatActing, formatMonth, formatNumber } from '../../kernel/format.ts';
import { addMonths, type Month } from '../../kernel/month.ts';
import type { PolicyFacts, PolicyField, PolicyValue } from '../../modules/policies/index.ts';
import { type Catalogue, messageOf, translate } from '../../platform/i18n/messages.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { policyValueWords } from './policy-value-words.ts';
import type { ChangeLine, PolicyFieldView, PolicyPage } from './policy.view.ts';

/** What was typed and why it was not saved. */
export interface PolicyReturn {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly from: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly monthError: string | null;
  readonly error: string | null;
  readonly isStale: boolean;
}

interface Reader {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  readonly mayChange: boolean;
  /** See what a change would do before it is kept. */
  readonly mayTry?: boolean;
}

/** How many months ahead a change may begin. */
const MONTHS_AHEAD = 12;

export function buildPolicyPage(facts: PolicyFacts, back: PolicyReturn | null, reader: Reader): PolicyPage {
  const { key: part, month, firstOpen, fields, revision } = facts;
  const words = new PolicyWords(facts, reader);
  const groups = [...new Set(fields.map(({ group }) => group))];
  const from = back?.from ?? (month > firstOpen ? month : firstOpen);
  return {
    part,
    of: month,
    firstOpen,
    form: reader.mayChange
      ? {
          action: `/policy/${part}`,
          seen: revision,
          months: monthsFrom(firstOpen, from, reader.locale),
          monthError: back?.monthError ?? null,
          error: back?.error ?? null,
          tryAction: reader.mayTry === true && part === 'planning' ? '/policy/planning/trials' : null,
        }
      : null,
    groups: groups.map((group, index) => {
      const views = fields
        .filter((field) => field.group === group)
        .map((field) => fieldView(field, facts, back, words));
      return {
        title: messageOf(reader.catalogue, `policy.group.${part}.${group}`),
        fields: views,
        ownCount: views.filter(({ isOwn }) => isOwn).length,
        isOpen:
          index === 0 ||
          views.some(
            ({ key, value, error, warning }) =>
              error !== null ||
              warning !== null ||
              (back !== null && value !== writtenValue(facts.values[key] ?? null)),
          ),
      };
    }),
    decisions: facts.decisions.map(({ from: decided, changes, isOpen }) => ({
      from: decided,
      href: `/policy/${part}?month=${decided}`,
      changes: words.lines(changes),
      takeBack: isOpen && reader.mayChange ? { action: `/policy/${part}/take-back`, seen: revision } : null,
      isKept: !isOpen,
    })),
    trail: facts.trail.map(({ at, by, onBehalfOf, from: told, isTakenBack, changes }) => ({
      at,
      by: by && formatActing(reader.locale, by, onBehalfOf),
      from: told,
      isTakenBack,
      changes: words.lines(changes),
    })),
  };
}

/** Changes of single values in the reader's words. */
export function policyLines(
  facts: PolicyFacts,
  changes: readonly { readonly field: string; readonly before: PolicyValue; readonly after: PolicyValue }[],
  reader: Reader,
): ChangeLine[] {
  return new PolicyWords(facts, reader).lines(changes);
}

/** The months from which a change may take effect, including the requested one. */
function monthsFrom(first: Month, asked: string, locale: Locale): Option[] {
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => addMonths(first, ahead));
  return months.map((value) => ({ value, label: formatMonth(locale, value), selected: value === asked }));
}

function fieldView(
  field: PolicyField,
  { values, builtIn }: PolicyFacts,
  back: PolicyReturn | null,
  words: PolicyWords,
): PolicyFieldView {
  const value = values[field.key] ?? null;
  const typed = back?.typed[field.key];
  const shown = typeof typed === 'string' ? typed : writtenValue(value);
  return {
    key: field.key,
    kind: field.kind === 'yes_no' ? 'choice' : field.kind,
    label: words.label(field),
    help: words.help(field, builtIn[field.key] ?? null),
    value: shown,
    words: words.value(field, value),
    isOwn: value !== (builtIn[field.key] ?? null),
    options: words.options(field, shown),
    error: back?.errors[field.key] ?? null,
    warning: back?.isStale === true && shown !== writtenValue(value) ? words.now(field, value) : null,
  };
}

/** A value as its field shows it. */
export function writtenValue(value: PolicyValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? '' : String(value);
}

/** The choices of one part in the reader's language. */
class PolicyWords {
  private readonly byKey: ReadonlyMap<string, PolicyField>;

  constructor(
    private readonly facts: PolicyFacts,
    private readonly reader: Reader,
  ) {
    this.byKey = new Map(facts.fields.map((field) => [field.key, field]));
  }

  label({ key }: PolicyField): string {
    return messageOf(this.reader.catalogue, `policy.field.${this.facts.key}.${key}`);
  }

  help(field: PolicyField, builtIn: PolicyValue): string {
    const { catalogue, locale } = this.reader;
    const figure = (value: number) => formatNumber(locale, value);
    return [
      messageOf(catalogue, `policy.help.${this.facts.key}.${field.key}`),
      ...(field.kind === 'whole'
        ? [translate(catalogue, 'policy.range', { least: figure(field.least), most: this.value(field, field.most) })]
        : []),
      ...(field.kind === 'whole' && field.isOptional === true ? [translate(catalogue, 'policy.or_empty')] : []),
      translate(catalogue, 'policy.built_in', { value: this.value(field, builtIn) }),
    ].join(' ');
  }

  now(field: PolicyField, value: PolicyValue): string {
    return translate(this.reader.catalogue, 'policy.now', { value: this.value(field, value) });
  }

  value(field: PolicyField, value: PolicyValue): string {
    return policyValueWords(field, value, this.reader);
  }

  options(field: PolicyField, chosen: string): Option[] {
    const { catalogue } = this.reader;
    const option = (value: string, label: string) => ({ value, label, selected: value === chosen });
    if (field.kind === 'yes_no') {
      return [option('yes', translate(catalogue, 'policy.yes')), option('no', translate(catalogue, 'policy.no'))];
    }
    if (field.kind !== 'choice') return [];
    return [
      ...(field.isOptional === true ? [option('', translate(catalogue, 'policy.none'))] : []),
      ...field.options.map((value) => option(value, this.value(field, value))),
    ];
  }

  lines(changes: readonly { field: string; before: PolicyValue; after: PolicyValue }[]): ChangeLine[] {
    return changes.flatMap(({ field: key, before, after }) => {
      const field = this.byKey.get(key);
      if (!field) return [];
      return [{ label: this.label(field), before: this.value(field, before), after: this.value(field, after) }];
    });
  }
}
