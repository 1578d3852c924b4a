import type { VisitId } from '../../../kernel/id.ts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { monthParam } from '../../../platform/http/month-param.ts';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { actorOf } from '../../../platform/http/actor-of.ts';
import { Allows } from '../../../platform/http/access.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { CorrectForm } from '../application/correct-form.ts';
import { ReviewForm } from '../application/review-form.ts';
import { SaveDraft } from '../application/save-draft.ts';
import { SubmitForm } from '../application/submit-form.ts';
import { WithdrawForm } from '../application/withdraw-form.ts';
import { referenceOf } from '../domain/reference.ts';
import type { SubmissionId } from '../domain/submission.ts';
import { FormsReadModel } from '../infra/forms-read-model.ts';
import {
  AcceptRequest,
  CorrectRequest,
  DraftReply,
  DraftRequest,
  MonthFormsReply,
  ReceiptReply,
  ReopenRequest,
  remarksIn,
  ReturnRequest,
  ScoreReply,
  SubmissionReply,
  SubmitRequest,
  templateOf,
  WithdrawRequest,
  writtenTemplate,
} from './form.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The revision that was looked at, such as "1"' };
const ETAG = { ETag: { description: 'The revision', schema: { type: 'string' as const } } };

@ApiTags('evaluations')
@Controller('api/v1')
export class EvaluationController {
  constructor(
    private readonly submitForm: SubmitForm,
    private readonly saveDraft: SaveDraft,
    private readonly reviewForm: ReviewForm,
    private readonly withdrawForm: WithdrawForm,
    private readonly correctForm: CorrectForm,
    private readonly forms: FormsReadModel,
  ) {}

  @Allows('form.write')
  @Put('visits/:visitId/submissions/:submissionId')
  @ApiOperation({
    operationId: 'submitForm',
    summary: 'Send the form of a visit under an id made by the sender; sending it again changes nothing',
  })
  @ApiCreatedResponse({ type: ReceiptReply, description: 'Stored' })
  @ApiOkResponse({ type: ReceiptReply, description: 'Was stored before' })
  async submit(
    @Param('visitId', ParseUUIDPipe) visitId: VisitId,
    @Param('submissionId', ParseUUIDPipe) submissionId: SubmissionId,
    @Body() { basedOn, answers, form, reply = '' }: SubmitRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptReply> {
    const { outcome, version, score } = await this.submitForm.execute({
      visitId,
      submissionId: idOf(submissionId),
      basedOn,
      template: templateOf(form),
      raw: answers,
      reply,
    });
    response.status(outcome === 'stored' ? 201 : 200);
    return {
      outcome,
      id: version.id,
      reference: referenceOf(version.id),
      visitId,
      version: version.version,
      receivedAt: version.receivedAt.toISOString(),
      hash: version.hash,
      score: ScoreReply.of(score),
    };
  }

  @Allows('form.write')
  @Put('visits/:visitId/draft')
  @ApiHeader({ ...IF_MATCH, required: false })
  @ApiHeader({ name: 'If-None-Match', required: false, description: '* for the first draft' })
  @ApiOperation({ operationId: 'saveDraft', summary: 'Keep what is being written, never over a newer draft' })
  @ApiOkResponse({ type: DraftReply, headers: ETAG })
  async save(
    @Param('visitId', ParseUUIDPipe) visitId: VisitId,
    @Body() { submissionId, basedOn, content, form }: DraftRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftReply> {
    const draft = await this.saveDraft.execute({
      visitId,
      submissionId: idOf(submissionId),
      basedOn,
      template: templateOf(form),
      revision: revisionSeen(request),
      content,
    });
    showRevision(response, draft.revision);
    return {
      submissionId: draft.submissionId,
      basedOn: draft.basedOn,
      revision: draft.revision,
      savedAt: draft.savedAt.toISOString(),
      content: draft.content,
      form: draft.template && writtenTemplate(draft.template),
    };
  }

  @Allows('form.read')
  @Get('submissions/:id')
  @ApiOperation({ operationId: 'getSubmission', summary: 'One version of a form with its score and review' })
  @ApiOkResponse({ type: SubmissionReply, headers: ETAG })
  get(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmissionReply> {
    return this.show(id, request, response);
  }

  @Allows('form.review')
  @Post('submissions/:id/acceptance')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({ operationId: 'acceptSubmission', summary: 'Let a form count' })
  @ApiOkResponse({ type: SubmissionReply, headers: ETAG })
  async accept(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() { comments = '', remarks }: AcceptRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmissionReply> {
    await this.reviewForm.accept(id, revisionSeen(request), { comments, remarks: remarksIn(remarks) });
    return this.show(id, request, response);
  }

  @Allows('form.review')
  @Post('submissions/:id/return')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({ operationId: 'returnSubmission', summary: 'Send a form back with what to mend' })
  @ApiOkResponse({ type: SubmissionReply, headers: ETAG })
  async sendBack(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() { comments = '', remarks }: ReturnRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmissionReply> {
    await this.reviewForm.sendBack(id, revisionSeen(request), { comments, remarks: remarksIn(remarks) });
    return this.show(id, request, response);
  }

  @Allows('form.review')
  @Post('submissions/:id/reopening')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    operationId: 'reopenSubmission',
    summary: 'Open an accepted form again: it counts no longer, and its observer is asked for the next version',
  })
  @ApiOkResponse({ type: SubmissionReply, headers: ETAG })
  async reopen(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() { reason }: ReopenRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmissionReply> {
    await this.reviewForm.reopen(id, revisionSeen(request), reason);
    return this.show(id, request, response);
  }

  @Allows('form.review')
  @Put('submissions/:id/corrections/:correctionId')
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    operationId: 'correctSubmission',
    summary:
      'Correct an obvious slip of a form that waits, as a version of the reviewer’s own under an id made by them',
  })
  @ApiOkResponse({ type: SubmissionReply, headers: ETAG, description: 'The corrected version, which waits for review' })
  async correct(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Param('correctionId', ParseUUIDPipe) correctionId: SubmissionId,
    @Body() { answers, reason }: CorrectRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmissionReply> {
    const seen = revisionSeen(request);
    const { id: corrected } = await this.correctForm.execute(id, {
      correctionId: idOf(correctionId),
      seen,
      raw: answers,
      reason,
    });
    return this.show(corrected, request, response);
  }

  @Allows('form.write')
  @Post('submissions/:id/withdrawal')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    operationId: 'withdrawSubmission',
    summary: 'Take a form of one’s own back while it waits for review; what it says becomes a draft again',
  })
  @ApiOkResponse({ type: SubmissionReply, headers: ETAG })
  async withdraw(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() { reason }: WithdrawRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmissionReply> {
    await this.withdrawForm.execute(id, revisionSeen(request), reason);
    return this.show(id, request, response);
  }

  @Allows('form.read_all')
  @Get('months/:month/forms')
  @ApiOperation({
    operationId: 'listForms',
    summary: 'The forms of a published month: which are in, which are missing',
  })
  @ApiOkResponse({ type: MonthFormsReply })
  async month(@Param('month') month: string): Promise<MonthFormsReply> {
    return MonthFormsReply.of(await this.forms.month(monthParam(month)));
  }

  private async show(id: SubmissionId, request: Request, response: Response): Promise<SubmissionReply> {
    const form = await this.forms.getFor(actorOf(request), id);
    showRevision(response, form.revision);
    return SubmissionReply.of(form);
  }
}

/** Ids made by clients may be in capitals. */
function idOf(text: string): SubmissionId {
  return text.toLowerCase() as SubmissionId;
}
