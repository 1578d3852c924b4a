import { IsIn, IsInt, IsUUID, Matches, Max, Min, ValidateIf } from 'class-validator';
import type { SpecialistId } from '../../../kernel/id.ts';
import { addDays } from '../../../kernel/month.ts';
import { ABSENCE_KIND_TERMS, type AbsenceKind } from '../../../kernel/vocabulary.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { touchedVisitReply } from '../../visits/index.ts';
import { MOST_WEEKLY_DAYS, type WeeklyAbsence } from '../domain/weekly-absence.ts';
import { AbsenceReply } from './directory.dto.ts';

const KINDS = Object.keys(ABSENCE_KIND_TERMS) as AbsenceKind[];
const UUID = { format: 'uuid' } as const;
const WEEKDAY = { minimum: 1, maximum: 7, description: '1: Monday … 7: Sunday' } as const;
const DAY = { format: 'date' } as const;
const LAST_DAY = { ...DAY, description: `At most ${MOST_WEEKLY_DAYS} days, the first one included` } as const;
const DAYS = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const hasHours = ({ fromTime, toTime }: WeeklyAbsenceRequest) => fromTime !== undefined || toTime !== undefined;

export class WeeklyAbsenceRequest {
  @ApiProperty(UUID) @IsUUID() specialistId!: SpecialistId;
  @ApiProperty(WEEKDAY) @IsInt() @Min(1) @Max(7) weekday!: number;
  @ApiProperty(DAY) @Matches(DAYS) from!: string;
  @ApiProperty(LAST_DAY) @Matches(DAYS) to!: string;
  @ApiProperty({ enum: KINDS }) @IsIn(KINDS) kind!: AbsenceKind;

  @ApiProperty({
    required: false,
    example: '13:30',
    description: 'On each of these days, in local time; with `toTime`',
  })
  @ValidateIf(hasHours)
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  fromTime?: string;

  @ApiProperty({ required: false, example: '17:00', description: '24:00 at the latest; without hours it is all day' })
  @ValidateIf(hasHours)
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  toTime?: string;
}

export class WeeklyAbsenceReply extends AbsenceReply {
  @ApiProperty(WEEKDAY) weekday!: number;
}

export class WeeklyAbsencesReply {
  @ApiProperty({ type: [WeeklyAbsenceReply] }) items!: WeeklyAbsenceReply[];
}

export class RemovedWeeklyAbsenceReply {
  @ApiProperty(UUID) id!: string;
}

type Touched = Parameters<typeof touchedVisitReply>[0];

export function weeklyAbsenceReply(absence: WeeklyAbsence, touched: readonly Touched[]): WeeklyAbsenceReply {
  const { id, specialistId, weekday, startsOn, endsBefore, kind, hours } = absence;
  return {
    id,
    specialistId,
    weekday,
    from: startsOn,
    to: addDays(endsBefore, -1),
    kind,
    fromTime: hours?.from ?? null,
    toTime: hours?.to ?? null,
    touchedVisits: touched.map(touchedVisitReply),
  };
}
