import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type Ref, isId } from '../../../kernel/id.ts';
import { Allows } from '../../../platform/http/access.ts';
import { cursorOf, keysOf } from '../../../platform/http/cursors.ts';
import { fileOf, leavesOf } from '../../../platform/http/uploads.ts';
import { DownloadWorkbook } from '../application/download-workbook.ts';
import { ImportDistrict } from '../application/import-district.ts';
import { TakeBackImport } from '../application/take-back-import.ts';
import { IMPORT_SCOPES } from '../domain/changes/import-scope.ts';
import type { ImportId } from '../domain/import-record.ts';
import { answersIn } from '../domain/import/question.ts';
import type {} from '../errors.ts';
import { sentencesIn } from '../import-messages.ts';
import { ImportsReadModel } from '../infra/imports-read-model.ts';
import {
  CommitImportRequest,
  importDetail,
  ImportDetailReply,
  importReply,
  ImportsReply,
  RecheckImportRequest,
} from './import.dto.ts';
import { ListQuery, pageOf } from './list-query.ts';
import { workbookFile, XLSX } from './workbook-file.ts';

const FILE = { type: 'string', format: 'binary' } as const;

@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly importDistrict: ImportDistrict,
    private readonly takeBackImport: TakeBackImport,
    private readonly download: DownloadWorkbook,
    private readonly log: ImportsReadModel,
  ) {}

  @Allows('directory.import')
  @Get()
  @ApiOkResponse({ type: ImportsReply })
  @ApiOperation({ operationId: 'listImports', summary: 'Imports, newest first' })
  async list(@Query() { cursor, limit }: ListQuery): Promise<ImportsReply> {
    const [madeAt, id] = keysOf(cursor, 2) ?? [];
    const before = madeAt !== undefined && id !== undefined ? placeOf(madeAt, id) : null;
    const page = pageOf(await this.log.list(limit + 1, before), limit, (row) =>
      cursorOf([row.madeAt.toISOString(), row.id]),
    );
    return { items: page.items.map(importReply), next: page.next };
  }

  @Allows('directory.import')
  @Post()
  @ApiOperation({
    operationId: 'checkImport',
    summary:
      'Check a workbook, or one sheet of it as CSV, against the directory; nothing of it is imported yet, and one with faults is refused as a whole',
  })
  @ApiConsumes('multipart/form-data', XLSX, 'text/csv')
  @ApiQuery({ name: 'name', required: false, description: 'The file’s name, where the body is the file itself' })
  @ApiQuery({
    name: 'scope',
    required: false,
    enum: IMPORT_SCOPES,
    description: 'Whether what the file does not have goes out of use (`whole`) or stays as it is (`additions`)',
  })
  @ApiBody({ schema: { type: 'object', properties: { file: FILE } } })
  @ApiCreatedResponse({ type: ImportDetailReply })
  async check(
    @Req() request: Request,
    @Query('name') name?: string,
    @Query('scope') scope?: string,
  ): Promise<ImportDetailReply> {
    const file = await fileOf(request, typeof name === 'string' && name !== '' ? name.normalize('NFC') : 'import.xlsx');
    if (!file) throw new DomainError('import.no_file', {});
    const leaves = leavesOf(request, new DomainError('import.left', {}));
    const wish = { scope: IMPORT_SCOPES.find((one) => one === scope), leaves };
    const { id } = await this.importDistrict.execute(file, 'check', wish);
    return this.detail(id, request);
  }

  @Allows('directory.import')
  @Get('current.xlsx')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({
    operationId: 'getCurrentWorkbook',
    summary: 'The data in use as an import file; taken in again it changes nothing',
  })
  async current(@Req() request: Request): Promise<StreamableFile> {
    return workbookFile(await this.download.current(request.locale));
  }

  @Allows('directory.import')
  @Get('template.xlsx')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({
    operationId: 'getImportTemplate',
    summary: 'The blank workbook to fill in, in the reader’s language',
  })
  async template(@Req() request: Request): Promise<StreamableFile> {
    return workbookFile(await this.download.blank(request.locale));
  }

  @Allows('directory.import')
  @Get(':id')
  @ApiOkResponse({ type: ImportDetailReply })
  @ApiOperation({ operationId: 'getImport', summary: 'One import with its first faults' })
  get(@Param('id') id: ImportId, @Req() request: Request): Promise<ImportDetailReply> {
    return this.detail(id, request);
  }

  @Allows('directory.import')
  @Get(':id/annotated.xlsx')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({ operationId: 'getAnnotatedImport', summary: 'The uploaded file with every fault marked' })
  async annotated(@Param('id') id: ImportId, @Req() { locale }: Request): Promise<StreamableFile> {
    return workbookFile(await this.download.annotated(id, sentencesIn(locale), locale));
  }

  @Allows('directory.import')
  @Post(':id/check')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportDetailReply })
  @ApiOperation({
    operationId: 'recheckImport',
    summary: 'Check a stored file again, against the directory as it is now',
  })
  async recheck(
    @Param('id') id: ImportId,
    @Body() { answers, scope }: RecheckImportRequest,
    @Req() request: Request,
  ): Promise<ImportDetailReply> {
    await this.importDistrict.recheck(id, { answers: answersIn(answers), scope });
    return this.detail(id, request);
  }

  @Allows('directory.import')
  @Post(':id/commit')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportDetailReply })
  @ApiOperation({
    operationId: 'commitImport',
    summary: 'Do what the check has shown, all of it or nothing, once its questions are answered',
  })
  async commit(
    @Param('id') id: ImportId,
    @Body() { answers }: CommitImportRequest,
    @Req() request: Request,
  ): Promise<ImportDetailReply> {
    await this.importDistrict.commit(id, answersIn(answers));
    return this.detail(id, request);
  }

  @Allows('directory.import')
  @Post(':id/take-back')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportDetailReply })
  @ApiOperation({ operationId: 'takeBackImport', summary: 'Undo an import exactly, as long as nothing rests on it' })
  async takeBack(@Param('id') id: ImportId, @Req() request: Request): Promise<ImportDetailReply> {
    await this.takeBackImport.execute(id);
    return this.detail(id, request);
  }

  private async detail(id: ImportId, request: Request): Promise<ImportDetailReply> {
    return importDetail(await this.log.get(id), request.locale);
  }
}

/** @throws DomainError http.malformed for a cursor that this service has not made */
function placeOf(madeAt: string, id: Ref<'Import'>): [string, string] {
  if (Number.isNaN(Date.parse(madeAt)) || !isId(id)) throw new DomainError('http.malformed', {});
  return [madeAt, id];
}
