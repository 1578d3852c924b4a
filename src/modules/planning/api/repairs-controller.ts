import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allows } from '../../../platform/http/access.ts';
import { ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { FindRepairs } from '../application/find-repairs.ts';
import { RepairsQuery, RepairsReply, repairsReply } from './repairs.dto.ts';

@ApiTags('planning')
@Controller('api/v1/months/:month/repairs')
export class RepairsController {
  constructor(private readonly repairs: FindRepairs) {}

  @Allows('plan.amend')
  @Get()
  @ApiOkResponse({ type: RepairsReply })
  @ApiOperation({
    operationId: 'findRepairs',
    summary: 'Who could best take a seat of a published meeting; an amendment with the changes applies one',
  })
  async find(@Param('month') month: string, @Query() { meetingId, visitId }: RepairsQuery): Promise<RepairsReply> {
    return repairsReply(await this.repairs.of(monthParam(month), { meetingId, visitId: visitId ?? null }));
  }
}
