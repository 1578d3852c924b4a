import { newId, type VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { LockedVisits } from '../../visits/index.ts';
import {
  latestVersion,
  readComments,
  returnedVersion,
  type SubmissionId,
  type SubmissionVersion,
  withdraw,
} from '../domain/submission.ts';
import type {} from '../errors.ts';
import { Drafts } from '../infra/repositories/drafts.ts';
import { Evaluations } from '../infra/repositories/evaluations.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'form.withdrawn': { readonly visitId: VisitId; readonly submissionId: SubmissionId };
  }
}

/**
 * An author takes back a form that still waits. The version stays with its reason; what it says becomes a draft again,
 * and the board's list asks for the form as if it had not come.
 */
@Injectable()
export class WithdrawForm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: LockedVisits,
    private readonly evaluations: Evaluations,
    private readonly drafts: Drafts,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Withdrawing again from the same page answers what was withdrawn.
   * @throws DomainError evaluation.no_submission, visit.not_yours, visit.not_open, edit.stale, evaluation.stale,
   * evaluation.already_accepted, evaluation.already_returned, evaluation.withdrawn, evaluation.reason_missing,
   * evaluation.comments_long
   */
  execute(id: SubmissionId, seen: number, reason: string): Promise<SubmissionVersion> {
    return this.work.run(async () => {
      const visit = await this.visits.getOwn(await this.evaluations.getVisitId(id));
      const by = this.work.actor.specialistId ?? visit.specialistId;
      const evaluation = await this.evaluations.find({ id: visit.id, specialistId: by });
      const said = readComments(reason);
      const revision = await this.evaluations.getRevision(id);
      const read = evaluation.versions.find((version) => version.id === id);
      if (read?.withdrawal?.reason === said && seen === revision - 1) return read;
      await this.edits.named({ kind: 'submission', id }, () => mustHaveSeen(seen, revision));
      const at = this.clock.now();
      const version = latestVersion(withdraw(evaluation, { version: read?.version ?? 0, by, at }, said));
      if (!version) throw new Error(`the evaluation of ${visit.id} was withdrawn without a version`);
      await this.evaluations.storeWithdrawal(version, seen);
      // A version that was returned still says that somebody was there.
      if (!returnedVersion(evaluation)) await this.visits.undoCompletion(visit);
      await this.drafts.store({
        visitId: visit.id,
        specialistId: by,
        submissionId: newId<'Submission'>(),
        basedOn: version.version,
        template: version.template,
        revision: 1,
        content: { ...version.answers, ...(version.reply === null ? {} : { reply: version.reply }) },
        savedAt: at,
      });
      this.audit.record({
        action: 'evaluation.withdrawn',
        subject: { kind: 'submission', id },
        details: { visitId: visit.id, version: version.version, hash: version.hash },
      });
      await this.events.publish(
        'form.withdrawn',
        { visitId: visit.id, submissionId: id },
        { subject: visit.id, about: [`month/${visit.month}`] },
      );
      return version;
    });
  }
}
