import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { isDomainError } from '../../kernel/domain-error.ts';
import { addDays, type Day, dayIn, writtenDay } from '../../kernel/month.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import {
  type Absence,
  type AbsenceId,
  AbsencesReadModel,
  RecordAbsence,
  SpecialistsReadModel,
} from '../../modules/directory/index.ts';
import type { AbsenceForm, AbsencesPage, RemovedAbsence } from './absences.view.ts';
import { isFiltered, listAddress, pageWindow, pagination, withinPages } from './page-rows.ts';
import { kindNamed, SubmitAbsence, type AbsenceRefusal } from './submit-absence.ts';

type FormBody = Readonly<Record<string, unknown>>;

@ApiExcludeController()
@Allows('absence.record_on_page')
@Controller('absences')
export class AbsencePageController {
  constructor(
    private readonly register: AbsencesReadModel,
    private readonly specialists: SpecialistsReadModel,
    private readonly recordAbsence: RecordAbsence,
    private readonly submit: SubmitAbsence,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Get()
  show(@Query() query: Record<string, unknown>, @Req() request: Request): Promise<Page> {
    return this.page(query, request, null);
  }

  @Post()
  async record(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const refusal = await this.submit.execute(body, textOf(body, 'specialistId'), request);
    if (refusal) return this.page({}, request, refusal);
    return new Redirect('/absences', { kind: 'done', key: 'absences.recorded' });
  }

  @Post(':id/remove')
  async remove(@Param('id') id: AbsenceId, @Body('seen') seen: unknown): Promise<Redirect> {
    try {
      const gone = await this.recordAbsence.remove(id, kindNamed(seen));
      return new Redirect(gone ? `/absences?${againOf(gone)}` : '/absences', { kind: 'done', key: 'absences.removed' });
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      return new Redirect('/absences', { kind: 'error', key: 'absences.remove_stale' });
    }
  }

  private async page(query: FormBody, request: Request, refusal: AbsenceRefusal | null): Promise<Page> {
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const today = dayIn(request.session?.committee.timeZone ?? 'UTC', this.clock.now());
    const asked = listAddress('/absences', query, ['q', 'when']);
    const isPast = asked.filters['when'] === 'past';
    const q = asked.filters['q'] ?? '';
    const search = { q, today, isPast };
    const total = await this.register.count(search);
    const address = withinPages(asked, total);
    const rows = await this.register.find(search, pageWindow(address));
    const model: AbsencesPage = {
      filters: {
        q,
        when: ['', 'past'].map((value) => ({
          value,
          label: say(value === 'past' ? 'absences.past' : 'absences.coming'),
          selected: isPast === (value === 'past'),
        })),
        isActive: isFiltered(address),
      },
      total,
      removed: await this.removed(query),
      absences: rows.map(({ id, name, department, startsOn, endsBefore, kind, hours }) => ({
        absenceId: id,
        name,
        department,
        from: startsOn,
        to: addDays(endsBefore, -1),
        kind,
        hours,
        removeAction: `/absences/${id}/remove`,
      })),
      pagination: pagination(address, rows.length, total),
      form: await this.form(request, today, refusal),
    };
    return new Page('absences', model, refusal?.status ?? 200);
  }

  private async form(request: Request, today: Day, refusal: AbsenceRefusal | null): Promise<AbsenceForm | null> {
    const everybody = await this.specialists.names();
    if (everybody.length === 0) return null;
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const chosen = refusal?.body['specialistId'];
    const specialists = [{ value: '', label: say('absences.choose'), selected: !chosen }].concat(
      everybody.map(({ id, name, department }) => ({
        value: id,
        label: `${name} (${department})`,
        selected: id === chosen,
      })),
    );
    return { ...this.submit.form('/absences', request, today, refusal), specialists };
  }

  /** The absence that was just removed, so that it can be recorded again. */
  private async removed(query: FormBody): Promise<RemovedAbsence | null> {
    const again = textOf(query, 'again');
    const person = (await this.specialists.names()).find(({ id }) => id === again);
    const [from, to] = [writtenDay(textOf(query, 'from')), writtenDay(textOf(query, 'to'))];
    const kind = kindNamed(query['kind']);
    if (!person || !from || !to || !kind) return null;
    return {
      specialistId: person.id,
      name: person.name,
      from,
      to,
      kind,
      fromTime: textOf(query, 'fromTime'),
      toTime: textOf(query, 'toTime'),
    };
  }
}

/** The address of the page that offers to record a removed absence again. */
function againOf({ specialistId, startsOn, endsBefore, kind, hours }: Absence): string {
  const told = { again: specialistId, from: startsOn, to: addDays(endsBefore, -1), kind };
  return new URLSearchParams({ ...told, ...(hours && { fromTime: hours.from, toTime: hours.to }) }).toString();
}

function textOf(body: FormBody, name: string): string {
  return typeof body[name] === 'string' ? body[name].slice(0, 100) : '';
}
