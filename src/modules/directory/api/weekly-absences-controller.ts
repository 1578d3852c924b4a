import { Body, Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../../kernel/clock.ts';
import { addDays, dayIn } from '../../../kernel/month.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { dayParam } from '../../../platform/http/day-param.ts';
import { TouchedVisitsReadModel } from '../../visits/index.ts';
import { RecordWeeklyAbsence } from '../application/record-weekly-absence.ts';
import { daysOfWeekly, type WeeklyAbsence, type WeeklyAbsenceId } from '../domain/weekly-absence.ts';
import { WeeklyAbsences } from '../infra/repositories/weekly-absences.ts';
import {
  RemovedWeeklyAbsenceReply,
  weeklyAbsenceReply,
  WeeklyAbsenceReply,
  WeeklyAbsenceRequest,
  WeeklyAbsencesReply,
} from './weekly-absences.dto.ts';

/** Who is away on one weekday of every week. */
@ApiTags('directory')
@Allows('absence.record')
@Controller('api/v1/absences/weekly')
export class WeeklyAbsencesController {
  constructor(
    private readonly weekly: WeeklyAbsences,
    private readonly recordWeekly: RecordWeeklyAbsence,
    private readonly touched: TouchedVisitsReadModel,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOkResponse({ type: WeeklyAbsencesReply })
  @ApiOperation({ operationId: 'listWeeklyAbsences', summary: 'Weekly absences that are not over, by given names' })
  async list(@Req() request: Request): Promise<WeeklyAbsencesReply> {
    const today = dayIn(request.session?.committee.timeZone ?? 'UTC', this.clock.now());
    return { items: await this.replies(await this.weekly.coming(today)) };
  }

  @Post()
  @ApiCreatedResponse({ type: WeeklyAbsenceReply })
  @ApiOperation({
    operationId: 'recordWeeklyAbsence',
    summary: 'Record that a specialist is away on one weekday of every week for a while. Again is once',
  })
  async record(
    @Body() { specialistId, weekday, from, to, kind, ...at }: WeeklyAbsenceRequest,
  ): Promise<WeeklyAbsenceReply> {
    const hours = at.fromTime !== undefined && at.toTime !== undefined ? { from: at.fromTime, to: at.toTime } : null;
    const leave = { specialistId, weekday, from: dayParam(from, '/from'), to: dayParam(to, '/to'), kind, hours };
    const [reply] = await this.replies([await this.recordWeekly.execute(leave)]);
    if (!reply) throw new Error('a weekly absence has its reply');
    return reply;
  }

  @Delete(':id')
  @ApiOkResponse({ type: RemovedWeeklyAbsenceReply })
  @ApiOperation({
    operationId: 'removeWeeklyAbsence',
    summary: 'A specialist is there every week again. Again is once',
  })
  async remove(@Param('id') id: WeeklyAbsenceId): Promise<RemovedWeeklyAbsenceReply> {
    await this.recordWeekly.remove(id);
    return { id };
  }

  private async replies(absences: readonly WeeklyAbsence[]): Promise<WeeklyAbsenceReply[]> {
    const days = absences.flatMap((absence) =>
      daysOfWeekly(absence).map((from) => ({ of: absence, ...absence, from, before: addDays(from, 1) })),
    );
    const touched = await this.touched.byEach(days);
    return absences.map((absence) => {
      const hit = touched.filter((_, index) => days[index]?.of === absence).flat();
      return weeklyAbsenceReply(absence, [...new Map(hit.map((visit) => [visit.visitId, visit])).values()]);
    });
  }
}
