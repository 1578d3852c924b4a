import type { Fault } from '../../kernel/domain-error.ts';
import { MEETING_KINDS } from '../../kernel/meeting-kind.ts';
import {
  type Band,
  type Case,
  type Condition,
  CONDITION_VALUES,
  type Criterion,
  INDICATORS,
  type Quantity,
  type Rubric,
  type Sheet,
  type Text,
} from '../../modules/evaluations/index.ts';
import { faultSentence } from '../../platform/http/error-filter.ts';
import { messageOf, type MessageKey, translate } from '../../platform/i18n/messages.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { CHOICES, LANGUAGES, SIGNS } from './edit-choices.ts';
import { isSimple } from './edit-names.ts';
import { conditionWords, type RubricReader } from './rubric-words.ts';
import type { EditCard, EditField, EditRow, EditTable } from './rubric.view.ts';

/** The fields of one part of a draft; each is named by its JSON pointer, beneath which its faults are shown. */
export function buildEditCards(
  rubric: Rubric,
  part: string,
  faults: readonly Fault[],
  reader: RubricReader,
): EditCard[] | null {
  const [name, s = '', g = ''] = part.split('-');
  const cards = new EditCards(faults, reader);
  if (name === 'head') return cards.head(rubric);
  const sheet = rubric.sheets[Number(s)];
  if (!sheet) return null;
  if (name === 'sheet') return cards.sheet(sheet, `/sheets/${s}`);
  const group = sheet.groups[Number(g)];
  return name === 'group' && group ? cards.group(group, `/sheets/${s}/groups/${g}`) : null;
}

class EditCards {
  constructor(
    private readonly faults: readonly Fault[],
    private readonly reader: RubricReader,
  ) {}

  head({ title, source, purpose, kinds, branchTypes, policy }: Rubric): EditCard[] {
    const { smallBranch: small, requiredMinutes } = policy;
    return [
      this.card('rubrics.card.head', '', [...this.words('/title', title), ...this.words('/source', source, 'source')]),
      this.card('rubrics.card.scope', '/kinds', [
        this.choice(
          '/purpose',
          'rubrics.purpose',
          ['routine', 'targeted'],
          purpose,
          (value) => `rubrics.purpose.${value}`,
        ),
        this.kinds('/kinds', kinds),
        this.checks('/branchTypes', 'rubrics.branch_types', [
          ...[...this.reader.branchTypes].map(([value, label]) => ({
            value,
            label,
            selected: branchTypes?.includes(value) ?? false,
          })),
        ]),
      ]),
      this.card('rubrics.card.choices', '', [
        ...(['attendanceFormula', 'exactlyHalfSpeaking', 'unreachablePoints', 'notYetDue'] as const).map((key) =>
          this.choice(
            `/policy/${key}`,
            `policy.field.scoring.${key}`,
            CHOICES[key],
            policy[key] ?? 'grant',
            (value) => `policy.option.${key}.${value}`,
          ),
        ),
        ...MEETING_KINDS.map((kind) =>
          this.number(
            `/policy/requiredMinutes/${kind}`,
            `policy.field.scoring.requiredMinutes.${kind}`,
            requiredMinutes[kind],
          ),
        ),
        this.number('/policy/smallBranch/membersBelow', 'policy.field.scoring.smallBelow', small?.membersBelow ?? ''),
        this.number(
          '/policy/smallBranch/requiredMinutes',
          'policy.field.scoring.smallMinutes',
          small?.requiredMinutes ?? '',
        ),
      ]),
    ];
  }

  sheet(sheet: Sheet, at: string): EditCard[] {
    const ratings = sheet.ratings.map(({ id, text }) => ({ value: id, label: text[this.reader.locale] }));
    const chosen = (value: string | undefined): Option[] =>
      ratings.map((each) => ({ ...each, selected: each.value === value }));
    const criteria = sheet.groups.flatMap((group) => group.criteria);
    const listed = (ids: readonly string[]): Option[] =>
      criteria.map(({ id, title }) => ({ value: id, label: title[this.reader.locale], selected: ids.includes(id) }));
    return [
      {
        ...this.card('rubrics.card.sheet', `${at}/maximum`, [
          ...this.words(`${at}/title`, sheet.title),
          this.number(`${at}/maximum`, 'rubrics.sheet_maximum', sheet.maximum),
        ]),
        tables: [
          this.table('rubrics.table.groups', sheet.groups, `${at}/groups`, (group, there) =>
            this.words(`${there}/title`, group?.title),
          ),
          this.table('rubrics.table.ratings', sheet.ratings, `${at}/ratings`, (rating, there) => [
            ...this.words(`${there}/text`, rating?.text),
            this.number(`${there}/from`, 'rubrics.from_points', rating?.from),
          ]),
          this.table('rubrics.table.caps', sheet.caps, `${at}/caps`, (cap, there) => [
            ...this.words(`${there}/text`, cap?.text),
            this.number(`${there}/maximum`, 'rubrics.at_most', cap?.maximum),
            this.checks(`${there}/criteria`, 'rubrics.capped', listed(cap?.criteria ?? [])),
          ]),
          this.table(
            'rubrics.table.gates',
            sheet.gates,
            `${at}/gates`,
            (gate, there) => [
              ...this.words(`${there}/text`, gate?.text),
              this.field(
                'select',
                `${there}/rating`,
                'rubrics.gate_rating',
                '',
                chosen(gate?.rating ?? ratings[0]?.value),
              ),
              this.field(
                'select',
                `${there}/otherwise`,
                'rubrics.gate_otherwise',
                '',
                chosen(gate?.otherwise ?? ratings[1]?.value),
              ),
              this.checks(`${there}/full`, 'rubrics.gate_full', listed(gate?.full ?? [])),
              ...this.condition(gate?.condition, there, true),
            ],
            (gate) => gate?.condition,
          ),
        ],
      },
    ];
  }

