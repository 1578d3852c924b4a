import type { SpecialistId, VisitId } from '../../kernel/id.ts';
import { Body, Controller, Get, Header, Inject, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { DomainError, type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { isMonth } from '../../kernel/month.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { Allows } from '../../platform/http/access.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { Calendars, type VisitOccasion } from '../../modules/notifications/index.ts';
import {
  AnswerVisit,
  BranchBriefReadModel,
  DeadlinesReadModel,
  VisitCalendars,
  VisitsReadModel,
} from '../../modules/visits/index.ts';
import { buildMyVisitsPage } from './build-my-visits-page.ts';
import { buildVisitPage } from './build-visit-page.ts';
import type { RefusedDecline } from './visit-card.ts';

/** The visit is shown as it is now, with why the refusal was not taken and the reason that was typed. */
const SHOWN_BESIDE_THE_REASON: ReadonlySet<ErrorCode> = new Set([
  'visit.reason_missing',
  'visit.already_answered',
  'visit.not_open',
  'edit.stale',
]);

@ApiExcludeController()
@Allows('visit.answer')
@Controller('my')
export class MyVisitsPageController {
  constructor(
    private readonly reader: VisitsReadModel,
    private readonly briefs: BranchBriefReadModel,
    private readonly answer: AnswerVisit,
    private readonly deadlines: DeadlinesReadModel,
    private readonly visitCalendars: VisitCalendars,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Get('visits')
  async list(@Query('month') asked: unknown, @Req() request: Request): Promise<Page> {
    const now = this.clock.now();
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const month = await this.reader.month(ownId(request), isMonth(asked) ? asked : null, now, zone);
    return new Page('my-visits', buildMyVisitsPage(month, { now, deadlines: await this.deadlines.read() }));
  }

  @Get('visits.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="luot-du.ics"')
  async calendar(@Req() request: Request): Promise<string> {
    const lines = await this.reader.listOf(ownId(request), null);
    return this.calendarOf(await this.visitCalendars.occasions(lines), request);
  }

  @Get('visits/:id')
  async show(@Param('id', ParseUUIDPipe) id: VisitId, @Req() request: Request): Promise<Page> {
    return this.brief(id, request);
  }

  @Get('visits/:id/visit.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  async visitCalendar(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const occasions = await this.visitCalendars.occasions([await this.reader.getOwn(actorOf(request), id)]);
    const [occasion] = occasions;
    if (!occasion) throw new DomainError('http.not_found', {}); // it is in nobody's calendar any more
    response.setHeader('Content-Disposition', `attachment; filename="${this.calendars.fileName(occasion)}"`);
    return this.calendarOf(occasions, request);
  }

  @Post('visits/:id/accept')
  async accept(@Param('id', ParseUUIDPipe) id: VisitId, @Body('revision') revision: unknown): Promise<Redirect> {
    await this.answer.accept(id, Number(revision));
    return new Redirect('/my/visits', { kind: 'done', key: 'visits.accepted' });
  }

  @Post('visits/:id/decline')
  async decline(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const reason = typeof body['reason'] === 'string' ? body['reason'] : '';
    try {
      await this.answer.decline(id, Number(body['revision']), reason);
    } catch (error) {
      if (!isDomainError(error) || !SHOWN_BESIDE_THE_REASON.has(error.code)) throw error;
      const sentence = errorSentence(this.errors, error.code, error.params, request.locale);
      return this.brief(id, request, { sentence, reason, status: this.errors[error.code].status });
    }
    return new Redirect('/my/visits', { kind: 'done', key: 'visits.declined' });
  }

  private async brief(id: VisitId, request: Request, refused?: RefusedDecline & { status: number }): Promise<Page> {
    const line = await this.reader.getOwn(actorOf(request), id);
    const facts = {
      line,
      brief: await this.briefs.of(line),
      now: this.clock.now(),
      deadlines: await this.deadlines.read(),
      locale: request.locale,
    };
    if (refused === undefined) return new Page('visit', buildVisitPage(facts));
    return new Page('visit', buildVisitPage({ ...facts, refused }), refused.status);
  }

  private calendarOf(occasions: readonly VisitOccasion[], { locale }: Request): string {
    return this.calendars.month(translate(this.catalogues[locale], 'visits.title'), occasions, locale);
  }
}

/** The role says that there is one. */
function ownId(request: Request): SpecialistId {
  const { specialistId } = actorOf(request);
  if (specialistId === null) throw new DomainError('http.not_allowed', {});
  return specialistId;
}
