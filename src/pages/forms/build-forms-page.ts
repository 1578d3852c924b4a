import type { Actor, Locale } from '../../kernel/actor.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { OwedForm } from '../../modules/evaluations/index.ts';
import { type MonthForm, referenceOf, type ReviewState, showPoints } from '../../modules/evaluations/index.ts';
import type { FormsScreen } from './forms-screen-read-model.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { listAddress, pageWindow, pagination, sortHeads, withinPages } from '../directory/page-rows.ts';
import { FORM_COLUMNS, type FormSort, isOwn, type SentForm, signSentence, signsOf, sortForms } from './review-queue.ts';
import { buildOwedForms } from './build-owed-forms.ts';
import { mayReadReason, type VisitLine } from '../../modules/visits/index.ts';
import type { FormRow, FormsPage, OffVisit } from './forms.view.ts';

export interface FormsQuery {
  readonly q: string;
  readonly state: string;
  readonly sort: FormSort;
  readonly page?: string;
}

export interface FormsFacts extends FormsScreen {
  readonly now: Date;
  readonly zone: string;
  /** Whether the reader may send reminders. */
  readonly reminds: boolean;
  /** Whether the reader may review. */
  readonly reviews: boolean;
  readonly reader: Pick<Actor, 'roles' | 'specialistId'>;
}

const STATES: readonly ReviewState[] = ['submitted', 'accepted', 'returned'];

export function buildFormsPage(facts: FormsFacts, query: FormsQuery, locale: Locale, catalogue: Catalogue): FormsPage {
  const { monthProgress, forms, now } = facts;
  const sent = sortForms(forms, query.sort);
  const asked = sent
    .filter(({ submission }) => query.state === '' || submission.state === query.state)
    .filter((form) =>
      matches([form.branch, form.specialist, form.department, referenceOf(form.submission.id)], query.q),
    );
  const path = `/months/${monthProgress.month}/forms`;
  const sort = query.sort === 'signs' ? '' : query.sort;
  const address = withinPages(listAddress(path, { ...query, sort }, ['q', 'state', 'sort']), asked.length);
  const { limit, offset } = pageWindow(address);
  const shown = asked.slice(offset, offset + limit);
  const toReview = facts.reviews
    ? sent.filter(
        (form) =>
          form.submission.state === 'submitted' && !form.submission.isHidden && !isOwn(form, facts.reader.specialistId),
      ).length
    : 0;
  const missing = forms.filter(({ submission }) => submission === null);
  const inState = (state: ReviewState) => sent.filter(({ submission }) => submission.state === state).length;
  const isOver = ({ endsAt }: MonthForm) => endsAt <= now;
  return {
    monthProgress,
    summary: {
      expected: forms.length,
      received: sent.length,
      accepted: inState('accepted'),
      toReview: inState('submitted'),
      returned: inState('returned'),
      missing: missing.filter(isOver).length,
      notHeld: missing.filter((form) => !isOver(form)).length,
    },
    filters: {
      q: query.q,
      states: (['', ...STATES] as const).map((value) => ({
        value,
        label: translate(catalogue, value === '' ? 'forms.any_state' : `form.state.${value}`),
        selected: value === query.state,
      })),
      sorts: sortOptions(query.sort, catalogue),
      isActive: query.q !== '' || query.state !== '',
    },
    ordinary: toReview > 1 ? { href: `${path}/ordinary`, waiting: toReview } : null,
    heads: sortHeads(address, FORM_COLUMNS),
    forms: shown.map((form) => rowOf(form, query.sort, locale)),
    found: asked.length,
    pagination: pagination(address, shown.length, asked.length),
    off: facts.off.map((line) => offVisit(line, facts)),
    owed: buildOwedForms({
      ...facts,
      month: monthProgress.month,
      forms: owedHere(facts, query),
      isSearch: owedHere(facts, query).length < owedHere(facts, { ...query, q: '' }).length,
      locale,
      catalogue,
    }),
  };
}

function rowOf(form: SentForm, sort: FormSort, locale: Locale): FormRow {
  const { submission } = form;
  const { id, state, version, receivedAt, isHidden, total, rating, official, self } = submission;
  return {
    submissionId: id,
    href: `/submissions/${id}${sortQuery(sort)}`,
    branch: form.branch,
    day: form.heldOn,
    specialist: form.specialist,
    department: form.department,
    state,
    version,
    receivedAt,
    total: isHidden ? '–' : showPoints(total, locale),
    rating: (official ?? rating)?.text[locale] ?? null,
    isOfficial: official !== null,
    self: self === null ? null : showPoints(self, locale),
    signs: state === 'submitted' ? signsOf(submission).map((sign) => signSentence(sign, locale)) : [],
  };
}

/** All orders; a reversed one is among them only where it was chosen by a head of the table. */
function sortOptions(chosen: FormSort, catalogue: Catalogue): Option[] {
  return (['signs', ...FORM_COLUMNS] as const).flatMap((order) => {
    const label = translate(catalogue, `forms.sort.${order}`);
    const option: Option = { value: order, label, selected: order === chosen };
    if (chosen !== `-${order}`) return [option];
    return [option, { value: chosen, label: translate(catalogue, 'forms.sort.reversed', { label }), selected: true }];
  });
}

/** The order in which the reader works as part of an address; empty for the default order. */
export function sortQuery(sort: FormSort): string {
  return sort === 'signs' ? '' : `?sort=${sort}`;
}

function offVisit(line: VisitLine, { monthProgress, reader, reminds }: FormsFacts): OffVisit {
  const { id, revision, branch, heldOn, specialist, state, declineKind, declineReason } = line;
  return {
    visitId: id,
    revision,
    branch,
    day: heldOn,
    specialist,
    state,
    kind: declineKind,
    reason: mayReadReason(line, reader) ? declineReason : null,
    takeBackAction:
      reminds && state !== 'released' ? `/months/${monthProgress.month}/forms/visits/${id}/take-back` : null,
  };
}

/** The owed forms of this month, and the late ones of other months. */
function owedHere({ monthProgress, owed }: FormsFacts, { q }: FormsQuery): OwedForm[] {
  return owed
    .filter(({ month, daysLate }) => month === monthProgress.month || daysLate > 0)
    .filter(({ branch, specialist, department }) => matches([branch, specialist, department], q));
}

function matches(texts: readonly string[], q: string): boolean {
  return texts.some((text) => searchKey(text).includes(searchKey(q)));
}
