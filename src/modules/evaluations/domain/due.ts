import { addDays, type Day, dayIn, instantOf } from '../../../kernel/month.ts';

/** The mornings on which people are reminded of a form, counted from its due day. */
const STAGES = [
  { stage: 'overdue', daysAfter: 1 },
  { stage: 'week_after', daysAfter: 7 },
] as const;
const MORNING = '08:00';

/** The stages reached so far, oldest first. */
export function stagesReached(dueOn: Day, zone: string, now: Date): string[] {
  return STAGES.filter(({ daysAfter }) => instantOf(addDays(dueOn, daysAfter), MORNING, zone) <= now).map(
    ({ stage }) => stage,
  );
}

/** The stage of a reminder sent by hand. */
export function reminderOf(zone: string, now: Date): string {
  return `by_hand/${dayIn(zone, now)}`;
}
