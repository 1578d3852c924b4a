import type { Locale } from '../../kernel/actor.ts';
import { type Day, dayIn, type Month } from '../../kernel/month.ts';
import { formatDate, formatShortDate } from '../../kernel/format.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import type { OwedForm } from '../../modules/evaluations/index.ts';
import type { OwedDepartment, OwedFormRow, OwedForms, OwedPerson } from './forms.view.ts';

/** Longer lists are folded by department. */
const MOST_OPEN = 8;

interface Facts {
  readonly month: Month;
  readonly forms: readonly OwedForm[];
  readonly remindedFor: ReadonlyMap<string, string>;
  /** Whether a search hides some of them. */
  readonly isSearch: boolean;
  readonly now: Date;
  readonly zone: string;
  readonly reminds: boolean;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
}

/** Who owes which form, by department, for the people who remind them. */
export function buildOwedForms(facts: Facts): OwedForms {
  const { month, forms, isSearch, now, zone, reminds, locale, catalogue } = facts;
  const departments = [...groups(forms, ({ departmentId }) => departmentId).values()]
    .map((theirs) => departmentOf(theirs, facts))
    .sort((a, b) => b.late - a.late || a.name.localeCompare(b.name, 'vi'));
  const peopleToRemind = departments.flatMap(({ people }) => people).filter(({ isToRemind }) => isToRemind).length;
  return {
    count: forms.length,
    isShort: forms.length <= MOST_OPEN,
    isSearch,
    departments,
    peopleToRemind,
    remindAction: reminds ? `/months/${month}/forms/remind` : null,
    lines: linesOf(departments, dayIn(zone, now), locale, catalogue),
  };
}

function departmentOf(forms: readonly [OwedForm, ...OwedForm[]], facts: Facts): OwedDepartment {
  const [{ departmentId, department }] = forms;
  const people = [...groups(forms, ({ specialistId }) => specialistId).values()].map((theirs): OwedPerson => ({
    specialistId: theirs[0].specialistId,
    name: theirs[0].specialist,
    isToRemind: theirs.some(({ daysLate, isRemindedToday }) => daysLate > 0 && !isRemindedToday),
    forms: theirs.map((form) => rowOf(form, facts)),
  }));
  return {
    departmentId,
    name: department,
    count: forms.length,
    late: forms.filter(({ daysLate }) => daysLate > 0).length,
    isToRemind: people.some(({ isToRemind }) => isToRemind),
    people,
  };
}

function rowOf(form: OwedForm, { month: shown, reminds: reports, remindedFor }: Facts): OwedFormRow {
  const { visitId, revision, branch, heldOn, returned, isWithdrawn, dueOn, daysLate, month } = form;
  const { remindedAt, remindedBy } = form;
  return {
    visitId,
    revision,
    action: reports && returned === null ? `/months/${shown}/forms/visits/${visitId}` : null,
    branch,
    day: heldOn,
    isReturned: returned !== null,
    isWithdrawn,
    dueOn,
    daysLate,
    remindedAt,
    remindedBy,
    remindedFor: remindedFor.get(visitId) ?? null,
    month: month === shown ? null : { month, href: `/months/${month}/forms` },
  };
}

function linesOf(departments: readonly OwedDepartment[], today: Day, locale: Locale, catalogue: Catalogue): string {
  const late = departments.flatMap(({ name, people }) => {
    const lines = people.flatMap(({ name: person, forms }) =>
      forms
        .filter(({ daysLate }) => daysLate > 0)
        .map(({ branch, day, dueOn, daysLate }) =>
          translate(catalogue, 'forms.line', {
            person,
            branch,
            day: formatShortDate(locale, day),
            due: formatShortDate(locale, dueOn),
            days: daysLate,
          }),
        ),
    );
    return lines.length > 0 ? [[name, ...lines].join('\n')] : [];
  });
  if (late.length === 0) return '';
  return [translate(catalogue, 'forms.lines_title', { day: formatDate(locale, today) }), ...late].join('\n\n');
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const found = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = found.get(keyOf(item));
    if (group) group.push(item);
    else found.set(keyOf(item), [item]);
  }
  return found;
}
