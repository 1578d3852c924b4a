import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Locale } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';
import { Documents } from '../../modules/documents/index.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { isDraft, type MonthExport } from './month-export.ts';
import { MonthExportReadModel } from './month-export-read-model.ts';
import { type MonthPlanReply, monthPlanReply } from './month-plan.dto.ts';
import { planCsv } from './plan-csv.ts';
import { planWorkbook } from './plan-workbook.ts';
import { wallPlan } from './wall-plan.ts';

export const FILE_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
} as const;
export type MonthFileKind = keyof typeof FILE_TYPES;

/** The files of a month's plan, for pages and the API. Each throws DomainError plan.not_found where there is no plan. */
@Injectable()
export class MonthFiles {
  constructor(
    private readonly plans: MonthExportReadModel,
    private readonly documents: Documents,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  async json(month: Month, locale: Locale): Promise<MonthPlanReply> {
    return monthPlanReply(await this.plans.read(month), this.catalogues[locale]);
  }

  async file(month: Month, kind: MonthFileKind, locale: Locale): Promise<StreamableFile> {
    const plan = await this.plans.read(month);
    const bytes = await this.bytesOf(plan, kind, locale);
    const name = `ke-hoach-${month}${isDraft(plan) ? '-ban-nhap' : ''}.${kind}`;
    return new StreamableFile(bytes, {
      type: kind === 'csv' ? `${FILE_TYPES.csv}; charset=utf-8` : FILE_TYPES[kind],
      // What is to be printed opens in the browser.
      disposition: `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
      length: bytes.byteLength,
    });
  }

  private async bytesOf(plan: MonthExport, kind: MonthFileKind, locale: Locale): Promise<Uint8Array> {
    switch (kind) {
      case 'pdf':
        return this.documents.renderWallPlan(wallPlan(plan));
      case 'csv':
        return Buffer.from(planCsv(plan), 'utf8');
      case 'json':
        return Buffer.from(JSON.stringify(monthPlanReply(plan, this.catalogues[locale]), null, 2), 'utf8');
      case 'xlsx': {
        // The writer is loaded with the first file, because most processes never write one.
        const { writeWorkbook } = await import('../../platform/xlsx/write-workbook.ts');
        return writeWorkbook(planWorkbook(plan, this.catalogues[locale], locale));
      }
    }
  }
}
