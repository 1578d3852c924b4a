import { timeIn } from './month.ts';

/** The names that are in use today; the list of zones of older standards keeps former ones as canonical. */
const TODAY: Readonly<Record<string, string>> = {
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
};

const VIETNAM = 'Asia/Ho_Chi_Minh';

/** The one name of a zone, whatever it was written as: Asia/Saigon and asia/ho_chi_minh are one. Null for no zone. */
export function canonicalZone(name: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // An offset such as +07:00 knows no summer time and is no zone of the list.
    if (/^[+-]/.test(timeZone)) return null;
    return TODAY[timeZone] ?? timeZone;
  } catch {
    return null;
  }
}

/** Whether clocks of a zone show another hour than those of Vietnam. */
export function isElsewhere(zone: string, at: Date): boolean {
  return timeIn(zone, at) !== timeIn(VIETNAM, at);
}
