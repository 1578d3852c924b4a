import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { dayParam } from '../../../platform/http/day-param.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { revisionSeen } from '../../../platform/http/versions.ts';
import { type OutsideObserver, SendOutsidePlan } from '../application/send-outside-plan.ts';
import { type OutsideObserverRequest, OutsideVisitReply, OutsideVisitRequest } from './outside-visits.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The revision of the plan that was looked at' };

@ApiTags('planning')
@Controller('api/v1/months/:month/outside-visits')
export class OutsideVisitsController {
  constructor(private readonly send: SendOutsidePlan) {}

  @Allows('plan.amend')
  @Post()
  @ApiHeader(IF_MATCH)
  @ApiCreatedResponse({ type: OutsideVisitReply })
  @ApiOperation({
    operationId: 'sendOutsidePlan',
    summary:
      'Enter a meeting that is not in the calendar of a published month, with those who go there or went; sent again, it says the same',
  })
  add(
    @Param('month') month: string,
    @Body() { planId, branchId, kind, day, time, minutes, place, observers, reason }: OutsideVisitRequest,
    @Req() request: Request,
  ): Promise<OutsideVisitReply> {
    return this.send.execute(
      monthParam(month),
      { planId, revision: revisionSeen(request) },
      {
        meeting: { branchId, kind, day: dayParam(day, '/day'), time, minutes, place: place ?? '', note: '' },
        observers: observers.map(observerOf),
        reason,
      },
    );
  }
}

/** @throws DomainError input.invalid where nobody is named */
function observerOf({ specialistId, accountId, department }: OutsideObserverRequest, i: number): OutsideObserver {
  if (specialistId) return { specialistId };
  if (accountId) return { accountId, department: department ?? '' };
  throw new DomainError('input.invalid', { count: 1 }, [{ pointer: `/observers/${i}/specialistId`, code: 'isUuid' }]);
}
