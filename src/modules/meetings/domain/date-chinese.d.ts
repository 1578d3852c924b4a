/** The part of the library that is used; its own declarations are where TypeScript does not look. */
declare module 'date-chinese' {
  /** A day of the Vietnamese lunar calendar, for the meridian of 105° E. */
  export class CalendarVietnamese {
    /** The first day of the lunar year that begins in a Gregorian year, as a Julian ephemeris day. */
    newYear(gregorianYear: number): number;
    fromJDE(day: number): this;
    /** Cycle, year of the cycle, month, whether it is a leap month, and day. */
    get(): [number, number, number, boolean, number];
    set(cycle: number, year: number, month: number, isLeap: boolean, day: number): this;
    toGregorian(gregorianYear: number): { year: number; month: number; day: number };
  }
}
