import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { Day } from '../../../kernel/month.ts';
import { HOLIDAY_KIND_TERMS, type HolidayKind } from '../../../kernel/vocabulary.ts';
import { ApiProperty } from '../../../platform/http/api-description.ts';
import { TouchedVisitReply } from './touched-visit.dto.ts';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const KINDS = Object.keys(HOLIDAY_KIND_TERMS) as HolidayKind[];
const LONGEST_NAME = 120;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

export class HolidaysQuery {
  @ApiProperty({
    required: false,
    minimum: FIRST_YEAR,
    maximum: LAST_YEAR,
    example: 2021,
    description: 'This year where it is left out',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year?: number;
}

export class HolidayRemovalQuery {
  @ApiProperty({
    required: false,
    minimum: FIRST_YEAR,
    maximum: LAST_YEAR,
    description: 'Of a day of every year: the first year without it; the whole entry where it is left out',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  fromYear?: number;
}

export class HolidayRequest {
  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  day!: Day;

  @ApiProperty({ maxLength: LONGEST_NAME })
  @IsString()
  @MaxLength(LONGEST_NAME)
  @Matches(/\S/)
  name!: string;

  @ApiProperty({ enum: KINDS, description: 'Worked: a Saturday or Sunday on which offices work instead' })
  @IsIn(KINDS)
  kind!: HolidayKind;

  @ApiProperty({ required: false, description: 'Comes again on this date every year, from this one on' })
  @IsOptional()
  @IsBoolean()
  isYearly?: boolean;
}

export class HolidayReply {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: KINDS }) kind!: string;
  @ApiProperty({ enum: ['entry', 'law', 'reckoned'], description: 'Entered, set by the law, or in lieu by the law' })
  from!: string;
  @ApiProperty() isYearly!: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The day to remove; null: not an entry' })
  entryDay!: string | null;
}

export class EnteredHolidayReply extends HolidayReply {
  @ApiProperty({ type: [TouchedVisitReply], description: 'Published visits of that day; they stay where they are' })
  touchedVisits!: TouchedVisitReply[];
}

export class RemovedHolidayReply {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({
    type: [TouchedVisitReply],
    description: 'Published visits of that day; they stay where they are',
  })
  touchedVisits!: TouchedVisitReply[];
}

export class HolidaysReply {
  @ApiProperty({ description: 'Whether the year’s announced days off have been entered' }) isAnnounced!: boolean;
  @ApiProperty({ type: [HolidayReply] }) items!: HolidayReply[];
}
