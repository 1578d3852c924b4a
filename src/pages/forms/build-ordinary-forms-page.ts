import type { Locale } from '../../kernel/actor.ts';
import { readId, type SpecialistId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { type DoubtedForm, type MonthForm, showPoints, type SubmissionId } from '../../modules/evaluations/index.ts';
import { type Catalogue, messageOf, translate } from '../../platform/i18n/messages.ts';
import { type Doubt, doubtsOf } from './ordinary-forms.ts';
import type { OrdinaryFormsPage, WaitingFormView } from './ordinary-forms.view.ts';
import { type SentForm, signSentence, sortForms } from './review-queue.ts';

export interface OrdinaryFormsFacts {
  readonly month: Month;
  readonly forms: readonly MonthForm[];
  /** The answers of the waiting forms. */
  readonly waiting: readonly DoubtedForm[];
  readonly reader: SpecialistId | null;
  readonly outcome: OrdinaryFormsPage['outcome'];
}

export function buildOrdinaryFormsPage(
  { month, forms, waiting, reader, outcome }: OrdinaryFormsFacts,
  locale: Locale,
  catalogue: Catalogue,
): OrdinaryFormsPage {
  const judged = judgeForms({ forms, waiting, reader });
  const home = `/months/${month}/forms`;
  return {
    month,
    backHref: home,
    action: `${home}/ordinary`,
    ordinary: judged.filter(({ doubts }) => doubts.length === 0).map(({ form }) => viewOf(form, locale)),
    others: judged
      .filter(({ doubts }) => doubts.length > 0)
      .map(({ form, doubts }) => ({
        ...viewOf(form, locale),
        doubts: doubts.map((doubt) => sentenceOf(doubt, catalogue, locale)),
      })),
    outcome,
  };
}

/** The waiting forms, each with what speaks against accepting it unread. */
export function judgeForms({
  forms,
  waiting,
  reader,
}: Pick<OrdinaryFormsFacts, 'forms' | 'waiting' | 'reader'>): { readonly form: SentForm; readonly doubts: Doubt[] }[] {
  const answered = new Map(waiting.map((form) => [form.id, form]));
  return sortForms(forms, 'day').flatMap((form) => {
    const answers = answered.get(form.submission.id);
    return answers ? [{ form, doubts: doubtsOf(form, answers, reader) }] : [];
  });
}

export function sentenceOf(doubt: Doubt, catalogue: Catalogue, locale: Locale): string {
  switch (doubt.kind) {
    case 'warning':
      return messageOf(catalogue, `forms.doubt.${doubt.code.replace('warning.', '')}`, doubt.params);
    case 'own':
    case 'hidden':
    case 'corrected':
      return translate(catalogue, `forms.sign.${doubt.kind}`);
    default: {
      const { key, params } = signSentence(doubt, locale);
      return messageOf(catalogue, key, params);
    }
  }
}

function viewOf({ branch, heldOn, specialist, submission }: SentForm, locale: Locale): WaitingFormView {
  const { id, revision, total, rating, isHidden } = submission;
  return {
    href: `/submissions/${id}`,
    mark: markOf({ id, revision }),
    branch,
    day: heldOn,
    specialist,
    total: isHidden ? '–' : showPoints(total, locale),
    rating: rating?.text[locale] ?? null,
  };
}

/** A form at the revision that was shown. */
export interface SeenForm {
  readonly id: SubmissionId;
  readonly revision: number;
}

export function markOf({ id, revision }: SeenForm): string {
  return `${id}/${revision}`;
}

const MARK = /^([0-9a-f-]{36})\/(\d{1,9})$/;

/** The forms in the data that a page sends back; malformed entries are left out. */
export function readMarks(sent: unknown): SeenForm[] {
  const texts: readonly unknown[] = typeof sent === 'object' && sent !== null ? Object.values(sent) : [sent];
  return texts.flatMap((text) => {
    const [, given, revision] = (typeof text === 'string' ? MARK.exec(text) : null) ?? [];
    const id = readId<'Submission'>(given);
    return id ? [{ id, revision: Number(revision) }] : [];
  });
}
