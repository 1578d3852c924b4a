import { addDays, type Day, dayIn, instantOf } from '../../../kernel/month.ts';

/** Our own office rule, not an official one: a form is due two days after the meeting, as the minutes are. */
const DAYS_TO_WRITE = 2;

export function formDueOn(heldOn: Day): Day {
  return addDays(heldOn, DAYS_TO_WRITE);
}

/** The mornings on which a missing form is asked for. */
const STAGES = [
  { stage: 'day_after', daysAfter: 1 },
  { stage: 'overdue', daysAfter: DAYS_TO_WRITE + 1 },
  { stage: 'week_after', daysAfter: 7 },
] as const;
const MORNING = '08:00';

/** The stages that the form of a meeting has come to, the latest last. */
export function stagesReached(heldOn: Day, zone: string, now: Date): string[] {
  return STAGES.filter(({ daysAfter }) => instantOf(addDays(heldOn, daysAfter), MORNING, zone) <= now).map(
    ({ stage }) => stage,
  );
}

/** The stage of a reminder by hand. */
export function reminderOf(zone: string, now: Date): string {
  return `by_hand/${dayIn(zone, now)}`;
}
