import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import { type Month, writtenDay } from '../../kernel/month.ts';
import { AskAvailability, AvailabilityReadModel } from '../../modules/availability/index.ts';
import { ToldConflictsReadModel } from '../../modules/directory/index.ts';
import { WaysToPeople } from '../../modules/notifications/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { pageOf } from '../register/register-paths.ts';
import { wordOf } from '../register/thing-lines.ts';
import { type AskRefusal, buildAvailabilityPage } from './build-availability-page.ts';

type FormBody = Readonly<Record<string, unknown>>;

const BESIDE_THE_DAY: ReadonlySet<string> = new Set(['availability.until_past', 'availability.until_late']);

const SHOWN_CONFLICTS = 30;

/** The board asks everybody on which days of a month they cannot be sent, and sees who has replied. */
@ApiExcludeController()
@Allows('absence.record_on_page')
@Controller('months/:month/availability')
export class AvailabilityPageController {
  constructor(
    private readonly availability: AvailabilityReadModel,
    private readonly ask: AskAvailability,
    private readonly ways: WaysToPeople,
    private readonly conflicts: ToldConflictsReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Get()
  show(@Param('month') month: string, @Req() request: Request): Promise<Page> {
    return this.page(monthParam(month), request, null);
  }

  @Post()
  async send(@Param('month') text: string, @Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    const typed = typeof body['until'] === 'string' ? body['until'].slice(0, 20) : '';
    const until = writtenDay(typed);
    if (!until) {
      const error = translate(this.catalogues[request.locale], 'absences.day_wrong');
      return this.page(month, request, { until: typed, error });
    }
    const seen = Number.isSafeInteger(Number(body['seen'])) ? Math.max(0, Number(body['seen'])) : 0;
    try {
      const { asked, reached } = await this.ask.execute(month, { until, seen });
      const to = `/months/${month}/availability`;
      if (asked === 0) return new Redirect(to, { kind: 'note', key: 'availability.nobody_asked' });
      const missed = asked - reached;
      return missed === 0
        ? new Redirect(to, { kind: 'done', key: 'availability.asked', params: { count: reached } })
        : new Redirect(to, { kind: 'warning', key: 'availability.asked_some', params: { count: reached, missed } });
    } catch (error) {
      if (!isDomainError(error) || !BESIDE_THE_DAY.has(error.code)) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(month, request, { until: typed, error: sentence });
    }
  }

  private async page(month: Month, { locale }: Request, refusal: AskRefusal | null): Promise<Page> {
    const facts = await this.availability.of(month);
    const ways = await this.ways.of('reminders');
    const told = await this.conflicts.latest(facts.today, SHOWN_CONFLICTS);
    const lines = told.map(({ specialistId, specialist, branchId, branch, reason, until, toldAt }) => ({
      name: specialist,
      branch,
      reason: wordOf('conflicts', 'reason', reason, locale),
      until,
      at: toldAt,
      href: pageOf('conflicts', `${specialistId}.${branchId}`),
    }));
    return new Page('availability', buildAvailabilityPage(month, facts, ways, refusal, lines), refusal ? 422 : 200);
  }
}
