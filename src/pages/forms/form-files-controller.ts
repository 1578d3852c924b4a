import { Controller, Get, Inject, Param, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import type { Locale } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';
import { FormsExportReadModel } from '../../modules/evaluations/index.ts';
import { writeCsv } from '../../platform/csv/write-csv.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { type FormTable, formTables } from './form-tables.ts';

const FILE = { type: 'string', format: 'binary' } as const;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WIDTH = 18;

/** Each row is an object by the names of the columns, which the codebook explains. */
export class FormsFileReply {
  @ApiProperty({ example: '2020-12' }) month!: string;
  @ApiProperty({ type: [Object], description: 'One for each form' }) forms!: object[];
  @ApiProperty({ type: [Object], description: 'One for each criterion of each form' }) criteria!: object[];
  @ApiProperty({ type: [Object], description: 'What each column of the forms is' }) codebook!: object[];
  @ApiProperty({ type: [Object], description: 'What is not in the file, with its number' }) leftOut!: object[];
}

/** The forms of a month as files, with the rights of the pages: what a page hides is left out, and the file says so. */
@ApiTags('evaluations')
@Controller('api/v1/months/:month/forms')
export class FormFilesController {
  constructor(
    private readonly forms: FormsExportReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Allows('form.read_all')
  @Get('export.json')
  @ApiOkResponse({ type: FormsFileReply })
  @ApiOperation({
    operationId: 'exportFormsAsJson',
    summary: 'The latest form of each visit of a month, its criteria, a codebook of the columns, and what is left out',
  })
  async json(@Param('month') text: string, @Req() { locale }: Request): Promise<FormsFileReply> {
    const month = monthParam(text);
    const [forms, criteria, codebook, leftOut] = (await this.tables(month, locale)).map(objectsOf);
    return { month, forms: forms ?? [], criteria: criteria ?? [], codebook: codebook ?? [], leftOut: leftOut ?? [] };
  }

  @Allows('form.read_all')
  @Get('export.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({
    operationId: 'exportFormsAsCsv',
    summary: 'One row for each form; the columns are those of every form version that was asked. UTF-8, RFC 4180',
  })
  csv(@Param('month') month: string, @Req() { locale }: Request): Promise<StreamableFile> {
    return this.table(monthParam(month), 'forms', locale);
  }

  @Allows('form.read_all')
  @Get('criteria.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({ operationId: 'exportCriteriaAsCsv', summary: 'One row for each criterion of each form' })
  criteria(@Param('month') month: string, @Req() { locale }: Request): Promise<StreamableFile> {
    return this.table(monthParam(month), 'criteria', locale);
  }

  @Allows('form.read_all')
  @Get('codebook.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({
    operationId: 'exportCodebookAsCsv',
    summary:
      'What each column of the forms is, made from the versions of the form; at its end what the files leave out',
  })
  codebook(@Param('month') month: string, @Req() { locale }: Request): Promise<StreamableFile> {
    return this.table(monthParam(month), 'codebook', locale);
  }

  @Allows('form.read_all')
  @Get('export.xlsx')
  @ApiProduces(WORKBOOK)
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({
    operationId: 'exportFormsAsWorkbook',
    summary: 'The same as a workbook: forms, criteria, codebook, and a sheet of what is left out',
  })
  async xlsx(@Param('month') text: string, @Req() { locale }: Request): Promise<StreamableFile> {
    const month = monthParam(text);
    const tables = await this.tables(month, locale);
    // The writer is loaded with the first file, because most processes never write one.
    const { writeWorkbook } = await import('../../platform/xlsx/write-workbook.ts');
    const bytes = await writeWorkbook(
      tables.map(({ name, heads, rows }) => ({
        name,
        frozen: true,
        columns: heads.map(() => ({ width: WIDTH })),
        rows: [
          heads.map((value) => ({ value, style: 'header' as const })),
          ...rows.map((row) => row.map((value) => ({ value, style: 'wrapped' as const }))),
        ],
      })),
    );
    return fileOf(bytes, `phieu-${month}.xlsx`, WORKBOOK);
  }

  private async table(month: Month, wanted: FormTable['name'], locale: Locale): Promise<StreamableFile> {
    const tables = await this.tables(month, locale);
    const rowsOf = (name: FormTable['name']) => {
      const table = tables.find((each) => each.name === name);
      return table ? [table.heads, ...table.rows] : [];
    };
    const rows = wanted === 'codebook' ? [...rowsOf('codebook'), ...rowsOf('left_out')] : rowsOf(wanted);
    const bytes = Buffer.from(writeCsv(rows), 'utf8');
    return fileOf(bytes, `phieu-${month}-${wanted}.csv`, 'text/csv; charset=utf-8');
  }

  private async tables(month: Month, locale: Locale): Promise<FormTable[]> {
    return formTables(await this.forms.read(month), locale, this.catalogues[locale]);
  }
}

function objectsOf({ heads, rows }: FormTable): object[] {
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? null])));
}

function fileOf(bytes: Uint8Array, name: string, type: string): StreamableFile {
  return new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename="${name}"`,
    length: bytes.byteLength,
  });
}
