import { Body, Controller, Get, Patch, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { ChangeLabels } from '../application/change-labels.ts';
import { COMMITTEE_LABEL_KEYS, type CommitteeLabel, labelFaults, labelText } from '../domain/committee-labels.ts';
import { LabelsReply, LabelsRequest } from './labels.dto.ts';

/** How the committee and its board are called on pages and on documents. */
@ApiTags('committee')
@Controller('api/v1/committee/labels')
export class LabelsController {
  constructor(private readonly labels: ChangeLabels) {}

  @Allows('policy.read')
  @Get()
  @ApiOkResponse({ type: LabelsReply })
  @ApiOperation({ operationId: 'getLabels', summary: 'How the committee is called, with the entity tag' })
  async get(@Res({ passthrough: true }) response: Response): Promise<LabelsReply> {
    const { labels, revision } = await this.labels.read();
    showRevision(response, revision);
    return { labels };
  }

  @Allows('committee.name')
  @Patch()
  @ApiHeader({ name: 'If-Match', required: true, description: 'The entity tag that the editor saw' })
  @ApiOkResponse({ type: LabelsReply })
  @ApiOperation({
    operationId: 'changeLabels',
    summary: 'Call the committee otherwise from now on; documents that were issued keep theirs',
  })
  async change(
    @Body() { labels: given }: LabelsRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LabelsReply> {
    const seen = revisionSeen(request);
    const { labels: before } = await this.labels.read();
    const unknown = Object.entries(given).filter(
      ([key, text]) => !COMMITTEE_LABEL_KEYS.includes(key as CommitteeLabel) || typeof text !== 'string',
    );
    const texts = Object.entries(given).flatMap(([key, text]) =>
      typeof text === 'string' ? [[key, labelText(text)] as const] : [],
    );
    const wanted = { ...before, ...Object.fromEntries(texts) };
    const wrong = [
      ...unknown.map(([key]) => ({ pointer: `/labels/${key}`, code: 'whitelistValidation' })),
      ...labelFaults(wanted)
        .filter(({ key }) => key in given)
        .map(({ key, code, most }) => ({ pointer: `/labels/${key}`, code: `labels.${code}`, params: { most } })),
    ];
    if (wrong.length > 0) throw new DomainError('input.invalid', { count: wrong.length }, wrong);
    await this.labels.execute(seen, wanted);
    return this.get(response);
  }
}
