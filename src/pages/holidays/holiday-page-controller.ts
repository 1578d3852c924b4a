import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { isDomainError } from '../../kernel/domain-error.ts';
import { type Day, dayIn, writtenDay } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { HOLIDAY_KIND_TERMS, type HolidayKind } from '../../kernel/vocabulary.ts';
import { EnterHoliday } from '../../modules/meetings/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { HolidayScreenReadModel } from './holiday-screen-read-model.ts';
import { listAddress, orderIn, sortHeads } from '../directory/page-rows.ts';
import { sortRows } from '../directory/sort-rows.ts';
import type { HolidayEffect, HolidayForm, HolidayOrder, HolidayRow, HolidaysPage } from './holidays.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** The form to show again, with what was typed. */
interface Return {
  readonly body: FormBody;
  readonly status: number;
  readonly error?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly effect?: HolidayEffect;
}

const KINDS = Object.keys(HOLIDAY_KIND_TERMS) as HolidayKind[];
const ORDERS: readonly HolidayOrder[] = ['day', 'name', 'kind', 'from'];
const LONGEST_NAME = 120;

/** The days off of a year, and the worked weekend days. */
@ApiExcludeController()
@Controller('holidays')
export class HolidayPageController {
  constructor(
    private readonly screens: HolidayScreenReadModel,
    private readonly enterHoliday: EnterHoliday,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('calendar.read')
  @Get()
  show(@Query('year') year: unknown, @Req() request: Request): Promise<Page> {
    return this.page(yearOf(year) ?? this.thisYear(request), request, null);
  }

  /** Asks for confirmation where there are meetings on the day; nothing is moved automatically. */
  @Allows('calendar.edit')
  @Post()
  async enter(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const day = writtenDay(textOf(body, 'day'));
    const name = textOf(body, 'name').trim();
    const kind = KINDS.find((each) => each === body['kind']) ?? 'public';
    const back = (more: Omit<Return, 'body'>) =>
      this.page(day ? Number(day.slice(0, 4)) : this.thisYear(request), request, { body, ...more });
    if (!day || name === '') {
      const errors = {
        ...(!day && { day: say('holidays.day_wrong') }),
        ...(name === '' && { name: say('holidays.name_missing') }),
      };
      return back({ status: 422, errors });
    }
    const isYearly = body['yearly'] === 'yes' && kind !== 'worked';
    const effect = kind === 'worked' ? null : await this.screens.effectOf(day, zoneOf(request));
    const hits = effect !== null && (effect.visits.length > 0 || effect.meetings > 0);
    if (hits && body['confirmed'] !== day) return back({ status: 200, effect });
    try {
      await this.enterHoliday.execute({ day, name, kind, isYearly, lastYear: null });
    } catch (error) {
      if (!isDomainError(error) || !error.code.startsWith('holiday.')) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return back({ status: this.texts[error.code].status, errors: { day: sentence } });
    }
    const count = effect?.visits.length ?? 0;
    if (count > 0)
      return new Redirect('/touched-visits', { kind: 'done', key: 'holidays.entered_touching', params: { count } });
    return new Redirect(addressOf(Number(day.slice(0, 4))), { kind: 'done', key: 'holidays.entered' });
  }

  @Allows('calendar.edit')
  @Post('remove')
  async remove(@Body() body: FormBody, @Req() request: Request): Promise<Redirect> {
    const day = writtenDay(textOf(body, 'day'));
    const year = yearOf(body['year']) ?? this.thisYear(request);
    if (day) await this.enterHoliday.remove(day, year);
    return new Redirect(addressOf(year), { kind: 'done', key: 'holidays.removed' });
  }

  private async page(year: number, request: Request, back: Return | null): Promise<Page> {
    const mayEdit = may(request.session?.actor, 'calendar.edit');
    const { days, isAnnounced } = await this.screens.read(year, mayEdit);
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const address = listAddress('/holidays', { ...request.query, year: String(year) }, ['year', 'sort']);
    const values = {
      day: (row: HolidayRow) => row.day,
      name: (row: HolidayRow) => row.name,
      kind: (row: HolidayRow) => say(`holiday.kind.${row.kind}`),
      from: (row: HolidayRow) => say(`holidays.from.${row.from}`),
    };
    const model: HolidaysPage = {
      year,
      heads: sortHeads(address, ORDERS),
      previousHref: addressOf(year - 1),
      nextHref: addressOf(year + 1),
      isAnnounced,
      days: sortRows(days, orderIn(address, ORDERS), values),
      form: mayEdit ? this.form(request, back) : null,
    };
    return new Page('holidays', model, back?.status ?? 200);
  }

  private form({ locale }: Request, back: Return | null): HolidayForm {
    const body = back?.body ?? {};
    return {
      action: '/holidays',
      day: writtenDay(textOf(body, 'day')) ?? textOf(body, 'day'),
      name: textOf(body, 'name'),
      kinds: KINDS.map((kind) => ({
        value: kind,
        label: translate(this.catalogues[locale], `holiday.kind.${kind}`),
        selected: kind === (body['kind'] ?? 'public'),
      })),
      isYearly: body['yearly'] === 'yes',
      error: back?.error ?? null,
      errors: back?.errors ?? {},
      effect: back?.effect ?? null,
    };
  }

  private thisYear(request: Request): number {
    return Number(this.today(request).slice(0, 4));
  }

  private today(request: Request): Day {
    return dayIn(zoneOf(request), this.clock.now());
  }
}

function addressOf(year: number): string {
  return `/holidays?year=${year}`;
}

function yearOf(text: unknown): number | null {
  return typeof text === 'string' && /^(19|2\d)\d\d$/.test(text) ? Number(text) : null;
}

function textOf(body: FormBody, name: string): string {
  return typeof body[name] === 'string' ? body[name].slice(0, LONGEST_NAME) : '';
}

/** Routes of this controller require a session, so there is a committee. */
function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
