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
import { PublishTemplate } from '../application/publish-template.ts';
import { SaveTemplateDraft } from '../application/save-template-draft.ts';
import { StartTemplateDraft } from '../application/start-template-draft.ts';
import type { TemplateDraft, TemplateDraftId } from '../domain/template-draft.ts';
import { TemplatesReadModel } from '../infra/templates-read-model.ts';
import {
  KnownTemplateReply,
  PublishTemplateRequest,
  SaveTemplateDraftRequest,
  StartTemplateDraftRequest,
  TemplateDraftReply,
  TemplateReply,
  TemplatesReply,
} from './template.dto.ts';

const SEEN = { name: 'If-Match', required: true, description: 'The entity tag that the editor saw' };

@ApiTags('form templates')
@Controller('api/v1')
export class TemplatesController {
  constructor(
    private readonly templates: TemplatesReadModel,
    private readonly start: StartTemplateDraft,
    private readonly saving: SaveTemplateDraft,
    private readonly publishing: PublishTemplate,
  ) {}

  @Allows('template.read')
  @Get('form-templates')
  @ApiOkResponse({ type: TemplatesReply })
  @ApiOperation({ operationId: 'listFormTemplates', summary: 'The forms that may be used, and drafts of others' })
  async list(): Promise<TemplatesReply> {
    const { known, drafts } = await this.templates.list();
    return TemplatesReply.of(known, drafts);
  }

  @Allows('template.read')
  @Get('form-templates/:code/:version')
  @ApiOkResponse({ type: TemplateReply })
  @ApiOperation({ operationId: 'getFormTemplate', summary: 'One version of a form, which never changes' })
  get(@Param('code') code: string, @Param('version', ParseIntPipe) version: number): Promise<TemplateReply> {
    return this.whole(code, version);
  }

  @Allows('template.change')
  @Delete('form-templates/:code/:version')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({
    operationId: 'takeBackFormTemplate',
    summary: 'Make a version a draft again, while no form was begun with it',
  })
  async takeBack(@Param('code') code: string, @Param('version', ParseIntPipe) version: number): Promise<void> {
    await this.publishing.takeBack({ id: code, version });
  }

  @Allows('template.change')
  @Post('form-template-drafts')
  @HttpCode(201)
  @ApiCreatedResponse({ type: TemplateDraftReply })
  @ApiOperation({ operationId: 'startFormTemplateDraft', summary: 'Begin a draft: a copy, or a form as a file' })
  async begin(
    @Body() { id, code = '', version = 0, content }: StartTemplateDraftRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateDraftReply> {
    const draft =
      content === undefined ? await this.start.copy(id, { id: code, version }) : await this.start.take(id, content);
    return shown(draft, response);
  }

  @Allows('template.read')
  @Get('form-template-drafts/:id')
  @ApiOkResponse({ type: TemplateDraftReply })
  @ApiOperation({
    operationId: 'getFormTemplateDraft',
    summary: 'A draft, with what stands in the way of its publication',
  })
  async draft(
    @Param('id', ParseUUIDPipe) id: TemplateDraftId,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateDraftReply> {
    return shown(await this.templates.getDraft(id), response);
  }

  @Allows('template.change')
  @Put('form-template-drafts/:id')
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: TemplateDraftReply })
  @ApiOperation({ operationId: 'saveFormTemplateDraft', summary: 'Replace what a draft says' })
  async save(
    @Param('id', ParseUUIDPipe) id: TemplateDraftId,
    @Body() { content }: SaveTemplateDraftRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateDraftReply> {
    return shown(await this.saving.execute(id, revisionSeen(request), content), response);
  }

  @Allows('template.change')
  @Delete('form-template-drafts/:id')
  @HttpCode(204)
  @ApiHeader(SEEN)
  @ApiNoContentResponse()
  @ApiOperation({ operationId: 'deleteFormTemplateDraft', summary: 'Delete a draft' })
  async remove(@Param('id', ParseUUIDPipe) id: TemplateDraftId, @Req() request: Request): Promise<void> {
    await this.saving.remove(id, revisionSeen(request));
  }

  @Allows('template.change')
  @Post('form-template-drafts/:id/publication')
  @HttpCode(200)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: TemplateReply })
  @ApiOperation({
    operationId: 'publishFormTemplate',
    summary: 'Publish a draft as the next version of its form, from a month on',
  })
  async publish(
    @Param('id', ParseUUIDPipe) id: TemplateDraftId,
    @Body() { from }: PublishTemplateRequest,
    @Req() request: Request,
  ): Promise<TemplateReply> {
    const { id: code, version } = await this.publishing.execute(id, revisionSeen(request), from);
    return this.whole(code, version);
  }

  private async whole(code: string, version: number): Promise<TemplateReply> {
    const found = await this.templates.get({ id: code, version });
    return { ...KnownTemplateReply.of(found), content: found.template };
  }
}

function shown(draft: TemplateDraft, response: Response): TemplateDraftReply {
  showRevision(response, draft.revision);
  return TemplateDraftReply.of(draft);
}
