import { type MeetingId, readId } from '../../kernel/id.ts';
import { MEETING_KINDS, type MeetingKind } from '../../kernel/meeting-kind.ts';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { type Day, firstDay, type Month, monthOf, timeIn } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { Allows } from '../../platform/http/access.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, type PlainKey, type Sentence, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import {
  AddMeeting,
  MakeCalendar,
  MonthCalendarReadModel,
  type MonthMeeting,
  RemoveMeeting,
  WorkCalendarReadModel,
} from '../../modules/meetings/index.ts';
import { ChangeMeeting, type SeenMeeting } from '../../modules/visits/index.ts';
import { CalendarScreenReadModel } from './calendar-screen-read-model.ts';
import { type MeetingForm, meetingForm, newValues, valuesOf } from './calendar-form.ts';
import { meetingDoubts, type WantedMeeting } from './meeting-doubts.ts';
import { PublishedMeetingChanges } from './published-meeting-changes.ts';
import { type CalendarQuery, calendarAddress, calendarQuery } from './calendar-query.ts';
import { buildCalendarPage } from './build-calendar-page.ts';
import type { CalendarMeetingPage } from './calendar.view.ts';
import { branchesWithoutDay } from './without-day.ts';
import { monthParam } from '../../platform/http/month-param.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** Why a form is shown again: an error, or the faults of its fields. */
interface Refusal {
  readonly form: MeetingForm;
  readonly error: DomainError | null;
  /** What has to be confirmed before it is saved. */
  readonly doubts?: readonly Sentence[];
}

