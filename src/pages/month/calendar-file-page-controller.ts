import { Controller, Get, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import { dayInField, formatMonth } from '../../kernel/format.ts';
import type { Month } from '../../kernel/month.ts';
import { workbookFile } from '../../modules/directory/index.ts';
import { CALENDAR_COLUMN_FACTS, type CalendarFault, ImportCalendar } from '../../modules/meetings/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { uploadOf } from '../../platform/http/uploads.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import type { CalendarFaultLine, CalendarFilePage } from './calendar-file.view.ts';
import { CalendarScreenReadModel } from './calendar-screen-read-model.ts';

const SHOWN_FAULTS = 100;

/** A month's calendar as a workbook, and back. */
@ApiExcludeController()
@Allows('calendar.edit')
@Controller('months/:month/calendar/file')
export class CalendarFilePageController {
  constructor(
    private readonly calendar: ImportCalendar,
    private readonly screens: CalendarScreenReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Get()
  show(@Param('month') month: string, @Req() request: Request): Promise<Page> {
    return this.page(monthParam(month), request, {}, 200);
  }

  @Get('calendar.xlsx')
  async download(@Param('month') text: string, @Req() { locale }: Request): Promise<StreamableFile> {
    const month = monthParam(text);
    const name = `${translate(this.catalogues[locale], 'calendar_file.name', { month: formatMonth(locale, month).replace('/', '-') })}.xlsx`;
    return workbookFile({ name, bytes: await this.calendar.download(month, locale) });
  }

  @Post()
  async upload(@Param('month') text: string, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    const catalogue = this.catalogues[request.locale];
    try {
      const file = uploadOf(request);
      if (!file) return await this.page(month, request, { error: translate(catalogue, 'calendar_file.no_file') }, 422);
      const { added, changed, unchanged, faults } = await this.calendar.execute(month, file.bytes);
      if (faults.length > 0) return await this.page(month, request, { faults }, 422);
      const to = `/months/${month}/calendar`;
      return added + changed === 0
        ? new Redirect(to, { kind: 'note', key: 'calendar_file.nothing', params: { count: unchanged } })
        : new Redirect(to, { kind: 'done', key: 'calendar_file.done', params: { added, changed, unchanged } });
    } catch (error) {
      if (!isDomainError(error) || !/^(?:xlsx\.|http\.too_large|meeting\.month_published)/.test(error.code))
        throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(month, request, { error: sentence }, this.texts[error.code].status);
    }
  }

  private async page(
    month: Month,
    request: Request,
    { error = null, faults = [] }: { readonly error?: string | null; readonly faults?: readonly CalendarFault[] },
    status: number,
  ): Promise<Page> {
    const base = `/months/${month}/calendar`;
    const model: CalendarFilePage = {
      month,
      calendarHref: base,
      downloadHref: `${base}/file/calendar.xlsx`,
      action: (await this.screens.isPublished(month)) ? null : `${base}/file`,
      error,
      faults: faults.slice(0, SHOWN_FAULTS).map((fault) => this.lineOf(fault, request)),
      faultCount: faults.length,
    };
    return new Page('calendar-file', model, status);
  }

  private lineOf({ row, column, code, value }: CalendarFault, { locale }: Request): CalendarFaultLine {
    return {
      row,
      column: column === null ? '' : CALENDAR_COLUMN_FACTS[column][locale],
      value: dayInField(value).slice(0, 80),
      sentence: translate(this.catalogues[locale], `calendar_file.fault.${code}`),
    };
  }
}
