import type { ImportGround, KnownRow } from './import-ground.ts';
import { placeOf } from './check-rows.ts';
import type { FaultLog } from './fault-log.ts';
import { plainKey, textKey } from './fold.ts';
import type { RawRow, RawTable } from './read-table.ts';
import type { RawTables } from './resolve-references.ts';

const SHOWN_PAIRS = 3;
/** Shorter ones are initials, which prove nothing. */
const SHORTEST_LOCAL_PART = 4;

/**
 * Asks about rows that are probably one person or one branch entered twice. Each row has a code of its own, so only
 * names and addresses can reveal it; a person entered twice, in one department or in two, would be sent twice as often.
 * Two namesakes whom the directory has already were asked about when the second came.
 */
export function askAboutTwins({ specialists, branches }: RawTables, known: ImportGround['known'], log: FaultLog): void {
  if (specialists !== undefined) {
    const isKnown = knownBy(known?.specialists ?? []);
    const areKnown = (one: RawRow, other: RawRow) => isKnown(one) && isKnown(other) && !isOneDepartment(one, other);
    askAbout(specialists, 'one_person', [nameOf, localPart, bareNameIn('department')], log, areKnown);
  }
  if (branches !== undefined)
    askAbout(branches, 'one_branch', [nameIn('organisation'), bareNameIn('organisation')], log);
}

/** A value that two rows of one thing share; null where a row's value is too short to prove anything. */
interface Trait {
  readonly of: (row: RawRow) => string | null;
  /** What two rows must be besides. */
  readonly isShared?: (row: RawRow, other: RawRow) => boolean;
}

function nameIn(group: string, keyOf = textKey): Trait {
  return {
    of: ({ values }) => {
      const [name, other] = [values['name'], values[group]];
      return typeof name === 'string' && typeof other === 'string' ? `${keyOf(name)}\n${textKey(other)}` : null;
    },
  };
}

/** The same name of which one was typed without diacritics; Hòa and Hoa, both with others, are two names. */
function bareNameIn(group: string): Trait {
  return { ...nameIn(group, plainKey), isShared: (row, other) => isBare(row) || isBare(other) };
}

function isBare({ values: { name } }: RawRow): boolean {
  return typeof name === 'string' && textKey(name) === plainKey(name);
}

const nameOf: Trait = {
  of: ({ values: { name } }) => (typeof name === 'string' ? textKey(name) : null),
};

function isOneDepartment(one: RawRow, other: RawRow): boolean {
  const [mine, theirs] = [one.values['department'], other.values['department']];
  return typeof mine === 'string' && typeof theirs === 'string' && textKey(mine) === textKey(theirs);
}

/** Whether the directory has the row in use, under its code and name. */
function knownBy(known: readonly KnownRow[]): (row: RawRow) => boolean {
  const nameOfCode = new Map(
    known.flatMap(({ code, name, isInUse }) => (isInUse && name ? [[textKey(code), textKey(name)] as const] : [])),
  );
  return ({ values: { code, name } }) =>
    typeof code === 'string' && typeof name === 'string' && nameOfCode.get(textKey(code)) === textKey(name);
}

/** The part of the address before the @, and the name without diacritics. */
const localPart: Trait = {
  of: ({ values: { mail, name } }) => {
    if (typeof mail !== 'string' || typeof name !== 'string') return null;
    const local = mail.slice(0, mail.indexOf('@')).toLowerCase();
    return local.length < SHORTEST_LOCAL_PART ? null : `${local}\n${plainKey(name)}`;
  },
};

function askAbout(
  table: RawTable,
  code: 'one_person' | 'one_branch',
  traits: readonly Trait[],
  log: FaultLog,
  isSettled: (row: RawRow, other: RawRow) => boolean = () => false,
): void {
  const pairs = new Map<RawRow, RawRow>();
  for (const { of: trait, isShared = () => true } of traits) {
    const first = new Map<string, RawRow>();
    for (const row of table.rows) {
      const key = trait(row);
      if (key === null) continue;
      const other = first.get(key);
      if (other === undefined) first.set(key, row);
      else if (!pairs.has(row) && isShared(row, other) && !isSettled(row, other)) pairs.set(row, other);
    }
  }
  const examples = [...pairs].slice(0, SHOWN_PAIRS).map(([row, other]) => ({
    name: String(row.values['name']),
    codes: [codeOf(other), codeOf(row)] as const,
    rows: [other.row, row.row] as const,
  }));
  for (const row of pairs.keys()) {
    log.ask(placeOf(table, row, 'name'), code, { examples });
  }
}

function codeOf({ values: { code } }: RawRow): string {
  return typeof code === 'string' ? code : '?';
}
