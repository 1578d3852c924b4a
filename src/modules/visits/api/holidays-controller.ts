import { Body, Controller, Delete, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../../kernel/clock.ts';
import { addDays, type Day, day, dayIn } from '../../../kernel/month.ts';
import { dayParam } from '../../../platform/http/day-param.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { EnterHoliday, type WorkCalendar, WorkCalendarReadModel } from '../../meetings/index.ts';
import { TouchedVisitsReadModel } from '../infra/touched-visits-read-model.ts';
import {
  EnteredHolidayReply,
  HolidayRemovalQuery,
  type HolidayReply,
  HolidayRequest,
  HolidaysQuery,
  HolidaysReply,
  RemovedHolidayReply,
} from './holiday.dto.ts';
import { touchedVisitReply } from './touched-visit.dto.ts';

/**
 * The days off for calendars of meetings; part of this module, because an entered day lists the visits that it
 * conflicts with.
 */
@ApiTags('meetings')
@Controller('api/v1/holidays')
export class HolidaysController {
  constructor(
    private readonly enterHoliday: EnterHoliday,
    private readonly workdays: WorkCalendarReadModel,
    private readonly touched: TouchedVisitsReadModel,
    private readonly clock: Clock,
  ) {}

  @Allows('calendar.read')
  @Get()
  @ApiOkResponse({ type: HolidaysReply })
  @ApiOperation({
    operationId: 'listHolidays',
    summary: 'The days off of a year, and its weekend days that are worked',
  })
  async list(@Query() query: HolidaysQuery, @Req() request: Request): Promise<HolidaysReply> {
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const year = query.year ?? Number(dayIn(zone, this.clock.now()).slice(0, 4));
    const calendar = await this.workdays.read();
    const items: HolidayReply[] = [];
    for (let on = day(`${year}-01-01`); on.startsWith(String(year)); on = addDays(on, 1)) {
      const holiday = holidayReply(calendar, on);
      if (holiday) items.push(holiday);
    }
    return { isAnnounced: calendar.isAnnounced(year), items };
  }

  @Allows('calendar.edit')
  @Post()
  @ApiCreatedResponse({ type: EnteredHolidayReply })
  @ApiOperation({
    operationId: 'enterHoliday',
    summary: 'Enter a day off, or a weekend day that is worked; the same again is no second one, and no meeting moves',
  })
  async enter(@Body() { day: text, name, kind, isYearly = false }: HolidayRequest): Promise<EnteredHolidayReply> {
    const on = dayParam(text, '/day');
    const entry = { day: on, name: name.trim(), kind, isYearly: isYearly && kind !== 'worked', lastYear: null };
    await this.enterHoliday.execute(entry);
    const visits = kind === 'worked' ? [] : await this.touched.onDay(on);
    const { lastYear: _, ...said } = entry;
    return { ...said, from: 'entry', entryDay: on, touchedVisits: visits.map(touchedVisitReply) };
  }

  @Allows('calendar.edit')
  @Delete(':day')
  @ApiOkResponse({ type: RemovedHolidayReply })
  @ApiOperation({
    operationId: 'removeHoliday',
    summary: 'Take back a day that was entered; again is once. What the law sets stays',
  })
  async remove(@Param('day') text: string, @Query() { fromYear }: HolidayRemovalQuery): Promise<RemovedHolidayReply> {
    const on = dayParam(text, '/day');
    await this.enterHoliday.remove(on, fromYear);
    const visits = await this.touched.onDay(on);
    return { day: on, touchedVisits: visits.map(touchedVisitReply) };
  }
}

function holidayReply(calendar: WorkCalendar, on: Day): HolidayReply | null {
  const found = calendar.at(on);
  if (!found) return null;
  const entry = calendar.entryOn(on);
  return { day: on, ...found, isYearly: entry?.isYearly ?? false, entryDay: entry?.day ?? null };
}
