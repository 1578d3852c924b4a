import { Body, Controller, Get, Inject, Param, ParseIntPipe, Post, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { isId, newId } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import {
  type FormTemplate,
  PublishTemplate,
  SAMPLE_TEMPLATES,
  StartTemplateDraft,
  type TemplateDraftId,
  TemplatesReadModel,
} from '../../modules/evaluations/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { uploadOf } from '../../platform/http/uploads.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { RubricScreenReadModel } from '../rubrics/rubric-screen-read-model.ts';
import type { RubricReader } from '../rubrics/rubric-words.ts';
import { buildTemplatePage, type TemplateFrame } from './build-template-page.ts';
import { buildTemplatesPage } from './build-templates-page.ts';
import { templateFaultLines } from './template-words.ts';
import type { TemplatePage, TemplatesPage } from './template.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** A file of a form is text; this is many times the longest one. */
const LARGEST_FILE = 1_000_000;

/** Forms in use, coming, replaced; the samples; and a file of each. */
@ApiExcludeController()
@Controller('form-templates')
export class TemplatesPageController {
  constructor(
    private readonly templates: TemplatesReadModel,
    private readonly screens: RubricScreenReadModel,
    private readonly start: StartTemplateDraft,
    private readonly publish: PublishTemplate,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('template.read')
  @Get()
  list(@Req() request: Request): Promise<Page> {
    return this.page(request, null, [], 200);
  }

  /** Takes a form as a file and begins a draft with it. */
  @Allows('template.change')
  @Post()
  async take(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const catalogue = this.catalogues[request.locale];
    try {
      const file = uploadOf(request, LARGEST_FILE);
      if (!file) return await this.page(request, translate(catalogue, 'templates.take_missing'), [], 422);
      const raw = jsonIn(file.bytes);
      if (raw === undefined) return await this.page(request, translate(catalogue, 'templates.take_no_json'), [], 422);
      const { id } = await this.start.take(draftIdIn(body), raw);
      return new Redirect(`/form-templates/drafts/${id}`, { kind: 'done', key: 'templates.taken' });
    } catch (error) {
      if (isDomainError(error, 'input.invalid')) {
        return this.page(request, translate(catalogue, 'templates.take_wrong'), error.faults, 422);
      }
      if (!isDomainError(error, 'http.too_large')) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(request, sentence, [], this.texts[error.code].status);
    }
  }

  @Allows('template.read')
  @Get('samples/:sample')
  async sample(@Param('sample') code: string, @Req() request: Request): Promise<Page> {
    const frame = { ...EMPTY, kind: 'sample', exportHref: `/form-templates/samples/${code}/file` } as const;
    const copy = this.copyOf(`/form-templates/samples/${code}/copy`, request);
    const page = buildTemplatePage(sampleOf(code), { ...frame, copy }, null, await this.reader(request));
    return new Page('form-template', page);
  }

  @Allows('template.read')
  @Get('samples/:sample/file')
  sampleFile(@Param('sample') code: string): StreamableFile {
    return fileOfTemplate(sampleOf(code));
  }

  @Allows('template.change')
  @Post('samples/:sample/copy')
  copySample(@Param('sample') code: string, @Body() body: FormBody): Promise<Redirect> {
    return this.copied(body, code, 0);
  }

  @Allows('template.read')
  @Get(':code/:version')
  async show(
    @Param('code') code: string,
    @Param('version', ParseIntPipe) version: number,
    @Req() request: Request,
  ): Promise<Page> {
    const { template, state, origin, publishedAt, publishedBy, forms, begun } = await this.templates.get({
      id: code,
      version,
    });
    const address = `/form-templates/${code}/${version}`;
    const isOpen = origin === 'board' && forms === 0 && begun === 0 && may(request.session?.actor, 'template.change');
    const frame: TemplateFrame = {
      ...EMPTY,
      kind: 'known',
      state,
      version,
      from: template.effectiveFrom,
      publishedAt,
      publishedBy,
      forms,
      begun,
      exportHref: `${address}/file`,
      copy: this.copyOf(`${address}/copy`, request),
      takeBack: isOpen ? { action: `${address}/take-back` } : null,
      trail: await this.screens.trail('template', `${code}/${version}`, request.locale),
    };
    return new Page('form-template', buildTemplatePage(template, frame, null, await this.reader(request)));
  }

  @Allows('template.read')
  @Get(':code/:version/file')
  async file(@Param('code') code: string, @Param('version', ParseIntPipe) version: number): Promise<StreamableFile> {
    return fileOfTemplate((await this.templates.get({ id: code, version })).template);
  }

  @Allows('template.change')
  @Post(':code/:version/copy')
  copy(
    @Param('code') code: string,
    @Param('version', ParseIntPipe) version: number,
    @Body() body: FormBody,
  ): Promise<Redirect> {
    return this.copied(body, code, version);
  }

  @Allows('template.change')
  @Post(':code/:version/take-back')
  async takeBack(@Param('code') code: string, @Param('version', ParseIntPipe) version: number): Promise<Redirect> {
    const id = await this.publish.takeBack({ id: code, version });
    return new Redirect(`/form-templates/drafts/${id}`, { kind: 'done', key: 'templates.was_taken_back' });
  }

  private async copied(body: FormBody, code: string, version: number): Promise<Redirect> {
    const draft = await this.start.copy(draftIdIn(body), { id: code, version });
    return new Redirect(`/form-templates/drafts/${draft.id}`, { kind: 'done', key: 'templates.copied' });
  }

  private copyOf(action: string, request: Request): TemplatePage['copy'] {
    return may(request.session?.actor, 'template.change') ? { action, id: newId<'FormTemplate'>() } : null;
  }

  private async page(
    request: Request,
    error: string | null,
    faults: DomainError['faults'],
    status: number,
  ): Promise<Page> {
    const reader = await this.reader(request);
    const take: TemplatesPage['take'] = may(request.session?.actor, 'template.change')
      ? {
          action: '/form-templates',
          id: newId<'FormTemplate'>(),
          error,
          faults: templateFaultLines(faults, { sections: [] }, null, reader).map((line, n) => ({
            ...line,
            place: faults[n]?.pointer || line.place,
          })),
        }
      : null;
    return new Page('form-templates', buildTemplatesPage(await this.templates.list(), take, reader), status);
  }

  private async reader({ locale }: Request): Promise<RubricReader> {
    return { locale, catalogue: this.catalogues[locale], branchTypes: await this.screens.branchTypes() };
  }
}

const EMPTY = {
  state: null,
  version: null,
  from: null,
  publishedAt: null,
  publishedBy: null,
  forms: 0,
  begun: 0,
  savedAt: null,
  basedOn: null,
  takeBack: null,
  draft: null,
  trail: [],
} as const;

/** @throws DomainError template.not_found */
function sampleOf(code: string): FormTemplate {
  const template = SAMPLE_TEMPLATES.find(({ id }) => id === code);
  if (!template) throw new DomainError('template.not_found', { code, version: 0 });
  return template;
}

export function fileOfTemplate(template: FormTemplate): StreamableFile {
  return new StreamableFile(Buffer.from(`${JSON.stringify(template, null, 2)}\n`), {
    type: 'application/json; charset=utf-8',
    disposition: `attachment; filename="form-${template.id}-${template.version}.json"`,
  });
}

/** Undefined for what is no JSON. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** @throws DomainError http.malformed where the page's own id is missing */
function draftIdIn(body: FormBody | undefined): TemplateDraftId {
  const id = body?.['id'];
  if (!isId(id)) throw new DomainError('http.malformed', {});
  return id.toLowerCase() as TemplateDraftId;
}
