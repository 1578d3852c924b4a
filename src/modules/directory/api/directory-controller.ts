import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { monthParam } from '../../../platform/http/month-param.ts';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { dayParam } from '../../../platform/http/day-param.ts';
import { Allows } from '../../../platform/http/access.ts';
import { cursorOf, keysOf } from '../../../platform/http/cursors.ts';
import type { Absence, AbsenceId } from '../application/ports.ts';
import { RecordAbsence } from '../application/record-absence.ts';
import { AbsencesReadModel } from '../infra/absences-read-model.ts';
import { BranchesReadModel } from '../infra/branches-read-model.ts';
import { SpecialistsReadModel } from '../infra/specialists-read-model.ts';
import { TouchedVisitsReadModel } from '../../visits/index.ts';
import {
  absenceReply,
  AbsenceRemovalQuery,
  AbsenceReply,
  AbsenceRequest,
  AbsencesReply,
  BranchesReply,
  RemovedAbsenceReply,
  SpecialistsReply,
} from './directory.dto.ts';
import { BranchQuery, pageOf, SpecialistQuery } from './list-query.ts';

@ApiTags('directory')
@Controller('api/v1')
export class DirectoryController {
  constructor(
    private readonly branches: BranchesReadModel,
    private readonly specialists: SpecialistsReadModel,
    private readonly absences: AbsencesReadModel,
    private readonly recordAbsence: RecordAbsence,
    private readonly touched: TouchedVisitsReadModel,
  ) {}

  @Allows('directory.read')
  @Get('branches')
  @ApiOkResponse({ type: BranchesReply })
  @ApiOperation({ operationId: 'listBranches', summary: 'Branches in use, in the order of their codes' })
  async listBranches(@Query() query: BranchQuery): Promise<BranchesReply> {
    const [after = null] = keysOf(query.cursor, 1) ?? [];
    const rows = await this.branches.list(query, { limit: query.limit + 1, after });
    return pageOf(rows, query.limit, ({ code }) => cursorOf([code])) as BranchesReply;
  }

  @Allows('directory.read')
  @Get('specialists')
  @ApiOkResponse({ type: SpecialistsReply })
  @ApiOperation({ operationId: 'listSpecialists', summary: 'Specialists in use, by their given names' })
  async listSpecialists(@Query() query: SpecialistQuery): Promise<SpecialistsReply> {
    const rows = await this.specialists.list(query, { limit: query.limit + 1, after: keysOf(query.cursor, 3) });
    return pageOf(rows, query.limit, ({ givenName, name, code }) =>
      cursorOf([givenName, name, code]),
    ) as SpecialistsReply;
  }

  @Allows('absence.record')
  @Get('months/:month/absences')
  @ApiOkResponse({ type: AbsencesReply })
  @ApiOperation({ operationId: 'listAbsences', summary: 'Who is away on any day of a month' })
  async listAbsences(@Param('month') month: string): Promise<AbsencesReply> {
    return { items: await this.replies(await this.absences.list(monthParam(month))) };
  }

  @Allows('absence.record')
  @Post('absences')
  @ApiCreatedResponse({ type: AbsenceReply })
  @ApiOperation({
    operationId: 'recordAbsence',
    summary:
      'Record that a specialist is away; the same days again are no second absence, and change its kind where `replaces` names the present one',
  })
  async record(@Body() { specialistId, from, to, kind, replaces, ...at }: AbsenceRequest): Promise<AbsenceReply> {
    const hours = at.fromTime !== undefined && at.toTime !== undefined ? { from: at.fromTime, to: at.toTime } : null;
    const leave = { specialistId, from: dayParam(from, '/from'), to: dayParam(to, '/to'), kind, hours };
    const [reply] = await this.replies([await this.recordAbsence.execute(leave, replaces ?? null)]);
    if (!reply) throw new Error('an absence has its reply');
    return reply;
  }

  @Allows('absence.record')
  @Delete('absences/:id')
  @ApiOkResponse({ type: RemovedAbsenceReply })
  @ApiOperation({ operationId: 'removeAbsence', summary: 'A specialist is not away after all; again is once' })
  async remove(@Param('id') id: AbsenceId, @Query() { kind }: AbsenceRemovalQuery): Promise<RemovedAbsenceReply> {
    const removed = await this.recordAbsence.remove(id, kind ?? null);
    const [reply] = removed ? await this.replies([removed]) : [];
    return { id, touchedVisits: reply?.touchedVisits ?? [] };
  }

  private async replies(absences: readonly Absence[]): Promise<AbsenceReply[]> {
    const spans = absences.map(({ startsOn: from, endsBefore: before, hours, specialistId }) => ({
      specialistId,
      from,
      before,
      hours,
    }));
    const touched = await this.touched.byEach(spans);
    return absences.map((absence, index) => absenceReply(absence, touched[index]));
  }
}
