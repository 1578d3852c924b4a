import { Temporal } from 'temporal-polyfill';

/**
 * The VTIMEZONE of a zone without daylight saving time, such as Asia/Ho_Chi_Minh: one STANDARD observance, no RRULE.
 * @throws RangeError for a zone whose offset changes over the year.
 */
export function fixedTimeZone(zone: string): string {
  const offsets = new Set(['2000-01-01', '2000-07-01', '2025-01-01', '2025-07-01'].map((d) => offsetOn(zone, d)));
  const [offset] = offsets;
  if (offset === undefined || offsets.size > 1) throw new RangeError(`the clocks of ${zone} change over the year`);
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    `TZNAME:${offset.replace(/00$/, '')}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n');
}

/** `+0700`. */
function offsetOn(zone: string, d: string): string {
  return Temporal.PlainDate.from(d).toZonedDateTime(zone).offset.replace(':', '');
}
