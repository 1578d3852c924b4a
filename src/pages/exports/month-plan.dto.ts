import { ApiProperty } from '../../platform/http/api-description.ts';
import { type Catalogue, say } from '../../platform/i18n/messages.ts';
import type { MonthExport } from './month-export.ts';

/** Rises when a field changes its meaning or goes; new fields do not change it. */
const VERSION = 1;

const COVERAGE = ['covered', 'partial', 'uncovered', 'not_due', 'over', 'unplanned'] as const;
const STATES = ['draft', 'submitted', 'approved', 'published'] as const;
const CLOCK = { example: '19:30', description: 'In the committee’s time zone' } as const;

export class MonthPlanVisitor {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Of the register' }) code!: string;
  @ApiProperty() name!: string;
  @ApiProperty() department!: string;
  @ApiProperty({ type: String, nullable: true, description: 'What became of the visit; null in a draft' })
  state!: string | null;
}

export class MonthPlanWanted {
  @ApiProperty() min!: number;
  @ApiProperty() max!: number;
}

export class MonthPlanMeeting {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date' }) date!: string;
  @ApiProperty(CLOCK) start!: string;
  @ApiProperty(CLOCK) end!: string;
  @ApiProperty({ description: 'Of the register' }) branchCode!: string;
  @ApiProperty() branch!: string;
  @ApiProperty() organisation!: string;
  @ApiProperty({ enum: ['regular', 'thematic', 'combined'] }) kind!: string;
  @ApiProperty() place!: string;
  @ApiProperty({ type: MonthPlanWanted, nullable: true, description: 'Null where the plan does not have this meeting' })
  wanted!: MonthPlanWanted | null;
  @ApiProperty({ enum: COVERAGE }) coverage!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why nobody or too few people go, in the reader’s language; null where enough do',
  })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '2020-09', description: 'The month of the last visit before' })
  lastVisit!: string | null;
  @ApiProperty({ type: [MonthPlanVisitor], description: 'Who goes' }) people!: MonthPlanVisitor[];
}

export class MonthPlanPerson {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Of the register' }) code!: string;
  @ApiProperty() name!: string;
  @ApiProperty() department!: string;
  @ApiProperty() visits!: number;
  @ApiProperty({ description: 'What the month asks of them, earlier months included, in visits' }) share!: number;
  @ApiProperty({ description: 'The same by this month alone' }) target!: number;
  @ApiProperty({ description: 'Visits above (+) or below (−) the shares of earlier months' }) balance!: number;
  @ApiProperty({ description: 'Visits above (+) or below (−) the share of this month' }) difference!: number;
  @ApiProperty({ description: 'The fewest visits that they make' }) min!: number;
  @ApiProperty({ description: 'The most' }) max!: number;
  @ApiProperty() awayAllMonth!: boolean;
}

export class MonthPlanReply {
  @ApiProperty({ enum: ['giaoban-month-plan'] }) format!: 'giaoban-month-plan';
  @ApiProperty({ enum: [VERSION], description: 'Rises when a field changes its meaning or goes' }) version!: number;
  @ApiProperty() committee!: string;
  @ApiProperty({ example: '2020-12' }) month!: string;
  @ApiProperty({ enum: STATES, description: 'All but `published` may still change before anybody is told' })
  state!: string;
  @ApiProperty({ description: 'Facts have changed since the draft was made' }) outdated!: boolean;
  @ApiProperty({ format: 'uuid' }) planId!: string;
  @ApiProperty() revision!: number;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) publishedAt!: string | null;
  @ApiProperty({ format: 'date-time', description: 'When this was read' }) takenAt!: string;
  @ApiProperty({ example: 'Asia/Ho_Chi_Minh' }) zone!: string;
  @ApiProperty({ type: [MonthPlanMeeting], description: 'In order of time' }) meetings!: MonthPlanMeeting[];
  @ApiProperty({ type: [MonthPlanPerson], description: 'By given name' }) people!: MonthPlanPerson[];
}

export function monthPlanReply(plan: MonthExport, catalogue: Catalogue): MonthPlanReply {
  const { committee, month, state, isOutdated, planId, revision, publishedAt, takenAt, zone } = plan;
  return {
    format: 'giaoban-month-plan',
    version: VERSION,
    committee,
    month,
    state,
    outdated: isOutdated,
    planId,
    revision,
    publishedAt: publishedAt?.toISOString() ?? null,
    takenAt: takenAt.toISOString(),
    zone,
    meetings: plan.meetings.map(({ day, from, to, short: _, reason, people, ...meeting }) => ({
      ...meeting,
      date: day,
      start: from,
      end: to,
      reason: reason && say(catalogue, reason),
      people: [...people],
    })),
    people: plan.people.map(({ isAwayAllMonth, meetingIds: _, ...person }) => ({
      ...person,
      awayAllMonth: isAwayAllMonth,
    })),
  };
}
