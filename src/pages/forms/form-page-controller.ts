import { readId, type VisitId } from '../../kernel/id.ts';
import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import { DomainError, type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { Allows } from '../../platform/http/access.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import {
  CarryDraft,
  FormsReadModel,
  LOST,
  type OpenedForm,
  OpenForm,
  rawChild,
  rawList,
  rawObject,
  referenceOf,
  SaveDraft,
  type SubmissionId,
  SubmitForm,
  type TemplateVersion,
  withoutStrays,
} from '../../modules/evaluations/index.ts';
import { takesPlace } from '../../modules/visits/index.ts';
import { type FormFrame, buildFormPage, changesOf } from './build-form-page.ts';
import { buildReceiptPage } from './build-receipt-page.ts';
import type { FormReceiptPart, LostView } from './form.view.ts';

/** The hidden fields with which a page identifies what it was made from. */
interface Sent {
  readonly submissionId: SubmissionId;
  readonly basedOn: number;
  readonly template: TemplateVersion | undefined;
  readonly revision: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Errors after which the writer can continue: the page is shown again with everything that was typed. */
const GOES_ON: readonly ErrorCode[] = [
  'edit.stale',
  'evaluation.stale',
  'evaluation.differs',
  'evaluation.waiting',
  'evaluation.already_accepted',
  'visit.not_open',
  'template.retired',
  'template.not_found',
];

/**
 * After this status a page fetches the draft and merges it with what it has. Pages may be open for days, so that those
 * of earlier releases have to understand it too.
 */
const MERGED_AFTER = 409;

/** What is wrong with the answer to the reviewer; the form itself is as it should be. */
const WRONG_REPLY: readonly ErrorCode[] = ['evaluation.unchanged', 'evaluation.comments_long'];

@ApiExcludeController()
@Allows('form.write')
@Controller('my/visits/:visitId')
export class FormPageController {
  constructor(
    private readonly openForm: OpenForm,
    private readonly saveDraft: SaveDraft,
    private readonly submitForm: SubmitForm,
    private readonly carry: CarryDraft,
    private readonly forms: FormsReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Get('form')
  async show(
    @Param('visitId', ParseUUIDPipe) visitId: VisitId,
    @Req() request: Request,
  ): Promise<Page | Fragment | Redirect> {
    const opened = await this.openForm.execute(visitId);
    if (opened.latest && (opened.state === 'submitted' || opened.state === 'accepted')) {
      return new Redirect(`/submissions/${opened.latest.id}`);
    }
    return this.page(opened, request, opened.content);
  }

  @Post('form')
  async write(
    @Param('visitId', ParseUUIDPipe) visitId: VisitId,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<Page | Fragment | Redirect> {
    const sent = sentOf(body);
    const submits = (body as { _do?: unknown })._do === 'submit';
    try {
      if (!submits) {
        await this.saveDraft.execute({ visitId, ...sent });
        // Once a form was refused, its page keeps showing faults until there are none.
        const stage = (body as { _refused?: unknown })._refused === '1' ? ({ stage: 'refused' } as const) : {};
        return await this.page(await this.openForm.execute(visitId), request, sent.content, { ...stage, status: 200 });
      }
      const { raw, reply } = answersApart(sent.content);
      const { outcome } = await this.submitForm.execute({ visitId, ...sent, raw, reply });
      return new Redirect(`/my/visits/${visitId}/receipt${outcome === 'repeated' ? '?repeated' : ''}`);
    } catch (error) {
      if (isDomainError(error, 'input.invalid')) {
        await this.keep(visitId, sent);
        return this.page(await this.openForm.execute(visitId), request, sent.content, { stage: 'refused' });
      }
      if (!isDomainError(error)) throw error;
      const problem = errorSentence(this.errors, error.code, error.params, request.locale);
      const status = error.code === 'edit.stale' ? MERGED_AFTER : this.errors[error.code].status;
      if (WRONG_REPLY.includes(error.code)) {
        await this.keep(visitId, sent);
        const opened = await this.openForm.execute(visitId);
        return await this.page(opened, request, sent.content, { replyError: problem, status });
      }
      if (!GOES_ON.includes(error.code)) throw error;
      const opened = await this.openForm.execute(visitId);
      const shown = await this.carry.shown(opened, sent.content, sent.template, request.locale);
      return this.page(opened, request, shown, { problem, status });
    }
  }

  /** Goes on with the form that is asked today. */
  @Post('form/template')
  async change(@Param('visitId', ParseUUIDPipe) visitId: VisitId, @Req() request: Request): Promise<Redirect> {
    await this.carry.execute(visitId, request.locale);
    return new Redirect(`/my/visits/${visitId}/form`);
  }

  @Get('receipt')
  async receipt(
    @Param('visitId', ParseUUIDPipe) visitId: VisitId,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Fragment | Redirect> {
    const { latest, facts } = await this.openForm.execute(visitId);
    if (!latest || latest.withdrawal) return new Redirect(`/my/visits/${visitId}/form`);
    if (wantsFragment(request, 'visit-form-changes')) {
      const receipt = { reference: referenceOf(latest.id), receivedAt: latest.receivedAt };
      return new Fragment('visit-form-receipt', receipt satisfies FormReceiptPart);
    }
    const [form, next] = [
      await this.forms.get(latest.id),
      await this.forms.findNextToWrite(facts.specialistId, visitId),
    ];
    return new Page('receipt', buildReceiptPage({ form, next, repeated: 'repeated' in query }, request.locale));
  }

  /** A refused form is saved as a draft; a newer draft of another page is not overwritten. */
  private async keep(visitId: VisitId, sent: Sent): Promise<void> {
    try {
      await this.saveDraft.execute({ visitId, ...sent });
    } catch (error) {
      if (!isDomainError(error)) throw error;
    }
  }

  private async page(
    opened: OpenedForm,
    request: Request,
    content: object,
    more: { stage?: 'refused'; problem?: string; replyError?: string; status?: number } = {},
  ): Promise<Page | Fragment> {
    const { facts, rubric, form, draft, latest, basedOn } = opened;
    const { raw: written, reply, lost: kept } = answersApart(content);
    const { content: raw, lost: strays } = withoutStrays(written, form, request.locale);
    const lost = [...kept, ...strays].map((each, index) => ({ ...each, name: `${LOST}[${index}]` }));
    const { locale } = request;
    const catalogue = this.catalogues[locale];
    const returned = opened.returned && (await this.forms.get(opened.returned.id));
    const frame: FormFrame = {
      visitId: facts.visitId,
      account: actorOf(request).accountId ?? '',
      action: `/my/visits/${facts.visitId}/form`,
      backHref: '/my/visits',
      branch: facts.branch,
      day: facts.planned.day,
      from: facts.planned.startsAt,
      kind: facts.planned.kind,
      submissionId: opened.submissionId,
      basedOn,
      revision: draft?.revision ?? 0,
      savedAt: draft?.savedAt ?? null,
      problem: more.problem ?? null,
      newer: opened.newer && {
        title: opened.newer.title[locale],
        action: `/my/visits/${facts.visitId}/form/template`,
      },
      lost,
      closed: takesPlace(facts.state)
        ? null
        : { state: facts.state, href: facts.state === 'released' ? null : `/my/visits/${facts.visitId}` },
      returned: returned?.reviewedAt
        ? {
            comments: returned.comments,
            remarks: Object.keys(returned.remarks).length,
            by: returned.reviewer ?? translate(catalogue, 'form.board'),
            onBehalfOf: returned.reviewedFor,
            at: returned.reviewedAt,
            reply,
            error: more.replyError ?? null,
          }
        : null,
      withdrawnAt: latest?.withdrawal?.at ?? null,
    };
    const page = buildFormPage(frame, {
      form,
      rubric,
      context: facts,
      raw,
      remarks: returned?.remarks ?? {},
      stage: more.stage ?? 'draft',
      locale,
      catalogue,
    });
    const status = more.status ?? (more.stage ? 422 : 200);
    if (wantsFragment(request, 'visit-form-changes')) {
      return new Fragment(
        'visit-form-changes',
        changesOf(page, (request.body as { _score?: unknown } | undefined)?._score),
        status,
      );
    }
    return wantsFragment(request, 'visit-form')
      ? new Fragment('visit-form', page, status)
      : new Page('form', page, status);
  }
}

/** @throws DomainError http.malformed where the page's own fields are missing */
function sentOf(body: unknown): Sent {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>);
  const own = (name: string) => entries.find(([key]) => key === name)?.[1];
  const submissionId = readId<'Submission'>(own('_submissionId'));
  const basedOn = wholeOf(own('_basedOn'));
  const revision = wholeOf(own('_revision'));
  if (submissionId === null || basedOn === null || revision === null) throw new DomainError('http.malformed', {});
  return {
    submissionId,
    basedOn,
    template: templateIn(own('_form')),
    revision,
    content: Object.fromEntries(entries.filter(([key]) => !key.startsWith('_'))),
  };
}

/**
 * The answer to the reviewer, and what an earlier form asked and this one does not, are kept with the draft, but are none
 * of the form's own answers.
 */
function answersApart(content: object): { raw: object; reply: string; lost: Omit<LostView, 'name'>[] } {
  const entries = rawObject(content) ?? new Map<string, unknown>();
  const reply = entries.get('reply');
  const raw = Object.entries(content).filter(
    ([name]) => name !== 'reply' && name !== LOST && !name.startsWith(`${LOST}[`),
  );
  const lost = (rawList(entries.get(LOST)) ?? []).flatMap(([, item]) => {
    const { label, text } = Object.fromEntries(rawChild(item) ?? []);
    return typeof label === 'string' && typeof text === 'string' ? [{ label, text }] : [];
  });
  return { raw: Object.fromEntries(raw), reply: typeof reply === 'string' ? reply : '', lost };
}

/** `standard/1`; undefined for pages of releases that knew one form only. */
function templateIn(value: unknown): TemplateVersion | undefined {
  const [, id, version] = /^([a-z][a-z0-9_-]{0,39})\/(\d{1,6})$/.exec(typeof value === 'string' ? value : '') ?? [];
  return id === undefined ? undefined : { id, version: Number(version) };
}

function wholeOf(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
