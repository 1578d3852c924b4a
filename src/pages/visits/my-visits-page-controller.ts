import { readId, type SpecialistId, type VisitId } from '../../kernel/id.ts';
import { Body, Controller, Get, Header, Inject, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { DomainError, type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { addMonths, isMonth } from '../../kernel/month.ts';
import { DECLINE_KINDS, type DeclineKind } from '../../kernel/vocabulary.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { Allows } from '../../platform/http/access.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { Calendars, type VisitOccasion } from '../../modules/notifications/index.ts';
import { BalanceReadModel, Plans } from '../../modules/planning/index.ts';
import {
  AnswerVisit,
  BranchBriefReadModel,
  CallOffMeeting,
  ColleaguesReadModel,
  DeadlinesReadModel,
  VisitCalendars,
  type VisitLine,
  VisitsReadModel,
} from '../../modules/visits/index.ts';
import { SwapsReadModel } from '../../modules/swaps/index.ts';
import { WaitingReadModel } from '../waiting/waiting-read-model.ts';
import { buildMyVisitsPage } from './build-my-visits-page.ts';
import { buildVisitPage } from './build-visit-page.ts';
import type { RefusedDecline } from './visit-card.ts';

/**
 * After these errors the visit is shown in its current state, with the reason why the refusal was not accepted and what
 * was typed.
 */
const SHOWN_BESIDE_THE_REASON: ReadonlySet<ErrorCode> = new Set([
  'visit.reason_missing',
  'visit.reason_long',
  'visit.already_answered',
  'visit.not_open',
  'visit.was_held',
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
    private readonly callOff: CallOffMeeting,
    private readonly colleagues: ColleaguesReadModel,
    private readonly deadlines: DeadlinesReadModel,
    private readonly swaps: SwapsReadModel,
    private readonly balances: BalanceReadModel,
    private readonly visitCalendars: VisitCalendars,
    private readonly calendars: Calendars,
    private readonly plans: Plans,
    private readonly waiting: WaitingReadModel,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Get('visits')
  async list(@Query('month') asked: unknown, @Req() request: Request): Promise<Page> {
    const now = this.clock.now();
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const month = await this.reader.month(ownId(request), isMonth(asked) ? asked : null, now, zone);
    const noticeId = await this.plans.noticeFor(ownId(request), month.month);
    const facts = {
      now,
      account: actorOf(request).accountId ?? '',
      deadlines: await this.deadlines.read(),
      specialistId: ownId(request),
      calledOff: await this.calledOffBy(month.lines),
    };
    const noticeHref = noticeId && `/my/notices/${noticeId}/html`;
    const balance = await this.balances.before(addMonths(month.month, 1), ownId(request));
    const waiting = await this.waiting.list();
    return new Page('my-visits', buildMyVisitsPage({ ...month, balance, waiting }, facts, noticeHref));
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
    if (!occasion) throw new DomainError('http.not_found', {}); // no calendar shows it any more
    response.setHeader('Content-Disposition', `attachment; filename="${this.calendars.fileName(occasion)}"`);
    return this.calendarOf(occasions, request);
  }

  @Post('visits/accept-all')
  async acceptAll(@Body('month') asked: unknown): Promise<Redirect> {
    const month = isMonth(asked) ? asked : null;
    const count = await this.answer.acceptAll(month);
    const flash = { kind: 'done', key: 'visits.accepted_all', params: { count } } as const;
    return new Redirect(month === null ? '/my/visits' : `/my/visits?month=${month}`, flash);
  }

  @Post('visits/:id/accept')
  async accept(@Param('id', ParseUUIDPipe) id: VisitId, @Body('revision') revision: unknown): Promise<Redirect> {
    await this.answer.accept(id, Number(revision));
    return this.backTo(id, 'visits.accepted');
  }

  @Post('visits/:id/decline')
  decline(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const { reason, kind } = refusalIn(body);
    return this.orAgain(id, request, { reason, kind, asked: 'refuse' }, async () => {
      const { state } = await this.answer.decline(id, Number(body['revision']), { reason, kind });
      return this.backTo(id, state === 'missed' ? 'visits.missed' : 'visits.declined');
    });
  }

  @Post('visits/:id/not-held')
  notHeld(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const { reason, kind } = refusalIn(body);
    return this.orAgain(id, request, { reason, kind, asked: 'not_held' }, async () => {
      await this.callOff.execute(id, Number(body['revision']), reason);
      return this.backTo(id, 'visits.not_held');
    });
  }

  @Post('visits/:id/take-back')
  async takeBack(@Param('id', ParseUUIDPipe) id: VisitId, @Body('revision') revision: unknown): Promise<Redirect> {
    await this.answer.takeBack(id, Number(revision));
    return this.backTo(id, 'visits.taken_back');
  }

  @Post('visits/:id/stand-in')
  async standIn(@Param('id', ParseUUIDPipe) id: VisitId, @Body() body: Record<string, unknown>): Promise<Redirect> {
    const standIn = readId<'Specialist'>(body['specialist']);
    await this.answer.nameStandIn(id, Number(body['revision']), standIn);
    const key = standIn === null ? 'visits.no_stand_in' : 'visits.stand_in_named';
    return new Redirect(`/my/visits/${id}`, { kind: 'done', key });
  }

  /** Redirects to where the answer was given: on the list, to the visit. */
  private async backTo(id: VisitId, key: Said): Promise<Redirect> {
    const { month, branch } = await this.reader.get(id);
    return new Redirect(`/my/visits?month=${month}#v-${id}`, { kind: 'done', key, params: { branch } });
  }

  /** Shows what was typed again with the reason why it was not accepted. */
  private async orAgain(
    id: VisitId,
    request: Request,
    typed: Omit<RefusedDecline, 'sentence'>,
    step: () => Promise<Redirect>,
  ): Promise<Page | Redirect> {
    try {
      return await step();
    } catch (error) {
      if (!isDomainError(error) || !SHOWN_BESIDE_THE_REASON.has(error.code)) throw error;
      const sentence = errorSentence(this.errors, error.code, error.params, request.locale);
      return this.brief(id, request, { ...typed, sentence, status: this.errors[error.code].status });
    }
  }

  private async brief(id: VisitId, request: Request, refused?: RefusedDecline & { status: number }): Promise<Page> {
    const line = await this.reader.getOwn(actorOf(request), id);
    const facts = {
      line,
      brief: await this.briefs.of(line),
      colleagues: await this.colleagues.of(line),
      swap: await this.swaps.findOpenOf(id),
      now: this.clock.now(),
      deadlines: await this.deadlines.read(),
      specialistId: ownId(request),
      calledOff: await this.calledOffBy([line]),
      locale: request.locale,
    };
    if (refused === undefined) return new Page('visit', buildVisitPage(facts));
    return new Page('visit', buildVisitPage({ ...facts, refused }), refused.status);
  }

  /** Of these, the visits whose meeting the reader called off. */
  private async calledOffBy(lines: readonly VisitLine[]): Promise<ReadonlySet<string>> {
    const own = new Set<string>();
    for (const { id, state } of lines) if (state === 'cancelled' && (await this.callOff.mayUndo(id))) own.add(id);
    return own;
  }

  private calendarOf(occasions: readonly VisitOccasion[], { locale }: Request): string {
    return this.calendars.month(translate(this.catalogues[locale], 'visits.title'), occasions, locale);
  }
}

type Said = 'visits.accepted' | 'visits.declined' | 'visits.missed' | 'visits.not_held' | 'visits.taken_back';

function refusalIn(body: Record<string, unknown>): { reason: string; kind: DeclineKind } {
  const kind = DECLINE_KINDS.find((each) => each === body['kind']) ?? 'other';
  return { reason: typeof body['reason'] === 'string' ? body['reason'] : '', kind };
}

/** The role implies a specialist. */
function ownId(request: Request): SpecialistId {
  const { specialistId } = actorOf(request);
  if (specialistId === null) throw new DomainError('http.not_allowed', {});
  return specialistId;
}
