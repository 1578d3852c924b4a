import { Controller, Get, Param, Req, type StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { Allows } from '../../platform/http/access.ts';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { FILE_TYPES, MonthFiles } from './month-files.ts';
import { MonthPlanReply } from './month-plan.dto.ts';

const FILE = { type: 'string', format: 'binary' } as const;

/** A month's plan as files, for other systems. They are built from what the pages show, so that both say the same. */
@ApiTags('planning')
@Controller('api/v1/months/:month/plan')
export class MonthFilesController {
  constructor(private readonly files: MonthFiles) {}

  @Allows('plan.read')
  @Get('export.json')
  @ApiOkResponse({ type: MonthPlanReply })
  @ApiOperation({
    operationId: 'exportPlanAsJson',
    summary: 'A month’s plan as it stands: meetings, who goes, shares and balances; a draft says that it is one',
  })
  json(@Param('month') month: string, @Req() { locale }: Request): Promise<MonthPlanReply> {
    return this.files.json(monthParam(month), locale);
  }

  @Allows('plan.read')
  @Get('export.csv')
  @ApiProduces(FILE_TYPES.csv)
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({
    operationId: 'exportPlanAsCsv',
    summary:
      'The same as a list: a row for each visit, and one for each meeting to which nobody goes. UTF-8 with a byte order mark, RFC 4180. Columns: month, state, meeting_id, date, start, end, branch_code, branch, organisation, kind, place, coverage, specialist_code, specialist, department, visit_state; new ones come at the end',
  })
  csv(@Param('month') month: string, @Req() { locale }: Request): Promise<StreamableFile> {
    return this.files.file(monthParam(month), 'csv', locale);
  }

  @Allows('plan.read')
  @Get('export.xlsx')
  @ApiProduces(FILE_TYPES.xlsx)
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({
    operationId: 'exportPlanAsWorkbook',
    summary: 'The same as a workbook in the reader’s language: by day, by person, loads against shares, coverage',
  })
  xlsx(@Param('month') month: string, @Req() { locale }: Request): Promise<StreamableFile> {
    return this.files.file(monthParam(month), 'xlsx', locale);
  }

  @Allows('plan.read')
  @Get('export.pdf')
  @ApiProduces(FILE_TYPES.pdf)
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({ operationId: 'exportPlanForTheWall', summary: 'People × days on A3 landscape, to be printed' })
  pdf(@Param('month') month: string, @Req() { locale }: Request): Promise<StreamableFile> {
    return this.files.file(monthParam(month), 'pdf', locale);
  }
}