  group({ title, criteria }: Sheet['groups'][number], at: string): EditCard[] {
    return [
      this.card('rubrics.card.group', '', this.words(`${at}/title`, title)),
      ...criteria.map((criterion, n) => this.criterion(criterion, `${at}/criteria/${n}`)),
      {
        ...this.card('rubrics.card.new_criterion', '', [
          ...this.words(`${at}/criteria/${criteria.length}/title`, undefined),
          this.number(`${at}/criteria/${criteria.length}/maximum`, 'rubrics.maximum', ''),
          this.choice(
            `${at}/criteria/${criteria.length}/by`,
            'rubrics.by',
            ['points', 'bands', 'choice'],
            'points',
            (value) => `rubrics.by.${value}`,
          ),
        ]),
      },
    ];
  }

  private criterion(criterion: Criterion, at: string): EditCard {
    const { title, maximum, kinds, scoring, bonuses, automatic } = criterion;
    const there = `${at}/scoring`;
    const fields = [
      ...this.words(`${at}/title`, title),
      this.number(`${at}/maximum`, 'rubrics.maximum', maximum),
      this.kinds(`${at}/kinds`, kinds),
    ];
    const tables: EditTable[] = [];
    switch (scoring.by) {
      case 'points':
        fields.push(this.number(`${there}/step`, 'rubrics.step', scoring.step));
        break;
      case 'choice':
        tables.push(
          this.table('rubrics.table.options', scoring.options, `${there}/options`, (option, place) =>
            this.given(option, place),
          ),
        );
        break;
      case 'bands':
        fields.push(this.measure(`${there}/indicator`, scoring.indicator));
        tables.push(
          this.table('rubrics.table.bands', scoring.bands, `${there}/bands`, (band, place) => [
            ...this.bound(band, place, 'low'),
            ...this.bound(band, place, 'high'),
            ...this.given(band, place),
          ]),
        );
        break;
      case 'cases':
        tables.push(this.cases('rubrics.table.cases', scoring.cases, `${there}/cases`), {
          title: translate(this.reader.catalogue, 'rubrics.table.otherwise'),
          help: null,
          rows: [
            {
              label: translate(this.reader.catalogue, 'rubrics.table.otherwise'),
              isNew: false,
              fields: this.given(scoring.otherwise, `${there}/otherwise`),
              note: null,
              remove: null,
              errors: [],
            },
          ],
        });
    }
    tables.push(this.cases('rubrics.table.automatic', automatic ?? [], `${at}/automatic`));
    tables.push(this.cases('rubrics.table.bonuses', bonuses ?? [], `${at}/bonuses`));
    return { title: title[this.reader.locale], fields, tables, remove: `${at}/remove`, errors: [] };
  }

  private cases(title: MessageKey, cases: readonly Case[], at: string): EditTable {
    return this.table(
      title,
      cases,
      at,
      (each, there) => [...this.condition(each?.when, there, false), ...this.given(each, there)],
      (each) => each?.when,
    );
  }

  /** Lines that can be removed, and an empty one at the end. */
  private table<T>(
    title: MessageKey,
    items: readonly T[],
    at: string,
    fieldsOf: (item: T | undefined, there: string) => EditField[],
    conditionOf: (item: T) => Condition | undefined = () => undefined,
  ): EditTable {
    const { catalogue } = this.reader;
    const row = (item: T | undefined, n: number): EditRow => {
      const condition = item === undefined ? undefined : conditionOf(item);
      const there = `${at}/${n}`;
      return {
        label: item === undefined ? translate(catalogue, 'rubrics.add') : `${n + 1}`,
        isNew: item === undefined,
        fields: fieldsOf(item, there),
        note: condition && !isSimple(condition) ? conditionWords(condition, this.reader) : null,
        remove: item === undefined ? null : `${there}/remove`,
        errors: this.errorsAt(there, `${there}/when`, `${there}/condition`),
      };
    };
    const name = title.slice(title.lastIndexOf('.') + 1);
    const help = messageOf(catalogue, `rubrics.help.${name}`);
    return { title: messageOf(catalogue, title), help: help || null, rows: [...items, undefined].map(row) };
  }

