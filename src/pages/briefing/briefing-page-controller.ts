import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { may } from '../../kernel/permissions.ts';
import { Allows } from '../../platform/http/access.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { fileFormat, sendFile } from '../../modules/documents/index.ts';
import {
  CompileBriefing,
  DraftPreview,
  EditBriefing,
  FreezeBriefing,
  LONGEST_TEXT,
  type MonthBriefing,
} from '../../modules/briefings/index.ts';
import { BriefingScreenReadModel } from './briefing-screen-read-model.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { type BriefingReader, buildBriefingPage, buildFreezePage, buildSourcesPage } from './build-briefing-page.ts';

@ApiExcludeController()
@Controller('months/:month/briefing')
export class BriefingPageController {
  constructor(
    private readonly screens: BriefingScreenReadModel,
    private readonly compileBriefing: CompileBriefing,
    private readonly editBriefing: EditBriefing,
    private readonly freezeBriefing: FreezeBriefing,
    private readonly preview: DraftPreview,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Allows('briefing.read')
  @Get()
  async show(
    @Param('month') month: string,
    @Query('version') version: unknown,
    @Req() request: Request,
  ): Promise<Page> {
    const reader = this.readerOf(request);
    const screen = await this.screens.read(monthParam(month), versionOf(version), reader.isBoard);
    return new Page('briefing', buildBriefingPage(screen, reader));
  }

  @Allows('briefing.read')
  @Get('sources')
  async sources(
    @Param('month') month: string,
    @Query('version') version: unknown,
    @Query('lines') lines: unknown,
    @Req() request: Request,
  ): Promise<Page> {
    const screen = await this.screens.read(monthParam(month), versionOf(version));
    const model = screen.shown && buildSourcesPage(screen, screen.shown, String(lines), this.readerOf(request));
    if (!model) throw new DomainError('http.not_found', {});
    return new Page('briefing-sources', model);
  }

  @Allows('briefing.read')
  @Get('draft/:format')
  @Header('Cache-Control', 'no-store')
  async draft(
    @Param('month') month: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    sendFile(response, await this.preview.file(monthParam(month), fileFormat(format)));
  }

  @Allows('briefing.edit')
  @Post('compile')
  async compile(@Param('month') month: string): Promise<Redirect> {
    const home = `/months/${month}/briefing`;
    let compiled: MonthBriefing;
    try {
      compiled = await this.compileBriefing.execute(monthParam(month));
    } catch (error) {
      if (!isDomainError(error, 'briefing.nothing_to_compile')) throw error;
      return new Redirect(home, { kind: 'warning', key: 'briefing.nothing_yet' });
    }
    const { missingForms, version } = compiled;
    if (version > 1 && missingForms === 0) {
      return new Redirect(home, { kind: 'done', key: 'briefing.compiled_next', params: { version } });
    }
    return new Redirect(
      home,
      missingForms > 0
        ? { kind: 'warning', key: 'briefing.compiled_without', params: { count: missingForms } }
        : { kind: 'done', key: 'briefing.compiled' },
    );
  }

  /** A text that cannot be saved is shown again in its field, beside the current one. */
  @Allows('briefing.edit')
  @Post('parts/:partId')
  @HttpCode(200)
  async edit(
    @Param('month') month: string,
    @Param('partId') partId: string,
    @Body('text') body: unknown,
    @Body('revision') revision: unknown,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const text = typeof body === 'string' ? body.replace(/\r\n?/g, '\n') : '';
    const reader = this.readerOf(request);
    const refuse = async (error: string, status: number) => {
      const screen = await this.screens.read(monthParam(month));
      return new Page('briefing', buildBriefingPage(screen, reader, { partId, text, error }), status);
    };
    if (text.length > LONGEST_TEXT)
      return refuse(translate(reader.catalogue, 'briefing.text_long', { longest: LONGEST_TEXT }), 422);
    try {
      await this.editBriefing.execute(monthParam(month), partId, text, Number(revision));
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      return refuse(errorSentence(this.errors, error.code, error.params, reader.locale), 412);
    }
    return new Redirect(`/months/${month}/briefing#${encodeURIComponent(partId)}`, {
      kind: 'done',
      key: 'briefing.saved',
    });
  }

  @Allows('briefing.freeze')
  @Get('freeze')
  async confirm(@Param('month') month: string): Promise<Page | Redirect> {
    const screen = await this.screens.read(monthParam(month));
    if (!screen.shown) return new Redirect(`/months/${month}/briefing`, { kind: 'note', key: 'briefing.nothing_yet' });
    if (screen.shown.frozen) return new Redirect(`/months/${month}/briefing`);
    return new Page('freeze', buildFreezePage(screen, screen.shown));
  }

  @Allows('briefing.freeze')
  @Post('freeze')
  async freeze(@Param('month') month: string, @Body('revision') revision: unknown): Promise<Redirect> {
    const { frozen } = await this.freezeBriefing.execute(monthParam(month), Number(revision));
    return new Redirect(`/months/${month}/briefing`, {
      kind: 'done',
      key: 'briefing.frozen',
      params: { number: frozen?.symbol ?? '' },
    });
  }

  private readerOf({ locale, session }: Request): BriefingReader {
    return {
      locale,
      catalogue: this.catalogues[locale],
      isBoard: may(session?.actor, 'briefing.edit'),
    };
  }
}

/** @throws DomainError http.not_found */
function versionOf(text: unknown): number | null {
  if (text === undefined) return null;
  if (typeof text !== 'string' || !/^\d{1,6}$/.test(text)) throw new DomainError('http.not_found', {});
  return Number(text);
}
