import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import type { VisitId } from '../../kernel/id.ts';
import { KeepVisit, TOUCH_CAUSES, type TouchedVisit, TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { repairsHref } from '../repairs/repairs-href.ts';
import { hrefOfList, type ListAddress, listAddress, orderIn, sortHeads } from '../directory/page-rows.ts';
import { type SortValue, sortRows } from '../directory/sort-rows.ts';
import { becauseOf, touchedLine } from './touched-lines.ts';
import type { TouchedOrder, TouchedVisitsPage } from './touched.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** Conflicts that are gone once somebody else goes. */
const HELPED: ReadonlySet<string> = new Set(['absence', 'specialist', 'collision', 'unanswered']);
const ADDRESS = '/touched-visits';
const ORDERS: readonly TouchedOrder[] = ['visit', 'person', 'why'];

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
  async show(@Query() query: FormBody, @Req() request: Request): Promise<Page> {
    const address = asked(query);
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const now = this.clock.now();
    const model: TouchedVisitsPage = {
      visits: sortRows(conflictsFirst(await this.touched.list()), orderIn(address, ORDERS), VALUES).map((visit) => ({
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
      keepAction: `${ADDRESS}/keep${hrefOfList(address).slice(ADDRESS.length)}`,
      heads: sortHeads(address, ORDERS),
    };
    return new Page('touched-visits', model);
  }

  @Post('keep')
  async keep(@Body() body: FormBody, @Query() query: FormBody): Promise<Redirect> {
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const cause = TOUCH_CAUSES.find((each) => each === body['cause']);
    if (cause) await this.keepVisit.execute(text('visitId') as VisitId, cause, text('fact'));
    return new Redirect(hrefOfList(asked(query)), { kind: 'done', key: 'touched.kept' });
  }
}

/** By person means by given name. */
const VALUES: Readonly<Record<TouchedOrder, (visit: TouchedVisit) => SortValue>> = {
  visit: ({ startsAt }) => startsAt.getTime(),
  person: ({ name }) => `${name.slice(name.lastIndexOf(' ') + 1)} ${name}`,
  why: ({ cause }) => TOUCH_CAUSES.indexOf(cause),
};

/** What the list was asked for. */
function asked(query: FormBody): ListAddress {
  return listAddress(ADDRESS, query, ['sort']);
}

/** Where something conflicts with a visit somebody else is needed; an answer may still come. */
function conflictsFirst(visits: readonly TouchedVisit[]): TouchedVisit[] {
  const isLate = ({ cause }: TouchedVisit) => cause === 'unanswered';
  return [...visits.filter((visit) => !isLate(visit)), ...visits.filter(isLate)];
}
