import type { Locale } from '../../kernel/actor.ts';
import {
  type Answers,
  type EvaluationForm,
  type MeetingRating,
  ratingsFor,
  type ReadSubmission,
  referenceOf,
  type Remarks,
  type Rubric,
  showPoints,
  type SubmissionId,
  type VisitContext,
} from '../../modules/evaluations/index.ts';
import { sortQuery } from './build-forms-page.ts';
import { type FormSign, type FormSort, signSentence } from './review-queue.ts';
import { markChanges } from './mark-changes.ts';
import { remarkRows } from './remark-rows.ts';
import { showAnswers, type Unanswered } from './show-answers.ts';
import { showRating } from './show-rating.ts';
import { showScore } from '../../modules/evaluations/index.ts';
import type { SubmissionPage } from './submission.view.ts';

export interface SubmissionFacts {
  readonly submission: ReadSubmission;
  readonly form: EvaluationForm;
  readonly rubric: Rubric;
  /** How its meeting is rated officially. */
  readonly rating: MeetingRating;
  readonly context: VisitContext;
  readonly directives: VisitContext['directives'];
  readonly reader: SubmissionPage['reader'];
  /** Whether the reader may review. */
  readonly reviews: boolean;
  /** Why a reviewer should read it with care. */
  readonly signs: readonly FormSign[];
  /** Whether the reader sent the form and therefore may not review it. */
  readonly isOwn: boolean;
  /** Whether the reader may write the form of this visit. */
  readonly writes: boolean;
  /** The next and the previous waiting form, for reviewers. */
  readonly next: SubmissionId | null;
  readonly previous: SubmissionId | null;
  /** The order in which the reader works. */
  readonly sort: FormSort;
  /** Number of other forms of the month that wait for this reader. */
  readonly left: number;
  readonly before: ReadSubmission | null;
  /** The signature where the service itself reviewed. */
  readonly board: string;
  /** Comments that were typed and not accepted, with the reason. */
  readonly refused?: {
    readonly step: ReviewStep;
    readonly comments: string;
    readonly remarks: Remarks;
    readonly error: string;
    /** The official rating that was chosen. */
    readonly rating?: string | null;
  };
}

/** Which form of the page was sent. */
export type ReviewStep = 'review' | 'reopen' | 'withdraw' | 'rate';

