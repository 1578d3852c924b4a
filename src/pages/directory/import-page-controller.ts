import { Controller, Get, Inject, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { Allows } from '../../platform/http/access.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { leavesOf, uploadOf } from '../../platform/http/uploads.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import {
  DownloadWorkbook,
  type Answers,
  answersIn,
  IMPORT_ORDERS,
  IMPORT_STATES,
  IMPORT_SCOPES,
  ImportDistrict,
  type ImportId,
  type ImportScope,
  type ImportState,
  ImportsReadModel,
  minimumToBegin,
  sentencesIn,
  TakeBackImport,
  workbookFile,
} from '../../modules/directory/index.ts';
import { listAddress, orderIn, pageWindow, pagination, sortHeads, withinPages } from './page-rows.ts';
import { buildImportPage, importRow } from './build-import-page.ts';
import type { ImportsPage } from './imports.view.ts';

@ApiExcludeController()
@Controller('imports')
export class ImportPageController {
  constructor(
    private readonly importDistrict: ImportDistrict,
    private readonly takeBackImport: TakeBackImport,
    private readonly download: DownloadWorkbook,
    private readonly log: ImportsReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('directory.import')
  @Get()
  list(@Query('scope') scope: unknown, @Req() request: Request): Promise<Page> {
    return this.overview(null, 200, request, knownScope(scope));
  }

  /** Checks the file; the result is shown on the import's own page. */
  @Allows('directory.import')
  @Post()
  async upload(@Req() request: Request): Promise<Page | Redirect> {
    try {
      const file = uploadOf(request);
      if (!file) throw new DomainError('import.no_file', {});
      const leaves = leavesOf(request, new DomainError('import.left', {}));
      const { id } = await this.importDistrict.execute(file, 'check', { scope: scopeOf(request), leaves });
      return new Redirect(`/imports/${id}`);
    } catch (error) {
      if (!isAboutFiles(error)) throw error;
      return this.overview(this.sentence(error, request), this.texts[error.code].status, request, scopeOf(request));
    }
  }

  @Allows('directory.import')
  @Get('current.xlsx')
  async current(@Req() request: Request): Promise<StreamableFile> {
    return workbookFile(await this.download.current(request.locale));
  }

  @Allows('directory.import')
  @Get('template.xlsx')
  async template(@Req() request: Request): Promise<StreamableFile> {
    return workbookFile(await this.download.blank(request.locale));
  }

  @Allows('directory.import')
  @Get(':id')
  async show(@Param('id') id: ImportId, @Req() { locale }: Request): Promise<Page> {
    return new Page('import', buildImportPage(await this.log.get(id), locale));
  }

  @Allows('directory.import')
  @Get(':id/annotated.xlsx')
  async annotated(@Param('id') id: ImportId, @Req() { locale }: Request): Promise<StreamableFile> {
    return workbookFile(await this.download.annotated(id, sentencesIn(locale), locale));
  }

  @Allows('directory.import')
  @Post(':id/check')
  recheck(@Param('id') id: ImportId, @Req() request: Request): Promise<Page | Redirect> {
    return this.attempt(id, request, () =>
      this.importDistrict.recheck(id, { answers: answersOf(request), scope: scopeOf(request) }),
    );
  }

  @Allows('directory.import')
  @Post(':id/commit')
  commit(@Param('id') id: ImportId, @Req() request: Request): Promise<Page | Redirect> {
    return this.attempt(id, request, () => this.importDistrict.commit(id, answersOf(request)));
  }

  @Allows('directory.import')
  @Post(':id/take-back')
  takeBack(@Param('id') id: ImportId, @Req() request: Request): Promise<Page | Redirect> {
    return this.attempt(id, request, () => this.takeBackImport.execute(id));
  }

  /** Redirects to the import's page, which shows what was done; or shows it with the reason why not. */
  private async attempt(id: ImportId, request: Request, work: () => Promise<unknown>): Promise<Page | Redirect> {
    try {
      await work();
      return new Redirect(`/imports/${id}`);
    } catch (error) {
      if (!isAboutFiles(error) || error.code === 'import.not_found') throw error;
      const refusal = { sentence: this.sentence(error, request), isOutdated: error.code === 'import.outdated' };
      const record = await this.log.get(id);
      return new Page(
        'import',
        buildImportPage({ ...record, answers: { ...record.answers, ...answersOf(request) } }, request.locale, refusal),
        this.texts[error.code].status,
      );
    }
  }

  private async overview(
    error: string | null,
    status: number,
    { locale, query }: Request,
    scope: ImportScope = 'whole',
  ): Promise<Page> {
    const nameOf = (state: ImportState) => translate(this.catalogues[locale], `import.state.${state}`);
    const states = IMPORT_STATES.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'vi'));
    const total = await this.log.count();
    const address = withinPages(listAddress('/imports', query, ['scope', 'sort']), total);
    const order = orderIn(address, IMPORT_ORDERS);
    const history = await this.log.page({ ...pageWindow(address), order, states });
    const model: ImportsPage = {
      action: '/imports',
      templateHref: '/imports/template.xlsx',
      minimum: minimumToBegin(locale),
      currentHref: '/imports/current.xlsx',
      error,
      scope,
      total,
      heads: sortHeads(address, IMPORT_ORDERS, ['made']),
      history: history.map(importRow),
      pagination: pagination(address, history.length, total),
    };
    return new Page('imports', model, status);
  }

  private sentence(error: DomainError, { locale }: Request): string {
    return errorSentence(this.texts, error.code, error.params, locale);
  }
}

/** Whether an error concerns the file or the import, so that their pages can show it. */
function isAboutFiles(error: unknown): error is DomainError {
  return isDomainError(error) && /^(import|xlsx|csv)\.|^http\.too_large$/.test(error.code);
}

function answersOf({ body }: Request): Answers {
  return answersIn((body as { answers?: unknown } | undefined)?.answers);
}

function scopeOf({ body }: Request): ImportScope | undefined {
  return knownScope((body as { scope?: unknown } | undefined)?.scope);
}

function knownScope(scope: unknown): ImportScope | undefined {
  return IMPORT_SCOPES.find((one) => one === scope);
}
