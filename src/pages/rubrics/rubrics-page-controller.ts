import { Body, Controller, Get, Inject, Param, ParseIntPipe, Post, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { isId, newId } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import {
  PublishRubric,
  type Rubric,
  type RubricDraftId,
  RubricsReadModel,
  SAMPLE_RUBRICS,
  StartRubricDraft,
} from '../../modules/evaluations/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { uploadOf } from '../../platform/http/uploads.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { buildRubricPage } from './build-rubric-page.ts';
import { buildRubricsPage } from './build-rubrics-page.ts';
import { RubricScreenReadModel } from './rubric-screen-read-model.ts';
import { faultLines, type RubricReader } from './rubric-words.ts';
import type { RubricPage, RubricsPage } from './rubric.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** A file of a rubric is text; this is many times the longest one. */
const LARGEST_FILE = 1_000_000;

/** Rubrics in force, coming, replaced; the samples; and a file of each. */
@ApiExcludeController()
@Controller('rubrics')
export class RubricsPageController {
  constructor(
    private readonly rubrics: RubricsReadModel,
    private readonly screens: RubricScreenReadModel,
    private readonly start: StartRubricDraft,
    private readonly publish: PublishRubric,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('rubric.read')
  @Get()
  list(@Req() request: Request): Promise<Page> {
    return this.page(request, null, [], 200);
  }

  /** Takes a rubric as a file and begins a draft with it. */
  @Allows('rubric.change')
  @Post()
  async take(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const catalogue = this.catalogues[request.locale];
    try {
      const file = uploadOf(request, LARGEST_FILE);
      if (!file) return await this.page(request, translate(catalogue, 'rubrics.take_missing'), [], 422);
      const raw = jsonIn(file.bytes);
      if (raw === undefined) return await this.page(request, translate(catalogue, 'rubrics.take_no_json'), [], 422);
      const { id } = await this.start.take(draftIdIn(body), raw);
      return new Redirect(`/rubrics/drafts/${id}`, { kind: 'done', key: 'rubrics.taken' });
    } catch (error) {
      if (isDomainError(error, 'input.invalid')) {
        return this.page(request, translate(catalogue, 'rubrics.take_wrong'), error.faults, 422);
      }
      if (!isDomainError(error, 'http.too_large')) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(request, sentence, [], this.texts[error.code].status);
    }
  }

  @Allows('rubric.read')
  @Get('samples/:sample')
  async sample(@Param('sample') code: string, @Req() request: Request): Promise<Page> {
    const rubric = sampleOf(code);
    const frame = { ...EMPTY, kind: 'sample', exportHref: `/rubrics/samples/${code}/file` } as const;
    const copy = this.copyOf(`/rubrics/samples/${code}/copy`, request);
    return new Page('rubric', buildRubricPage(rubric, { ...frame, copy }, null, await this.reader(request)));
  }

  @Allows('rubric.read')
  @Get('samples/:sample/file')
  sampleFile(@Param('sample') code: string): StreamableFile {
    return fileOfRubric(sampleOf(code));
  }

  @Allows('rubric.change')
  @Post('samples/:sample/copy')
  copySample(@Param('sample') code: string, @Body() body: FormBody): Promise<Redirect> {
    return this.copied(body, code, 0);
  }

  @Allows('rubric.read')
  @Get(':code/:version')
  async show(
    @Param('code') code: string,
    @Param('version', ParseIntPipe) version: number,
    @Req() request: Request,
  ): Promise<Page> {
    const { rubric, state, origin, publishedAt, publishedBy, forms } = await this.rubrics.getPublished({
      id: code,
      version,
    });
    const address = `/rubrics/${code}/${version}`;
    const mayChange = may(request.session?.actor, 'rubric.change');
    const isOpen = origin === 'board' && forms === 0 && state === 'coming';
    const frame: Parameters<typeof buildRubricPage>[1] = {
      ...EMPTY,
      kind: 'published',
      state,
      version,
      from: rubric.effectiveFrom,
      publishedAt,
      publishedBy,
      forms,
      exportHref: `${address}/file`,
      copy: this.copyOf(`${address}/copy`, request),
      takeBack: mayChange && isOpen ? { action: `${address}/take-back` } : null,
      trail: await this.screens.trail('rubric', `${code}/${version}`, request.locale),
    };
    return new Page('rubric', buildRubricPage(rubric, frame, null, await this.reader(request)));
  }

  @Allows('rubric.read')
  @Get(':code/:version/file')
  async file(@Param('code') code: string, @Param('version', ParseIntPipe) version: number): Promise<StreamableFile> {
    return fileOfRubric((await this.rubrics.getPublished({ id: code, version })).rubric);
  }

  @Allows('rubric.change')
  @Post(':code/:version/copy')
  copy(
    @Param('code') code: string,
    @Param('version', ParseIntPipe) version: number,
    @Body() body: FormBody,
  ): Promise<Redirect> {
    return this.copied(body, code, version);
  }

  @Allows('rubric.change')
  @Post(':code/:version/take-back')
  async takeBack(@Param('code') code: string, @Param('version', ParseIntPipe) version: number): Promise<Redirect> {
    const id = await this.publish.takeBack({ id: code, version });
    return new Redirect(`/rubrics/drafts/${id}`, { kind: 'done', key: 'rubrics.was_taken_back' });
  }

  private async copied(body: FormBody, id: string, version: number): Promise<Redirect> {
    const draft = await this.start.copy(draftIdIn(body), { id, version });
    return new Redirect(`/rubrics/drafts/${draft.id}`, { kind: 'done', key: 'rubrics.copied' });
  }

  private copyOf(action: string, request: Request): RubricPage['copy'] {
    return may(request.session?.actor, 'rubric.change') ? { action, id: newId<'Rubric'>() } : null;
  }

  private async page(
    request: Request,
    error: string | null,
    faults: DomainError['faults'],
    status: number,
  ): Promise<Page> {
    const reader = await this.reader(request);
    const take: RubricsPage['take'] = may(request.session?.actor, 'rubric.change')
      ? {
          action: '/rubrics',
          id: newId<'Rubric'>(),
          error,
          faults: faultLines(faults, NO_RUBRIC, null, reader).map((line, n) => ({
            ...line,
            place: faults[n]?.pointer || line.place,
          })),
        }
      : null;
    return new Page('rubrics', buildRubricsPage(await this.rubrics.list(), take, reader), status);
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
  savedAt: null,
  basedOn: null,
  takeBack: null,
  draft: null,
  tryHref: null,
  trail: [],
} as const;

/** A file that is no rubric has no titles to name its places by. */
const NO_RUBRIC = { sheets: [] } as unknown as Rubric;

/** @throws DomainError rubric.not_found */
function sampleOf(code: string): Rubric {
  const rubric = SAMPLE_RUBRICS.find(({ id }) => id === code);
  if (!rubric) throw new DomainError('rubric.not_found', { code, version: 0 });
  return rubric;
}

export function fileOfRubric(rubric: Rubric): StreamableFile {
  return new StreamableFile(Buffer.from(`${JSON.stringify(rubric, null, 2)}\n`), {
    type: 'application/json; charset=utf-8',
    disposition: `attachment; filename="rubric-${rubric.id}-${rubric.version}.json"`,
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
function draftIdIn(body: FormBody | undefined): RubricDraftId {
  const id = body?.['id'];
  if (!isId(id)) throw new DomainError('http.malformed', {});
  return id.toLowerCase() as RubricDraftId;
}