  private given(item: { readonly points: number; readonly text: Text } | undefined, at: string): EditField[] {
    return [
      this.number(`${at}/points`, 'rubrics.points', item?.points),
      ...this.words(`${at}/text`, item?.text, 'words'),
    ];
  }

  private bound(band: Band | undefined, at: string, end: 'low' | 'high'): EditField[] {
    const [including, excluding] = end === 'low' ? (['from', 'above'] as const) : (['upTo', 'below'] as const);
    const bound =
      band?.[excluding] !== undefined || (end === 'high' && band?.[including] === undefined) ? excluding : including;
    return [
      this.choice(
        `${at}/${end}/bound`,
        'rubrics.bound',
        [including, excluding],
        bound,
        (value) => `rubrics.bound.${value}`,
      ),
      {
        ...this.field('text', `${at}/${end}/value`, `rubrics.bound_value.${end}`, this.quantity(band?.[bound])),
        error: this.errorsAt(`${at}/${bound}`)[0] ?? null,
      },
    ];
  }

  private condition(condition: Condition | undefined, at: string, isOptional: boolean): EditField[] {
    if (condition && !isSimple(condition)) return [];
    const { catalogue } = this.reader;
    const bound = condition && 'indicator' in condition ? condition : null;
    const fact = condition && 'field' in condition ? `${condition.field}=${condition.in[0] ?? ''}` : null;
    const facts = Object.entries(CONDITION_VALUES).flatMap(([field, values]) =>
      values.map((value) => ({
        value: `${field}=${value}`,
        label: messageOf(catalogue, `rubrics.fact.${field}.${value}`),
        selected: fact === `${field}=${value}`,
      })),
    );
    const none: Option[] =
      isOptional || !condition
        ? [{ value: '', label: translate(catalogue, 'rubrics.no_condition'), selected: !condition }]
        : [];
    return [
      this.field('select', `${at}/what`, 'rubrics.condition', '', [
        ...none,
        ...this.measures(bound?.indicator),
        ...facts,
      ]),
      this.choice(`${at}/is`, 'rubrics.is', ['>=', '>', '<=', '<', '='], bound?.is ?? '>=', null),
      this.field('text', `${at}/value`, 'rubrics.value', this.quantity(bound?.value)),
    ];
  }

  private measure(name: string, chosen: string): EditField {
    return this.field('select', name, 'rubrics.measure', '', this.measures(chosen));
  }

  private measures(chosen: string | undefined): Option[] {
    return INDICATORS.map((value) => ({
      value,
      label: messageOf(this.reader.catalogue, `rubrics.measure.${value}`),
      selected: value === chosen,
    }));
  }

  private words(at: string, text: Text | undefined, label: keyof typeof LANGUAGES = 'name'): EditField[] {
    return [
      this.field('text', `${at}/vi`, LANGUAGES[label].vi, text?.vi ?? ''),
      this.field('text', `${at}/en`, LANGUAGES[label].en, text?.en ?? ''),
    ];
  }

  private number(name: string, label: string, value: number | string | undefined): EditField {
    const written = value === undefined ? '' : this.quantity(value as Quantity);
    return this.field('number', name, label, written);
  }

  private quantity(value: Quantity | undefined): string {
    const written = value === undefined ? '' : String(value);
    return this.reader.locale === 'vi' ? written.split('.').join(',') : written;
  }

  private kinds(name: string, kinds: readonly string[] | undefined): EditField {
    const options = MEETING_KINDS.map((value) => ({
      value,
      label: messageOf(this.reader.catalogue, `meeting.kind.${value}`),
      selected: kinds?.includes(value) ?? true,
    }));
    return this.checks(name, 'rubrics.kinds', options);
  }

  private checks(name: string, label: string, options: readonly Option[]): EditField {
    return this.field('checks', name, label, '', options);
  }

  private choice(
    name: string,
    label: string,
    values: readonly string[],
    chosen: string,
    words: ((value: string) => string) | null,
  ): EditField {
    const options = values.map((value) => ({
      value,
      label: words === null ? (SIGNS[value] ?? value) : messageOf(this.reader.catalogue, words(value)),
      selected: value === chosen,
    }));
    return this.field('select', name, label, '', options);
  }

  private field(
    kind: EditField['kind'],
    name: string,
    label: string,
    value: string,
    options: readonly Option[] = [],
  ): EditField {
    const [error = null] = this.errorsAt(name);
    return { kind, name, label: messageOf(this.reader.catalogue, label), value, options, error };
  }

  private card(title: MessageKey, at: string, fields: readonly EditField[]): EditCard {
    const errors = at === '' || fields.some(({ name }) => name === at) ? [] : this.errorsAt(at);
    return { title: messageOf(this.reader.catalogue, title), fields, tables: [], remove: null, errors };
  }

  private errorsAt(...pointers: readonly string[]): string[] {
    return this.faults
      .filter(({ pointer }) => pointers.includes(pointer))
      .map(({ code, params }) => faultSentence(this.reader.catalogue, code, params));
  }
}
