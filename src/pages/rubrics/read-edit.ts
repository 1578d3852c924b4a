import { MEETING_KINDS } from '../../kernel/meeting-kind.ts';
import type {
  Band,
  Cap,
  Case,
  Condition,
  Criterion,
  Gate,
  Group,
  Quantity,
  Rating,
  Rubric,
  Scoring,
  Sheet,
  Text,
} from '../../modules/evaluations/index.ts';
import { isSimple } from './edit-names.ts';

export type EditBody = Readonly<Record<string, unknown>>;

/**
 * A draft with one of its parts as typed: every field is named by its JSON pointer. Values that cannot be read stay as
 * they were typed, so that the check of the structure names them. A line that was left empty at the end is no line.
 */
export function readEdit(rubric: Rubric, part: string, body: EditBody): Rubric {
  return new EditReader(body).part(rubric, part);
}

class EditReader {
  constructor(private readonly body: EditBody) {}

  part(rubric: Rubric, part: string): Rubric {
    const [name, s = '', g = ''] = part.split('-');
    if (name === 'head') return this.head(rubric);
    return {
      ...rubric,
      sheets: rubric.sheets.map((sheet, n) => {
        if (n !== Number(s)) return sheet;
        if (name === 'sheet') return this.sheet(sheet, `/sheets/${n}`);
        const groups = sheet.groups.map((group, m) =>
          m === Number(g) ? this.group(group, sheet, `/sheets/${n}/groups/${m}`) : group,
        );
        return { ...sheet, groups };
      }),
    };
  }

  /** Its sheets follow the kinds of meetings: one for a kind that is dropped goes, a new kind gets the first sheet. */
  private head(rubric: Rubric): Rubric {
    const kinds = MEETING_KINDS.filter((kind) => this.listed('/kinds').includes(kind));
    const types = this.listed('/branchTypes');
    const wanted = kinds.length === 0 ? MEETING_KINDS : kinds;
    const kept = rubric.sheets
      .map((sheet) => ({ ...sheet, kinds: sheet.kinds.filter((kind) => wanted.includes(kind)) }))
      .filter((sheet) => sheet.kinds.length > 0);
    const sheets = kept.length > 0 ? kept : rubric.sheets.slice(0, 1).map((sheet) => ({ ...sheet, kinds: [] }));
    const missing = wanted.filter((kind) => !sheets.some((sheet) => sheet.kinds.includes(kind)));
    const { kinds: _, branchTypes: __, ...rest } = rubric;
    const small = this.quantity('/policy/smallBranch/membersBelow');
    return {
      ...rest,
      ...(kinds.length === 0 || kinds.length === MEETING_KINDS.length ? {} : { kinds }),
      ...(types.length === 0 ? {} : { branchTypes: types }),
      purpose: this.text('/purpose') as Rubric['purpose'],
      title: this.words('/title'),
      source: this.words('/source'),
      policy: {
        attendanceFormula: this.text('/policy/attendanceFormula') as Rubric['policy']['attendanceFormula'],
        exactlyHalfSpeaking: this.text('/policy/exactlyHalfSpeaking') as Rubric['policy']['exactlyHalfSpeaking'],
        unreachablePoints: this.text('/policy/unreachablePoints') as Rubric['policy']['unreachablePoints'],
        notYetDue: this.text('/policy/notYetDue') as NonNullable<Rubric['policy']['notYetDue']>,
        requiredMinutes: {
          regular: this.number('/policy/requiredMinutes/regular'),
          thematic: this.number('/policy/requiredMinutes/thematic'),
          combined: this.number('/policy/requiredMinutes/combined'),
        },
        smallBranch:
          small === undefined
            ? null
            : {
                membersBelow: small as number,
                requiredMinutes: this.number('/policy/smallBranch/requiredMinutes'),
              },
      },
      sheets: sheets.map((sheet, n) => (n === 0 ? { ...sheet, kinds: [...sheet.kinds, ...missing] } : sheet)),
    };
  }

