import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { isDomainError } from '../../kernel/domain-error.ts';
import { addDays, type Day, dayIn, writtenDay } from '../../kernel/month.ts';
import { ABSENCE_KIND_TERMS, type AbsenceKind } from '../../kernel/vocabulary.ts';
import { readId } from '../../kernel/id.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import {
  ABSENCE_ORDERS,
  type Absence,
  type AbsenceId,
  AbsencesReadModel,
  RecordAbsence,
  RecordWeeklyAbsence,
  SpecialistsReadModel,
  type WeeklyAbsenceId,
  WeeklyAbsences,
} from '../../modules/directory/index.ts';
import type { AbsenceForm, AbsencesPage, RemovedAbsence } from './absences.view.ts';
import {
  hrefOfList,
  isFiltered,
  type ListAddress,
  listAddress,
  orderIn,
  pageWindow,
  pagination,
  sortHeads,
  withinPages,
} from './page-rows.ts';
import { weeklyRow } from './weekly-row.ts';
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
    private readonly recordWeekly: RecordWeeklyAbsence,
    private readonly weekly: WeeklyAbsences,
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
    const refusal = await this.submit.execute(body, readId(body['specialistId']), request);
    if (refusal) return this.page({}, request, refusal);
    return new Redirect('/absences', { kind: 'done', key: 'absences.recorded' });
  }

  @Post(':id/remove')
  async remove(
    @Param('id') id: AbsenceId,
    @Body('seen') seen: unknown,
    @Query() query: Record<string, unknown>,
  ): Promise<Redirect> {
    const list = hrefOfList(asked(query));
    try {
      const gone = await this.recordAbsence.remove(id, kindNamed(seen));
      const again = gone ? `${list.includes('?') ? '&' : '?'}${againOf(gone)}` : '';
      return new Redirect(`${list}${again}`, { kind: 'done', key: 'absences.removed' });
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      return new Redirect(list, { kind: 'error', key: 'absences.remove_stale' });
    }
  }

  @Post('weekly/:id/remove')
  async removeWeekly(@Param('id') id: WeeklyAbsenceId): Promise<Redirect> {
    await this.recordWeekly.remove(id);
    return new Redirect('/absences', { kind: 'done', key: 'absences.removed' });
  }

  private async page(query: FormBody, request: Request, refusal: AbsenceRefusal | null): Promise<Page> {
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const today = dayIn(request.session?.committee.timeZone ?? 'UTC', this.clock.now());
    const { q = '', when } = asked(query).filters;
    const isPast = when === 'past';
    const search = { q, today, isPast };
    const total = await this.register.count(search);
    const address = withinPages(asked(query), total);
    const order = orderIn(address, ABSENCE_ORDERS);
    const kinds = (Object.keys(ABSENCE_KIND_TERMS) as AbsenceKind[]).toSorted((a, b) =>
      say(`absence.kind.${a}`).localeCompare(say(`absence.kind.${b}`), 'vi'),
    );
    const rows = await this.register.find(search, { ...pageWindow(address), order, kinds });
    const kept = hrefOfList(address).slice('/absences'.length);
    const model: AbsencesPage = {
      filters: {
        q,
        when: ['', 'past'].map((value) => ({
          value,
          label: say(value === 'past' ? 'absences.past' : 'absences.coming'),
          selected: isPast === (value === 'past'),
        })),
        sort: order,
        isActive: isFiltered(address),
      },
      heads: sortHeads(address, ABSENCE_ORDERS),
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
        removeAction: `/absences/${id}/remove${kept}`,
      })),
      pagination: pagination(address, rows.length, total),
      weekly: (await this.weekly.coming(today)).map((one) => ({
        ...weeklyRow(one, `/absences/weekly/${one.id}/remove`),
        name: one.name,
      })),
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

/** What the list was asked for. */
function asked(query: FormBody): ListAddress {
  return listAddress('/absences', query, ['q', 'when', 'sort']);
}

/** The address of the page that offers to record a removed absence again. */
function againOf({ specialistId, startsOn, endsBefore, kind, hours }: Absence): string {
  const told = { again: specialistId, from: startsOn, to: addDays(endsBefore, -1), kind };
  return new URLSearchParams({ ...told, ...(hours && { fromTime: hours.from, toTime: hours.to }) }).toString();
}

function textOf(body: FormBody, name: string): string {
  return typeof body[name] === 'string' ? body[name].slice(0, 100) : '';
}
