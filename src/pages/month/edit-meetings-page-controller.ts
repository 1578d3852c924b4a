import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { MEETING_KINDS } from '../../kernel/meeting-kind.ts';
import { EditMeetings } from '../../modules/meetings/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { calendarAddress, type CalendarQuery, calendarQuery } from './calendar-query.ts';
import { type CalendarScreen, CalendarScreenReadModel } from './calendar-screen-read-model.ts';
import { type EditManyForm, editManyForm, PLACE_CHOICES } from './edit-many-form.ts';
import type { EditManyPreview, EditManyValues, EditMeetingsPage } from './edit-meetings.view.ts';
import { movableDays } from './movable-days.ts';
import { previewEdit } from './preview-edit.ts';

type FormBody = Readonly<Record<string, unknown>>;

const UNCHANGED: EditManyValues = { kind: '', time: '', minutes: '', where: '', place: '' };

@ApiExcludeController()
@Allows('calendar.edit')
@Controller('months/:month/calendar/edit')
export class EditMeetingsPageController {
  constructor(
    private readonly screens: CalendarScreenReadModel,
    private readonly editMeetings: EditMeetings,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Get()
  async show(@Param('month') text: string, @Query() asked: FormBody, @Req() request: Request): Promise<Page> {
    const query = calendarQuery(asked);
    const isChosen = ({ day }: Chosen) => day === query.day;
    return this.page(await this.screens.read(monthParam(text)), query, request, { values: UNCHANGED, isChosen });
  }

  @Post()
  async edit(
    @Param('month') text: string,
    @Query() asked: FormBody,
    @Body() body: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const month = monthParam(text);
    const query = calendarQuery(asked);
    const form = editManyForm(body);
    const screen = await this.screens.read(month);
    const ids = new Set<string>(form.chosen.map(({ id }) => id));
    const ask = (more: Partial<Shown>) =>
      this.page(screen, query, request, { values: form.values, isChosen: ({ id }) => ids.has(id), ...more });
    if (!form.edit) return ask({ faults: form.faults });
    const preview = previewEdit(form.chosen, form.edit, { ...screen, zone: zoneOf(request) });
    if (body['step'] !== 'save' || body['confirmed'] !== preview.confirmed) return ask({ preview });
    try {
      const changeId = await this.editMeetings.execute(month, form.chosen, form.edit);
      if (changeId === null)
        return new Redirect(calendarAddress(month, query), { kind: 'note', key: 'edit_many.unchanged' });
      const flash = { kind: 'done', key: 'edit_many.done', params: { count: preview.edits.length } } as const;
      return new Redirect(`/months/${month}/calendar/changes/${changeId}`, flash);
    } catch (error) {
      if (!isDomainError(error) || !SHOWN_BESIDE_THE_FORM.has(error.code)) throw error;
      return ask({ error });
    }
  }

  private page(screen: CalendarScreen, query: CalendarQuery, request: Request, shown: Shown): Page {
    const { locale } = request;
    const catalogue = this.catalogues[locale];
    const { month } = screen.monthProgress;
    const { values, error = null, faults = {}, preview = null } = shown;
    const days = movableDays(screen, query, zoneOf(request), shown.isChosen);
    const model: EditMeetingsPage = {
      month,
      calendarHref: calendarAddress(month, query),
      action: calendarAddress(month, query, '/edit'),
      values,
      kinds: ['' as const, ...MEETING_KINDS].map((value) => ({
        value,
        label: translate(catalogue, value === '' ? 'edit_many.as_is' : `meeting.kind.${value}`),
        selected: value === values.kind,
      })),
      places: PLACE_CHOICES.map((value) => ({
        value,
        label: translate(catalogue, value === '' ? 'edit_many.as_is' : `edit_many.place.${value}`),
        selected: value === values.where,
      })),
      errors: Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, translate(catalogue, key)])),
      error: error && errorSentence(this.texts, error.code, error.params, locale),
      days,
      count: days.reduce((sum, { meetings }) => sum + meetings.length, 0),
      preview,
    };
    const isWrong = Object.keys(faults).length > 0;
    return new Page('edit-meetings', model, error ? this.texts[error.code].status : isWrong ? 422 : 200);
  }
}

type Chosen = CalendarScreen['meetings'][number];

interface Shown {
  readonly values: EditManyValues;
  readonly isChosen: (meeting: Chosen) => boolean;
  readonly faults?: EditManyForm['faults'];
  readonly error?: DomainError;
  readonly preview?: EditManyPreview;
}

/** Errors after which the form is shown again. */
const SHOWN_BESIDE_THE_FORM: ReadonlySet<string> = new Set(['edit.stale', 'meeting.not_found', 'meeting.is_cancelled']);

/** Routes of this controller require a session, so there is a committee. */
function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
