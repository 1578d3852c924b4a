import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { dayIn, firstDay, type Month, monthOf } from '../../kernel/month.ts';
import { SendOutsidePlan } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import type { ErrorTexts } from '../../platform/i18n/errors.ts';
import type { Catalogues, PlainKey } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { seenOf } from '../desk/sent-edit.ts';
import { newValues } from '../month/calendar-form.ts';
import { buildOutsidePage } from './build-outside-page.ts';
import { asHeld, observersIn, type OutsideForm, outsideForm, type Sent } from './outside-form.ts';
import type { OutsideNotYetPage } from './outside.view.ts';
import { OutsideScreenReadModel } from './outside-screen-read-model.ts';

type Faults = Readonly<Record<string, PlainKey>>;

/** A meeting outside the plan of a published month, before or after it is held, with those who go there. */
@ApiExcludeController()
@Allows('plan.amend')
@Controller('months/:month/outside')
export class OutsidePageController {
  constructor(
    private readonly screens: OutsideScreenReadModel,
    private readonly send: SendOutsidePlan,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  /** `meeting`: one of the calendar that is over, of which is entered who went there. */
  @Get()
  async ask(
    @Param('month') text: string,
    @Query('meeting') meetingId: unknown,
    @Req() request: Request,
  ): Promise<Page> {
    if (!(await this.screens.isPublished(monthParam(text)))) return notYet(monthParam(text));
    const zone = zoneOf(request);
    const today = dayIn(zone, this.clock.now());
    const month = monthParam(text);
    const screen = await this.screens.read(month);
    const meeting = screen.meetings.find(({ id }) => id === meetingId);
    const values = newValues(monthOf(today) === month ? today : firstDay(month));
    const form = outsideForm(meeting ? asHeld(screen, meeting, zone) : { ...values });
    return this.page(text, request, form, {}, null);
  }

  @Post()
  async make(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<Page | Redirect> {
    const form = outsideForm(body);
    const { occasion } = form.meeting;
    const observers = observersIn(form);
    const faults: Faults = {
      ...form.meeting.faults,
      ...(form.branchId === null && { branchId: 'calendar.meeting.branch_missing' as const }),
      ...(observers.length === 0 && { observer1: 'outside.observer_missing' as const }),
      ...(observers.some((one) => 'accountId' in one) &&
        form.department === '' && { department: 'outside.department_missing' as const }),
    };
    if (!occasion || form.branchId === null || Object.keys(faults).length > 0)
      return this.page(text, request, form, faults, null);
    const { branchId, kind, reason } = form;
    try {
      const { meetingId, isPast } = await this.send.execute(monthParam(text), seenOf(body), {
        meeting: { branchId, kind, ...occasion },
        observers,
        reason,
      });
      return new Redirect(`/meetings/${meetingId}`, {
        kind: 'done',
        key: isPast ? 'outside.done_past' : 'outside.done',
      });
    } catch (error) {
      if (!isDomainError(error) || this.errors[error.code].status >= 500) throw error;
      return this.page(text, request, form, {}, error);
    }
  }

  private async page(
    text: string,
    request: Request,
    form: OutsideForm,
    faults: Faults,
    refused: DomainError | null,
  ): Promise<Page> {
    const { locale } = request;
    const screen = await this.screens.read(monthParam(text));
    const [catalogue, errors, zone] = [this.catalogues[locale], this.errors, zoneOf(request)];
    const model = buildOutsidePage(screen, { form, faults, refused, zone, locale, catalogue, errors });
    const status = refused ? this.errors[refused.code].status : Object.keys(faults).length > 0 ? 422 : 200;
    return new Page('outside', model, status);
  }
}

/** Before a month is published its calendar and its plan are still open for whatever is known. */
function notYet(month: Month): Page {
  const base = `/months/${month}`;
  const model: OutsideNotYetPage = {
    month,
    backHref: base,
    calendarHref: `${base}/calendar/add`,
    deskHref: `${base}/desk`,
  };
  return new Page('outside-not-yet', model, 409);
}

/** Routes of this controller require a session, so there is a committee. */
function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
