import type { AccountId, Id, Ref, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { contentHash } from '../../../kernel/canonical-json.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { plainText } from '../../../kernel/plain-text.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Answers } from './answers.ts';
import { findingIdsOf } from './findings.ts';
import type { TemplateVersion } from './form-template.ts';
import { NO_REMARKS, type Remarks } from './remarks.ts';
import type { RubricVersion } from './rubric.ts';
import { standardForm } from './templates/standard-form.ts';

export type SubmissionId = Id<'Submission'>;

declare module '../../../kernel/domain-error.ts' {
  interface ErrorParams {
    'evaluation.not_found': { visitId: VisitId };
    'evaluation.not_yours': { visitId: VisitId };
    'evaluation.differs': { submissionId: Ref<'Submission'> };
    'evaluation.stale': { visitId: VisitId; basedOn: number; current: number };
    'evaluation.waiting': { visitId: VisitId; version: number };
    'evaluation.already_accepted': { visitId: VisitId; version: number };
    'evaluation.own_form': { visitId: VisitId };
    'evaluation.hidden': { visitId: VisitId };
    'evaluation.nothing_corrected': { visitId: VisitId; version: number };
    'evaluation.already_returned': { visitId: VisitId; version: number };
    'evaluation.not_accepted': { visitId: VisitId; version: number };
    'evaluation.withdrawn': { visitId: VisitId; version: number };
    'evaluation.unchanged': { visitId: VisitId; version: number };
    'evaluation.reason_missing': { visitId: VisitId };
    'evaluation.comments_missing': { visitId: VisitId };
    'evaluation.comments_long': { length: number; longest: number };
  }
}

export interface Review {
  readonly decision: 'accepted' | 'returned';
  readonly by: AccountId | null;
  readonly at: Date;
  /** What to correct: a returned form has comments, remarks, or both. */
  readonly comments: string | null;
  readonly remarks: Remarks;
  /** When the form had been accepted, if it was reopened since; else null. */
  readonly wasAcceptedAt: Date | null;
}

/** Its author took it back before anybody had reviewed it. */
export interface Withdrawal {
  readonly at: Date;
  readonly reason: string;
}

/** One form as it was sent. Versions are never changed or deleted. */
export interface SubmissionVersion {
  /** Made by the client, so that a form sent three times is one form. */
  readonly id: SubmissionId;
  readonly version: number;
  readonly hash: string;
  readonly rubric: RubricVersion;
  /** The questions that it was asked. */
  readonly template: TemplateVersion;
  readonly answers: Answers;
  /** Ids of its findings, in the order of the form; a finding keeps its id from version to version. */
  readonly findingIds: readonly Id<'Finding'>[];
  readonly sentBy: SpecialistId;
  /** The reviewer who wrote this version in the author's place; null for the author. */
  readonly correctedBy: AccountId | null;
  readonly receivedAt: Date;
  /** What its author answers to the review of the version before. */
  readonly reply: string | null;
  readonly review: Review | null;
  readonly withdrawal: Withdrawal | null;
}

export type EvaluationState = 'draft' | 'submitted' | 'accepted' | 'returned' | 'withdrawn';

/** All versions sent for one visit, oldest first. */
export interface Evaluation {
  readonly visitId: VisitId;
  /** The author; a stand-in takes over the visit before filling in the form. */
  readonly specialistId: SpecialistId;
  readonly versions: readonly SubmissionVersion[];
}

export interface SentForm {
  readonly id: SubmissionId;
  /** The version that the sender has seen; 0 for the first form. */
  readonly basedOn: number;
  readonly answers: Answers;
  readonly reply: string | null;
  readonly rubric: RubricVersion;
  /** The questions that it was asked. */
  readonly template: TemplateVersion;
  readonly by: SpecialistId;
  readonly at: Date;
}

