import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Allows } from '../../../platform/http/access.ts';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { KeepVisit } from '../application/keep-visit.ts';
import { TouchedVisitsReadModel } from '../infra/touched-visits-read-model.ts';
import { KeepRequest, KeepSeveralRequest, KeptReply, TouchesReply, touchReply } from './touched-visit.dto.ts';

@ApiTags('visits')
@Controller('api/v1/touched-visits')
export class TouchedVisitsController {
  constructor(
    private readonly touched: TouchedVisitsReadModel,
    private readonly keepVisit: KeepVisit,
  ) {}

  @Allows('plan.make')
  @Get()
  @ApiOkResponse({ type: TouchesReply })
  @ApiOperation({
    operationId: 'listTouchedVisits',
    summary: 'Published visits to come that an absence, a day off or a change of the registers hits, until one decides',
  })
  async list(): Promise<TouchesReply> {
    return { items: (await this.touched.list()).map(touchReply) };
  }

  @Allows('plan.make')
  @Post('keep')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({
    operationId: 'keepVisit',
    summary: 'Let a visit stand although something hits it; it is not named for that again',
  })
  async keep(@Body() { visitId, cause, fact }: KeepRequest): Promise<void> {
    await this.keepVisit.execute([{ visitId, cause, fact }]);
  }

  @Allows('plan.make')
  @Post('keep-several')
  @HttpCode(200)
  @ApiOkResponse({ type: KeptReply })
  @ApiOperation({
    operationId: 'keepVisits',
    summary: 'Let several visits stand for one reason; those that nothing hits any more are passed over',
  })
  async keepSeveral(@Body() { visits, reason }: KeepSeveralRequest): Promise<KeptReply> {
    return { kept: await this.keepVisit.several(visits, reason) };
  }
}
