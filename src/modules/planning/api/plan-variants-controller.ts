import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { PlanId, PlanRef } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { Allows } from '../../../platform/http/access.ts';
import {
  ApiAcceptedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { revisionSeen } from '../../../platform/http/versions.ts';
import { readValues } from '../../policies/index.ts';
import { PlanMonth } from '../application/plan-month.ts';
import { PlanVariants } from '../application/plan-variants.ts';
import type { SolveId } from '../application/ports.ts';
import { VARIANT_FIELDS } from '../domain/own-policy.ts';
import { Solves } from '../infra/repositories/solves.ts';
import { type VariantFacts, VariantsReadModel } from '../infra/variants-read-model.ts';
import { SolveReply } from './plan.dto.ts';
import {
  CopyVariantRequest,
  MakeVariantRequest,
  RenameVariantRequest,
  type VariantReply,
  VariantsReply,
} from './plan-variants.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The revision that was looked at, such as "1"' };

@ApiTags('planning')
@Controller('api/v1/months/:month/plan/variants')
export class PlanVariantsController {
  constructor(
    private readonly variants: PlanVariants,
    private readonly planMonth: PlanMonth,
    private readonly solves: Solves,
    private readonly read: VariantsReadModel,
  ) {}

  @Allows('plan.read')
  @Get()
  @ApiOkResponse({ type: VariantsReply })
  @ApiOperation({ operationId: 'listVariants', summary: 'The variants of a month before publication, side by side' })
  list(@Param('month') month: string): Promise<VariantsReply> {
    return this.reply(monthParam(month));
  }

  @Allows('plan.make')
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: VariantsReply })
  @ApiOperation({ operationId: 'copyVariant', summary: 'One more variant that begins as another stands now' })
  async copy(@Param('month') text: string, @Body() { id, from, name }: CopyVariantRequest): Promise<VariantsReply> {
    const month = monthParam(text);
    await this.variants.copy(month, from, { id: id as PlanId, name });
    return this.reply(month);
  }

  @Allows('plan.make')
  @Post('solves')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: SolveReply })
  @ApiOperation({
    operationId: 'makeVariant',
    summary: 'Ask for one more variant, planned by other choices than the policy',
  })
  async make(@Param('month') text: string, @Body() body: MakeVariantRequest): Promise<SolveReply> {
    const month = monthParam(text);
    const { values: chosen, faults } = readValues(VARIANT_FIELDS, body.values);
    if (faults.length > 0) {
      const at = faults.map(({ field, code }) => ({ pointer: `/values/${field.key}`, code }));
      throw new DomainError('input.invalid', { count: at.length }, at);
    }
    const wanted = { id: body.id as PlanId, from: body.from as PlanId, name: body.name, chosen };
    await this.planMonth.variant(month, wanted);
    const solve = await this.solves.find(body.id as SolveId);
    return { id: body.id, state: solve?.state ?? 'done', progress: solve?.progress ?? null };
  }

  @Allows('plan.make')
  @Patch(':id')
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: VariantsReply })
  @ApiOperation({ operationId: 'renameVariant', summary: 'Give a variant another name' })
  async rename(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) planId: PlanRef,
    @Body() { name }: RenameVariantRequest,
    @Req() request: Request,
  ): Promise<VariantsReply> {
    const month = monthParam(text);
    await this.variants.rename(month, { planId, revision: revisionSeen(request) }, name);
    return this.reply(month);
  }

  @Allows('plan.make')
  @Delete(':id')
  @HttpCode(204)
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse()
  @ApiOperation({ operationId: 'removeVariant', summary: 'Remove a variant that is not the chosen one' })
  async remove(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) planId: PlanRef,
    @Req() request: Request,
  ): Promise<void> {
    await this.variants.remove(monthParam(text), { planId, revision: revisionSeen(request) });
  }

  @Allows('plan.make')
  @Post(':id/choice')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: VariantsReply })
  @ApiOperation({
    operationId: 'chooseVariant',
    summary: 'Make a variant the plan of the month, which is published then',
  })
  async choose(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) planId: PlanRef,
    @Req() request: Request,
  ): Promise<VariantsReply> {
    const month = monthParam(text);
    await this.variants.choose(month, { planId, revision: revisionSeen(request) });
    return this.reply(month);
  }

  private async reply(month: Month): Promise<VariantsReply> {
    const { policy, variants } = await this.read.read(month);
    return { policy, items: variants.map(variantReply) };
  }
}

function variantReply({ header, figures, isOutdated, differs }: VariantFacts): VariantReply {
  const { id, name, revision, isChosen, ownPolicy, status, handMade } = header;
  const { visits, due, unmet, spread, metres, waysUnknown, tiers } = figures;
  return {
    ...{ id, name, revision, isChosen, isOutdated, ownPolicy, status, handMade, visits, due },
    uncovered: unmet.length,
    spread: spread / 100,
    kilometres: waysUnknown === visits ? null : Math.round(metres / 100) / 10,
    peopleDiffering: differs.people,
    meetingsDiffering: differs.meetings,
    tiers: [...tiers],
  };
}
