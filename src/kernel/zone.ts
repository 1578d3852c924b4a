import { timeIn } from './month.ts';

/** Names used today for zones whose former name is still the canonical one in older standards. */
const TODAY: Readonly<Record<string, string>> = {
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
};

const VIETNAM = 'Asia/Ho_Chi_Minh';

/**
 * The canonical name of a zone, however it was written: Asia/Saigon and asia/ho_chi_minh give the same. Null for an
 * unknown zone.
 */
export function canonicalZone(name: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // An offset such as +07:00 is not the name of a zone.
    if (/^[+-]/.test(timeZone)) return null;
    return TODAY[timeZone] ?? timeZone;
  } catch {
    return null;
  }
}

/** Whether clocks in a zone show another time than clocks in Vietnam. */
export function isElsewhere(zone: string, at: Date): boolean {
  return timeIn(zone, at) !== timeIn(VIETNAM, at);
}
