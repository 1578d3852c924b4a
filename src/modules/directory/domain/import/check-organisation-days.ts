import { addDays, type Day } from '../../../../kernel/month.ts';
import { placeOf } from './check-rows.ts';
import type { RawTables } from './resolve-references.ts';
import type { FaultLog } from './fault-log.ts';
import { textKey } from './fold.ts';
import type { RawRow, RawTable } from './read-table.ts';

/** A row of an organisation with the days on which it is valid; null: without beginning, or without end. */
interface Span {
  readonly raw: RawRow;
  readonly from: Day | null;
  /** Inclusive. */
  readonly to: Day | null;
}

const FAR = '9999-12-31';
const SHOWN_BRANCHES = 3;

/**
 * Every branch must belong to an organisation that exists: one that has ended, or begins later, would leave its
 * meetings without the name of an organisation; the same holds for parents. Without `today` only gaps are reported.
 */
export function checkOrganisationDays(tables: RawTables, today: Day | null, log: FaultLog): void {
  const { organisations } = tables;
  if (organisations === undefined) return;
  const spans = spansOf(organisations);
  for (const own of spans.values()) askAboutGaps(organisations, own, log);
  if (today === null) return;
  for (const branch of tables.branches?.rows ?? []) {
    const { organisation } = branch.values;
    if (typeof organisation === 'string' && tables.branches) {
      const place = placeOf(tables.branches, branch, 'organisation');
      judge(spans.get(textKey(organisation)) ?? [], { organisation, today, place }, log);
    }
  }
  for (const [code, own] of spans) {
    const now = own.find((span) => holds(span, today));
    const parent = now?.raw.values['parent'];
    if (!now || typeof parent !== 'string') continue;
    const branches = branchesBelow(code, spans, tables, today);
    if (branches.length === 0) continue;
    const place = placeOf(organisations, now.raw, 'parent');
    judge(spans.get(textKey(parent)) ?? [], { organisation: parent, today, place, branches }, log);
  }
}

interface Judged {
  readonly organisation: string;
  readonly today: Day;
  readonly place: ReturnType<typeof placeOf>;
  /**
   * The branches below it; left out where the cell is that of a branch.
   */
  readonly branches?: readonly string[];
}

function judge(own: readonly Span[], { organisation, today, place, branches = [] }: Judged, log: FaultLog): void {
  if (own.length === 0) return; // reported as unknown elsewhere
  const now = own.find((span) => holds(span, today));
  const later = own.flatMap(({ from }) => (from !== null && from > today ? [from] : [])).sort();
  const params = { organisation, branches: branches.slice(0, SHOWN_BRANCHES) };
  if (now === undefined && later[0] !== undefined) {
    log.add(place, 'organisation_begins_later', { ...params, from: later[0] });
  } else if (now === undefined) {
    const ended = own.map(({ to }) => to ?? FAR).sort();
    log.add(place, 'organisation_ended', { ...params, to: ended.at(-1) ?? FAR });
  } else if (later.length === 0 && now.to !== null && branches.length === 0) {
    log.ask(place, 'organisation_ends', { organisation, to: now.to });
  }
}

function askAboutGaps(table: RawTable, own: readonly Span[], log: FaultLog): void {
  const ordered = [...own].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  for (const [index, next] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before?.to === undefined || before.to === null || next.from === null) continue;
    const first = addDays(before.to, 1);
    if (first >= next.from) continue;
    log.ask(placeOf(table, next.raw, 'validFrom'), 'organisation_gap', {
      organisation: String(next.raw.values['code']),
      from: first,
      to: addDays(next.from, -1),
    });
  }
}

function spansOf(table: RawTable): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const raw of table.rows) {
    const { code, validFrom, validTo } = raw.values;
    // Cells that could not be read are reported already.
    if (typeof code !== 'string' || validFrom === undefined || validTo === undefined) continue;
    const own = spans.get(textKey(code)) ?? [];
    spans.set(textKey(code), [...own, { raw, from: validFrom as Day | null, to: validTo as Day | null }]);
  }
  return spans;
}

function branchesBelow(
  code: string,
  spans: ReadonlyMap<string, readonly Span[]>,
  { branches }: RawTables,
  today: Day,
): string[] {
  const isBelow = (organisation: string, seen: readonly string[]): boolean => {
    const key = textKey(organisation);
    if (key === code) return true;
    const parent = spans.get(key)?.find((span) => holds(span, today))?.raw.values['parent'];
    return typeof parent === 'string' && !seen.includes(key) && isBelow(parent, [...seen, key]);
  };
  return (branches?.rows ?? []).flatMap(({ values: { code: branch, organisation } }) =>
    typeof branch === 'string' && typeof organisation === 'string' && isBelow(organisation, []) ? [branch] : [],
  );
}

function holds({ from, to }: Span, today: Day): boolean {
  return (from === null || from <= today) && (to === null || to >= today);
}
