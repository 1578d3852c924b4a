import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { addDays, type Day, daysOf, firstDay, type Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { type CalendarChangeId, MoveMeetings, TakeBackChange, TellBranches } from '../../modules/meetings/index.ts';
import { buildChangePage } from './build-change-page.ts';
import { calendarAddress, type CalendarQuery, calendarQuery } from './calendar-query.ts';
import { type CalendarScreen, CalendarScreenReadModel } from './calendar-screen-read-model.ts';
import { movableDays } from './movable-days.ts';
import { fingerprintOf, type MoveForm, moveForm } from './move-form.ts';
import type { MoveMeetingsPage, MovePreview, MoveValues } from './move-meetings.view.ts';
import { movesOf, previewMove, proposedDays } from './preview-move.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** The number of days over which meetings are spread by default. */
const DAYS_OF_A_SPREAD = 7;

@ApiExcludeController()
@Allows('calendar.edit')
@Controller('months/:month/calendar')
export class MoveMeetingsPageController {
  constructor(
    private readonly screens: CalendarScreenReadModel,
    private readonly moveMeetings: MoveMeetings,
    private readonly takeBackChange: TakeBackChange,
    private readonly tellBranches: TellBranches,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Get('move')
  async show(@Param('month') text: string, @Query() asked: FormBody, @Req() request: Request): Promise<Page> {
    const month = monthParam(text);
    const query = calendarQuery(asked);
    const from = query.day ?? firstDay(month);
    const to = addDays(from, DAYS_OF_A_SPREAD);
    const last = daysOf(month).at(-1) ?? from;
    const values: MoveValues = { mode: 'spread', toDay: '', from, to: to < last ? to : last, most: '' };
    const screen = await this.screens.read(month);
    return this.page(screen, query, request, { values, isChosen: ({ day }) => day === query.day });
  }

  @Post('move')
  async move(
    @Param('month') text: string,
    @Query() asked: FormBody,
    @Body() body: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const month = monthParam(text);
    const query = calendarQuery(asked);
    const form = moveForm(body, month);
    const screen = await this.screens.read(month);
    const seen = new Set(form.chosen.map(({ id }) => id));
    const ask = (more: Partial<Shown>) =>
      this.page(screen, query, request, { values: form.values, isChosen: ({ id }) => seen.has(id), ...more });
    if (!form.target) return ask({ form });
    const step = body['step'];
    const isLookedAt = (step === 'save' || step === 'again') && form.days.size > 0;
    const wrong = isLookedAt && [...form.days.values()].includes(null);
    const { days, left } = isLookedAt
      ? { days: knownDays(form), left: [] }
      : proposedDays(this.chosenOf(screen, form), form.target, screen);
    const preview = previewMove(form.chosen, days, left, { ...screen, zone: zoneOf(request) });
    if (wrong) return ask({ preview, faults: { days: 'move.day_wrong' } });
    const moves = movesOf(form.chosen, days, new Map(screen.meetings.map((meeting) => [meeting.id, meeting])));
    if (step !== 'save' || body['confirmed'] !== fingerprintOf(moves)) return ask({ preview });
    try {
      const changeId = await this.moveMeetings.execute(month, moves);
      if (changeId === null) return new Redirect(calendarAddress(month, query), { kind: 'note', key: 'move.nothing' });
      const flash = { kind: 'done', key: 'move.done', params: { count: moves.length } } as const;
      return new Redirect(`/months/${month}/calendar/changes/${changeId}`, flash);
    } catch (error) {
      if (!isDomainError(error) || !SHOWN_BESIDE_THE_FORM.has(error.code)) throw error;
      return ask({ error, preview: null });
    }
  }

  @Get('changes/:id')
  async change(
    @Param('month') text: string,
    @Param('id') id: CalendarChangeId,
    @Req() request: Request,
  ): Promise<Page> {
    const facts = await this.screens.change(monthParam(text), id);
    const mayEdit = may(request.session?.actor, 'calendar.edit');
    const catalogue = this.catalogues[request.locale];
    return new Page('calendar-change', buildChangePage({ ...facts, zone: zoneOf(request), mayEdit, catalogue }));
  }

  @Post('changes/:id/take-back')
  async takeBack(@Param('month') text: string, @Param('id') id: CalendarChangeId): Promise<Redirect> {
    const month = monthParam(text);
    const report = await this.takeBackChange.execute(month, id);
    const { kind } = (await this.screens.change(month, id)).change;
    const to =
      kind === 'moved' || kind === 'edited' ? `/months/${month}/calendar/changes/${id}` : `/months/${month}/calendar`;
    if (!report) return new Redirect(to, { kind: 'note', key: 'calendar.change.was_taken_back' });
    return new Redirect(to, { kind: 'done', key: 'calendar.change.taken_back', params: { ...report } });
  }

  @Post('changes/:id/tell')
  async tell(@Param('month') text: string, @Param('id') id: CalendarChangeId): Promise<Redirect> {
    const month = monthParam(text);
    const count = await this.tellBranches.execute(month, id);
    const to = `/months/${month}/calendar/changes/${id}`;
    if (count === null) return new Redirect(to, { kind: 'note', key: 'move.was_told' });
    return count === 0
      ? new Redirect(to, { kind: 'note', key: 'move.told_nobody' })
      : new Redirect(to, { kind: 'done', key: 'move.told', params: { count } });
  }

  private chosenOf({ meetings }: CalendarScreen, { chosen }: MoveForm) {
    const ids = new Set(chosen.map(({ id }) => id));
    return meetings.filter(({ id, state }) => ids.has(id) && state === 'scheduled');
  }

  private page(screen: CalendarScreen, query: CalendarQuery, request: Request, shown: Shown): Page {
    const { locale } = request;
    const month: Month = screen.monthProgress.month;
    const { form, error = null, preview = null } = shown;
    const faults = Object.entries({ ...form?.faults, ...shown.faults });
    const days = movableDays(screen, query, zoneOf(request), shown.isChosen);
    const model: MoveMeetingsPage = {
      month,
      calendarHref: calendarAddress(month, query),
      action: calendarAddress(month, query, '/move'),
      values: shown.values,
      errors: Object.fromEntries(faults.map(([field, key]) => [field, translate(this.catalogues[locale], key)])),
      error: error && errorSentence(this.texts, error.code, error.params, locale),
      days,
      count: days.reduce((sum, { meetings }) => sum + meetings.length, 0),
      preview,
    };
    const status = error ? this.texts[error.code].status : faults.length > 0 ? 422 : 200;
    return new Page('move-meetings', model, status);
  }
}

interface Shown {
  readonly values: MoveValues;
  readonly isChosen: (meeting: CalendarScreen['meetings'][number]) => boolean;
  readonly form?: MoveForm;
  readonly faults?: MoveForm['faults'];
  readonly error?: DomainError;
  readonly preview?: MovePreview | null;
}

/** Errors after which the form is shown again. */
const SHOWN_BESIDE_THE_FORM: ReadonlySet<string> = new Set([
  'edit.stale',
  'meeting.not_found',
  'meeting.is_cancelled',
  'meeting.outside_month',
]);

function knownDays({ days }: MoveForm): ReadonlyMap<string, Day> {
  return new Map([...days].flatMap(([id, day]) => (day === null ? [] : [[id, day] as const])));
}

/** Routes of this controller require a session, so there is a committee. */
function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
