import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { Clock } from '../../kernel/clock.ts';
import type { VisitId } from '../../kernel/id.ts';
import { KeepVisit, TOUCH_CAUSES, type TouchedVisit, TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { ERROR_TEXTS } from '../../platform/tokens.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { hrefOfList, type ListAddress, listAddress, orderIn, sortHeads } from '../directory/page-rows.ts';
import { type SortValue, sortRows } from '../directory/sort-rows.ts';
import { keptTouches, touchedRows } from './touched-rows.ts';
import type { TouchedOrder, TouchedVisitsPage } from './touched.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

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
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Get()
  show(@Query() query: FormBody, @Req() request: Request): Promise<Page> {
    return this.page(query, request, null, null);
  }

  @Post('keep')
  async keep(@Body() body: FormBody, @Query() query: FormBody): Promise<Redirect> {
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const cause = TOUCH_CAUSES.find((each) => each === body['cause']);
    if (cause) await this.keepVisit.execute([{ visitId: text('visitId') as VisitId, cause, fact: text('fact') }]);
    return new Redirect(hrefOfList(asked(query)), { kind: 'done', key: 'touched.kept' });
  }

  /** Those that were marked, or all of the list that have one cause. */
  @Post('keep-several')
  async keepSeveral(
    @Body() body: FormBody,
    @Query() query: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const chosen = keptTouches(body);
    const back = hrefOfList(asked(query));
    if (chosen.length === 0) return this.page(query, request, body, null);
    try {
      const count = await this.keepVisit.several(chosen, reasonOf(body));
      return new Redirect(back, { kind: 'done', key: 'touched.kept_several', params: { count } });
    } catch (error) {
      if (!isDomainError(error) || this.errors[error.code].status >= 500) throw error;
      return this.page(query, request, body, error);
    }
  }

  /** `sent`: what is not kept, because nothing was chosen or for what is said in `refused`. */
  private async page(
    query: FormBody,
    request: Request,
    sent: FormBody | null,
    refused: DomainError | null,
  ): Promise<Page> {
    const address = asked(query);
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const visits = sortRows(conflictsFirst(await this.touched.list()), orderIn(address, ORDERS), VALUES);
    const list = hrefOfList(address).slice(ADDRESS.length);
    const isNoneChosen = sent !== null && refused === null;
    const model: TouchedVisitsPage = {
      ...touchedRows(visits, { zone, now: this.clock.now(), sent: sent && keptTouches(sent) }),
      isNoneChosen,
      reason: sent ? reasonOf(sent) : '',
      reasonError: refused && errorSentence(this.errors, refused.code, refused.params, request.locale),
      keepAction: `${ADDRESS}/keep${list}`,
      keepSeveralAction: `${ADDRESS}/keep-several${list}`,
      heads: sortHeads(address, ORDERS),
    };
    const status = refused ? this.errors[refused.code].status : isNoneChosen ? 422 : 200;
    return new Page('touched-visits', model, status);
  }
}

function reasonOf({ reason }: FormBody): string {
  return typeof reason === 'string' ? reason : '';
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
