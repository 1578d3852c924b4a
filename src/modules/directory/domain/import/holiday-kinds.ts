import type { Day } from '../../../../kernel/month.ts';
import { weekday } from '../../../../kernel/month.ts';
import type { HolidayKind } from '../../../../kernel/vocabulary.ts';
import { placeOf } from './check-rows.ts';
import type { FaultLog } from './fault-log.ts';
import { plainKey } from './fold.ts';
import type { RawTable } from './read-table.ts';

const SATURDAY = 6;
const WORKS =
  /^(ngay )?((di )?lam( viec)? (bu|thay)|di lam|(di )?lam( viec)? hoan doi|hoan doi (di )?lam|worked|working)\b/;
const WORKS_IN_EXCHANGE =
  /\b(lam|lam viec) bu\b|\b(lam|lam viec) hoan doi\b|\bhoan doi (di )?lam\b|\bworked\b|\bworking (day|saturday|sunday)\b/;
const RESTS = /^(ngay )?nghi\b|\bday off\b/;
const IN_LIEU = /\bbu\b|\bhoan doi\b|\bin lieu\b|\bcompensatory\b|\bsubstitute\b/;

/**
 * The kind of a day by its name: announcements call a swapped Saturday `làm bù` and a day off in lieu `nghỉ bù`. The
 * name of a day off may continue with the day worked for it (`nghỉ hoán đổi, làm bù 10/01`), so
 * `worked` is read from the beginning of a name; on a weekend day also from the rest, unless it begins as a day off.
 */
export function kindByName(name: string, day: Day): HolidayKind {
  const words = plainKey(name);
  if (WORKS.test(words)) return 'worked';
  if (weekday(day) >= SATURDAY && WORKS_IN_EXCHANGE.test(words) && !RESTS.test(words)) return 'worked';
  return IN_LIEU.test(words) || WORKS_IN_EXCHANGE.test(words) ? 'in_lieu' : 'public';
}

/** A weekend day whose name speaks of work, without saying on which day. */
function maybeWorked(name: string, day: Day): boolean {
  const words = plainKey(name);
  return weekday(day) >= SATURDAY && /\b(lam|work)\b/.test(words) && !RESTS.test(words);
}

/** Gives days without a kind that of their name, and asks where name, kind and weekday contradict each other. */
export function readHolidayKinds(table: RawTable, log: FaultLog): void {
  for (const row of table.rows) {
    const { day, name, kind } = row.values as { day?: Day; name?: string; kind?: HolidayKind | null };
    if (day === undefined || name === undefined || kind === undefined) continue;
    const byName = kindByName(name, day);
    if (kind === null) row.values['kind'] = byName;
    const isNamedWorked = kind === null ? byName !== 'worked' && maybeWorked(name, day) : byName === 'worked';
    if (kind !== 'worked' && isNamedWorked) log.ask(placeOf(table, row, 'name'), 'named_as_worked', { name });
    if ((kind ?? byName) === 'worked' && weekday(day) < SATURDAY) {
      log.ask(placeOf(table, row, 'day'), 'worked_on_workday', { day });
    }
  }
}
