import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allows } from '../../../platform/http/access.ts';
import { actorOf } from '../../../platform/http/actor-of.ts';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { DecideRating } from '../application/decide-rating.ts';
import type { SubmissionId } from '../domain/submission.ts';
import { FormsReadModel } from '../infra/forms-read-model.ts';
import { RatingsReadModel } from '../infra/ratings-read-model.ts';
import { DecideRatingRequest, OfficialRatingReply } from './rating.dto.ts';

const ETAG = {
  ETag: { description: 'The number of the last decision; "0" for none', schema: { type: 'string' as const } },
};

@ApiTags('evaluations')
@Controller('api/v1/submissions/:id/official-rating')
export class RatingsController {
  constructor(
    private readonly decide: DecideRating,
    private readonly forms: FormsReadModel,
    private readonly ratings: RatingsReadModel,
  ) {}

  @Allows('form.read')
  @Get()
  @ApiOperation({
    operationId: 'getOfficialRating',
    summary: 'What people decided about the rating of the meeting that a form is about',
  })
  @ApiOkResponse({ type: OfficialRatingReply, headers: ETAG })
  get(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OfficialRatingReply> {
    return this.show(id, request, response);
  }

  @Allows('rating.decide')
  @Put()
  @ApiHeader({ name: 'If-Match', required: true, description: 'The number of the last decision seen, such as "0"' })
  @ApiOperation({
    operationId: 'decideOfficialRating',
    summary: 'Decide the official rating of a meeting on one of its accepted forms, or take the last decision back',
  })
  @ApiOkResponse({ type: OfficialRatingReply, headers: ETAG })
  async put(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() { rating, reason = '' }: DecideRatingRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OfficialRatingReply> {
    await this.decide.execute(id, revisionSeen(request), { rating, reason });
    return this.show(id, request, response);
  }

  private async show(id: SubmissionId, request: Request, response: Response): Promise<OfficialRatingReply> {
    const actor = actorOf(request);
    await this.forms.getFor(actor, id);
    const rating = await this.ratings.of(id, actor);
    showRevision(response, rating.decisions.at(-1)?.number ?? 0);
    return OfficialRatingReply.of(id, rating);
  }
}
