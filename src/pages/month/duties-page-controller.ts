import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.ts';
import { isId, newId, type SpecialistId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { type MailDelivery, MailsReadModel } from '../../modules/notifications/index.ts';
import { SendTrialMail } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { RateLimits } from '../../platform/http/rate-limits.ts';
import { listAddress } from '../directory/page-rows.ts';
import { buildDutiesPage } from './build-duties-page.ts';
import { buildDutyMailPage, trialOutcome } from './build-duty-mail-page.ts';
import { DutiesReadModel } from './duties-read-model.ts';
import type { DutyMailPage } from './duties.view.ts';
import { MonthScreenReadModel } from './month-screen-read-model.ts';

const QUARTER_HOUR = 900;
const MOST_TRIALS = 20;
/** All of them are listed on a page of their own. */
const MOST_TROUBLES = 10;

/** Whom the mails of a month inform of which visits, before and after publication. */
@ApiExcludeController()
@Controller('months/:month/duties')
export class DutiesPageController {
  constructor(
    private readonly screens: MonthScreenReadModel,
    private readonly duties: DutiesReadModel,
    private readonly trials: SendTrialMail,
    private readonly mails: MailsReadModel,
    private readonly limits: RateLimits,
  ) {}

  @Allows('plan.publish')
  @Get()
  async list(@Param('month') month: string, @Query() query: Record<string, unknown>): Promise<Page> {
    const screen = await this.screens.read(monthParam(month));
    const { plan } = screen;
    if (!plan) throw new DomainError('plan.not_found', { month: screen.month });
    const model = buildDutiesPage({
      screen,
      plan,
      holders: await this.duties.list(plan),
      delivery: plan.state === 'published' ? await this.delivery(screen.month) : null,
      mailsLeaveHouse: this.mails.leaveHouse,
      address: listAddress(`/months/${screen.month}/duties`, query, ['sort']),
    });
    return new Page('duties', model);
  }

  @Allows('plan.publish')
  @Get(':specialistId')
  async mail(
    @Param('month') month: string,
    @Param('specialistId', ParseUUIDPipe) specialistId: SpecialistId,
    @Query('trial') trial: unknown,
    @Req() request: Request,
  ): Promise<Page> {
    const of = monthParam(month);
    const { isPublished, mail } = await this.duties.mail(of, specialistId);
    const own = isPublished ? null : await this.trialOf(of, specialistId, trial, request);
    return new Page('duty-mail', buildDutyMailPage({ month: of, mail, isPublished, trial: own }));
  }

  @Allows('plan.publish')
  @Post(':specialistId/trial')
  async send(
    @Param('month') month: string,
    @Param('specialistId', ParseUUIDPipe) specialistId: SpecialistId,
    @Body('trialId') trialId: unknown,
    @Req() { session }: Request,
  ): Promise<Redirect> {
    const of = monthParam(month);
    await this.limits.hit(`trial-mail/${session?.account.id ?? ''}`, MOST_TRIALS, QUARTER_HOUR);
    const id = isId(trialId) ? trialId : newId<'Trial'>();
    await this.trials.execute(of, specialistId, id);
    return new Redirect(`/months/${of}/duties/${specialistId}?trial=${id}`);
  }

  private delivery(month: Month): Promise<MailDelivery> {
    return this.mails.delivery({ month, template: 'visits-published' }, MOST_TROUBLES);
  }

  private async trialOf(
    month: Month,
    specialistId: SpecialistId,
    trial: unknown,
    { session }: Request,
  ): Promise<DutyMailPage['trial']> {
    const page = `/months/${month}/duties/${specialistId}`;
    const sent = isId(trial) ? await this.trials.find(trial) : null;
    return {
      action: `${page}/trial`,
      trialId: newId<'Trial'>(),
      address: session?.account.email ?? '',
      outcome: sent && trialOutcome(sent, this.mails.leaveHouse, `${page}?trial=${String(trial)}`),
    };
  }
}
