import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { may } from '../../kernel/permissions.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page } from '../../platform/http/page.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { listAddress } from '../directory/page-rows.ts';
import { buildYearPage, scopeOf } from './build-year-page.ts';
import { yearCharts } from './year-charts.ts';
import { YearReadModel } from './year-read-model.ts';
import { yearParam } from './year.ts';

/** Fairness over a year, for whoever may read plans. */
@ApiExcludeController()
@Controller('years/:year')
export class YearPageController {
  constructor(
    private readonly years: YearReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Allows('plan.read')
  @Get()
  async show(
    @Param('year') text: string,
    @Query() query: Record<string, unknown>,
    @Req() { locale, session }: Request,
  ): Promise<Page> {
    const year = yearParam(text);
    const catalogue = this.catalogues[locale];
    const address = listAddress(`/years/${year}`, query, ['organisation', 'type', 'department', 'sort']);
    const scope = scopeOf(address);
    const screen = await this.years.read(year, scope);
    return new Page(
      'year',
      buildYearPage(screen, {
        address,
        charts: await yearCharts(screen, scope, catalogue, locale),
        mayReplay: may(session?.actor, 'plan.make'),
        all: {
          organisations: translate(catalogue, 'year.all_organisations'),
          types: translate(catalogue, 'year.all_types'),
          departments: translate(catalogue, 'year.all_departments'),
        },
      }),
    );
  }
}
