import type { SpecialistId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/actor.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { type Hundredths, type MonthForm, showPoints, type SubmissionId } from '../../modules/evaluations/index.ts';

/** Signs that a form should be read rather than accepted with others. */
export type FormSign =
  | { readonly kind: 'self_gap' | 'drop' | 'no_cause' }
  /** Far from the middle of the month's forms, or word for word another form. */
  | { readonly kind: 'outlier'; readonly median: Hundredths; readonly forms: number }
  | { readonly kind: 'same_words'; readonly branch: string; readonly specialist: string };

export type Sent = NonNullable<MonthForm['submission']>;
/** A visit with a submitted form. */
export type SentForm = MonthForm & { readonly submission: Sent };

/** A difference of totals from which on the form should be read: ten points, in hundredths. */
const NOTABLE = 1_000;

export function signsOf({ total, self, lastTotal, openCauses, outlier, sameWords }: Sent): FormSign[] {
  return [
    ...(self !== null && Math.abs(total - self) >= NOTABLE ? [{ kind: 'self_gap' as const }] : []),
    ...(lastTotal !== null && lastTotal - total >= NOTABLE ? [{ kind: 'drop' as const }] : []),
    ...(openCauses > 0 ? [{ kind: 'no_cause' as const }] : []),
    ...(outlier ? [{ kind: 'outlier' as const, ...outlier }] : []),
    ...(sameWords ? [{ kind: 'same_words' as const, ...sameWords }] : []),
  ];
}

/** A sign in the reader's words, with the figures that make it one. */
export function signSentence(sign: FormSign, locale: Locale): Sentence {
  switch (sign.kind) {
    case 'outlier':
      return { key: 'forms.sign.outlier', params: { median: showPoints(sign.median, locale), forms: sign.forms } };
    case 'same_words':
      return { key: 'forms.sign.same_words', params: { branch: sign.branch, specialist: sign.specialist } };
    default:
      return { key: `forms.sign.${sign.kind}` };
  }
}

/** The columns by which a list of forms is sorted. */
export const FORM_COLUMNS = ['received', 'day', 'branch', 'state', 'specialist', 'total', 'self'] as const;
type FormColumn = (typeof FORM_COLUMNS)[number];

/** A column, with `-` before it for the reverse order; or `signs`: waiting forms with signs first. */
export type FormSort = 'signs' | FormColumn | `-${FormColumn}`;

export function sortIn(text: unknown): FormSort {
  return FORM_COLUMNS.flatMap((column) => [column, `-${column}`] as const).find((sort) => sort === text) ?? 'signs';
}

const waits = ({ submission }: SentForm) => submission.state === 'submitted';
const received = ({ submission }: SentForm) => submission.receivedAt.getTime();
/** From the one that wants something of the reader to the one that is done. */
const STATES: readonly Sent['state'][] = ['submitted', 'returned', 'accepted'];
const alphabetical = new Intl.Collator('vi', { numeric: true }).compare;
const givenName = (name: string) => name.split(' ').at(-1) ?? name;
/** The difference between the branch's own total and the observer's; −1 where the branch gave none. */
const gap = ({ submission: { total, self } }: SentForm) => (self === null ? -1 : Math.abs(total - self));

const ORDERS: Readonly<Record<'signs' | FormColumn, (a: SentForm, b: SentForm) => number>> = {
  // Waiting forms first, those with most signs and longest waiting first; the others newest first.
  signs: (a, b) => {
    if (waits(a) !== waits(b)) return waits(a) ? -1 : 1;
    if (!waits(a)) return received(b) - received(a);
    return signsOf(b.submission).length - signsOf(a.submission).length || received(a) - received(b);
  },
  received: (a, b) => received(a) - received(b),
  day: (a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0),
  branch: (a, b) => alphabetical(a.branch, b.branch),
  state: (a, b) => STATES.indexOf(a.submission.state) - STATES.indexOf(b.submission.state),
  specialist: (a, b) =>
    alphabetical(givenName(a.specialist), givenName(b.specialist)) || alphabetical(a.specialist, b.specialist),
  total: (a, b) => a.submission.total - b.submission.total,
  self: (a, b) => gap(b) - gap(a),
};

/** The submitted forms in an order; equal ones by branch. */
export function sortForms(forms: readonly MonthForm[], sort: FormSort): SentForm[] {
  const isReversed = sort.startsWith('-');
  const order = ORDERS[sort.replace(/^-/, '') as 'signs' | FormColumn];
  return forms
    .flatMap(({ submission, ...form }) => (submission ? [{ ...form, submission }] : []))
    .sort((a, b) => (isReversed ? order(b, a) : order(a, b)) || alphabetical(a.branch, b.branch));
}

/** Nobody reviews a form that they wrote or that is about their own visit. */
export function isOwn({ specialistId, submission }: SentForm, reader: SpecialistId | null): boolean {
  return reader !== null && (specialistId === reader || submission.sentBy === reader);
}

/** The forms that wait for this reader, in the order of the list. */
export function reviewQueue(forms: readonly MonthForm[], sort: FormSort, reader: SpecialistId | null): SubmissionId[] {
  return sortForms(forms, sort)
    .filter((form) => waits(form) && !form.submission.isHidden && !isOwn(form, reader))
    .map(({ submission }) => submission.id);
}

/**
 * The forms before and after a form in the queue, cyclically; null where no other form waits. After a form that no
 * longer waits comes the first.
 */
export function neighboursIn(
  queue: readonly SubmissionId[],
  id: SubmissionId,
): { readonly next: SubmissionId | null; readonly previous: SubmissionId | null } {
  const at = queue.indexOf(id);
  const others = [...queue.slice(at + 1), ...queue.slice(0, Math.max(0, at))];
  return { next: others[0] ?? null, previous: others.at(-1) ?? null };
}
