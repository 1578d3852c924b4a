import { ApiProperty } from '../../../platform/http/api-description.ts';
import { IsIn, IsOptional, IsUUID, Matches, ValidateIf } from 'class-validator';
import type { Day } from '../../../kernel/month.ts';
import { addDays } from '../../../kernel/month.ts';
import type { Absence } from '../application/ports.ts';
import { TouchedVisitReply, touchedVisitReply } from '../../visits/index.ts';
import { ABSENCE_KIND_TERMS, type AbsenceKind } from '../../../kernel/vocabulary.ts';
import type { SpecialistId } from '../../../kernel/id.ts';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const KINDS = Object.keys(ABSENCE_KIND_TERMS) as AbsenceKind[];
const NEXT = { type: String, nullable: true, description: 'The cursor of the next page' } as const;

class Named {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
}

class Registered extends Named {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() shortName!: string;
}

class Coordinates {
  @ApiProperty() lat!: number;
  @ApiProperty() lng!: number;
}

class Secretary {
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: String, nullable: true }) email!: string | null;
}

class WeakField extends Named {
  @ApiProperty({ description: 'From 0 to 1' }) weight!: number;
}

class StrongField extends Named {
  @ApiProperty({ description: 'From 0 to 1' }) strength!: number;
}

class Rule {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Of the month; in a shorter month its last. Null where it is a weekday',
  })
  day!: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2TU',
    description: 'As iCalendar writes it: `2TU` the second Tuesday, `-1FR` the last Friday. Null where it is a day',
  })
  weekday!: string | null;
  @ApiProperty({ example: '19:30' }) time!: string;
  @ApiProperty() minutes!: number;
  @ApiProperty({ description: 'Whether weekends are passed over; holidays always are' }) rollsForward!: boolean;
  @ApiProperty({ type: [Number] }) thematicMonths!: number[];
  @ApiProperty({ type: Number, nullable: true, description: 'Of a thematic meeting of its own' }) thematicDay!:
    number | null;
  @ApiProperty({ type: String, nullable: true, description: 'The same, where it is on a weekday' }) thematicWeekday!:
    string | null;
}

class NeverVisited {
  @ApiProperty() code!: string;
  @ApiProperty() shortName!: string;
  @ApiProperty({ enum: ['own', 'residence', 'conflict'] }) because!: string;
}

export class BranchReply extends Registered {
  @ApiProperty({ type: Registered }) organisation!: Registered;
  @ApiProperty({ type: Named }) type!: Named;
  @ApiProperty() address!: string;
  @ApiProperty({ type: Coordinates, nullable: true }) coordinates!: Coordinates | null;
  @ApiProperty() members!: number;
  @ApiProperty({ type: Number, nullable: true }) officialMembers!: number | null;
  @ApiProperty({ type: Number, nullable: true }) probationaryMembers!: number | null;
  @ApiProperty({ type: Number, nullable: true }) committeeSeats!: number | null;
  @ApiProperty({ type: Number, nullable: true }) vacantSeats!: number | null;
  @ApiProperty({ type: Secretary }) secretary!: Secretary;
  @ApiProperty({ type: [WeakField] }) weakFields!: WeakField[];
  @ApiProperty({ type: Rule }) rule!: Rule;
  @ApiProperty({ type: String, nullable: true, example: '2020-11' }) lastVisit!: string | null;
  @ApiProperty({ description: 'False once it has been retired' }) isInUse!: boolean;
}

export class BranchesReply {
  @ApiProperty({ type: [BranchReply] }) items!: BranchReply[];
  @ApiProperty(NEXT) next!: string | null;
}

export class SpecialistReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty() givenName!: string;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ type: Registered }) department!: Registered;
  @ApiProperty({ description: 'Empty for somebody with a telephone number alone' }) email!: string;
  @ApiProperty({ description: 'Where messages go for want of a mail address; empty for none' }) phone!: string;
  @ApiProperty({ type: [StrongField] }) fields!: StrongField[];
  @ApiProperty() minVisits!: number;
  @ApiProperty() maxVisits!: number;
  @ApiProperty({ type: Number, nullable: true }) targetVisits!: number | null;
  @ApiProperty({ description: 'Visits above (+) or below (−) the target in earlier months' }) carriedBalance!: number;
  @ApiProperty() mayLead!: boolean;
  @ApiProperty({ type: [NeverVisited] }) neverVisits!: NeverVisited[];
  @ApiProperty({ description: 'False once this person has been retired' }) isInUse!: boolean;
}

export class SpecialistsReply {
  @ApiProperty({ type: [SpecialistReply] }) items!: SpecialistReply[];
  @ApiProperty(NEXT) next!: string | null;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const END_TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

export class AbsenceRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  specialistId!: SpecialistId;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  from!: Day;

  @ApiProperty({ format: 'date', description: 'The last day away' })
  @Matches(DAY)
  to!: Day;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: AbsenceKind;

  @ApiProperty({
    required: false,
    enum: KINDS,
    description: 'The kind that the same days are recorded as, where this is to change it',
  })
  @IsOptional()
  @IsIn(KINDS)
  replaces?: AbsenceKind;

  @ApiProperty({
    required: false,
    example: '13:30',
    description: 'On each of these days, in local time; with `toTime`',
  })
  @ValidateIf(({ fromTime, toTime }: AbsenceRequest) => fromTime !== undefined || toTime !== undefined)
  @Matches(TIME)
  fromTime?: string;

  @ApiProperty({ required: false, example: '17:00', description: '24:00 at the latest; without hours it is all day' })
  @ValidateIf(({ fromTime, toTime }: AbsenceRequest) => fromTime !== undefined || toTime !== undefined)
  @Matches(END_TIME)
  toTime?: string;
}

export class AbsenceRemovalQuery {
  @ApiProperty({ required: false, enum: KINDS, description: 'Only if it is still recorded as this kind' })
  @IsOptional()
  @IsIn(KINDS)
  kind?: AbsenceKind;
}

export class AbsenceReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) specialistId!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date', description: 'The last day away' }) to!: string;
  @ApiProperty({ enum: KINDS }) kind!: string;
  @ApiProperty({ type: String, nullable: true, description: 'On each of these days; null: all day' })
  fromTime!: string | null;
  @ApiProperty({ type: String, nullable: true }) toTime!: string | null;
  @ApiProperty({
    type: [TouchedVisitReply],
    description: 'Published visits to come that this person cannot make then; they stay as they are until one decides',
  })
  touchedVisits!: TouchedVisitReply[];
}

export class RemovedAbsenceReply {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({
    type: [TouchedVisitReply],
    description: 'Published visits to come of this person on its days; they stay as they are',
  })
  touchedVisits!: TouchedVisitReply[];
}

export class AbsencesReply {
  @ApiProperty({ type: [AbsenceReply] }) items!: AbsenceReply[];
}

export function absenceReply(
  { id, specialistId, startsOn, endsBefore, kind, hours }: Absence,
  touched: readonly Parameters<typeof touchedVisitReply>[0][] = [],
): AbsenceReply {
  return {
    id,
    specialistId,
    from: startsOn,
    to: addDays(endsBefore, -1),
    kind,
    fromTime: hours?.from ?? null,
    toTime: hours?.to ?? null,
    touchedVisits: touched.map(touchedVisitReply),
  };
}