export function buildSubmissionPage(facts: SubmissionFacts, locale: Locale): SubmissionPage {
  const { submission, form, rubric, directives, reader, next, previous, sort, left, before, board } = facts;
  const { id, state, version, reviewedAt, reviewer, comments, wasAcceptedAt, score, versions } = submission;
  const { withdrawnAt, withdrawnWhy, reply, reviewedFor } = submission;
  const { refused = null } = facts;
  // What was typed for one step is not put into the form of another, where it would be sent by mistake.
  const refusedIn = (step: ReviewStep) => (refused?.step === step ? refused : null);
  const withdraws = facts.writes && state === 'submitted';
  const waits = facts.reviews && state === 'submitted';
  const isOpen = waits && !facts.isOwn;
  const query = sortQuery(sort);
  const rated = refusedIn('rate');
  const reopens = facts.reviews && !facts.isOwn && state === 'accepted';
  const isBesideItsForm =
    refused !== null &&
    { review: isOpen, reopen: reopens, withdraw: withdraws, rate: facts.rating.mayDecide }[refused.step];
  // Who reviews may remark on what was left empty, and everybody reads such a remark at its question.
  const unanswered: Unanswered = {
    policy: rubric.policy,
    isWanted: (question) =>
      isOpen || submission.remarks[question] !== undefined || before?.remarks[question] !== undefined,
  };
  const show = (answers: Answers) => showAnswers(answers, form, directives, locale, unanswered);
  const shown = show(submission.answers);
  const marked = before ? markChanges(shown, show(before.answers)) : shown;
  const answers = remarkRows(marked, {
    said: submission.remarks,
    asked: before && { version: before.version, remarks: before.remarks },
    typed: isOpen ? (refusedIn('review')?.remarks ?? {}) : null,
  });
  return {
    reader,
    backHref: reader === 'board' ? `/months/${submission.month}/forms${query}` : '/my/visits',
    branch: submission.branch,
    organisation: submission.organisation,
    day: submission.heldOn,
    kind: submission.kind,
    specialist: submission.specialist,
    department: submission.department,
    state,
    version,
    beside: submission.beside.map(({ specialist, submissionId }) => ({
      specialist,
      isSent: submissionId !== null,
      // An author reads the other form only while their own is in.
      href:
        submissionId === null || (reader === 'observer' && state === 'withdrawn')
          ? null
          : `/submissions/${submissionId}`,
    })),
    reference: referenceOf(id),
    copyHref: `/submissions/${id}/copy`,
    versions: versions
      .map((each) => ({
        version: each.version,
        receivedAt: each.receivedAt,
        // A reviewer's own version follows it: nothing was asked of its author.
        state: versions.some((next) => next.version === each.version + 1 && next.correctedBy !== null)
          ? ('corrected' as const)
          : each.state,
        comments: each.id === id ? null : (each.withdrawnWhy ?? each.comments),
        reply: each.id === id ? null : each.reply,
        href: each.id === id ? null : `/submissions/${each.id}${query}`,
      }))
      .reverse(),
    answers,
    correction:
      before && submission.correctedBy !== null
        ? { by: submission.correctedBy, version: before.version, reason: before.comments ?? '' }
        : null,
    before: before && {
      version: before.version,
      comments: before.comments,
      remarks: Object.keys(before.remarks).length,
      score: showPoints(before.score.total, locale),
      isUnchanged: answers.every(({ rows }) => rows.every((row) => row.before === undefined)),
    },
    score: showScore(score, rubric, locale),
    rating: showRating(
      {
        id,
        meeting: facts.rating,
        ratings: ratingsFor(rubric, submission.answers),
        score,
        query,
        board,
        refused: rated && { rating: rated.rating ?? null, reason: rated.comments, error: rated.error },
      },
      locale,
    ),
    review: reviewedAt && { by: reviewer ?? board, onBehalfOf: reviewedFor, at: reviewedAt, comments, wasAcceptedAt },
    actions: isOpen
      ? {
          acceptAction: `/submissions/${id}/accept${query}`,
          returnAction: `/submissions/${id}/return${query}`,
          correctHref: `/submissions/${id}/correction${query}`,
          revision: submission.revision,
          keeps: `/submissions/${id}${query}`,
          comments: refusedIn('review')?.comments ?? '',
          error: refusedIn('review')?.error ?? null,
        }
      : null,
    reopening: reopens
      ? {
          action: `/submissions/${id}/reopen${query}`,
          revision: submission.revision,
          reason: refusedIn('reopen')?.comments ?? '',
          error: refusedIn('reopen')?.error ?? null,
        }
      : null,
    withdrawing: withdraws
      ? {
          action: `/submissions/${id}/withdraw`,
          revision: submission.revision,
          reason: refusedIn('withdraw')?.comments ?? '',
          error: refusedIn('withdraw')?.error ?? null,
        }
      : null,
    withdrawal: withdrawnAt && withdrawnWhy !== null ? { at: withdrawnAt, reason: withdrawnWhy } : null,
    reply,
    refused: isBesideItsForm || refused === null ? null : { error: refused.error, comments: typedWords(refused) },
    signs: facts.signs.map((sign) => signSentence(sign, locale)),
    isOwn: waits && facts.isOwn,
    nextHref: next && `/submissions/${next}${query}`,
    previousHref: previous && `/submissions/${previous}${query}`,
    left,
  };
}

/** Everything that was typed, where there is no form left to put it into. */
function typedWords({ comments, remarks }: NonNullable<SubmissionFacts['refused']>): string {
  return [comments, ...Object.values(remarks)].filter((text) => text !== '').join('\n');
}
