import type { Locale } from '../../kernel/actor.ts';
import type { MeetingRating, ratingsFor, Score, SubmissionId } from '../../modules/evaluations/index.ts';
import type { RatingView } from './rating.view.ts';

export interface RatingFacts {
  readonly id: SubmissionId;
  readonly meeting: MeetingRating;
  /** Those among which is chosen. */
  readonly ratings: ReturnType<typeof ratingsFor>;
  readonly score: Pick<Score, 'rating'>;
  /** Kept in addresses, so that the reader goes on in their order. */
  readonly query: string;
  /** The signature where the service itself decided. */
  readonly board: string;
  /** What was typed and not taken. */
  readonly refused: { readonly rating: string | null; readonly reason: string; readonly error: string } | null;
}

/** Null where nothing was decided and this reader decides nothing. */
export function showRating(facts: RatingFacts, locale: Locale): RatingView | null {
  const { id, meeting, ratings, score, query, board, refused } = facts;
  const { official, decisions, others, mayDecide, isOwn } = meeting;
  if (decisions.length === 0 && !mayDecide && !isOwn) return null;
  // The points are what most decisions confirm.
  const chosen = refused?.rating ?? official?.rating?.id ?? score.rating?.id ?? null;
  const action = `/submissions/${id}/rating`;
  return {
    official: official && {
      text: official.rating?.text[locale] ?? '–',
      points: official.points && official.points.id !== official.rating?.id ? official.points.text[locale] : null,
      by: official.by ?? board,
      onBehalfOf: official.onBehalfOf,
      at: official.at,
      reason: official.reason,
    },
    others: others.map((rating) => rating?.text[locale] ?? '–'),
    earlier: decisions
      .filter(({ number }) => number !== official?.number)
      .map(({ rating, by, onBehalfOf, at, reason }) => ({
        text: rating?.text[locale] ?? null,
        by: by ?? board,
        onBehalfOf,
        at,
        reason,
      }))
      .reverse(),
    deciding: mayDecide
      ? {
          action: `${action}${query}`,
          takeBackAction: official ? `${action}/take-back${query}` : null,
          seen: decisions.at(-1)?.number ?? 0,
          options: ratings.map(({ id: value, text }) => ({
            value,
            label: text[locale],
            selected: value === chosen,
          })),
          reason: refused?.reason ?? '',
          error: refused?.error ?? null,
        }
      : null,
    isOwn,
  };
}