/** `differs`: the id is known with other content, and nothing was stored. */
export type Receipt =
  | { readonly outcome: 'stored'; readonly version: SubmissionVersion; readonly evaluation: Evaluation }
  | { readonly outcome: 'repeated'; readonly version: SubmissionVersion; readonly evaluation: Evaluation }
  | { readonly outcome: 'differs'; readonly version: SubmissionVersion; readonly evaluation: Evaluation };

export function latestVersion(evaluation: Evaluation): SubmissionVersion | null {
  return evaluation.versions.at(-1) ?? null;
}

export function stateOf(evaluation: Evaluation): EvaluationState {
  const latest = latestVersion(evaluation);
  if (!latest) return 'draft';
  return latest.withdrawal ? 'withdrawn' : (latest.review?.decision ?? 'submitted');
}

/** The version whose review the next one answers; null where none was returned. */
export function returnedVersion(evaluation: Evaluation): SubmissionVersion | null {
  return evaluation.versions.findLast(({ review }) => review?.decision === 'returned') ?? null;
}

/** Whether a version stands in the way of the next one until it is reviewed. */
export function isWaiting({ review, withdrawal }: SubmissionVersion): boolean {
  return review === null && withdrawal === null;
}

/** Equal answers under the same rules have the same hash, however and however often they were sent. */
export function hashOf({ answers, rubric, template }: Pick<SentForm, 'answers' | 'rubric' | 'template'>): string {
  // Hashes of earlier releases knew the service's own form only, and remain valid.
  const form = template.id === standardForm.id ? {} : { form: template.id };
  return contentHash({ answers, rubric, formVersion: template.version, ...form });
}

/**
 * Receives a form. A form that is already stored is answered as repeated, whatever has happened to it since; a new form
 * must follow the version that was returned or withdrawn. After a return it must be changed or answer the reviewer.
 * @throws DomainError `evaluation.not_yours`, `evaluation.already_accepted`, `evaluation.waiting`, `evaluation.stale`,
 * `evaluation.unchanged`.
 */
export function receive(evaluation: Evaluation, sent: SentForm): Receipt {
  const { visitId, versions } = evaluation;
  if (sent.by !== evaluation.specialistId) throw new DomainError('evaluation.not_yours', { visitId });
  const hash = hashOf(sent);
  const known = versions.find((each) => each.id === sent.id);
  const isSame = (each: SubmissionVersion) => each.hash === hash && each.reply === sent.reply;
  if (known) return { outcome: isSame(known) ? 'repeated' : 'differs', version: known, evaluation };

  const latest = latestVersion(evaluation);
  const current = latest?.version ?? 0;
  // The same form sent from two tabs or two phones under two ids.
  if (latest && sent.basedOn < current && isSame(latest) && !latest.withdrawal)
    return { outcome: 'repeated', version: latest, evaluation };
  if (latest?.review?.decision === 'accepted') {
    throw new DomainError('evaluation.already_accepted', { visitId, version: current });
  }
  if (sent.basedOn !== current) throw new DomainError('evaluation.stale', { visitId, basedOn: sent.basedOn, current });
  if (latest && isWaiting(latest)) throw new DomainError('evaluation.waiting', { visitId, version: current });
  const returned = returnedVersion(evaluation);
  if (returned?.hash === hash && sent.reply === null) {
    throw new DomainError('evaluation.unchanged', { visitId, version: returned.version });
  }

  const version: SubmissionVersion = {
    id: sent.id,
    version: current + 1,
    hash,
    rubric: sent.rubric,
    template: sent.template,
    answers: sent.answers,
    findingIds: findingIdsOf(sent.answers, latest),
    sentBy: sent.by,
    correctedBy: null,
    receivedAt: sent.at,
    reply: sent.reply,
    review: null,
    withdrawal: null,
  };
  return { outcome: 'stored', version, evaluation: { ...evaluation, versions: [...versions, version] } };
}

