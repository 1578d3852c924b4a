import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { Allows } from '../../../platform/http/access.ts';
import {
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { ChangePolicy } from '../application/change-policy.ts';
import { PolicyParts } from '../application/policy-parts.ts';
import { readValues } from '../domain/read-values.ts';
import { PoliciesReadModel } from '../infra/policies-read-model.ts';
import { PoliciesReply, PolicyChangeRequest, policyReply, PolicyReply } from './policy.dto.ts';

const SEEN = { name: 'If-Match', required: true, description: 'The entity tag that the editor saw' };

@ApiTags('policies')
@Controller('api/v1/policies')
export class PoliciesController {
  constructor(
    private readonly policies: PoliciesReadModel,
    private readonly parts: PolicyParts,
    private readonly change: ChangePolicy,
  ) {}

  @Allows('policy.read')
  @Get()
  @ApiOkResponse({ type: PoliciesReply })
  @ApiOperation({ operationId: 'listPolicies', summary: 'What the committee has decided, part by part' })
  async list(): Promise<PoliciesReply> {
    return { items: (await this.policies.list()).map(policyReply) };
  }

  @Allows('policy.read')
  @Get(':part')
  @ApiQuery({
    name: 'month',
    required: false,
    example: '2026-12',
    description: 'Without it the first one that is open',
  })
  @ApiOkResponse({ type: PolicyReply })
  @ApiOperation({ operationId: 'getPolicy', summary: 'One part as it counts in a month, with its entity tag' })
  get(
    @Param('part') part: string,
    @Query('month') month: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyReply> {
    return this.reply(part, response, typeof month === 'string' ? monthParam(month) : undefined);
  }

  @Allows('policy.change')
  @Patch(':part')
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: PolicyReply })
  @ApiOperation({
    operationId: 'changePolicy',
    summary: 'Change values from a month on; months whose work is done keep theirs',
  })
  async edit(
    @Param('part') part: string,
    @Body() { from, values: given }: PolicyChangeRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyReply> {
    const { fields } = this.parts.get(part);
    const unknown = Object.keys(given).filter((key) => !fields.some((field) => field.key === key));
    const { values, faults } = readValues(fields, given);
    const wrong = [
      ...unknown.map((key) => ({ pointer: `/values/${key}`, code: 'whitelistValidation' })),
      ...faults.map(({ field, code }) => ({
        pointer: `/values/${field.key}`,
        code: `policy.${code}`,
        params: { ...field },
      })),
    ];
    if (wrong.length > 0) throw new DomainError('input.invalid', { count: wrong.length }, wrong);
    await this.change.execute({ part, from: monthParam(from), seen: revisionSeen(request) }, values);
    return this.reply(part, response, monthParam(from));
  }

  @Allows('policy.change')
  @Delete(':part/:month')
  @HttpCode(204)
  @ApiHeader(SEEN)
  @ApiNoContentResponse()
  @ApiOperation({ operationId: 'takeBackPolicy', summary: 'Take back what was decided from a month on' })
  async takeBack(@Param('part') part: string, @Param('month') month: string, @Req() request: Request): Promise<void> {
    await this.change.takeBack({ part, from: monthParam(month), seen: revisionSeen(request) });
  }

  private async reply(part: string, response: Response, month?: Month): Promise<PolicyReply> {
    const facts = await this.policies.read(part, month);
    showRevision(response, facts.revision);
    return policyReply(facts);
  }
}
