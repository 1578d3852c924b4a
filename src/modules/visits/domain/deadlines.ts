import { addDays, type Day, dayIn } from '../../../kernel/month.ts';
import type { WorkCalendar } from '../../meetings/index.ts';

/** How many working days people have for what a visit asks of them. */
export interface DutyPolicy {
  /** To answer whether they go, from the day of the duty notice. */
  readonly answerWorkdays: number;
  /** To send the form, from the day of the meeting; again as long from the day on which it is returned. */
  readonly formWorkdays: number;
}

/** The default where a committee has decided nothing: like the minutes of a meeting, due after two days. */
export const STANDARD_DUTY_POLICY: DutyPolicy = { answerWorkdays: 2, formWorkdays: 2 };

export interface DatedDutyPolicy extends DutyPolicy {
  readonly startsOn: Day;
}

/** What the due day of a form depends on. */
export interface AskedForm {
  readonly heldOn: Day;
  readonly zone: string;
  /** When it was returned for correction; null otherwise. */
  readonly returnedAt: Date | null;
  /** When somebody was sent after the plan was published, perhaps after the meeting; null for a visit of the plan. */
  readonly askedAt: Date | null;
}

const DAY_MS = 86_400_000;

/** Due days are computed here only; notice, mails, pages and reminders ask this class. */
export class Deadlines {
  /** By the day from which they are counted: many visits share one. */
  private readonly formsDue = new Map<Day, Day>();

  constructor(
    private readonly calendar: WorkCalendar,
    private readonly policies: readonly DatedDutyPolicy[],
  ) {}

  /** The policy in effect on a day. */
  policyOn(day: Day): DutyPolicy {
    const begun = this.policies.filter(({ startsOn }) => startsOn <= day);
    return begun.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0] ?? STANDARD_DUTY_POLICY;
  }

  /** The last day on time for a form: counted from its return, else from the meeting, or from when it was asked for. */
  formDueOn({ heldOn, zone, returnedAt, askedAt }: AskedForm): Day {
    const days = [askedAt, returnedAt].flatMap((at) => (at === null ? [] : [dayIn(zone, at)]));
    const from = days.reduce((latest, day) => (day > latest ? day : latest), heldOn);
    const known = this.formsDue.get(from);
    if (known !== undefined) return known;
    const due = this.calendar.after(from, this.policyOn(from).formWorkdays);
    this.formsDue.set(from, due);
    return due;
  }

  /**
   * The day until which somebody should answer, by the policy of the month of the visits; in any case before their
   * first visit, where there is still a day before it.
   */
  answerBy(issuedOn: Day, firstVisit: Day): Day {
    const by = this.calendar.after(issuedOn, this.policyOn(firstVisit).answerWorkdays);
    const dayBefore = addDays(firstVisit, -1);
    if (by <= dayBefore) return by;
    return dayBefore < issuedOn ? issuedOn : dayBefore;
  }

  /** Days since the due day; 0 until it has passed. */
  daysLate(dueOn: Day, today: Day): number {
    return Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS));
  }
}
