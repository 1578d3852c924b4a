import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { addDays, type Day, dayIn, weekday } from '../../kernel/month.ts';
import { ABSENCE_KIND_TERMS, type AbsenceKind } from '../../kernel/vocabulary.ts';
import type { SpecialistId } from '../../kernel/id.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import {
  type Absence,
  AbsencesReadModel,
  type Leave,
  RecordAbsence,
  RecordWeeklyAbsence,
} from '../../modules/directory/index.ts';
import { TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import { touchedLine } from '../holidays/touched-lines.ts';
import { WEEKDAYS } from '../availability/weekdays.ts';
import { DAY_PARTS, partAsked, timeAway, weekdayAsked } from './absence-form.ts';
import type { AbsenceDoubts, AbsenceForm } from './absences.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** The form to show again: what was typed, and the faults by field. */
export interface AbsenceRefusal {
  readonly body: FormBody;
  readonly status: number;
  readonly errors: Readonly<Record<string, string>>;
  readonly doubts?: AbsenceDoubts;
}

/** A maternity leave lasts six months; longer absences are mostly a mistyped year. */
const LONG_DAYS = 200;
/** An absence this far from today mostly has a mistyped year. */
const FAR_DAYS = 550;

const KINDS = Object.keys(ABSENCE_KIND_TERMS) as AbsenceKind[];

/** The form for absences: the board's for anybody, and everybody's for their own. */
@Injectable()
export class SubmitAbsence {
  constructor(
    private readonly register: AbsencesReadModel,
    private readonly recordAbsence: RecordAbsence,
    private readonly recordWeekly: RecordWeeklyAbsence,
    private readonly touched: TouchedVisitsReadModel,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  /** Records the absence and returns null; otherwise returns why not, or what has to be confirmed first. */
  async execute(body: FormBody, specialistId: SpecialistId | null, request: Request): Promise<AbsenceRefusal | null> {
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const kind = kindNamed(body['kind']) ?? 'leave';
    const { time, faults } = timeAway(body);
    const errors = Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, say(key)]));
    if (!time) return { body, status: 422, errors };
    if (specialistId === null) {
      return { body, status: 422, errors: { specialistId: say('absences.person_missing') } };
    }
    const leave = { specialistId, kind, ...time };
    const every = weekdayAsked(body);
    const isSpan = leave.from <= leave.to;
    const replaced = isSpan && every === null ? await this.otherKind(leave) : null;
    const { hours } = leave;
    const at = hours ? [`${hours.from}-${hours.to}`] : [];
    const asked = [specialistId, leave.from, leave.to, ...at, every ?? '', replaced ?? ''].join('/');
    if (isSpan && body['confirmed'] !== asked) {
      const doubts = await this.doubtsAbout(leave, every, replaced, request);
      if (doubts) return { body, status: 200, errors: {}, doubts: { ...doubts, asked } };
    }
    try {
      await (every === null
        ? this.recordAbsence.execute(leave, replaced)
        : this.recordWeekly.execute({ ...leave, weekday: every }));
      return null;
    } catch (error) {
      const field = isDomainError(error) ? FIELD_OF[error.code] : undefined;
      if (!isDomainError(error) || field === undefined) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return { body, status: this.texts[error.code].status, errors: { [field]: sentence } };
    }
  }

  form(action: string, { locale }: Request, today: Day, refusal: AbsenceRefusal | null): AbsenceForm {
    const say = (key: PlainKey) => translate(this.catalogues[locale], key);
    const body = refusal?.body ?? {};
    const text = (name: string) => (typeof body[name] === 'string' ? body[name].slice(0, 100) : '');
    const [part, every] = [partAsked(body), weekdayAsked(body)];
    return {
      action,
      specialists: [],
      kinds: KINDS.map((kind) => ({
        value: kind,
        label: say(`absence.kind.${kind}`),
        selected: kind === body['kind'],
      })),
      parts: DAY_PARTS.map((value) => ({ value, label: say(`absences.part.${value}`), selected: value === part })),
      every: [
        { value: '', label: say('absences.every_day'), selected: every === null },
        ...WEEKDAYS.map((one) => ({
          value: String(one),
          label: say(`absences.every.${one}`),
          selected: one === every,
        })),
      ],
      from: text('from') || today,
      to: text('to') || today,
      fromTime: text('fromTime'),
      toTime: text('toTime'),
      errors: refusal?.errors ?? {},
      doubts: refusal?.doubts ?? null,
    };
  }

  /** The kind under which somebody is already away at exactly this time, if it is another one. */
  private async otherKind(leave: Leave): Promise<AbsenceKind | null> {
    const known = await this.register.overlapping(leave.specialistId, leave.from, addDays(leave.to, 1));
    const same = known.find((absence) => isSameTime(absence, leave));
    return same && same.kind !== leave.kind ? same.kind : null;
  }

  /** What has to be confirmed before an absence is recorded; null where nothing does. */
  private async doubtsAbout(
    leave: Leave,
    every: number | null,
    replaces: AbsenceKind | null,
    request: Request,
  ): Promise<Omit<AbsenceDoubts, 'asked'> | null> {
    const { specialistId, from, to, hours = null } = leave;
    const before = addDays(to, 1);
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const today = dayIn(zone, this.clock.now());
    const hit = await this.touched.byAbsence(specialistId, from, before, hours);
    const visits = hit.filter(({ day }) => every === null || weekday(day) === every);
    const others = every === null ? await this.register.overlapping(specialistId, from, before) : [];
    const overlaps = others.filter(
      (absence) => !isSameTime(absence, leave) && (!hours || !absence.hours || isAtOnce(hours, absence.hours)),
    );
    const isLong = every === null && to > addDays(from, LONG_DAYS);
    const isFar = from > addDays(today, FAR_DAYS) || to < addDays(today, -FAR_DAYS);
    if (visits.length === 0 && overlaps.length === 0 && !isLong && !isFar && replaces === null) return null;
    return {
      visits: visits.map((visit) => touchedLine(visit, zone)),
      overlaps: overlaps.map(({ startsOn, endsBefore, kind, hours: at }) => ({
        from: startsOn,
        to: addDays(endsBefore, -1),
        kind,
        hours: at,
      })),
      isLong,
      isFar,
      replaces,
    };
  }
}

function isSameTime({ startsOn, endsBefore, hours }: Absence, leave: Leave): boolean {
  const isSpan = startsOn === leave.from && endsBefore === addDays(leave.to, 1);
  return isSpan && hours?.from === leave.hours?.from && hours?.to === leave.hours?.to;
}

function isAtOnce(a: NonNullable<Absence['hours']>, b: NonNullable<Absence['hours']>): boolean {
  return a.from < b.to && b.from < a.to;
}

export function kindNamed(value: unknown): AbsenceKind | null {
  return KINDS.find((kind) => kind === value) ?? null;
}

/** The field beside which an error of the use case is shown. */
const FIELD_OF: Readonly<Partial<Record<ErrorCode, string>>> = {
  'absence.ends_before_start': 'to',
  'absence.hours_end_before_start': 'toTime',
  'absence.specialist_not_found': 'specialistId',
  'absence.told_by_board': 'kind',
  'absence.weekly_long': 'to',
  'absence.weekly_none': 'to',
  'absence.weekly_known': 'kind',
  'edit.stale': 'kind',
};