  private sheet(sheet: Sheet, at: string): Sheet {
    const taken = new Set(sheet.groups.map(({ id }) => id));
    return {
      ...sheet,
      title: this.words(`${at}/title`),
      maximum: this.number(`${at}/maximum`),
      groups: this.rows<Group>(sheet.groups, `${at}/groups`, (before, there) => ({
        ...(before ?? {
          id: unused('group', taken),
          criteria: [newCriterion('points', { vi: '…', en: '…' }, 1, sheet)],
        }),
        title: this.words(`${there}/title`),
      })),
      ratings: this.rows<Rating>(sheet.ratings, `${at}/ratings`, (before, there) => ({
        id: before?.id ?? unused('rating', new Set(sheet.ratings.map(({ id }) => id))),
        from: this.number(`${there}/from`),
        text: this.words(`${there}/text`),
      })),
      caps: this.rows<Cap>(sheet.caps, `${at}/caps`, (before, there) => ({
        ...(before ?? { id: unused('cap', new Set(sheet.caps.map(({ id }) => id))) }),
        criteria: this.listed(`${there}/criteria`),
        maximum: this.number(`${there}/maximum`),
        text: this.words(`${there}/text`),
      })),
      gates: this.rows<Gate>(sheet.gates, `${at}/gates`, (before, there) => {
        const condition = this.condition(before?.condition, there);
        return {
          id: before?.id ?? unused('gate', new Set(sheet.gates.map(({ id }) => id))),
          rating: this.text(`${there}/rating`),
          full: this.listed(`${there}/full`),
          ...(condition ? { condition } : {}),
          otherwise: this.text(`${there}/otherwise`),
          text: this.words(`${there}/text`),
        };
      }),
    };
  }

  private group(group: Group, sheet: Sheet, at: string): Group {
    const criteria = this.rows<Criterion>(group.criteria, `${at}/criteria`, (before, there) =>
      before
        ? this.criterion(before, there)
        : newCriterion(
            this.text(`${there}/by`) as Scoring['by'],
            this.words(`${there}/title`),
            this.number(`${there}/maximum`),
            sheet,
          ),
    );
    return { ...group, title: this.words(`${at}/title`), criteria };
  }

  private criterion(before: Criterion, at: string): Criterion {
    const { kinds: _, bonuses: __, automatic: ___, ...rest } = before;
    const kinds = MEETING_KINDS.filter((kind) => this.listed(`${at}/kinds`).includes(kind));
    const bonuses = this.cases(before.bonuses ?? [], `${at}/bonuses`);
    const automatic = this.cases(before.automatic ?? [], `${at}/automatic`);
    return {
      ...rest,
      title: this.words(`${at}/title`),
      maximum: this.number(`${at}/maximum`),
      ...(kinds.length === 0 || kinds.length === MEETING_KINDS.length ? {} : { kinds }),
      ...(automatic.length > 0 ? { automatic } : {}),
      ...(bonuses.length > 0 ? { bonuses } : {}),
      scoring: this.scoring(before.scoring, `${at}/scoring`),
    };
  }

  private scoring(before: Scoring, at: string): Scoring {
    switch (before.by) {
      case 'points':
        return { by: 'points', step: this.number(`${at}/step`) };
      case 'choice':
        return {
          by: 'choice',
          options: this.rows(before.options, `${at}/options`, (option, there) => ({
            value: option?.value ?? unused('option', new Set(before.options.map(({ value }) => value))),
            points: this.number(`${there}/points`),
            text: this.words(`${there}/text`),
          })),
        };
      case 'bands':
        return {
          by: 'bands',
          indicator: this.text(`${at}/indicator`) as (typeof before)['indicator'],
          bands: this.rows<Band>(before.bands, `${at}/bands`, (_, there) => ({
            ...this.bound(`${there}/low`),
            ...this.bound(`${there}/high`),
            points: this.number(`${there}/points`),
            text: this.words(`${there}/text`),
          })),
        };
      case 'cases':
        return {
          ...before,
          cases: this.cases(before.cases, `${at}/cases`),
          otherwise: { points: this.number(`${at}/otherwise/points`), text: this.words(`${at}/otherwise/text`) },
        };
    }
  }

