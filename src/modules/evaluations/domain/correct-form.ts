import { contentHash } from '../../../kernel/canonical-json.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Answers } from './answers.ts';
import { findingIdsOf } from './findings.ts';
import {
  type Evaluation,
  hashOf,
  type Judgement,
  latestVersion,
  sendBack,
  type SubmissionId,
  type SubmissionVersion,
} from './submission.ts';

export interface Correction {
  /** Made by the client, so that a correction sent twice is one version. */
  readonly id: SubmissionId;
  readonly answers: Answers;
  readonly reason: string;
}

/**
 * A reviewer's own version of a form that waits: the version before counts as returned for this reason, the findings
 * keep their ids, and the form goes on waiting for review. @throws DomainError as `sendBack`, and
 * `evaluation.nothing_corrected` where no answer differs
 */
export function correct(
  evaluation: Evaluation,
  judgement: Judgement,
  { id, answers, reason }: Correction,
): { readonly returned: SubmissionVersion; readonly corrected: SubmissionVersion } {
  const { visitId } = evaluation;
  const returned = latestVersion(sendBack(evaluation, judgement, reason));
  if (!returned) throw new DomainError('evaluation.not_found', { visitId });
  const { version, rubric, template, sentBy } = returned;
  if (contentHash(answers) === contentHash(returned.answers))
    throw new DomainError('evaluation.nothing_corrected', { visitId, version });
  return {
    returned,
    corrected: {
      id,
      version: version + 1,
      hash: hashOf({ answers, rubric, template }),
      rubric,
      template,
      answers,
      findingIds: findingIdsOf(answers, returned),
      sentBy,
      correctedBy: judgement.by,
      receivedAt: judgement.at,
      reply: null,
      review: null,
      withdrawal: null,
    },
  };
}