/** For callers that need stored or repeated, and an error otherwise. @throws DomainError `evaluation.differs`. */
export function assertNotConflicting(receipt: Receipt): Receipt {
  if (receipt.outcome === 'differs') throw new DomainError('evaluation.differs', { submissionId: receipt.version.id });
  return receipt;
}

export interface Judgement {
  /** The version that the reviewer has read. */
  readonly version: number;
  readonly by: AccountId | null;
  /** The specialist that the reviewer also is, if any. */
  readonly specialistId: SpecialistId | null;
  readonly at: Date;
}

const LONGEST_COMMENTS = 2_000;

/**
 * The words of a reviewer or an author about a form, as stored. @throws DomainError `evaluation.comments_long`, because
 * nothing is cut silently.
 */
export function readComments(typed: string): string {
  const comments = plainText(typed);
  const { length } = comments;
  if (length > LONGEST_COMMENTS)
    throw new DomainError('evaluation.comments_long', { length, longest: LONGEST_COMMENTS });
  return comments;
}

/** What a review decides and says, whoever makes it and when. */
export type Verdict = Pick<Review, 'decision' | 'comments' | 'remarks'>;

export function isReviewedAs({ review }: SubmissionVersion, wanted: Verdict): boolean {
  return (
    review?.decision === wanted.decision &&
    review.comments === wanted.comments &&
    contentHash(review.remarks) === contentHash(wanted.remarks)
  );
}

/**
 * @throws DomainError `evaluation.not_found`, `evaluation.own_form`, `evaluation.stale`, `evaluation.already_accepted`,
 * `evaluation.already_returned`.
 */
export function accept(
  evaluation: Evaluation,
  judgement: Judgement,
  comments: string | null = null,
  remarks: Remarks = NO_REMARKS,
): Evaluation {
  return reviewed(evaluation, judgement, { decision: 'accepted', comments, remarks });
}

/** @throws DomainError as `accept`, and `evaluation.comments_missing`, because nobody can correct what was not said. */
export function sendBack(
  evaluation: Evaluation,
  judgement: Judgement,
  comments: string,
  remarks: Remarks = NO_REMARKS,
): Evaluation {
  const said = comments.trim();
  if (said === '' && Object.keys(remarks).length === 0) {
    throw new DomainError('evaluation.comments_missing', { visitId: evaluation.visitId });
  }
  return reviewed(evaluation, judgement, { decision: 'returned', comments: said === '' ? null : said, remarks });
}

/**
 * Reopens an accepted form: it no longer counts, and its author can send the next version. @throws DomainError
 * `evaluation.not_found`, `evaluation.own_form`, `evaluation.stale`, `evaluation.not_accepted`,
 * `evaluation.comments_missing`.
 */
export function reopen(evaluation: Evaluation, judgement: Judgement, reason: string): Evaluation {
  const said = reason.trim();
  const { visitId } = evaluation;
  if (said === '') throw new DomainError('evaluation.comments_missing', { visitId });
  const latest = mustBeJudged(evaluation, judgement);
  const { version, review } = latest;
  if (review?.decision !== 'accepted') throw new DomainError('evaluation.not_accepted', { visitId, version });
  return withReview(evaluation, latest, judgement, {
    decision: 'returned',
    comments: said,
    remarks: NO_REMARKS,
    wasAcceptedAt: review.at,
  });
}

/**
 * Takes a form that waits out of the pile, so that its author can send the next version.
 * @throws DomainError `evaluation.not_found`, `evaluation.not_yours`, `evaluation.stale`, `evaluation.already_accepted`,
 * `evaluation.already_returned`, `evaluation.withdrawn`, `evaluation.reason_missing`.
 */
