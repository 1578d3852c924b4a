import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req, type StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { formatMonth } from '../../kernel/format.ts';
import { addMonths, isMonth } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import {
  type FormTemplate,
  OpenBlankForm,
  PublishTemplate,
  SaveTemplateDraft,
  type TemplateDraft,
  type TemplateDraftId,
  templateFaults,
  TemplatesReadModel,
} from '../../modules/evaluations/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import type { EditBody } from '../rubrics/read-edit.ts';
import { RubricScreenReadModel } from '../rubrics/rubric-screen-read-model.ts';
import type { RubricReader } from '../rubrics/rubric-words.ts';
import { buildTemplateEditPage, buildTemplatePreview } from './build-template-edit-page.ts';
import { buildTemplatePage, type TemplateFrame } from './build-template-page.ts';
import { readTemplateEdit } from './read-template-edit.ts';
import { fileOfTemplate } from './templates-page-controller.ts';

/** How many months ahead a form may begin. */
const MONTHS_AHEAD = 12;

/** Refusals that are said on the draft's own page. */
const SAID: readonly ErrorCode[] = [
  'template.competes',
  'template.starts_too_early',
  'template.read_by_rubric',
  'edit.stale',
  'input.invalid',
];

/** A form that is being written: read, changed part by part, and published. */
@ApiExcludeController()
@Controller('form-templates/drafts/:id')
export class TemplateDraftPageController {
  constructor(
    private readonly templates: TemplatesReadModel,
    private readonly screens: RubricScreenReadModel,
    private readonly saving: SaveTemplateDraft,
    private readonly publishing: PublishTemplate,
    private readonly blank: OpenBlankForm,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('template.read')
  @Get()
  async show(@Param('id', ParseUUIDPipe) id: TemplateDraftId, @Req() request: Request): Promise<Page> {
    return this.page(await this.templates.getDraft(id), request);
  }

  @Allows('template.read')
  @Get('file')
  async file(@Param('id', ParseUUIDPipe) id: TemplateDraftId): Promise<StreamableFile> {
    return fileOfTemplate((await this.templates.getDraft(id)).template);
  }

  @Allows('template.change')
  @Post('delete')
  async remove(@Param('id', ParseUUIDPipe) id: TemplateDraftId, @Body() body: EditBody | undefined): Promise<Redirect> {
    await this.saving.remove(id, seenIn(body));
    return new Redirect('/form-templates', { kind: 'done', key: 'templates.deleted' });
  }

  @Allows('template.change')
  @Post('publication')
  async publish(
    @Param('id', ParseUUIDPipe) id: TemplateDraftId,
    @Body() body: EditBody | undefined,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const from = body?.['from'];
    if (!isMonth(from)) throw new DomainError('http.malformed', {});
    try {
      const { id: code, version } = await this.publishing.execute(id, seenIn(body), from);
      const params = { month: formatMonth(request.locale, from) };
      return new Redirect(`/form-templates/${code}/${version}`, { kind: 'done', key: 'templates.published', params });
    } catch (error) {
      if (!isDomainError(error) || !SAID.includes(error.code)) throw error;
      const sentence = isDomainError(error, 'input.invalid')
        ? translate(this.catalogues[request.locale], 'rubrics.not_ready', { count: error.faults.length })
        : errorSentence(this.texts, error.code, error.params, request.locale);
      const status = this.texts[error.code].status;
      return this.page(await this.templates.getDraft(id), request, { from, error: sentence, status });
    }
  }

  @Allows('template.change')
  @Get('edit/:piece')
  async edit(
    @Param('id', ParseUUIDPipe) id: TemplateDraftId,
    @Param('piece') part: string,
    @Req() request: Request,
  ): Promise<Page> {
    const { template, revision } = await this.templates.getDraft(id);
    return this.editPage(template, { draftId: id, part, seen: revision, error: null }, request, 200);
  }

  /** Without a module too: what was typed is kept by every button that moves, adds or removes something. */
  @Allows('template.change')
  @Post('edit/:piece')
  async save(
    @Param('id', ParseUUIDPipe) id: TemplateDraftId,
    @Param('piece') part: string,
    @Body() body: EditBody = {},
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const typed = readTemplateEdit((await this.templates.getDraft(id)).template, part, body);
    try {
      const { template } = await this.saving.execute(id, seenIn(body), typed);
      const count = templateFaults(template).length;
      const stays = body['_do'] !== undefined && part !== 'sections';
      const address = `/form-templates/drafts/${id}${stays ? `/edit/${part}` : ''}`;
      return count === 0
        ? new Redirect(address, { kind: 'done', key: 'rubrics.saved' })
        : new Redirect(address, { kind: 'warning', key: 'rubrics.saved_wrong', params: { count } });
    } catch (error) {
      if (!isDomainError(error) || !SAID.includes(error.code)) throw error;
      const sentence = isDomainError(error, 'input.invalid')
        ? translate(this.catalogues[request.locale], 'rubrics.wrong')
        : errorSentence(this.texts, error.code, error.params, request.locale);
      const status = this.texts[error.code].status;
      if (part === 'sections') {
        const draft = await this.templates.getDraft(id);
        return this.page(draft, request, { from: '', error: sentence, status });
      }
      return this.editPage(typed, { draftId: id, part, seen: seenIn(body), error: sentence }, request, status);
    }
  }

  /** The form that comes of the part as typed; nothing is kept. */
  @Allows('template.change')
  @Post('edit/:piece/preview')
  async preview(
    @Param('id', ParseUUIDPipe) id: TemplateDraftId,
    @Param('piece') part: string,
    @Body() body: EditBody = {},
    @Req() request: Request,
  ): Promise<Page | Fragment> {
    const { _do, ...fields } = body;
    const typed = readTemplateEdit((await this.templates.getDraft(id)).template, part, fields);
    if (wantsFragment(request, 'template-preview')) {
      const { rubric } = await this.blank.execute();
      const by = { base: `/form-templates/drafts/${id}`, month: await this.publishing.firstOpen(), rubric };
      return new Fragment('template-preview', buildTemplatePreview(typed, part, by, await this.reader(request)));
    }
    return this.editPage(typed, { draftId: id, part, seen: seenIn(body), error: null }, request, 200);
  }

  private async editPage(
    template: FormTemplate,
    frame: Omit<Parameters<typeof buildTemplateEditPage>[1], 'month' | 'rubric'>,
    request: Request,
    status: number,
  ): Promise<Page> {
    const { rubric } = await this.blank.execute();
    const month = await this.publishing.firstOpen();
    const page = buildTemplateEditPage(template, { ...frame, month, rubric }, await this.reader(request));
    if (!page) throw new DomainError('http.not_found', {});
    return new Page('form-template-edit', page, status);
  }

  private async page(
    { id, template, basedOn, revision, savedAt }: TemplateDraft,
    request: Request,
    back: { readonly from: string; readonly error: string; readonly status: number } | null = null,
  ): Promise<Page> {
    const { locale, session } = request;
    const base = `/form-templates/drafts/${id}`;
    const mayChange = may(session?.actor, 'template.change');
    const firstOpen = await this.publishing.firstOpen();
    const chosen = back?.from || firstOpen;
    const [code = '', version = ''] = basedOn?.split('/') ?? [];
    const frame: TemplateFrame = {
      kind: 'draft',
      state: null,
      version: null,
      from: null,
      publishedAt: null,
      publishedBy: null,
      forms: 0,
      begun: 0,
      savedAt,
      basedOn:
        basedOn === null
          ? null
          : {
              title: basedOn,
              href: version === '0' ? `/form-templates/samples/${code}` : `/form-templates/${basedOn}`,
            },
      exportHref: `${base}/file`,
      copy: null,
      takeBack: null,
      draft: mayChange
        ? {
            seen: revision,
            deleteAction: `${base}/delete`,
            sectionsAction: `${base}/edit/sections`,
            publish: {
              action: `${base}/publication`,
              firstOpen,
              error: back?.error ?? null,
              months: Array.from({ length: MONTHS_AHEAD }, (_, ahead) => addMonths(firstOpen, ahead)).map((value) => ({
                value,
                label: formatMonth(locale, value),
                selected: value === chosen,
              })),
            },
          }
        : null,
      trail: await this.screens.trail('template_draft', id, locale),
    };
    const page = buildTemplatePage(template, frame, mayChange ? base : null, await this.reader(request));
    return new Page('form-template', page, back?.status ?? 200);
  }

  private async reader({ locale }: Request): Promise<RubricReader> {
    return { locale, catalogue: this.catalogues[locale], branchTypes: await this.screens.branchTypes() };
  }
}

function seenIn(body: EditBody | undefined): number {
  const seen = body?.['seen'];
  return typeof seen === 'string' && /^\d{1,9}$/.test(seen) ? Number(seen) : 0;
}
