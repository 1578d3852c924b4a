import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { Allows } from '../../../platform/http/access.ts';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '../../../platform/http/api-description.ts';
import type { History } from '../../../solver/index.ts';
import { PastMonths } from '../application/past-months.ts';
import { monthParam } from '../../../platform/http/month-param.ts';

const USUAL = 18;
const MOST = 60;

export class HistoryQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: MOST, default: USUAL, description: 'At most so many months' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  months: number = USUAL;
}

@ApiTags('planning')
@Controller('api/v1/months/:month/history.json')
export class HistoryController {
  constructor(private readonly past: PastMonths) {}

  @Allows('plan.read')
  @Get()
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['months'],
      additionalProperties: false,
      properties: {
        months: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name', 'problem', 'visits'],
            additionalProperties: false,
            properties: {
              name: { type: 'string', example: '2020-07' },
              problem: { $ref: '#/components/schemas/PlanProblem' },
              visits: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['specialistId', 'meetingId'],
                  additionalProperties: false,
                  properties: { specialistId: { type: 'string' }, meetingId: { type: 'string' } },
                },
              },
            },
          },
        },
      },
    },
  })
  @ApiOperation({
    operationId: 'getPastMonths',
    summary: 'The months before one and who went where, to be replayed under other policies by `giaoban backtest`',
  })
  read(@Param('month') month: string, @Query() { months }: HistoryQuery): Promise<History> {
    return this.past.before(monthParam(month), months);
  }
}