export function withdraw(
  evaluation: Evaluation,
  { version, by, at }: { readonly version: number; readonly by: SpecialistId; readonly at: Date },
  reason: string,
): Evaluation {
  const { visitId } = evaluation;
  const latest = latestVersion(evaluation);
  if (!latest) throw new DomainError('evaluation.not_found', { visitId });
  if (by !== evaluation.specialistId) throw new DomainError('evaluation.not_yours', { visitId });
  mustBeLatest(latest, version, visitId);
  mustBeOpen(latest, visitId);
  const said = reason.trim();
  if (said === '') throw new DomainError('evaluation.reason_missing', { visitId });
  const withdrawn: SubmissionVersion = { ...latest, withdrawal: { at, reason: said } };
  return { ...evaluation, versions: [...evaluation.versions.slice(0, -1), withdrawn] };
}

function reviewed(evaluation: Evaluation, judgement: Judgement, said: Verdict): Evaluation {
  const { visitId } = evaluation;
  const latest = mustBeJudged(evaluation, judgement);
  mustBeOpen(latest, visitId);
  return withReview(evaluation, latest, judgement, { ...said, wasAcceptedAt: null });
}

/** The latest version, if it is the one that the reviewer has read and not the reviewer's own form. */
function mustBeJudged(evaluation: Evaluation, { version, specialistId }: Judgement): SubmissionVersion {
  const { visitId } = evaluation;
  const latest = latestVersion(evaluation);
  if (!latest) throw new DomainError('evaluation.not_found', { visitId });
  if (specialistId === latest.sentBy || specialistId === evaluation.specialistId) {
    throw new DomainError('evaluation.own_form', { visitId });
  }
  mustBeLatest(latest, version, visitId);
  return latest;
}

function mustBeLatest(latest: SubmissionVersion, version: number, visitId: VisitId): void {
  if (latest.version !== version) {
    throw new DomainError('evaluation.stale', { visitId, basedOn: version, current: latest.version });
  }
}

/** Nothing has become of it yet: neither was it reviewed nor taken back. */
function mustBeOpen({ version, review, withdrawal }: SubmissionVersion, visitId: VisitId): void {
  if (withdrawal) throw new DomainError('evaluation.withdrawn', { visitId, version });
  if (!review) return;
  const code = review.decision === 'accepted' ? 'evaluation.already_accepted' : 'evaluation.already_returned';
  throw new DomainError(code, { visitId, version });
}

function withReview(
  evaluation: Evaluation,
  latest: SubmissionVersion,
  { by, at }: Judgement,
  said: Omit<Review, 'by' | 'at'>,
): Evaluation {
  const review: Review = { ...said, by, at };
  return { ...evaluation, versions: [...evaluation.versions.slice(0, -1), { ...latest, review }] };
}

/** A saved intermediate state as typed; it need not be readable as answers yet. */
export interface Draft {
  readonly visitId: VisitId;
  readonly specialistId: SpecialistId;
  /** The id with which it will be submitted. */
  readonly submissionId: SubmissionId;
  readonly basedOn: number;
  /** The form with which it was begun; null where that was never said. */
  readonly template: TemplateVersion | null;
  readonly revision: number;
  readonly content: Readonly<Record<string, unknown>>;
  readonly savedAt: Date;
}

/**
 * The next revision of a draft; equal content makes no new revision. A save never overwrites one that its author has
 * not seen. @throws DomainError edit.stale where another page or device has saved since.
 */
export function saveDraft(before: Draft | null, next: Omit<Draft, 'revision'>, revision: number): Draft {
  const { visitId } = next;
  if (before && before.specialistId !== next.specialistId) throw new DomainError('evaluation.not_yours', { visitId });
  const current = before?.revision ?? 0;
  const isSame =
    before &&
    contentHash(before.content) === contentHash(next.content) &&
    before.basedOn === next.basedOn &&
    before.template?.id === next.template?.id &&
    before.template?.version === next.template?.version;
  if (isSame) return before;
  mustHaveSeen(revision, current);
  return { ...next, submissionId: before?.submissionId ?? next.submissionId, revision: current + 1 };
}
