import { dayIn, timeIn } from '../../../kernel/month.ts';
import type { VisitLine as MailLine } from '../../notifications/index.ts';
import type { VisitLine } from './visits-read-model.ts';

/** A visit as a row of a mail. */
export function mailLine(line: VisitLine, publicUrl: string): MailLine {
  const { zone, startsAt, endsAt, branch, place, kind, companions } = line;
  return {
    day: dayIn(zone, startsAt),
    from: timeIn(zone, startsAt),
    to: timeIn(zone, endsAt),
    branch,
    place,
    kind,
    with: companions,
    link: `${publicUrl}/my/visits/${line.id}`,
  };
}
