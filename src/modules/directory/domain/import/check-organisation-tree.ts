import { textKey } from './fold.ts';
import { placeOf } from './check-rows.ts';
import type { FaultLog } from './fault-log.ts';
import type { RawRow, RawTable } from './read-table.ts';

interface Version {
  readonly raw: RawRow;
  readonly code: string;
  readonly parent: string | null;
  readonly from: string;
  /** Inclusive. */
  readonly to: string;
}

const EVER = '0000-00-00';
const NEVER = '9999-99-99';

/**
 * On each day an organisation has one name and one parent, there is a root, and no organisation is its own ancestor.
 */
export function checkOrganisationTree(table: RawTable, log: FaultLog): void {
  const versions = table.rows.flatMap(versionOf);
  reportOverlaps(table, versions, log);
  if (
    table.rows.length > 0 &&
    !table.rows.some(({ values }) => values['parent'] === null || values['parent'] === undefined)
  ) {
    log.add({ sheet: table.sheet }, 'root_missing', {});
  }
  const reported = new Set<RawRow>();
  // Between two starts of validity relations only end, so checking the days on which one starts finds every cycle.
  for (const day of new Set(versions.map((version) => version.from))) {
    const valid = versions.filter((version) => version.from <= day && day <= version.to);
    reportCycles(table, valid, reported, log);
  }
}

function versionOf(raw: RawRow): Version[] {
  const { code, parent, validFrom, validTo } = raw.values;
  if (typeof code !== 'string' || validFrom === undefined || validTo === undefined) return [];
  return [
    {
      raw,
      code: textKey(code),
      parent: typeof parent === 'string' ? textKey(parent) : null,
      from: typeof validFrom === 'string' ? validFrom : EVER,
      to: typeof validTo === 'string' ? validTo : NEVER,
    },
  ];
}

function reportOverlaps(table: RawTable, versions: readonly Version[], log: FaultLog): void {
  const byCode = new Map<string, Version[]>();
  for (const version of versions) {
    const earlier = byCode.get(version.code) ?? [];
    const other = earlier.find(({ from, to }) => from <= version.to && version.from <= to);
    if (other !== undefined) {
      const isSame = other.from === version.from && other.to === version.to;
      log.add(placeOf(table, version.raw, 'code'), isSame ? 'duplicate' : 'periods_overlap', {
        otherRow: other.raw.row,
      });
    }
    byCode.set(version.code, [...earlier, version]);
  }
}

function reportCycles(table: RawTable, valid: readonly Version[], reported: Set<RawRow>, log: FaultLog): void {
  const byCode = new Map(valid.map((version) => [version.code, version]));
  const settled = new Set<string>();
  for (const start of valid) {
    const path: Version[] = [];
    let at: Version | undefined = start;
    while (at !== undefined && !settled.has(at.code) && !path.includes(at)) {
      path.push(at);
      at = at.parent === null ? undefined : byCode.get(at.parent);
    }
    if (at !== undefined && path.includes(at) && !reported.has(at.raw)) {
      const cycle = path.slice(path.indexOf(at));
      for (const { raw } of cycle) reported.add(raw);
      const codes = [...cycle, at].map(({ raw }) => String(raw.values['code']));
      log.add(placeOf(table, at.raw, 'parent'), 'parent_cycle', { path: codes });
    }
    for (const { code } of path) settled.add(code);
  }
}
