import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import type { SpecialistId } from '../../kernel/id.ts';
import { addDays, dayIn } from '../../kernel/month.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { type AbsenceId, AbsencesReadModel, RecordAbsence } from '../../modules/directory/index.ts';
import type { MyAbsencesPage } from './absences.view.ts';
import { SubmitAbsence, type AbsenceRefusal } from './submit-absence.ts';

type FormBody = Readonly<Record<string, unknown>>;

/**
 * Specialists record their own absences. They take effect at once; the board sees them, and the visits that they
 * conflict with, in its own lists.
 */
@ApiExcludeController()
@Allows('absence.tell_own')
@Controller('my/absences')
export class MyAbsencesPageController {
  constructor(
    private readonly register: AbsencesReadModel,
    private readonly recordAbsence: RecordAbsence,
    private readonly submit: SubmitAbsence,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: Request): Promise<Page> {
    return this.page(request, null);
  }

  @Post()
  async record(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const refusal = await this.submit.execute(body, ownId(request), request);
    if (refusal) return this.page(request, refusal);
    return new Redirect('/my/absences', { kind: 'done', key: 'absences.told' });
  }

  @Post(':id/remove')
  async remove(@Param('id') id: AbsenceId, @Req() request: Request): Promise<Redirect> {
    await this.recordAbsence.takeBackOwn(id, ownId(request));
    return new Redirect('/my/absences', { kind: 'done', key: 'absences.removed' });
  }

  private async page(request: Request, refusal: AbsenceRefusal | null): Promise<Page> {
    const { accountId } = actorOf(request);
    const today = dayIn(request.session?.committee.timeZone ?? 'UTC', this.clock.now());
    const absences = await this.register.coming(ownId(request), today);
    const model: MyAbsencesPage = {
      visitsHref: '/my/visits',
      form: this.submit.form('/my/absences', request, today, refusal),
      absences: absences.map(({ id, startsOn, endsBefore, kind, hours, toldBy }) => ({
        from: startsOn,
        to: addDays(endsBefore, -1),
        kind,
        hours,
        removeAction: toldBy === accountId ? `/my/absences/${id}/remove` : null,
      })),
    };
    return new Page('my-absences', model, refusal?.status ?? 200);
  }
}

/** @throws DomainError http.not_allowed for an account with this role whose specialist is not (or no longer) in use */
function ownId(request: Request): SpecialistId {
  const { specialistId } = actorOf(request);
  if (specialistId === null) throw new DomainError('http.not_allowed', {});
  return specialistId;
}