@ApiExcludeController()
@Controller('months/:month/calendar')
export class CalendarPageController {
  constructor(
    private readonly screens: CalendarScreenReadModel,
    private readonly calendar: MonthCalendarReadModel,
    private readonly workdays: WorkCalendarReadModel,
    private readonly makeCalendar: MakeCalendar,
    private readonly addMeeting: AddMeeting,
    private readonly change: ChangeMeeting,
    private readonly removeMeeting: RemoveMeeting,
    private readonly published: PublishedMeetingChanges,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('calendar.read')
  @Get()
  async show(@Param('month') text: string, @Query() asked: FormBody, @Req() request: Request): Promise<Page> {
    const month = monthParam(text);
    const screen = await this.screens.read(month);
    const mayEdit = may(request.session?.actor, 'calendar.edit');
    const query = calendarQuery(asked);
    const kindName = (kind: MeetingKind) => translate(this.catalogues[request.locale], `meeting.kind.${kind}`);
    return new Page('calendar', buildCalendarPage({ ...screen, zone: zoneOf(request), mayEdit, query, kindName }));
  }

  @Allows('calendar.edit')
  @Post('make')
  async make(@Param('month') text: string): Promise<Redirect> {
    const month = monthParam(text);
    const { added, changed, removed, kept, withoutDay } = await this.makeCalendar.execute(month);
    const without = branchesWithoutDay(withoutDay);
    const done: Sentence = { key: 'calendar.made', params: { added, changed, removed, kept, without } };
    return backTo(month, done, without.names.length > 0 ? 'warning' : 'done');
  }

  @Allows('calendar.edit')
  @Post('clear')
  async clear(@Param('month') text: string): Promise<Redirect> {
    const month = monthParam(text);
    return backTo(month, { key: 'calendar.cleared', params: { count: await this.makeCalendar.clear(month) } });
  }

  @Allows('calendar.edit')
  @Get('add')
  showNew(@Param('month') text: string, @Req() request: Request): Promise<Page> {
    return this.newPage(monthParam(text), request, {}, null);
  }

  @Allows('calendar.edit')
  @Post('add')
  async add(@Param('month') text: string, @Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    const form = meetingForm(body);
    const branchId = readId<'Branch'>(body['branchId']);
    const { occasion } = form;
    const kind = form.kind ?? 'regular';
    const ask = (refusal: Refusal) => this.newPage(month, request, body, refusal);
    if (!occasion || branchId === null) {
      const faults = {
        ...form.faults,
        ...(branchId === null && { branchId: 'calendar.meeting.branch_missing' as const }),
      };
      return ask({ form: { ...form, faults }, error: null });
    }
    const doubts = await this.doubtsAbout({ branchId, kind, id: null, ...occasion }, month, request, body);
    if (doubts.length > 0) return ask({ form, error: null, doubts });
    return this.attempt(
      async () => (await this.addMeeting.execute(month, { branchId, kind, ...occasion })).id,
      'calendar.added',
      month,
      request,
      (error) => ask({ form, error }),
    );
  }

  @Allows('calendar.edit')
  @Get(':id')
  async showMeeting(@Param('month') text: string, @Param('id') id: MeetingId, @Req() request: Request): Promise<Page> {
    return this.meetingPage(await this.calendar.get(monthParam(text), id), request, null);
  }

  @Allows('calendar.edit')
  @Post(':id')
  async move(
    @Param('month') text: string,
    @Param('id') id: MeetingId,
    @Body() body: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const month = monthParam(text);
    const form = meetingForm(body);
    const { occasion } = form;
    const ask = async (refusal: Refusal) => this.meetingPage(await this.calendar.get(month, id), request, refusal);
    if (!occasion) return ask({ form, error: null });
    const meeting = await this.calendar.get(month, id);
    const { branch } = meeting;
    const kind = form.kind ?? meeting.kind;
    const doubts = await this.doubtsAbout({ branchId: branch.id, kind, id, ...occasion }, month, request, body, () =>
      this.published.doubts(meeting, occasion, zoneOf(request)),
    );
    if (doubts.length > 0) return ask({ form, error: null, doubts });
    const seen = seenIn(body);
    return this.attempt(
      () => this.change.move(month, id, seen, { ...occasion, kind }).then(() => id),
      'calendar.saved',
      month,
      request,
      (error) => ask({ form, error }),
    );
  }

  @Allows('calendar.edit')
  @Post(':id/cancel')
  async cancel(
    @Param('month') text: string,
    @Param('id') id: MeetingId,
    @Body() body: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const month = monthParam(text);
    const form = meetingForm(body);
    const { note } = form.values;
    await this.calendar.get(month, id);
    return this.attempt(
      () => this.change.cancel(month, id, seenIn(body), note).then(() => id),
      'calendar.was_cancelled',
      month,
      request,
      async (error) => this.meetingPage(await this.calendar.get(month, id), request, { form, error }),
    );
  }

  @Allows('calendar.edit')
  @Post(':id/restore')
  async restore(
    @Param('month') text: string,
    @Param('id') id: MeetingId,
    @Body() body: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const month = monthParam(text);
    const form = meetingForm(body);
    await this.calendar.get(month, id);
    return this.attempt(
      () => this.change.restore(month, id, seenIn(body)).then(() => id),
      'calendar.was_restored',
      month,
      request,
      async (error) => this.meetingPage(await this.calendar.get(month, id), request, { form, error }),
    );
  }

  @Allows('calendar.edit')
  @Post(':id/remove')
  async remove(
    @Param('month') text: string,
    @Param('id') id: MeetingId,
    @Body() body: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const month = monthParam(text);
    const form = meetingForm(body);
    try {
      await this.removeMeeting.execute(month, id, Number(form.values.revision));
    } catch (error) {
      if (!isDomainError(error) || !SHOWN_BESIDE_THE_FORM.has(error.code)) throw error;
      return this.meetingPage(await this.calendar.get(month, id), request, { form, error });
    }
    return new Redirect(calendarAddress(month, queryOf(request)), { kind: 'done', key: 'calendar.removed' });
  }

  /** Empty once they were confirmed for exactly this branch, day and hour, or where the day is outside of the month. */
  private async doubtsAbout(
    wanted: WantedMeeting,
    month: Month,
    request: Request,
    body: FormBody,
    ofVisits: () => Promise<readonly Sentence[]> = () => Promise.resolve([]),
  ): Promise<readonly Sentence[]> {
    if (body['confirmed'] === `${wanted.day} ${wanted.time}` || monthOf(wanted.day) !== month) return [];
    const meetings = await this.calendar.list(month);
    return [
      ...meetingDoubts(wanted, meetings, await this.workdays.read(), zoneOf(request)),
      ...((await this.screens.isPublished(month)) ? await ofVisits() : []),
    ];
  }

  /**
   * Redirects to the row in the calendar with its filters; or shows the form with the reason why not and all that was
   * typed.
   */
  private async attempt(
    work: () => Promise<MeetingId>,
    done: SavedKey,
    month: Month,
    request: Request,
    ask: (error: DomainError) => Promise<Page>,
  ): Promise<Page | Redirect> {
    try {
      const id = await work();
      const { branch, day, startsAt } = await this.calendar.get(month, id);
      const time = timeIn(zoneOf(request), startsAt);
      const saved = { key: done, params: { branch: branch.name, day, time } };
      return new Redirect(calendarAddress(month, queryOf(request), '', id), { kind: 'done', ...saved });
    } catch (error) {
      if (!isDomainError(error) || !SHOWN_BESIDE_THE_FORM.has(error.code)) throw error;
      return ask(error);
    }
  }

  private async newPage(month: Month, request: Request, body: FormBody, refusal: Refusal | null): Promise<Page> {
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const query = queryOf(request);
    const branches = [
      { value: '', label: say('calendar.meeting.choose'), selected: !body['branchId'] },
      ...(await this.calendar.branches()).map((branch) => ({
        value: branch.id,
        label: `${branch.name} (${branch.organisation})`,
        selected: branch.id === body['branchId'],
      })),
    ];
    const model: CalendarMeetingPage = {
      month,
      calendarHref: calendarAddress(month, query),
      branchName: null,
      organisation: null,
      isCancelled: false,
      published: null,
      values: refusal?.form.values ?? newValues(await this.firstWorkday(query.day ?? firstDay(month))),
      branches,
      kinds: this.kinds(request, refusal?.form.kind ?? 'regular'),
      ...this.wrongs(request, refusal),
      saveAction: calendarAddress(month, query, '/add'),
      cancelAction: null,
      restoreAction: null,
      removeAction: null,
    };
    return new Page('calendar-meeting', model, this.statusOf(refusal));
  }

  /** A day that is proposed for a new meeting without any question. */
  private async firstWorkday(day: Day): Promise<Day> {
    const workdays = await this.workdays.read();
    return workdays.isWorkday(day) ? day : workdays.after(day, 1);
  }

  private async meetingPage(meeting: MonthMeeting, request: Request, refusal: Refusal | null): Promise<Page> {
    const month = monthOf(meeting.day);
    const query = queryOf(request);
    const to = (verb: string) => calendarAddress(month, query, `/${meeting.id}${verb}`);
    const isCancelled = meeting.state === 'cancelled';
    const isPublished = await this.screens.isPublished(month);
    const model: CalendarMeetingPage = {
      month,
      calendarHref: calendarAddress(month, query, '', meeting.id),
      branchName: meeting.branch.name,
      organisation: meeting.branch.organisation,
      isCancelled,
      published: isPublished ? await this.published.told(meeting) : null,
      values: refusal?.form.values ?? valuesOf(meeting, zoneOf(request)),
      branches: [],
      kinds: this.kinds(request, refusal?.form.kind ?? meeting.kind),
      ...this.wrongs(request, refusal),
      saveAction: to(''),
      cancelAction: isCancelled ? null : to('/cancel'),
      restoreAction: isCancelled ? to('/restore') : null,
      removeAction: meeting.isAdded && !isPublished ? to('/remove') : null,
    };
    return new Page('calendar-meeting', model, this.statusOf(refusal));
  }

  private kinds({ locale }: Request, chosen: MeetingKind): Option[] {
    return MEETING_KINDS.map((value) => ({
      value,
      label: translate(this.catalogues[locale], `meeting.kind.${value}`),
      selected: value === chosen,
    }));
  }

  private wrongs(
    { locale }: Request,
    refusal: Refusal | null,
  ): Pick<CalendarMeetingPage, 'error' | 'errors' | 'doubts' | 'confirmed'> {
    if (!refusal) return { error: null, errors: {}, doubts: [], confirmed: null };
    const { error, form, doubts = [] } = refusal;
    const { occasion } = form;
    const faults = Object.entries(error ? {} : form.faults);
    return {
      doubts,
      confirmed: doubts.length > 0 && occasion ? `${occasion.day} ${occasion.time}` : null,
      error: error && errorSentence(this.texts, error.code, error.params, locale),
      errors: Object.fromEntries(faults.map(([field, key]) => [field, translate(this.catalogues[locale], key)])),
    };
  }

  private statusOf(refusal: Refusal | null): number {
    if (!refusal || (refusal.doubts ?? []).length > 0) return 200;
    return refusal.error ? this.texts[refusal.error.code].status : 422;
  }
}

type SavedKey = 'calendar.added' | 'calendar.saved' | 'calendar.was_cancelled' | 'calendar.was_restored';

/** Errors after which the form is shown again with what was typed. */
const SHOWN_BESIDE_THE_FORM: ReadonlySet<string> = new Set([
  'edit.stale',
  'meeting.outside_month',
  'meeting.is_cancelled',
  'meeting.branch_not_found',
  'meeting.foreseen',
  'meeting.leaves_month',
  'meeting.published_meanwhile',
  'visit.called_off_why',
  'visit.form_sent',
  'visit.was_held',
]);

/** What the form was shown with. */
function seenIn(body: FormBody): SeenMeeting {
  return { revision: Number(meetingForm(body).values.revision), isPublished: body['published'] === 'yes' };
}

/** The filters of the calendar when the form was opened; the addresses of its actions contain them. */
function queryOf({ query }: Request): CalendarQuery {
  return calendarQuery(query);
}

function backTo(month: Month, done: Sentence, kind: 'done' | 'warning' = 'done'): Redirect {
  return new Redirect(`/months/${month}/calendar`, { kind, ...done });
}

/** Routes of this controller require a session, so there is a committee. */
function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
