import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import type { BranchId } from '../../kernel/id.ts';
import { addDays, dayIn } from '../../kernel/month.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import {
  type AbsenceId,
  AbsencesReadModel,
  RecordAbsence,
  RecordWeeklyAbsence,
  type WeeklyAbsenceId,
  WeeklyAbsences,
} from '../../modules/directory/index.ts';
import { AvailabilityReadModel, type DayPreference, ownSpecialist } from '../../modules/availability/index.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { WEEKDAYS } from '../availability/weekdays.ts';
import type { MyAbsencesPage, PreferencesForm } from './absences.view.ts';
import { type ConflictRefusal, OwnConflictForm } from './own-conflicts.ts';
import { weeklyRow } from './weekly-row.ts';
import { SubmitAbsence, type AbsenceRefusal } from './submit-absence.ts';

/** So many absences that are over are listed. */
const SHOWN_OVER = 20;

type FormBody = Readonly<Record<string, unknown>>;

/**
 * Specialists record their own absences. They take effect at once; the board sees them, and the visits that they
 * conflict with, in its own lists.
 */
@ApiExcludeController()
@Allows('absence.tell_own')
@Controller('my/absences')
export class MyAbsencesPageController {
  constructor(
    private readonly register: AbsencesReadModel,
    private readonly recordAbsence: RecordAbsence,
    private readonly recordWeekly: RecordWeeklyAbsence,
    private readonly weekly: WeeklyAbsences,
    private readonly submit: SubmitAbsence,
    private readonly availability: AvailabilityReadModel,
    private readonly conflicts: OwnConflictForm,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Get()
  show(@Req() request: Request): Promise<Page> {
    return this.page(request, null);
  }

  @Post()
  async record(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const refusal = await this.submit.execute(body, ownSpecialist(request), request);
    if (refusal) return this.page(request, refusal);
    return new Redirect('/my/absences', { kind: 'done', key: 'absences.told' });
  }

  @Post('conflicts')
  async tellConflict(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const refusal = await this.conflicts.send(body, ownSpecialist(request), request);
    if (refusal) return this.page(request, null, refusal);
    return new Redirect('/my/absences', { kind: 'done', key: 'conflicts.told' });
  }

  @Post('conflicts/:branchId/remove')
  async takeConflictBack(@Param('branchId') branchId: BranchId, @Req() request: Request): Promise<Redirect> {
    await this.conflicts.takeBack(branchId, ownSpecialist(request));
    return new Redirect('/my/absences', { kind: 'done', key: 'conflicts.taken_back' });
  }

  @Post('weekly/:id/remove')
  async removeWeekly(@Param('id') id: WeeklyAbsenceId, @Req() request: Request): Promise<Redirect> {
    await this.recordWeekly.takeBackOwn(id, ownSpecialist(request));
    return new Redirect('/my/absences', { kind: 'done', key: 'absences.removed' });
  }

  @Post(':id/remove')
  async remove(@Param('id') id: AbsenceId, @Req() request: Request): Promise<Redirect> {
    await this.recordAbsence.takeBackOwn(id, ownSpecialist(request));
    return new Redirect('/my/absences', { kind: 'done', key: 'absences.removed' });
  }

  private async page(
    request: Request,
    refusal: AbsenceRefusal | null,
    conflict: ConflictRefusal | null = null,
  ): Promise<Page> {
    const { accountId } = actorOf(request);
    const today = dayIn(request.session?.committee.timeZone ?? 'UTC', this.clock.now());
    const absences = await this.register.coming(ownSpecialist(request), today);
    const over = await this.register.over(ownSpecialist(request), today, SHOWN_OVER);
    const rounds = await this.availability.own(ownSpecialist(request));
    const preferences = await this.availability.preferencesOf(ownSpecialist(request));
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const model: MyAbsencesPage = {
      rounds: rounds.map((round) => ({ ...round, replyAction: `/my/availability/${round.month}` })),
      preferences: preferencesForm(preferences, say),
      conflicts: await this.conflicts.view(ownSpecialist(request), today, request, conflict),
      visitsHref: '/my/visits',
      form: this.submit.form('/my/absences', request, today, refusal),
      absences: absences.map(({ id, startsOn, endsBefore, kind, hours, toldBy }) => ({
        from: startsOn,
        to: addDays(endsBefore, -1),
        kind,
        hours,
        removeAction: toldBy === accountId ? `/my/absences/${id}/remove` : null,
      })),
      weekly: (await this.weekly.coming(today, ownSpecialist(request))).map((one) =>
        weeklyRow(one, one.toldBy === accountId ? `/my/absences/weekly/${one.id}/remove` : null),
      ),
      over: over.map(({ startsOn, endsBefore, kind, hours }) => ({
        from: startsOn,
        to: addDays(endsBefore, -1),
        kind,
        hours,
      })),
    };
    return new Page('my-absences', model, refusal?.status ?? (conflict ? 422 : 200));
  }
}

const PARTS = ['whole', 'morning', 'afternoon', 'evening'] as const;

/** One choice for each weekday. */
function preferencesForm(preferences: readonly DayPreference[], say: (key: PlainKey) => string): PreferencesForm {
  const chosen = new Map(preferences.map(({ weekday, part }) => [weekday, part ?? 'whole']));
  return {
    action: '/my/day-preferences',
    days: WEEKDAYS.map((weekday) => ({
      name: `day${weekday}`,
      weekday,
      options: [
        { value: '', label: say('preferences.none'), selected: !chosen.has(weekday) },
        ...PARTS.map((part) => ({
          value: part,
          label: say(`preferences.${part}`),
          selected: chosen.get(weekday) === part,
        })),
      ],
    })),
  };
}
