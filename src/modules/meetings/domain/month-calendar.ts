import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { instantOf, type Day, type Month } from '../../../kernel/month.ts';
import { meetingDay, type PassedDay } from './meeting-day.ts';
import type { DaysOff, MeetingRule } from './meeting-rule.ts';

export interface BranchWithRule<Id extends string> {
  readonly id: Id;
  readonly rule: MeetingRule;
}

/** A meeting by the rules, before anybody confirms or moves it. */
export interface ForeseenMeeting<Id extends string> {
  readonly branchId: Id;
  readonly kind: MeetingKind;
  readonly day: Day;
  readonly start: Date;
  readonly end: Date;
  /** The day of the rule, and the days skipped from there. */
  readonly wanted: Day;
  readonly passed: readonly PassedDay[];
}

/** A combined meeting has both parts, one after the other; the guideline asks for 120 minutes instead of 90. */
export const COMBINED_EXTRA_MINUTES = 30;

const MINUTE_MS = 60_000;

/** All meetings of a month by the branches' rules, in order of time; each branch has its regular part exactly once. */
export function monthCalendar<Id extends string>(
  branches: readonly BranchWithRule<Id>[],
  month: Month,
  holidays: DaysOff,
  zone: string,
): ForeseenMeeting<Id>[] {
  return branches
    .flatMap((branch) => meetingsOf(branch, month, holidays, zone))
    .sort((a, b) => a.start.getTime() - b.start.getTime() || (a.branchId < b.branchId ? -1 : 1));
}

function meetingsOf<Id extends string>(
  { id, rule }: BranchWithRule<Id>,
  month: Month,
  holidays: DaysOff,
  zone: string,
): ForeseenMeeting<Id>[] {
  const isThematic = rule.thematicMonths.includes(Number(month.slice(5)));
  const regular = meetingDay(rule, month, holidays);
  const on = (kind: MeetingKind, { day, wanted, passed }: typeof regular, minutes: number): ForeseenMeeting<Id> => {
    const start = instantOf(day, rule.time, zone);
    return { branchId: id, kind, day, start, end: new Date(start.getTime() + minutes * MINUTE_MS), wanted, passed };
  };
  if (!isThematic) return [on('regular', regular, rule.durationMinutes)];
  if (rule.thematicDay === null) return [on('combined', regular, rule.durationMinutes + COMBINED_EXTRA_MINUTES)];
  const thematicRule = { dayOfMonth: rule.thematicDay, rollWeekend: rule.rollWeekend };
  const thematic = meetingDay(thematicRule, month, holidays, new Set([regular.day]));
  return [on('regular', regular, rule.durationMinutes), on('thematic', thematic, rule.durationMinutes)];
}
