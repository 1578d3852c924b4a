import { Controller, Get, Param, Req, type StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page } from '../../platform/http/page.ts';
import type { ExportPage } from './export.view.ts';
import { isDraft, type MonthExport } from './month-export.ts';
import { MonthExportReadModel } from './month-export-read-model.ts';
import { FILE_TYPES, type MonthFileKind, MonthFiles } from './month-files.ts';
import { CSV_COLUMNS, csvRows } from './plan-csv.ts';

const KINDS = Object.keys(FILE_TYPES) as MonthFileKind[];

/** Where the files of a month's plan are listed and fetched. */
@ApiExcludeController()
@Controller('months/:month/export')
export class ExportPageController {
  constructor(
    private readonly plans: MonthExportReadModel,
    private readonly files: MonthFiles,
  ) {}

  @Allows('plan.read')
  @Get()
  async show(@Param('month') month: string): Promise<Page> {
    return new Page('export', exportPage(await this.plans.read(monthParam(month))));
  }

  @Allows('plan.read')
  @Get(':format')
  file(
    @Param('month') month: string,
    @Param('format') format: string,
    @Req() { locale }: Request,
  ): Promise<StreamableFile> {
    const kind = KINDS.find((each) => each === format);
    if (!kind) throw new DomainError('http.not_found', {});
    return this.files.file(monthParam(month), kind, locale);
  }
}

function exportPage(plan: MonthExport): ExportPage {
  const base = `/months/${plan.month}/export`;
  return {
    month: plan.month,
    isDraft: isDraft(plan),
    isOutdated: plan.isOutdated,
    meetings: plan.meetings.length,
    visits: plan.meetings.reduce((sum, { people }) => sum + people.length, 0),
    rows: csvRows(plan),
    columns: CSV_COLUMNS,
    hrefs: { pdf: `${base}/pdf`, xlsx: `${base}/xlsx`, csv: `${base}/csv`, json: `${base}/json` },
  };
}
