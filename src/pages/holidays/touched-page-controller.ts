import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import type { VisitId } from '../../kernel/id.ts';
import { KeepVisit, TOUCH_CAUSES, type TouchedVisit, TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { repairsHref } from '../repairs/repairs-href.ts';
import { becauseOf, touchedLine } from './touched-lines.ts';
import type { TouchedVisitsPage } from './touched.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** Conflicts that are gone once somebody else goes. */
const HELPED: ReadonlySet<string> = new Set(['absence', 'specialist', 'collision', 'unanswered']);
const ADDRESS = '/touched-visits';

/** Published visits that a later fact conflicts with, until somebody decides about each. */
@ApiExcludeController()
@Allows('plan.make')
@Controller('touched-visits')
export class TouchedPageController {
  constructor(
    private readonly touched: TouchedVisitsReadModel,
    private readonly keepVisit: KeepVisit,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Request): Promise<Page> {
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const now = this.clock.now();
    const model: TouchedVisitsPage = {
      visits: conflictsFirst(await this.touched.list()).map((visit) => ({
        ...touchedLine(visit, zone),
        because: becauseOf(visit, zone),
        visitId: visit.visitId,
        cause: visit.cause,
        fact: visit.fact,
        repairsHref:
          HELPED.has(visit.cause) && visit.startsAt > now
            ? repairsHref(visit.month, visit.meetingId, visit.visitId)
            : null,
      })),
      keepAction: `${ADDRESS}/keep`,
    };
    return new Page('touched-visits', model);
  }

  @Post('keep')
  async keep(@Body() body: FormBody): Promise<Redirect> {
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const cause = TOUCH_CAUSES.find((each) => each === body['cause']);
    if (cause) await this.keepVisit.execute(text('visitId') as VisitId, cause, text('fact'));
    return new Redirect(ADDRESS, { kind: 'done', key: 'touched.kept' });
  }
}

/** Where something conflicts with a visit somebody else is needed; an answer may still come. */
function conflictsFirst(visits: readonly TouchedVisit[]): TouchedVisit[] {
  const isLate = ({ cause }: TouchedVisit) => cause === 'unanswered';
  return [...visits.filter((visit) => !isLate(visit)), ...visits.filter(isLate)];
}
