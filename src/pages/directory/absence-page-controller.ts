import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { addDays, type Day, dayIn, writtenDay } from '../../kernel/month.ts';
import { ABSENCE_KIND_TERMS, type AbsenceKind } from '../../kernel/vocabulary.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import {
  type AbsenceId,
  AbsencesReadModel,
  type Leave,
  RecordAbsence,
  SpecialistsReadModel,
} from '../../modules/directory/index.ts';
import { TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import { touchedLine } from '../holidays/touched-lines.ts';
import type { AbsenceDoubts, AbsenceForm, AbsencesPage } from './absences.view.ts';
import { isFiltered, listAddress, pageWindow, pagination, withinPages } from './page-rows.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** Why the form comes back: what was typed, and what is wrong with which field. */
interface Refusal {
  readonly body: FormBody;
  readonly status: number;
  readonly errors: Readonly<Record<string, string>>;
  readonly doubts?: AbsenceDoubts;
}

/** A maternity leave is six months; what is longer is a slip of the year more often than not. */
const LONG_DAYS = 200;

const KINDS = Object.keys(ABSENCE_KIND_TERMS) as AbsenceKind[];

@ApiExcludeController()
@Allows('absence.record_on_page')
@Controller('absences')
export class AbsencePageController {
  constructor(
    private readonly register: AbsencesReadModel,
    private readonly specialists: SpecialistsReadModel,
    private readonly recordAbsence: RecordAbsence,
    private readonly touched: TouchedVisitsReadModel,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Get()
  show(@Query() query: Record<string, unknown>, @Req() request: Request): Promise<Page> {
    return this.page(query, request, null);
  }

  @Post()
  async record(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const [from, to] = [writtenDay(textOf(body, 'from')), writtenDay(textOf(body, 'to'))];
    const kind = kindNamed(body['kind']) ?? 'leave';
    if (!from || !to) {
      const wrong = translate(this.catalogues[request.locale], 'absences.day_wrong');
      const errors = { ...(!from && { from: wrong }), ...(!to && { to: wrong }) };
      return this.page({}, request, { body, status: 422, errors });
    }
    const specialistId = textOf(body, 'specialistId');
    if (specialistId === '') {
      const errors = { specialistId: translate(this.catalogues[request.locale], 'absences.person_missing') };
      return this.page({}, request, { body, status: 422, errors });
    }
    const leave = { specialistId, from, to, kind };
    const replaced = from <= to ? await this.otherKind(leave) : null;
    const asked = [specialistId, from, to, replaced ?? ''].join('/');
    if (from <= to && body['confirmed'] !== asked) {
      const doubts = await this.doubtsAbout(leave, replaced, request);
      if (doubts) return this.page({}, request, { body, status: 200, errors: {}, doubts: { ...doubts, asked } });
    }
    try {
      await this.recordAbsence.execute(leave, replaced);
    } catch (error) {
      const field = isDomainError(error) ? FIELD_OF[error.code] : undefined;
      if (!isDomainError(error) || field === undefined) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page({}, request, { body, status: this.texts[error.code].status, errors: { [field]: sentence } });
    }
    return new Redirect('/absences', { kind: 'done', key: 'absences.recorded' });
  }

  @Post(':id/remove')
  async remove(@Param('id') id: AbsenceId, @Body('seen') seen: unknown): Promise<Redirect> {
    try {
      await this.recordAbsence.remove(id, kindNamed(seen));
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      return new Redirect('/absences', { kind: 'error', key: 'absences.remove_stale' });
    }
    return new Redirect('/absences', { kind: 'done', key: 'absences.removed' });
  }

  /** Another kind under which somebody is away on just these days. */
  private async otherKind({ specialistId, from, to, kind }: Leave): Promise<AbsenceKind | null> {
    const before = addDays(to, 1);
    const known = await this.register.overlapping(specialistId, from, before);
    const same = known.find(({ startsOn, endsBefore }) => startsOn === from && endsBefore === before);
    return same && same.kind !== kind ? same.kind : null;
  }

  /** What somebody should know before such an absence is recorded; null where it goes without saying. */
  private async doubtsAbout(
    { specialistId, from, to }: Leave,
    replaces: AbsenceKind | null,
    request: Request,
  ): Promise<Omit<AbsenceDoubts, 'asked'> | null> {
    const before = addDays(to, 1);
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const visits = await this.touched.byAbsence(specialistId, from, before);
    const others = await this.register.overlapping(specialistId, from, before);
    const overlaps = others.filter(({ startsOn, endsBefore }) => startsOn !== from || endsBefore !== before);
    const isLong = to > addDays(from, LONG_DAYS);
    if (visits.length === 0 && overlaps.length === 0 && !isLong && replaces === null) return null;
    return {
      visits: visits.map((visit) => touchedLine(visit, zone)),
      overlaps: overlaps.map(({ startsOn, endsBefore, kind }) => ({
        from: startsOn,
        to: addDays(endsBefore, -1),
        kind,
      })),
      isLong,
      replaces,
    };
  }

  private async page(query: FormBody, request: Request, refusal: Refusal | null): Promise<Page> {
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
      absences: rows.map(({ id, name, department, startsOn, endsBefore, kind }) => ({
        absenceId: id,
        name,
        department,
        from: startsOn,
        to: addDays(endsBefore, -1),
        kind,
        removeAction: `/absences/${id}/remove`,
      })),
      pagination: pagination(address, rows.length, total),
      form: await this.form(request, today, refusal),
    };
    return new Page('absences', model, refusal?.status ?? 200);
  }

  private async form({ locale }: Request, today: Day, refusal: Refusal | null): Promise<AbsenceForm | null> {
    const everybody = await this.specialists.names();
    if (everybody.length === 0) return null;
    const say = (key: PlainKey) => translate(this.catalogues[locale], key);
    const body = refusal?.body ?? {};
    return {
      action: '/absences',
      specialists: [{ value: '', label: say('absences.choose'), selected: !body['specialistId'] }].concat(
        everybody.map(({ id, name, department }) => ({
          value: id,
          label: `${name} (${department})`,
          selected: id === body['specialistId'],
        })),
      ),
      kinds: KINDS.map((kind) => ({
        value: kind,
        label: say(`absence.kind.${kind}`),
        selected: kind === body['kind'],
      })),
      from: textOf(body, 'from') || today,
      to: textOf(body, 'to') || today,
      errors: refusal?.errors ?? {},
      doubts: refusal?.doubts ?? null,
    };
  }
}

/** Under which field an error of the use case is said. */
const FIELD_OF: Readonly<Partial<Record<ErrorCode, string>>> = {
  'absence.ends_before_start': 'to',
  'absence.specialist_not_found': 'specialistId',
  'edit.stale': 'kind',
};

function kindNamed(value: unknown): AbsenceKind | null {
  return KINDS.find((each) => each === value) ?? null;
}

function textOf(body: FormBody, name: string): string {
  return typeof body[name] === 'string' ? body[name].slice(0, 100) : '';
}
