import { addDays, type Day, daysOf, type Month, weekday } from '../../../kernel/month.ts';
import type { CountedHoliday, EnteredHoliday } from './holiday.ts';
import type { DaysOff, Holidays } from './meeting-rule.ts';
import { type LawOfHolidays, TET } from './public-holidays.ts';

const SATURDAY = 6;
/** The fifth day of Tết, which each year's announcement sets, is at most this many days from those set by law. */
const AROUND_TET = 3;

/**
 * The days on which offices work, for every year. Entered days take precedence over the law, and a holiday on a weekly
 * day of rest is made up for on the next working day. Due days in working days, and days that meetings skip, are
 * determined here and nowhere else.
 */
export class WorkCalendar implements DaysOff {
  private readonly byDay: ReadonlyMap<Day, EnteredHoliday>;
  private readonly yearly: readonly EnteredHoliday[];
  private readonly inLieu = new Map<number, ReadonlyMap<Day, string>>();

  constructor(
    entered: readonly EnteredHoliday[] | Holidays,
    private readonly law: LawOfHolidays = () => new Map(),
  ) {
    const entries = isList(entered) ? entered : Array.from(entered, ([day, name]) => publicDay(day, name));
    this.byDay = new Map(entries.map((entry) => [entry.day, entry]));
    this.yearly = entries.filter(({ isYearly }) => isYearly);
  }

  /** What the day is apart from its weekday; null for an ordinary one. */
  at(day: Day): CountedHoliday | null {
    const set = this.setOn(day);
    if (set) return set;
    const name = this.inLieuOf(yearOf(day)).get(day) ?? this.inLieuOf(yearOf(day) - 1).get(day);
    return name === undefined ? null : { name, kind: 'in_lieu', from: 'reckoned' };
  }

  /** The name of a day off; undefined for every other day. */
  get(day: Day): string | undefined {
    const found = this.at(day);
    return found === null || found.kind === 'worked' ? undefined : found.name;
  }

  isWorked(day: Day): boolean {
    return this.setOn(day)?.kind === 'worked';
  }

  /** The days off of a month with their names. */
  daysOff(month: Month): Holidays {
    return new Map(
      daysOf(month).flatMap((day) => {
        const name = this.get(day);
        return name === undefined ? [] : [[day, name] as const];
      }),
    );
  }

  /** Weekend days of a month that are worked. */
  worked(month: Month): Day[] {
    return daysOf(month).filter((day) => this.isWorked(day));
  }

  isWorkday(day: Day): boolean {
    const found = this.at(day);
    return found === null ? weekday(day) < SATURDAY : found.kind === 'worked';
  }

  /** The last of that many working days after a day, which itself does not count; for 0 the day itself. */
  after(day: Day, workdays: number): Day {
    let last = day;
    for (let left = workdays; left > 0;) {
      last = addDays(last, 1);
      if (this.isWorkday(last)) left--;
    }
    return last;
  }

  /**
   * Whether the announcement of the year's days off has been entered: it sets a fifth day of Tết, which the law leaves
   * open.
   */
  isAnnounced(year: number): boolean {
    const tet = [...this.law(year)].filter(([, name]) => name === TET).map(([day]) => day);
    const [first, last] = [tet[0], tet.at(-1)];
    if (first === undefined || last === undefined) return true;
    const near = [...this.byDay.values()].filter(
      ({ day, kind }) =>
        kind !== 'worked' &&
        !tet.includes(day) &&
        day >= addDays(first, -AROUND_TET) &&
        day <= addDays(last, AROUND_TET),
    );
    return near.some(({ day }) => !this.inLieuOf(year).has(day));
  }

  /** The entry in effect on a day. */
  entryOn(day: Day): EnteredHoliday | null {
    return this.byDay.get(day) ?? this.yearly.find((each) => isOn(each, day)) ?? null;
  }

  /** As entered or set by law, before days in lieu are derived from it. */
  private setOn(day: Day): CountedHoliday | null {
    const entry = this.entryOn(day);
    if (entry) return { name: entry.name, kind: entry.kind, from: 'entry' };
    const name = this.law(yearOf(day)).get(day);
    return name === undefined ? null : { name, kind: 'public', from: 'law' };
  }

  /** Days in lieu of public holidays of a year that fall on a weekly day of rest. */
  private inLieuOf(year: number): ReadonlyMap<Day, string> {
    const known = this.inLieu.get(year);
    if (known) return known;
    const days = new Map<Day, string>();
    for (const day of this.publicDaysOf(year)) {
      if (weekday(day) < SATURDAY) continue;
      let instead = addDays(day, 1);
      // An entered day off takes the place of the derived one, because announcements name both.
      while (weekday(instead) >= SATURDAY || this.isPublicByRule(instead) || days.has(instead)) {
        instead = addDays(instead, 1);
      }
      days.set(instead, this.get(day) ?? '');
    }
    this.inLieu.set(year, days);
    return days;
  }

  private publicDaysOf(year: number): Day[] {
    const days = [
      ...this.law(year).keys(),
      ...this.yearly.map(({ day }) => `${year}${day.slice(4)}` as Day),
      ...[...this.byDay.keys()].filter((day) => yearOf(day) === year),
    ];
    return [...new Set(days)].filter((day) => this.setOn(day)?.kind === 'public').sort();
  }

  /** A public holiday of every year, by law or by a yearly entry. */
  private isPublicByRule(day: Day): boolean {
    if (this.byDay.get(day)?.kind === 'worked') return false;
    return this.law(yearOf(day)).has(day) || this.yearly.some((each) => each.kind === 'public' && isOn(each, day));
  }
}

function isList(entered: readonly EnteredHoliday[] | Holidays): entered is readonly EnteredHoliday[] {
  return Array.isArray(entered);
}

function publicDay(day: Day, name: string): EnteredHoliday {
  return { day, name, kind: 'public', isYearly: false, lastYear: null };
}

function isOn({ day: first, isYearly, lastYear }: EnteredHoliday, day: Day): boolean {
  return isYearly && day.slice(4) === first.slice(4) && day >= first && (lastYear === null || yearOf(day) <= lastYear);
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
