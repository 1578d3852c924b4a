import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { type DayOfMonth, dayOfMonthIn } from '../../../kernel/day-of-month.ts';
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

/**
 * All meetings of a month by the branches' rules, in order of time; each branch has its regular part exactly once, or
 * not at all where the month does not have the weekday of its rule (`kindsWithoutDay`).
 */
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

/** The meetings for which a month has no day by the rule: on the fifth Tuesday of a month with four. */
export function kindsWithoutDay(rule: MeetingRule, month: Month): MeetingKind[] {
  return partsOf(rule, month).flatMap(({ kind, on }) => (dayOfMonthIn(month, on) === null ? [kind] : []));
}

/** The day of the rule on which a kind of meeting is wanted. */
export function dayWantedFor({ dayOfMonth, thematicDay }: MeetingRule, kind: MeetingKind): DayOfMonth {
  return kind === 'thematic' && thematicDay !== null ? thematicDay : dayOfMonth;
}

/** What a branch has in a month, the regular meeting first. */
function partsOf(rule: MeetingRule, month: Month): { kind: MeetingKind; on: DayOfMonth; minutes: number }[] {
  const part = (kind: MeetingKind, minutes = rule.durationMinutes) => ({ kind, on: dayWantedFor(rule, kind), minutes });
  if (!rule.thematicMonths.includes(Number(month.slice(5)))) return [part('regular')];
  if (rule.thematicDay === null) return [part('combined', rule.durationMinutes + COMBINED_EXTRA_MINUTES)];
  return [part('regular'), part('thematic')];
}

function meetingsOf<Id extends string>(
  { id, rule }: BranchWithRule<Id>,
  month: Month,
  holidays: DaysOff,
  zone: string,
): ForeseenMeeting<Id>[] {
  const taken = new Set<Day>();
  return partsOf(rule, month).flatMap(({ kind, on, minutes }) => {
    const found = meetingDay({ dayOfMonth: on, rollWeekend: rule.rollWeekend }, month, holidays, taken);
    if (found === null) return [];
    taken.add(found.day);
    const start = instantOf(found.day, rule.time, zone);
    return [{ branchId: id, kind, start, end: new Date(start.getTime() + minutes * MINUTE_MS), ...found }];
  });
}
