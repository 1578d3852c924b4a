import { placeOf } from './check-rows.ts';
import type { FaultLog } from './fault-log.ts';
import { textKey } from './fold.ts';
import { OTHER_READING, TWO_READINGS } from './question.ts';
import type { RawRow, RawTable } from './read-table.ts';

const SHOWN_EXAMPLES = 3;
const IDENTITY = ['visit', 'kind', 'field', 'text'] as const;

/**
 * Asks about findings that stand in the file twice, word by word: pasted once too often, they would count twice.
 * @returns the table without the later ones where somebody says so
 */
export function withoutRepeats(findings: RawTable, log: FaultLog): RawTable {
  const first = new Map<string, RawRow>();
  const repeats = new Map<RawRow, RawRow>();
  for (const row of findings.rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const other = first.get(key);
    if (other === undefined) first.set(key, row);
    else repeats.set(row, other);
  }
  const examples = [...repeats].slice(0, SHOWN_EXAMPLES).map(([row, other]) => [other.row, row.row] as const);
  const answers = [...repeats.keys()].map((row) =>
    log.ask(placeOf(findings, row, 'text'), 'findings_repeated', { examples }, TWO_READINGS),
  );
  if (!answers.includes(OTHER_READING)) return findings;
  return { ...findings, rows: findings.rows.filter((row) => !repeats.has(row)) };
}

/** Null where something could not be read. */
function keyOf({ values }: RawRow): string | null {
  const parts = IDENTITY.map((key) => values[key]);
  if (parts.includes(undefined)) return null;
  return parts.map((part) => (typeof part === 'string' ? textKey(part) : '')).join('\n');
}
