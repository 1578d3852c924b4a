import { Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { PlanMonth, type PolicyTrialId, PolicyTrialReadModel } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { buildPolicyTrialPage } from './build-policy-trial-page.ts';
import { PolicyTrialScreenReadModel } from './policy-trial-screen-read-model.ts';

/** What a change of the planning policy would do to drafts; it is kept on the policy's own page. */
@ApiExcludeController()
@Controller('policy/planning/trials/:id')
export class PolicyTrialPageController {
  constructor(
    private readonly screens: PolicyTrialScreenReadModel,
    private readonly trials: PolicyTrialReadModel,
    private readonly planMonth: PlanMonth,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Allows('policy.try')
  @Get()
  async show(@Param('id', ParseUUIDPipe) id: PolicyTrialId, @Req() request: Request): Promise<Page | Fragment> {
    const { locale } = request;
    const screen = await this.screens.read(id, locale);
    const page = buildPolicyTrialPage(screen, { locale, catalogue: this.catalogues[locale] });
    if (page.progress && wantsFragment(request, 'progress')) return new Fragment('progress', page.progress);
    return new Page('policy-trial', page);
  }

  @Allows('policy.try')
  @Post('plans/:month')
  async plan(@Param('id', ParseUUIDPipe) id: PolicyTrialId, @Param('month') text: string): Promise<Redirect> {
    await this.planMonth.trial(monthParam(text), id);
    return new Redirect(`/policy/planning/trials/${id}`, { kind: 'done', key: 'policy_trial.asked' });
  }

  @Allows('policy.try')
  @Post('plans/:month/stop')
  async stop(@Param('id', ParseUUIDPipe) id: PolicyTrialId, @Param('month') text: string): Promise<Redirect> {
    const solve = await this.trials.solveOf(id, monthParam(text));
    const stopped = solve ? await this.planMonth.stop(solve.id) : 'over';
    return new Redirect(`/policy/planning/trials/${id}`, { kind: 'note', key: `month.stopping.${stopped}` });
  }
}
