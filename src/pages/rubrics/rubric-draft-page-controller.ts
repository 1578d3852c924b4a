import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req, type StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import type { Locale } from '../../kernel/actor.ts';
import { DomainError, type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { formatMonth } from '../../kernel/format.ts';
import { addMonths, isMonth } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import {
  PublishRubric,
  type Rubric,
  type RubricDraft,
  type RubricDraftId,
  rubricFaults,
  RubricsReadModel,
  SAMPLE_RUBRICS,
  SaveRubricDraft,
} from '../../modules/evaluations/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { buildPreview, buildRubricEditPage } from './build-rubric-edit-page.ts';
import { buildRubricPage } from './build-rubric-page.ts';
import { buildRubricTrialPage } from './build-rubric-trial-page.ts';
import { type EditBody, readEdit } from './read-edit.ts';
import { RubricScreenReadModel } from './rubric-screen-read-model.ts';
import type { RubricReader } from './rubric-words.ts';
import { fileOfRubric } from './rubrics-page-controller.ts';
import { sampleMeeting } from './sample-meeting.ts';

/** How many months ahead a rubric may begin. */
const MONTHS_AHEAD = 12;

/** Refusals that are said on the draft's own page. */
const SAID: readonly ErrorCode[] = [
  'rubric.competes',
  'rubric.starts_too_early',
  'rubric.not_asked',
  'edit.stale',
  'input.invalid',
];

/** A rubric that is being written: read, changed part by part, tried, and published. */
@ApiExcludeController()
@Controller('rubrics/drafts/:id')
export class RubricDraftPageController {
  constructor(
    private readonly rubrics: RubricsReadModel,
    private readonly screens: RubricScreenReadModel,
    private readonly saving: SaveRubricDraft,
    private readonly publishing: PublishRubric,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('rubric.read')
  @Get()
  async show(@Param('id', ParseUUIDPipe) id: RubricDraftId, @Req() request: Request): Promise<Page> {
    return this.page(await this.rubrics.getDraft(id), request);
  }

  @Allows('rubric.read')
  @Get('file')
  async file(@Param('id', ParseUUIDPipe) id: RubricDraftId): Promise<StreamableFile> {
    return fileOfRubric((await this.rubrics.getDraft(id)).rubric);
  }

  @Allows('rubric.change')
  @Post('delete')
  async remove(@Param('id', ParseUUIDPipe) id: RubricDraftId, @Body() body: EditBody | undefined): Promise<Redirect> {
    await this.saving.remove(id, seenIn(body));
    return new Redirect('/rubrics', { kind: 'done', key: 'rubrics.deleted' });
  }

  @Allows('rubric.change')
  @Post('publication')
  async publish(
    @Param('id', ParseUUIDPipe) id: RubricDraftId,
    @Body() body: EditBody | undefined,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const from = body?.['from'];
    if (!isMonth(from)) throw new DomainError('http.malformed', {});
    try {
      const { id: code, version } = await this.publishing.execute(id, seenIn(body), from);
      const params = { month: formatMonth(request.locale, from) };
      return new Redirect(`/rubrics/${code}/${version}`, { kind: 'done', key: 'rubrics.published', params });
    } catch (error) {
      if (!isDomainError(error) || !SAID.includes(error.code)) throw error;
      const sentence = isDomainError(error, 'input.invalid')
        ? translate(this.catalogues[request.locale], 'rubrics.not_ready', { count: error.faults.length })
        : errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(await this.rubrics.getDraft(id), request, {
        from,
        error: sentence,
        status: this.texts[error.code].status,
      });
    }
  }

  @Allows('rubric.try')
  @Get('trial')
  async try(@Param('id', ParseUUIDPipe) id: RubricDraftId, @Req() request: Request): Promise<Page> {
    const draft = await this.rubrics.getDraft(id);
    const faults = rubricFaults(draft.rubric);
    const tried = faults.length > 0 ? null : await this.rubrics.trial(draft);
    return new Page('rubric-trial', buildRubricTrialPage(draft, tried, faults, await this.reader(request)));
  }

  @Allows('rubric.change')
  @Get('edit/:piece')
  async edit(
    @Param('id', ParseUUIDPipe) id: RubricDraftId,
    @Param('piece') part: string,
    @Req() request: Request,
  ): Promise<Page> {
    const { rubric, revision } = await this.rubrics.getDraft(id);
    return this.editPage(rubric, { draftId: id, part, seen: revision, error: null }, {}, request, 200);
  }

  @Allows('rubric.change')
  @Post('edit/:piece')
  async save(
    @Param('id', ParseUUIDPipe) id: RubricDraftId,
    @Param('piece') part: string,
    @Body() body: EditBody = {},
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const typed = readEdit((await this.rubrics.getDraft(id)).rubric, part, body);
    try {
      const { rubric } = await this.saving.execute(id, seenIn(body), typed);
      const count = rubricFaults(rubric).length;
      const address = `/rubrics/drafts/${id}${body['_do'] === 'stay' ? `/edit/${part}` : ''}`;
      return count === 0
        ? new Redirect(address, { kind: 'done', key: 'rubrics.saved' })
        : new Redirect(address, { kind: 'warning', key: 'rubrics.saved_wrong', params: { count } });
    } catch (error) {
      if (!isDomainError(error) || !SAID.includes(error.code)) throw error;
      const sentence = isDomainError(error, 'input.invalid')
        ? translate(this.catalogues[request.locale], 'rubrics.wrong')
        : errorSentence(this.texts, error.code, error.params, request.locale);
      const frame = { draftId: id, part, seen: seenIn(body), error: sentence };
      return this.editPage(typed, frame, body, request, this.texts[error.code].status);
    }
  }

  /** What the part as typed makes of a meeting; nothing is kept. */
  @Allows('rubric.change')
  @Post('edit/:piece/preview')
  async preview(
    @Param('id', ParseUUIDPipe) id: RubricDraftId,
    @Param('piece') part: string,
    @Body() body: EditBody = {},
    @Req() request: Request,
  ): Promise<Page | Fragment> {
    const typed = readEdit((await this.rubrics.getDraft(id)).rubric, part, body);
    if (wantsFragment(request, 'rubric-preview')) {
      const meeting = sampleMeeting(typed, body);
      return new Fragment(
        'rubric-preview',
        buildPreview(typed, `/rubrics/drafts/${id}`, meeting, await this.reader(request)),
      );
    }
    const frame = { draftId: id, part, seen: seenIn(body), error: null };
    return this.editPage(typed, frame, body, request, 200);
  }

  private async editPage(
    rubric: Rubric,
    frame: Parameters<typeof buildRubricEditPage>[1],
    body: EditBody,
    request: Request,
    status: number,
  ): Promise<Page> {
    const page = buildRubricEditPage(rubric, frame, sampleMeeting(rubric, body), await this.reader(request));
    if (!page) throw new DomainError('http.not_found', {});
    return new Page('rubric-edit', page, status);
  }

  private async page(
    { id, rubric, basedOn, revision, savedAt }: RubricDraft,
    request: Request,
    back: { readonly from: string; readonly error: string; readonly status: number } | null = null,
  ): Promise<Page> {
    const { locale, session } = request;
    const base = `/rubrics/drafts/${id}`;
    const mayChange = may(session?.actor, 'rubric.change');
    const firstOpen = await this.publishing.firstOpen();
    const chosen = back?.from ?? firstOpen;
    const frame: Parameters<typeof buildRubricPage>[1] = {
      kind: 'draft',
      state: null,
      version: null,
      from: null,
      publishedAt: null,
      publishedBy: null,
      forms: 0,
      savedAt,
      basedOn: basedOn === null ? null : originOf(basedOn, locale, this.catalogues),
      exportHref: `${base}/file`,
      copy: null,
      takeBack: null,
      draft: mayChange
        ? {
            seen: revision,
            deleteAction: `${base}/delete`,
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
      tryHref: may(session?.actor, 'rubric.try') ? `${base}/trial` : null,
      trail: await this.screens.trail('rubric_draft', id, locale),
    };
    const reader = await this.reader(request);
    return new Page('rubric', buildRubricPage(rubric, frame, mayChange ? base : null, reader), back?.status ?? 200);
  }

  private async reader({ locale }: Request): Promise<RubricReader> {
    return { locale, catalogue: this.catalogues[locale], branchTypes: await this.screens.branchTypes() };
  }
}

/** `42-hd/2` is a published version, `gated/0` a sample. */
function originOf(basedOn: string, locale: Locale, catalogues: Catalogues): { title: string; href: string } {
  const [code = '', version = ''] = basedOn.split('/');
  const title = SAMPLE_RUBRICS.find(({ id }) => id === code)?.title[locale] ?? code;
  if (version === '0') return { title, href: `/rubrics/samples/${code}` };
  const which = translate(catalogues[locale], 'rubrics.version', { version: Number(version) });
  return { title: `${title}, ${which}`, href: `/rubrics/${code}/${version}` };
}

function seenIn(body: EditBody | undefined): number {
  const seen = body?.['seen'];
  return typeof seen === 'string' && /^\d{1,9}$/.test(seen) ? Number(seen) : 0;
}
