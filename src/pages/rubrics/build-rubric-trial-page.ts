import { type Fault } from '../../kernel/domain-error.ts';
import { ratingsOf, type RubricDraft, showPoints, type TriedRubric } from '../../modules/evaluations/index.ts';
import { faultLines, type RubricReader } from './rubric-words.ts';
import type { RubricTrialPage } from './rubric.view.ts';

/** More forms are counted. */
const MOST = 100;

/** What a draft would have made of past forms; with faults it cannot be tried. */
export function buildRubricTrialPage(
  { id, rubric }: RubricDraft,
  tried: TriedRubric | null,
  faults: readonly Fault[],
  reader: RubricReader,
): RubricTrialPage {
  const { locale } = reader;
  const backHref = `/rubrics/drafts/${id}`;
  const ratings = ratingsOf(rubric);
  const named = (rating: string | null) => ratings.find((each) => each.id === rating)?.text[locale] ?? rating ?? '–';
  const rank = (rating: string | null) => ratings.findIndex((each) => each.id === rating);
  const { scored = 0, otherPoints = 0, unanswered = 0, notMeant = 0, older = 0, changed = [] } = tried ?? {};
  return {
    title: rubric.title[locale],
    backHref,
    from: tried?.span?.from ?? null,
    to: tried?.span?.to ?? null,
    ...{ scored, otherPoints, unanswered, notMeant, older },
    changedCount: changed.length,
    faults: faultLines(faults, rubric, backHref, reader),
    ratings: tried
      ? ratings.map(({ id: rating, text }) => ({
          text: text[locale],
          before: tried.before[rating] ?? 0,
          after: tried.after[rating] ?? 0,
        }))
      : [],
    forms: changed.slice(0, MOST).map(({ form, rating, total, maximum }) => ({
      href: `/submissions/${form.submissionId}`,
      branch: form.branch,
      heldOn: form.heldOn,
      before: named(form.rating),
      after: named(rating),
      isWorse: rank(rating) > rank(form.rating),
      pointsBefore: `${showPoints(form.total, locale)} / ${showPoints(form.maximum, locale)}`,
      pointsAfter: `${showPoints(total, locale)} / ${showPoints(maximum, locale)}`,
    })),
    more: Math.max(0, changed.length - MOST),
  };
}
