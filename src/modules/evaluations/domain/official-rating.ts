import type { AccountId, MeetingId, SpecialistId } from '../../../kernel/id.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import type {} from '../rating-errors.ts';
import { type Rating, type Rubric, sheetFor } from './rubric.ts';
import type { Answers } from './answers.ts';
import { type SubmissionId, readComments } from './submission.ts';

/** An accepted form of a meeting. */
export interface RatedForm {
  readonly submissionId: SubmissionId;
  /** By its points, gates included; null while answers are missing. */
  readonly rating: Rating | null;
  /** Who wrote it and whose visit it is about. */
  readonly observers: readonly SpecialistId[];
}

/** What somebody decided about the rating of a meeting. Decisions are never changed; a later one follows. */
export interface RatingDecision {
  readonly number: number;
  /** The form on which it was decided. It counts no longer once that form does not. */
  readonly submissionId: SubmissionId;
  /** Null: the decision before was taken back, and the points rate the meeting again. */
  readonly rating: Rating | null;
  /** What the points of that form gave then. */
  readonly points: Rating | null;
  readonly reason: string | null;
  readonly at: Date;
  readonly by: AccountId | null;
  /** For whom, where a deputy decided. */
  readonly onBehalfOf: AccountId | null;
}

/** A meeting with its accepted forms, and what was decided about it, oldest first. */
export interface RatedMeeting {
  readonly meetingId: MeetingId;
  readonly month: Month;
  readonly forms: readonly RatedForm[];
  readonly decisions: readonly RatingDecision[];
}

export interface RatingJudgement {
  readonly submissionId: SubmissionId;
  /** The id of a rating of the form's sheet; null takes the decision back. */
  readonly rating: string | null;
  readonly reason: string;
  /** The number of the last decision that its author has seen; 0 for none. */
  readonly seen: number;
  readonly by: AccountId | null;
  readonly onBehalfOf: AccountId | null;
  /** The specialist that they also are, if any. */
  readonly specialistId: SpecialistId | null;
  readonly at: Date;
}

/** The ratings among which is chosen: those of the sheet by which the form was scored. */
export function ratingsFor(rubric: Rubric, { meetingKind }: Pick<Answers, 'meetingKind'>): readonly Rating[] {
  return sheetFor(rubric, meetingKind).ratings;
}

/** The decision that counts; null where the points rate the meeting. */
export function officialRating({ forms, decisions }: Pick<RatedMeeting, 'forms' | 'decisions'>): RatingDecision | null {
  const last = decisions.at(-1);
  if (!last?.rating) return null;
  return forms.some(({ submissionId }) => submissionId === last.submissionId) ? last : null;
}

/**
 * The next decision. A rating that is not the one by points of every accepted form of the meeting needs a reason, and
 * so does taking a decision back. The same decision made again from the same page is answered as it was made.
 * @throws DomainError rating.not_accepted, rating.own_meeting, rating.unknown, rating.reason_missing,
 * rating.nothing_decided, evaluation.comments_long, edit.stale
 */
export function decideRating(
  meeting: RatedMeeting,
  ratings: readonly Rating[],
  { submissionId, seen, by, onBehalfOf, specialistId, at, ...judged }: RatingJudgement,
): RatingDecision {
  const { forms, decisions } = meeting;
  const form = forms.find((each) => each.submissionId === submissionId);
  if (!form) throw new DomainError('rating.not_accepted', { submissionId });
  const { rating: points } = form;
  if (specialistId !== null && forms.some(({ observers }) => observers.includes(specialistId))) {
    throw new DomainError('rating.own_meeting', { submissionId });
  }
  const rating = judged.rating === null ? null : (ratings.find(({ id }) => id === judged.rating) ?? undefined);
  if (rating === undefined) throw new DomainError('rating.unknown', { rating: judged.rating ?? '' });
  const reason = readComments(judged.reason) || null;
  const last = decisions.at(-1);
  const isSame =
    last?.submissionId === submissionId && last.rating?.id === rating?.id && last.reason === reason && last.by === by;
  if (last && isSame && seen === last.number - 1) return last;
  mustHaveSeen(seen, last?.number ?? 0);
  if (rating === null && !last?.rating) throw new DomainError('rating.nothing_decided', { submissionId });
  const differs = forms.some((each) => each.rating?.id !== rating?.id);
  if (differs && reason === null) {
    throw new DomainError('rating.reason_missing', { decided: rating?.text ?? null, points: points?.text ?? null });
  }
  return { number: (last?.number ?? 0) + 1, submissionId, rating, points, reason, at, by, onBehalfOf };
}
