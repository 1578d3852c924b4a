import type { Locale } from '../../kernel/actor.ts';
import { type Day, dayIn } from '../../kernel/month.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import { searchKey } from '../../kernel/search-key.ts';
import { formDueOn, type MonthForm, type ReviewState, showPoints } from '../../modules/evaluations/index.ts';
import type { FormsScreen } from './forms-screen-read-model.ts';
import type { FormRow, FormsPage, MissingForm } from './forms.view.ts';

export interface FormsQuery {
  readonly q: string;
  readonly state: string;
}

export interface FormsFacts extends FormsScreen {
  readonly now: Date;
  readonly zone: string;
  /** Whether the reader may send reminders. */
  readonly reminds: boolean;
}

const STATES: readonly ReviewState[] = ['submitted', 'accepted', 'returned'];
const DAY_MS = 86_400_000;

export function buildFormsPage(facts: FormsFacts, query: FormsQuery, locale: Locale, catalogue: Catalogue): FormsPage {
  const { monthProgress, forms, now } = facts;
  const sent = forms.flatMap((form) => (form.submission ? [rowOf(form, form.submission, locale)] : []));
  const missing = forms.filter(({ submission }) => submission === null);
  const inState = (state: ReviewState) => sent.filter((row) => row.state === state).length;
  const overdue = new Set(missing.filter(({ endsAt }) => endsAt <= now).map(({ specialistId }) => specialistId));
  return {
    monthProgress,
    summary: {
      expected: forms.length,
      received: sent.length,
      accepted: inState('accepted'),
      toReview: inState('submitted'),
      returned: inState('returned'),
      missing: missing.length,
    },
    filters: {
      q: query.q,
      states: (['', ...STATES] as const).map((value) => ({
        value,
        label: translate(catalogue, value === '' ? 'forms.any_state' : `form.state.${value}`),
        selected: value === query.state,
      })),
      isActive: query.q !== '' || query.state !== '',
    },
    forms: sent
      .filter((row) => query.state === '' || row.state === query.state)
      .filter((row) => matches([row.branch, row.specialist, row.department], query.q))
      .sort((a, b) => rank(a) - rank(b) || b.receivedAt.getTime() - a.receivedAt.getTime()),
    missing: missing
      .filter((form) => matches([form.branch, form.specialist, form.department], query.q))
      .map((form) => missingOf(form, facts)),
    peopleToRemind: overdue.size,
    remindAction: facts.reminds && overdue.size > 0 ? `/months/${monthProgress.month}/forms/remind` : null,
  };
}

function rowOf(form: MonthForm, submission: NonNullable<MonthForm['submission']>, locale: Locale): FormRow {
  const { id, state, version, receivedAt, total, rating, self } = submission;
  return {
    submissionId: id,
    branch: form.branch,
    day: form.heldOn,
    specialist: form.specialist,
    department: form.department,
    state,
    version,
    receivedAt,
    total: showPoints(total, locale),
    rating: rating?.text[locale] ?? null,
    self: self === null ? null : showPoints(self, locale),
  };
}

function missingOf(form: MonthForm, { now, zone }: FormsFacts): MissingForm {
  const { visitId, branch, heldOn, specialist, department, remindedAt } = form;
  const late = daysBetween(formDueOn(heldOn), dayIn(zone, now));
  return { visitId, branch, day: heldOn, specialist, department, daysLate: Math.max(0, late), remindedAt };
}

function rank({ state }: FormRow): number {
  return state === 'submitted' ? 0 : 1;
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function matches(texts: readonly string[], q: string): boolean {
  return texts.some((text) => searchKey(text).includes(searchKey(q)));
}
