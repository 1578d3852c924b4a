import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { Roles } from '../../platform/http/access.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { CompileBriefing } from '../../modules/briefings/application/compile-briefing.ts';
import { EditBriefing } from '../../modules/briefings/application/edit-briefing.ts';
import { FreezeBriefing } from '../../modules/briefings/application/freeze-briefing.ts';
import type {} from '../../modules/briefings/errors.ts';
import { BriefingDesks } from './briefing-screen-read-model.ts';
import { DraftPreview } from '../../modules/briefings/infra/draft-preview.ts';
import { monthOfPath } from '../../modules/briefings/api/briefing-controller.ts';
import { type BriefingReader, briefingPage, freezePage, sourcesPage } from './build-briefing-page.ts';
import type { MonthBriefing } from '../../modules/briefings/domain/month-briefing.ts';
import { LONGEST_TEXT } from '../../modules/briefings/api/briefing.dto.ts';

@ApiExcludeController()
@Controller('months/:month/briefing')
export class BriefingPageController {
  constructor(
    private readonly desks: BriefingDesks,
    private readonly compileBriefing: CompileBriefing,
    private readonly editBriefing: EditBriefing,
    private readonly freezeBriefing: FreezeBriefing,
    private readonly preview: DraftPreview,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Roles('board', 'leader')
  @Get()
  async show(
    @Param('month') month: string,
    @Query('version') version: unknown,
    @Req() request: Request,
  ): Promise<Page> {
    const reader = this.readerOf(request);
    const desk = await this.desks.read(monthOfPath(month), versionOf(version), reader.isBoard);
    return new Page('briefing', briefingPage(desk, reader));
  }

  @Roles('board', 'leader')
  @Get('sources')
  async sources(
    @Param('month') month: string,
    @Query('version') version: unknown,
    @Query('lines') lines: unknown,
    @Req() request: Request,
  ): Promise<Page> {
    const desk = await this.desks.read(monthOfPath(month), versionOf(version));
    const model = desk.shown && sourcesPage(desk, desk.shown, String(lines), this.readerOf(request));
    if (!model) throw new DomainError('http.not_found', {});
    return new Page('briefing-sources', model);
  }

  @Roles('board', 'leader')
  @Get('draft.pdf')
  @Header('Cache-Control', 'no-store')
  async draft(@Param('month') month: string): Promise<StreamableFile> {
    const bytes = await this.preview.pdf(monthOfPath(month));
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `inline; filename="giao-ban-${month}-du-thao.pdf"`,
    });
  }

  @Roles('board')
  @Post('compile')
  async compile(@Param('month') month: string): Promise<Redirect> {
    const home = `/months/${month}/briefing`;
    let compiled: MonthBriefing;
    try {
      compiled = await this.compileBriefing.execute(monthOfPath(month));
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

  /** A text that cannot be taken in comes back in its field, beside what is there now. */
  @Roles('board')
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
    const refuse = async (key: string, status: number) => {
      const reader = this.readerOf(request);
      const error = translate(reader.catalogue, key, { longest: LONGEST_TEXT });
      const desk = await this.desks.read(monthOfPath(month));
      return new Page('briefing', briefingPage(desk, reader, { partId, text, error }), status);
    };
    if (text.length > LONGEST_TEXT) return refuse('briefing.text_long', 422);
    try {
      await this.editBriefing.execute(monthOfPath(month), partId, text, Number(revision));
    } catch (error) {
      if (isDomainError(error) && error.code === 'http.stale') return refuse('briefing.text_stale', 412);
      throw error;
    }
    return new Redirect(`/months/${month}/briefing#${encodeURIComponent(partId)}`, {
      kind: 'done',
      key: 'briefing.saved',
    });
  }

  @Roles('board')
  @Get('freeze')
  async confirm(@Param('month') month: string): Promise<Page | Redirect> {
    const desk = await this.desks.read(monthOfPath(month));
    if (!desk.shown) return new Redirect(`/months/${month}/briefing`, { kind: 'note', key: 'briefing.nothing_yet' });
    if (desk.shown.frozen) return new Redirect(`/months/${month}/briefing`);
    return new Page('freeze', freezePage(desk, desk.shown));
  }

  @Roles('board')
  @Post('freeze')
  async freeze(@Param('month') month: string, @Body('revision') revision: unknown): Promise<Redirect> {
    const { frozen } = await this.freezeBriefing.execute(monthOfPath(month), Number(revision));
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
      isBoard: session?.actor.roles.includes('board') ?? false,
    };
  }
}

/** @throws DomainError http.not_found */
function versionOf(text: unknown): number | null {
  if (text === undefined) return null;
  if (typeof text !== 'string' || !/^\d{1,6}$/.test(text)) throw new DomainError('http.not_found', {});
  return Number(text);
}
