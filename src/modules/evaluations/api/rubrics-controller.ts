import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allows } from '../../../platform/http/access.ts';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { PublishRubric } from '../application/publish-rubric.ts';
import { SaveRubricDraft } from '../application/save-rubric-draft.ts';
import { StartRubricDraft } from '../application/start-rubric-draft.ts';
import type { RubricDraft, RubricDraftId } from '../domain/rubric-draft.ts';
import { SAMPLE_RUBRICS } from '../domain/rubrics/sample-rubrics.ts';
import { RubricsReadModel } from '../infra/rubrics-read-model.ts';
import {
  PublishedRubricReply,
  PublishRubricRequest,
  RubricDraftReply,
  RubricReply,
  RubricsReply,
  RubricTrialReply,
  SaveDraftRequest,
  StartDraftRequest,
} from './rubric.dto.ts';

const SEEN = { name: 'If-Match', required: true, description: 'The entity tag that the editor saw' };

@ApiTags('rubrics')
@Controller('api/v1')
export class RubricsController {
  constructor(
    private readonly rubrics: RubricsReadModel,
    private readonly start: StartRubricDraft,
    private readonly saving: SaveRubricDraft,
    private readonly publishing: PublishRubric,
  ) {}

  @Allows('rubric.read')
  @Get('rubrics')
  @ApiOkResponse({ type: RubricsReply })
  @ApiOperation({ operationId: 'listRubrics', summary: 'Published rubrics, drafts, and samples to copy from' })
  async list(): Promise<RubricsReply> {
    const { published, drafts } = await this.rubrics.list();
    return RubricsReply.of(published, drafts, SAMPLE_RUBRICS);
  }

  @Allows('rubric.read')
  @Get('rubrics/:code/:version')
  @ApiOkResponse({ type: RubricReply })
  @ApiOperation({ operationId: 'getRubric', summary: 'One published version, which never changes' })
  async get(@Param('code') code: string, @Param('version', ParseIntPipe) version: number): Promise<RubricReply> {
    const found = await this.rubrics.getPublished({ id: code, version });
    return { ...PublishedRubricReply.of(found), content: found.rubric };
  }

  @Allows('rubric.change')
  @Delete('rubrics/:code/:version')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({
    operationId: 'takeBackRubric',
    summary: 'Make a version a draft again, while its first month is open and no form was scored by it',
  })
  async takeBack(@Param('code') code: string, @Param('version', ParseIntPipe) version: number): Promise<void> {
    await this.publishing.takeBack({ id: code, version });
  }

  @Allows('rubric.change')
  @Post('rubric-drafts')
  @HttpCode(201)
  @ApiCreatedResponse({ type: RubricDraftReply })
  @ApiOperation({ operationId: 'startRubricDraft', summary: 'Begin a draft: a copy, or a rubric as a file' })
  async begin(
    @Body() { id, code = '', version = 0, content }: StartDraftRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RubricDraftReply> {
    const draft =
      content === undefined ? await this.start.copy(id, { id: code, version }) : await this.start.take(id, content);
    return shown(draft, response);
  }

  @Allows('rubric.read')
  @Get('rubric-drafts/:id')
  @ApiOkResponse({ type: RubricDraftReply })
  @ApiOperation({ operationId: 'getRubricDraft', summary: 'A draft, with what stands in the way of its publication' })
  async draft(
    @Param('id', ParseUUIDPipe) id: RubricDraftId,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RubricDraftReply> {
    return shown(await this.rubrics.getDraft(id), response);
  }

  @Allows('rubric.change')
  @Put('rubric-drafts/:id')
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: RubricDraftReply })
  @ApiOperation({ operationId: 'saveRubricDraft', summary: 'Replace what a draft says' })
  async save(
    @Param('id', ParseUUIDPipe) id: RubricDraftId,
    @Body() { content }: SaveDraftRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RubricDraftReply> {
    return shown(await this.saving.execute(id, revisionSeen(request), content), response);
  }

  @Allows('rubric.change')
  @Delete('rubric-drafts/:id')
  @HttpCode(204)
  @ApiHeader(SEEN)
  @ApiNoContentResponse()
  @ApiOperation({ operationId: 'deleteRubricDraft', summary: 'Delete a draft' })
  async remove(@Param('id', ParseUUIDPipe) id: RubricDraftId, @Req() request: Request): Promise<void> {
    await this.saving.remove(id, revisionSeen(request));
  }

  @Allows('rubric.try')
  @Get('rubric-drafts/:id/trial')
  @ApiOkResponse({ type: RubricTrialReply })
  @ApiOperation({ operationId: 'tryRubricDraft', summary: 'What a draft would have made of accepted forms' })
  async try(@Param('id', ParseUUIDPipe) id: RubricDraftId): Promise<RubricTrialReply> {
    return RubricTrialReply.of(await this.rubrics.trial(await this.rubrics.getDraft(id)));
  }

  @Allows('rubric.change')
  @Post('rubric-drafts/:id/publication')
  @HttpCode(200)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: RubricReply })
  @ApiOperation({
    operationId: 'publishRubric',
    summary: 'Publish a draft as the next version of its rubric, from a month on',
  })
  async publish(
    @Param('id', ParseUUIDPipe) id: RubricDraftId,
    @Body() { from }: PublishRubricRequest,
    @Req() request: Request,
  ): Promise<RubricReply> {
    const found = await this.rubrics.getPublished(await this.publishing.execute(id, revisionSeen(request), from));
    return { ...PublishedRubricReply.of(found), content: found.rubric };
  }
}

function shown(draft: RubricDraft, response: Response): RubricDraftReply {
  showRevision(response, draft.revision);
  return RubricDraftReply.of(draft);
}
