import { addDays, type Day } from '../../../kernel/month.ts';
import type { WorkCalendar } from '../../meetings/index.ts';

/** How long people have for what a visit asks of them, in working days. */
export interface DutyPolicy {
  /** To say whether they go, from the day of the duty notice. */
  readonly answerWorkdays: number;
  /** To send the form, from the day of the meeting; as long again from the day on which it is returned. */
  readonly formWorkdays: number;
}

/** Our own office rule where a committee has none: the minutes of a meeting are due after two days, too. */
export const STANDARD_DUTY_POLICY: DutyPolicy = { answerWorkdays: 2, formWorkdays: 2 };

export interface DatedDutyPolicy extends DutyPolicy {
  readonly startsOn: Day;
}

const DAY_MS = 86_400_000;

/** The one place where it is counted when something is due: notice, mails, pages and reminders ask here. */
export class Deadlines {
  constructor(
    private readonly calendar: WorkCalendar,
    private readonly policies: readonly DatedDutyPolicy[],
  ) {}

  /** In force on a day. */
  policyOn(day: Day): DutyPolicy {
    const begun = this.policies.filter(({ startsOn }) => startsOn <= day);
    return begun.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0] ?? STANDARD_DUTY_POLICY;
  }

  /** Of a form, from the day of its meeting or from the day on which it was returned; that is the last day in time. */
  formDueOn(from: Day): Day {
    return this.calendar.after(from, this.policyOn(from).formWorkdays);
  }

  /**
   * By when somebody should have answered, by the policy of the month of the visits; before their first visit in any
   * case, where there is a day left for it.
   */
  answerBy(issuedOn: Day, firstVisit: Day): Day {
    const by = this.calendar.after(issuedOn, this.policyOn(firstVisit).answerWorkdays);
    const dayBefore = addDays(firstVisit, -1);
    if (by <= dayBefore) return by;
    return dayBefore < issuedOn ? issuedOn : dayBefore;
  }

  /** Days since the last day in time; 0 where it is not over. */
  daysLate(dueOn: Day, today: Day): number {
    return Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS));
  }
}
