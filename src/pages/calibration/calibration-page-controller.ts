import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.ts';
import { may } from '../../kernel/permissions.ts';
import { HandWishes, MakeCalibration } from '../../modules/calibrations/index.ts';
import { drawChart } from '../../platform/charts/draw-chart.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { buildCalibrationPage, buildMySeverityPage, severities } from './build-calibration-page.ts';
import { type CalibrationScreen, CalibrationScreenReadModel } from './calibration-screen-read-model.ts';

/** Whether those who fill in forms can be compared. Advisory: it changes no points. */
@ApiExcludeController()
@Controller()
export class CalibrationPageController {
  constructor(
    private readonly screens: CalibrationScreenReadModel,
    private readonly making: MakeCalibration,
    private readonly handing: HandWishes,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Allows('calibration.read')
  @Get('calibration')
  async show(@Req() request: Request): Promise<Page | Fragment> {
    const { locale, session } = request;
    const screen = await this.screens.read();
    const mayMake = may(session?.actor, 'calibration.make');
    const charts = mayMake || screen.seenByLeaders === 'all' ? await this.charts(screen, request) : [];
    const page = buildCalibrationPage(screen, charts, { locale, mayMake });
    if (page.progress && wantsFragment(request, 'progress')) return new Fragment('progress', page.progress);
    return new Page('calibration', page);
  }

  @Allows('calibration.make')
  @Post('calibration')
  async make(): Promise<Redirect> {
    await this.making.ask();
    return new Redirect('/calibration', { kind: 'note', key: 'calibration.asked' });
  }

  @Allows('calibration.make')
  @Post('calibration/wishes/:month')
  async hand(@Param('month') text: string): Promise<Redirect> {
    const month = monthParam(text);
    await this.handing.hand(month);
    return new Redirect('/calibration#doubles', { kind: 'done', key: 'calibration.handed', params: { month } });
  }

  @Allows('calibration.make')
  @Post('calibration/wishes/:month/take-back')
  async takeBack(@Param('month') text: string): Promise<Redirect> {
    const month = monthParam(text);
    await this.handing.takeBack(month);
    return new Redirect('/calibration#doubles', { kind: 'done', key: 'calibration.taken_back', params: { month } });
  }

  @Allows('calibration.read_own')
  @Get('my/severity')
  async own(@Req() { locale, session }: Request): Promise<Page> {
    const specialistId = session?.actor.specialistId;
    if (!specialistId) throw new DomainError('http.not_found', {});
    return new Page('my-severity', buildMySeverityPage(await this.screens.readOwn(), specialistId, locale));
  }

  private async charts(screen: CalibrationScreen, { locale }: Request) {
    const found = severities(screen);
    if (found.length < 2) return [];
    const text = (key: 'chart' | 'observer' | 'points' | 'severity' | 'from' | 'to') =>
      translate(this.catalogues[locale], `calibration.${key}`);
    const chart = await drawChart(
      {
        kind: 'intervals',
        title: text('chart'),
        axis: text('observer'),
        unit: text('points'),
        categories: found.map(({ name }) => name),
        figures: found.map(({ estimate: { value, low, high } }) => ({ value, low, high })),
        names: { value: text('severity'), low: text('from'), high: text('to') },
      },
      locale,
    );
    return [chart];
  }
}
