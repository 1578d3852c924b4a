import type { Random } from '../../src/kernel/random.ts';

/**
 * When the branches of a month meet. `clumped`: mostly on the first five evenings, so that they collide. `lived`: as in
 * reality, quarters at 19:30 around the 3rd, agencies in the morning, few in later weeks. `even`: over the whole month.
 * `one_evening`: all on the 3rd at 19:30. `one_day`: on the half hours of the 3rd, from 07:30 to 19:00.
 */
export type Calendar = 'clumped' | 'lived' | 'even' | 'one_evening' | 'one_day';

/** 1 December 2020, 00:00 in Ho Chi Minh City. */
export const FIRST_DAY = 26_778_900;
export const DAY = 1440;
/** Days of the month on which somebody meets. */
export const DAYS = 28;

const HALF_PAST_SEVEN = 19 * 60 + 30;
/** How many per cent of the meetings of the first five days are on each. */
const FIRST_DAYS = [14, 19, 33, 20, 14];

/** The start of one meeting; with `clumped`, that many per cent of the meetings are on the first five days. */
export function meetingStart(random: Random, calendar: Calendar, clumped: number): number {
  switch (calendar) {
    case 'clumped': {
      const day = random.chance(clumped) ? random.below(5) : 5 + random.below(DAYS - 5);
      const isEvening = random.chance(75);
      return at(day, isEvening ? 19 * 60 + 30 * random.below(2) : 8 * 60 + 30 * random.below(14));
    }
    case 'lived':
      return at(livedDay(random, clumped), livedHour(random));
    case 'even':
      return at(random.below(DAYS), livedHour(random));
    case 'one_evening':
      return at(2, HALF_PAST_SEVEN);
    case 'one_day':
      return at(2, 450 + 30 * random.below(24));
  }
}

function at(day: number, minute: number): number {
  return FIRST_DAY + day * DAY + minute;
}

function livedDay(random: Random, clumped: number): number {
  if (!random.chance(clumped)) return 5 + Math.min(random.below(DAYS - 5), random.below(DAYS - 5));
  let rest = random.below(100);
  return FIRST_DAYS.findIndex((share) => (rest -= share) < 0);
}

function livedHour(random: Random): number {
  const isAgency = random.chance(25);
  if (isAgency) return random.chance(70) ? 8 * 60 : 13 * 60 + 30 + 30 * random.below(3);
  return random.chance(80) ? HALF_PAST_SEVEN : 18 * 60 + 30 * random.below(3);
}
