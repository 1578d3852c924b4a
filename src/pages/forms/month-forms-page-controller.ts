import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { monthParam } from '../../platform/http/month-param.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.ts';
import { type Id, readId, type VisitId } from '../../kernel/id.ts';
import { Clock } from '../../kernel/clock.ts';
import { may } from '../../kernel/permissions.ts';
import { Allows } from '../../platform/http/access.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { RemindLateForms } from '../../modules/evaluations/index.ts';
import { AnswerVisit, CallOffMeeting } from '../../modules/visits/index.ts';
import { DECLINE_KINDS } from '../../kernel/vocabulary.ts';
import { buildFormsPage } from './build-forms-page.ts';
import { sortIn } from './review-queue.ts';
import { FormsScreenReadModel } from './forms-screen-read-model.ts';

@ApiExcludeController()
@Controller('months/:month/forms')
export class MonthFormsPageController {
  constructor(
    private readonly screens: FormsScreenReadModel,
    private readonly remind: RemindLateForms,
    private readonly answer: AnswerVisit,
    private readonly callOff: CallOffMeeting,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Allows('form.read_all')
  @Get()
  async show(
    @Param('month') text: string,
    @Query() query: Record<string, unknown>,
    @Req() { session, locale }: Request,
  ): Promise<Page> {
    const month = monthParam(text);
    const word = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 100) : '');
    const facts = {
      ...(await this.screens.read(month)),
      now: this.clock.now(),
      zone: session?.committee.timeZone ?? 'UTC',
      reminds: may(session?.actor, 'form.remind'),
      reviews: may(session?.actor, 'form.review'),
      reader: session?.actor ?? { roles: [], specialistId: null },
    };
    const asked = { q: word('q'), state: word('state'), sort: sortIn(query['sort']), page: word('page') };
    return new Page('forms', buildFormsPage(facts, asked, locale, this.catalogues[locale]));
  }

  @Allows('form.remind')
  @Post('remind')
  async reminders(@Param('month') text: string, @Body() body: Record<string, unknown>): Promise<Redirect> {
    const month = monthParam(text);
    const people = await this.remind.now({
      specialistId: idIn<'Specialist'>(body['specialist']),
      departmentId: idIn<'Department'>(body['department']),
    });
    return new Redirect(`/months/${month}/forms`, {
      kind: people > 0 ? 'done' : 'note',
      key: 'forms.reminded_now',
      params: { people },
    });
  }

  @Allows('visit.report_for_others')
  @Post('visits/:id/missed')
  async missed(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() body: Record<string, unknown>,
  ): Promise<Redirect> {
    const kind = DECLINE_KINDS.find((each) => each === body['kind']) ?? 'other';
    await this.answer.decline(id, Number(body['revision']), { kind, reason: reasonIn(body) });
    return said(text, 'forms.said_missed');
  }

  @Allows('visit.report_for_others')
  @Post('visits/:id/not-held')
  async notHeld(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() body: Record<string, unknown>,
  ): Promise<Redirect> {
    await this.callOff.execute(id, Number(body['revision']), reasonIn(body));
    return said(text, 'forms.said_not_held');
  }

  @Allows('visit.report_for_others')
  @Post('visits/:id/take-back')
  async takeBack(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body('revision') revision: unknown,
  ): Promise<Redirect> {
    await this.answer.takeBack(id, Number(revision));
    return said(text, 'forms.said_taken_back');
  }
}

function reasonIn(body: Record<string, unknown>): string {
  return typeof body['reason'] === 'string' ? body['reason'] : '';
}

function said(month: string, key: 'forms.said_missed' | 'forms.said_not_held' | 'forms.said_taken_back'): Redirect {
  return new Redirect(`/months/${monthParam(month)}/forms`, { kind: 'done', key });
}

/** An id in the form; undefined where it has none. @throws DomainError http.not_found */
function idIn<Kind extends string>(value: unknown): Id<Kind> | undefined {
  if (value === undefined || value === '') return undefined;
  const id = readId<Kind>(value);
  if (id) return id;
  throw new DomainError('http.not_found', {});
}
