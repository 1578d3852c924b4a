import { DomainError } from '../../../kernel/domain-error.ts';
import { type Evaluation, isWaiting, latestVersion } from './submission.ts';

/**
 * Throws unless a page that was opened on version `basedOn` may still be edited. @throws DomainError
 * `evaluation.already_accepted`, `evaluation.stale`, `evaluation.waiting`.
 */
export function assertFollows(evaluation: Evaluation, basedOn: number): void {
  const { visitId } = evaluation;
  const latest = latestVersion(evaluation);
  const current = latest?.version ?? 0;
  if (latest?.review?.decision === 'accepted') {
    throw new DomainError('evaluation.already_accepted', { visitId, version: current });
  }
  if (basedOn !== current) throw new DomainError('evaluation.stale', { visitId, basedOn, current });
  if (latest && isWaiting(latest)) throw new DomainError('evaluation.waiting', { visitId, version: current });
}
