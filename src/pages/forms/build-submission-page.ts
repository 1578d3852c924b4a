import type { Locale } from '../../kernel/actor.ts';
import {
  type EvaluationForm,
  type ReadSubmission,
  type Rubric,
  showPoints,
  type SubmissionId,
  type VisitContext,
} from '../../modules/evaluations/index.ts';
import { markChanges } from './mark-changes.ts';
import { showAnswers } from './show-answers.ts';
import { showScore } from './show-score.ts';
import type { SubmissionPage } from './submission.view.ts';

export interface SubmissionFacts {
  readonly submission: ReadSubmission;
  readonly form: EvaluationForm;
  readonly rubric: Rubric;
  readonly directives: VisitContext['directives'];
  readonly reader: SubmissionPage['reader'];
  /** Whether the reader may review. */
  readonly reviews: boolean;
  /** The reader sent it, and so may not review it. */
  readonly isOwn: boolean;
  /** The form that waits next, for those who review. */
  readonly next: SubmissionId | null;
  /** Forms of the month that wait, without this one. */
  readonly left: number;
  readonly before: ReadSubmission | null;
  /** Who is named where the service itself reviewed. */
  readonly board: string;
  /** What was typed, and why it was not taken. */
  readonly refused?: { readonly comments: string; readonly error: string };
}

export function buildSubmissionPage(facts: SubmissionFacts, locale: Locale): SubmissionPage {
  const { submission, form, rubric, directives, reader, next, left, before, board, refused = null } = facts;
  const { id, state, version, reviewedAt, reviewer, comments, score, versions } = submission;
  const waits = facts.reviews && state === 'submitted';
  const isOpen = waits && !facts.isOwn;
  const shown = showAnswers(submission.answers, form, directives, locale);
  const answers = before ? markChanges(shown, showAnswers(before.answers, form, directives, locale)) : shown;
  return {
    reader,
    backHref: reader === 'board' ? `/months/${submission.month}/forms` : '/my/visits',
    branch: submission.branch,
    organisation: submission.organisation,
    day: submission.heldOn,
    kind: submission.kind,
    specialist: submission.specialist,
    department: submission.department,
    state,
    version,
    versions: versions
      .map((each) => ({
        version: each.version,
        receivedAt: each.receivedAt,
        state: each.state,
        comments: each.id === id ? null : each.comments,
        href: each.id === id ? null : `/submissions/${each.id}`,
      }))
      .reverse(),
    answers,
    before: before && {
      version: before.version,
      comments: before.comments,
      score: showPoints(before.score.total, locale),
      isUnchanged: answers.every(({ rows }) => rows.every((row) => row.before === undefined)),
    },
    score: showScore(score, rubric, locale),
    review: reviewedAt && { by: reviewer ?? board, at: reviewedAt, comments },
    actions: isOpen
      ? {
          acceptAction: `/submissions/${id}/accept`,
          returnAction: `/submissions/${id}/return`,
          revision: submission.revision,
          comments: refused?.comments ?? '',
          error: refused?.error ?? null,
        }
      : null,
    refused: isOpen ? null : refused,
    isOwn: waits && facts.isOwn,
    nextHref: next && `/submissions/${next}`,
    left,
  };
}
