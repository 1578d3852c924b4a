import { Body, Controller, Get, Header, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { monthParam } from '../../platform/http/month-param.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { twoDigits } from '../../kernel/format.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { Allows } from '../../platform/http/access.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { ERROR_TEXTS } from '../../platform/tokens.ts';
import { ChangeHub } from '../../platform/live/change-hub.ts';
import {
  PlanMonth,
  PlanReviewsReadModel,
  PlanVisitsReadModel,
  PublishPlan,
  type SolveId,
  Solves,
} from '../../modules/planning/index.ts';
import { DocumentRegister, readGivenNumber } from '../../modules/documents/index.ts';
import { MakeCalendar } from '../../modules/meetings/index.ts';
import { Calendars, MailsReadModel } from '../../modules/notifications/index.ts';
import { buildDelivery } from '../mails/build-delivery.ts';
import type { DeliveryView } from '../mails/delivery.view.ts';
import { MonthScreenReadModel } from './month-screen-read-model.ts';
import { currentAssignments } from './current-assignments.ts';
import { buildMonthPage, MEETING_FILTERS, type MonthQuery, progressOf } from './build-month-page.ts';
import { buildPeoplePage } from './build-people-page.ts';
import { branchesWithoutDay } from './without-day.ts';
import { buildPublishPage } from './build-publish-page.ts';

/** All of them are listed on a page of their own. */
const MOST_TROUBLES = 10;

@ApiExcludeController()
@Controller('months/:month')
export class MonthPageController {
  constructor(
    private readonly screens: MonthScreenReadModel,
    private readonly planMonth: PlanMonth,
    private readonly publishPlan: PublishPlan,
    private readonly solves: Solves,
    private readonly reviews: PlanReviewsReadModel,
    private readonly visits: PlanVisitsReadModel,
    private readonly calendars: Calendars,
    private readonly makeMeetings: MakeCalendar,
    private readonly changes: ChangeHub,
    private readonly mails: MailsReadModel,
    private readonly register: DocumentRegister,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Allows('plan.read')
  @Get()
  async show(
    @Param('month') month: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Fragment> {
    if (wantsFragment(request, 'progress')) {
      const solve = await this.solves.findLatest(monthParam(month));
      if (solve) return new Fragment('progress', progressOf(solve));
    }
    const since = await this.changes.position();
    const screen = await this.screens.read(monthParam(month));
    const plans = may(request.session?.actor, 'plan.make');
    const delivery = plans && screen.plan?.state === 'published' ? await this.delivery(screen.month) : null;
    const review = screen.plan && (await this.reviews.of(screen.plan));
    return new Page('month', buildMonthPage(screen, monthQuery(query), { plans }, since, delivery, review));
  }

  /** The delivery of a month's duty mails as a sentence, and any other mail of the month that was not sent. */
  private async delivery(month: Month): Promise<DeliveryView> {
    const counted = await this.mails.delivery({ month, template: 'visits-published' }, 0);
    const listed = await this.mails.delivery({ month }, MOST_TROUBLES);
    return buildDelivery({ counted, listed, month, maySendAgain: true });
  }

  @Allows('plan.read')
  @Get('people')
  async people(
    @Param('month') month: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page> {
    const screen = await this.screens.read(monthParam(month), '/people');
    const plans = may(request.session?.actor, 'plan.make');
    return new Page(
      'people',
      buildPeoplePage(screen, { ...monthQuery(query), sort: wordIn(query, 'sort') }, { plans }),
    );
  }

  @Allows('calendar.edit')
  @Post('calendar')
  async makeCalendar(@Param('month') month: string): Promise<Redirect> {
    const { added, changed, kept, unchanged, withoutDay } = await this.makeMeetings.execute(monthParam(month));
    const count = added + changed + kept + unchanged;
    const without = branchesWithoutDay(withoutDay);
    return new Redirect(`/months/${month}?view=days`, {
      kind: without.names.length > 0 ? 'warning' : 'done',
      key: 'month.calendar_made',
      params: { count, without },
    });
  }

  @Allows('plan.make')
  @Post('plan')
  async plan(@Param('month') month: string): Promise<Redirect> {
    await this.planMonth.execute(monthParam(month));
    return new Redirect(`/months/${month}`);
  }

  @Allows('plan.make')
  @Post('plan/:solveId/stop')
  async stop(@Param('month') month: string, @Param('solveId', ParseUUIDPipe) solveId: SolveId): Promise<Redirect> {
    const solve = await this.solves.find(solveId);
    if (!solve) throw new DomainError('http.not_found', {});
    const stopped = await this.planMonth.stop(solveId);
    return new Redirect(`/months/${month}`, { kind: 'note', key: `month.stopping.${stopped}` });
  }

  /** Everybody's visits of the published plan, for any calendar program. */
  @Allows('plan.read')
  @Get('calendar.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  async calendar(@Param('month') month: string, @Req() request: Request): Promise<string> {
    const occasions = await this.visits.occasionsOf(monthParam(month));
    return this.calendars.month(`Giao Ban ${month}`, occasions, request.locale);
  }

  @Allows('plan.publish')
  @Get('publish')
  confirm(@Param('month') month: string): Promise<Page | Redirect> {
    return this.publishPage(monthParam(month));
  }

  @Allows('plan.publish')
  @Post('publish')
  async publish(
    @Param('month') text: string,
    @Body() { planVersion, seen, seenLeftOut, noticeNumber }: Record<string, unknown>,
    @Req() { locale }: Request,
  ): Promise<Page | Redirect> {
    const month = monthParam(text);
    // Nobody publishes what they have not looked at.
    const [revision = NaN, leftOut = NaN] = [seen, seenLeftOut ?? '0'].map((sent) =>
      typeof sent === 'string' && sent !== '' ? Number(sent) : NaN,
    );
    if (!Number.isInteger(revision) || !Number.isInteger(leftOut)) throw new DomainError('http.version_missing', {});
    const typed = typeof noticeNumber === 'string' ? noticeNumber : '';
    try {
      const given = readGivenNumber(typed);
      const { mails, notice } = await this.publishPlan.execute(
        month,
        { planId: String(planVersion), revision, leftOut },
        given,
      );
      if (!notice) return new Redirect(`/months/${month}`);
      const params = { mails, symbol: notice.symbol };
      return new Redirect(`/months/${month}`, { kind: 'done', key: 'month.published_now', params });
    } catch (error) {
      if (isDomainError(error, 'plan.begun_meanwhile')) {
        return this.publishPage(month, { typed, error: null }, this.errors[error.code].status, true);
      }
      if (!isDomainError(error, 'register.number_wrong') && !isDomainError(error, 'register.number_taken')) throw error;
      const sentence = errorSentence(this.errors, error.code, error.params, locale);
      return this.publishPage(month, { typed, error: sentence }, this.errors[error.code].status);
    }
  }

  private async publishPage(
    month: Month,
    number: { readonly typed: string; readonly error: string | null } = { typed: '', error: null },
    status = 200,
    hasMoreBegun = false,
  ): Promise<Page | Redirect> {
    const screen = await this.screens.read(month);
    if (!screen.plan) return new Redirect(`/months/${screen.month}`, { kind: 'note', key: 'month.nothing_to_publish' });
    if (screen.plan.state === 'published') {
      return new Redirect(`/months/${screen.month}`, { kind: 'note', key: 'month.is_published' });
    }
    return new Page(
      'publish',
      buildPublishPage(screen, screen.plan, {
        assignments: currentAssignments(screen),
        review: await this.reviews.of(screen.plan),
        mailsLeaveHouse: this.mails.leaveHouse,
        hasMoreBegun,
        number: { ...number, next: twoDigits(await this.register.nextNumber('TB')) },
      }),
      status,
    );
  }
}

function monthQuery(query: Record<string, unknown>): MonthQuery {
  const text = (name: string) => wordIn(query, name);
  const show = MEETING_FILTERS.find((filter) => filter === query['show']) ?? 'all';
  const view = query['view'] === 'days' || show !== 'all' ? 'days' : 'people';
  return { q: text('q'), department: text('department'), view, show };
}

function wordIn(query: Record<string, unknown>, name: string): string {
  return typeof query[name] === 'string' ? query[name].slice(0, 100) : '';
}