  private bound(at: string): Partial<Band> {
    const value = this.quantity(`${at}/value`);
    return value === undefined ? {} : { [this.text(`${at}/bound`)]: value };
  }

  private cases(before: readonly Case[], at: string): Case[] {
    return this.rows<Case>(before, at, (known, there) => ({
      when: this.condition(known?.when, there) ?? ({} as Condition),
      points: this.number(`${there}/points`),
      text: this.words(`${there}/text`),
    }));
  }

  /** A condition that has no fields, because it is too rich for them, stays as it is. */
  private condition(before: Condition | undefined, at: string): Condition | undefined {
    if (before && !isSimple(before)) return before;
    const what = this.text(`${at}/what`);
    if (what === '') return undefined;
    const [, field, value] = /^([a-zA-Z]+)=(.+)$/.exec(what) ?? [];
    if (field !== undefined && value !== undefined) return { field, in: [value] } as Condition;
    return { indicator: what, is: this.text(`${at}/is`), value: this.quantity(`${at}/value`) ?? '' } as Condition;
  }

  /** The lines of a list without those that are to be removed, and with one more where something was typed in it. */
  private rows<T>(before: readonly T[], at: string, read: (known: T | undefined, there: string) => T): T[] {
    const rows: T[] = [];
    for (const [n, known] of [...before, undefined].entries()) {
      const there = `${at}/${n}`;
      if (this.body[`${there}/remove`] !== undefined) continue;
      if (known === undefined && !this.isTyped(there)) continue;
      rows.push(read(known, there));
    }
    return rows;
  }

  private isTyped(at: string): boolean {
    return ['/title/vi', '/text/vi', '/points', '/maximum', '/from', '/low/value', '/high/value'].some(
      (name) => this.text(`${at}${name}`) !== '',
    );
  }

  private words(at: string): Text {
    const vi = this.text(`${at}/vi`);
    return { vi, en: this.text(`${at}/en`) || vi };
  }

  private number(at: string): number {
    const typed = this.text(at);
    const read = Number(typed.replace(',', '.'));
    return typed === '' || Number.isNaN(read) ? (typed as unknown as number) : read;
  }

  private quantity(at: string): Quantity | undefined {
    const typed = this.text(at).replace(',', '.').replace(/\s/g, '');
    if (typed === '') return undefined;
    return typed.endsWith('%') ? (typed as Quantity) : this.number(at);
  }

  private text(at: string): string {
    const value = this.body[at];
    return typeof value === 'string' ? value.trim() : '';
  }

  private listed(at: string): string[] {
    const value = this.body[at];
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.filter((each): each is string => typeof each === 'string' && each !== '');
  }
}

function newCriterion(by: Scoring['by'], title: Text, maximum: number, sheet: Sheet): Criterion {
  const taken = new Set(sheet.groups.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  const all = { vi: 'Mọi trường hợp', en: 'In every case' };
  const scoring: Scoring =
    by === 'bands'
      ? { by, indicator: 'attendance', bands: [{ points: maximum, text: all }] }
      : by === 'choice'
        ? {
            by,
            options: [
              { value: 'yes', points: maximum, text: { vi: 'Có', en: 'Yes' } },
              { value: 'no', points: 0, text: { vi: 'Không', en: 'No' } },
            ],
          }
        : { by: 'points', step: 0.5 };
  return { id: unused('criterion', taken), title, maximum, scoring };
}

function unused(word: string, taken: ReadonlySet<string>): string {
  let n = taken.size + 1;
  while (taken.has(`${word}-${n}`)) n += 1;
  return `${word}-${n}`;
}
