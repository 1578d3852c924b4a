import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { Clock } from '../../kernel/clock.ts';
import type { VisitId } from '../../kernel/id.ts';
import { dayIn } from '../../kernel/month.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import { Letterheads, type OfficialDocument } from '../../modules/documents/index.ts';
import { OpenBlankForm, OpenForm, type SubmissionId } from '../../modules/evaluations/index.ts';
import { blankForm, blankFormOfNoVisit } from './blank-form.ts';
import { formCopy } from './form-copy.ts';
import { SubmissionScreenReadModel } from './submission-screen-read-model.ts';

/** Forms as documents to print. */
@Injectable()
export class FormDocumentsReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly screens: SubmissionScreenReadModel,
    private readonly openForm: OpenForm,
    private readonly openBlankForm: OpenBlankForm,
    private readonly letterheads: Letterheads,
  ) {}

  /** A copy of a form that was sent. @throws DomainError evaluation.no_submission, evaluation.not_yours */
  copy(id: SubmissionId, actor: Actor): Promise<OfficialDocument> {
    return this.work.run(async () => {
      const screen = await this.screens.read(id, actor, 'signs');
      const letterhead = await this.letterheads.get();
      return formCopy(screen, letterhead, dayIn(letterhead.timeZone, this.clock.now()));
    });
  }

  /** The form of no visit that is known: also its head is empty. */
  blankOfNoVisit(): Promise<OfficialDocument> {
    return this.work.run(async () => {
      const { form, rubric } = await this.openBlankForm.execute();
      const letterhead = await this.letterheads.get();
      return blankFormOfNoVisit(form, rubric, letterhead, dayIn(letterhead.timeZone, this.clock.now()));
    });
  }

  /** The form of a visit, empty but for its head. @throws DomainError visit.not_found, visit.not_yours */
  blank(visitId: VisitId): Promise<OfficialDocument> {
    return this.work.run(async () => blankForm(await this.openForm.execute(visitId), await this.letterheads.get()));
  }
}
