import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { parse } from 'cookie';
import type { Request } from 'express';
import type { Config } from '../../config/config.ts';
import type { Role } from '../../kernel/actor.ts';
import { Clock } from '../../kernel/clock.ts';
import { addMonths, dayIn, type Month, monthOf } from '../../kernel/month.ts';
import { Briefings } from '../../modules/briefings/index.ts';
import { Plans } from '../../modules/planning/index.ts';
import { Public } from '../../platform/http/access.ts';
import { cookieNames } from '../../platform/http/cookies.ts';
import { Redirect } from '../../platform/http/page.ts';
import { rolesInOrder } from '../../platform/http/pages.ts';
import { CONFIG } from '../../platform/tokens.ts';

/**
 * From this day of the month on, the pages of the next month are opened first, because branches register by the 20th.
 */
const LOOKS_AHEAD_FROM = 20;

/** The start page of each role. */
@ApiExcludeController()
@Controller()
export class HomePageController {
  constructor(
    private readonly plans: Plans,
    private readonly briefings: Briefings,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Get()
  async home(@Req() request: Request): Promise<Redirect> {
    if (!request.session) return new Redirect('/sign-in');
    const { actor, committee } = request.session;
    const chosen = parse(request.headers.cookie ?? '')[cookieNames(this.config.publicUrl).role];
    const role = rolesInOrder(actor.roles, chosen)[0];
    const month = await this.currentMonth(committee.timeZone);
    if (role !== 'leader') return new Redirect(homeOf(role, month));
    // Leaders read frozen briefings; before the first one they see the current month.
    return new Redirect(homeOf(role, (await this.briefings.findLastFrozenMonth()) ?? month));
  }

  /**
   * The current month; from the 20th on the next one, unless the current month's plan is published.
   */
  private async currentMonth(zone: string): Promise<Month> {
    const today = dayIn(zone, this.clock.now());
    const month = monthOf(today);
    if (Number(today.slice(8)) < LOOKS_AHEAD_FROM) return month;
    const isRunning = await this.plans.findPublished(month);
    return isRunning ? month : addMonths(month, 1);
  }
}

function homeOf(role: Role | undefined, month: Month): string {
  switch (role) {
    case 'board':
      return `/months/${month}`;
    case 'leader':
      return `/months/${month}/briefing`;
    case 'specialist':
      return '/my/visits';
    case 'admin':
      return '/service';
    case 'branch':
    case 'front':
    case undefined:
      return '/account';
  }
}
