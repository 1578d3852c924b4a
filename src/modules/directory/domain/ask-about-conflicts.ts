import type { Day } from '../../../kernel/month.ts';
import { type Comparison, isActive } from './changes/compare-rows.ts';
import { type DirectoryRows, type Row, textOf } from './changes/import-tables.ts';
import type { WantedRow } from './changes/wanted-rows.ts';
import { TABLES } from './import/format.ts';
import { type ImportQuestion, questionAbout } from './import/question.ts';

const NAMED = 20;

interface Pair {
  readonly person: string;
  readonly branch: string;
}

/** Asks about conflicts of interest that still count and that the file does not have, as an older one would. */
export function askAboutConflicts({ changes }: Comparison, current: DirectoryRows, today: Day): ImportQuestion[] {
  const pairOf = pairsIn(current);
  const gone = changes.flatMap(({ table, before, after }) =>
    table === 'conflicts_of_interest' && before !== null && after === null && counts(before, today)
      ? pairOf(before)
      : [],
  );
  return asked('conflicts_gone', gone);
}

/**
 * What the file says of conflicts of interest gives way to what people told themselves, as long as that counts: their
 * reason and last day are known to them, and a file may be older. Somebody confirms each that the file has otherwise.
 *
 * @param silent columns of conflicts that the file does not have
 */
export function asTold(
  wanted: readonly WantedRow[],
  current: DirectoryRows,
  today: Day,
  silent: readonly string[] = [],
): { readonly wanted: readonly WantedRow[]; readonly questions: readonly ImportQuestion[] } {
  const told = new Map(
    current.conflicts_of_interest
      .filter((row) => textOf(row, 'told_by') !== '' && counts(row, today))
      .map((row) => [keyOf(row), row]),
  );
  const pairOf = pairsIn(current);
  const differing: Pair[] = [];
  const rows = wanted.map((each): WantedRow => {
    const before = each.table === 'conflicts_of_interest' ? told.get(keyOf(each.row)) : undefined;
    if (before === undefined) return each;
    const kept = { reason: before['reason'] ?? null, until: before['until'] ?? null };
    const isOther = Object.entries(kept).some(([key, value]) => !silent.includes(key) && each.row[key] !== value);
    if (isOther) differing.push(...pairOf(before));
    return { ...each, row: { ...each.row, ...kept } };
  });
  return { wanted: rows, questions: asked('conflicts_told', differing) };
}

function asked(code: 'conflicts_gone' | 'conflicts_told', pairs: readonly Pair[]): ImportQuestion[] {
  if (pairs.length === 0) return [];
  const params = { examples: pairs.slice(0, NAMED), total: pairs.length };
  return [questionAbout({ sheet: TABLES.conflicts.name.vi }, code, params)];
}

/** The names of the person and the branch of a conflict; none where either is out of use. */
function pairsIn({ specialists, branches }: DirectoryRows): (conflict: Row) => Pair[] {
  const names = new Map(
    [...specialists, ...branches].filter(isActive).map((row) => [textOf(row, 'id'), textOf(row, 'name')]),
  );
  return (conflict) => {
    const [person, branch] = ['specialist_id', 'branch_id'].map((column) => names.get(textOf(conflict, column)));
    return person !== undefined && branch !== undefined ? [{ person, branch }] : [];
  };
}

function counts(conflict: Row, today: Day): boolean {
  const until = textOf(conflict, 'until');
  return until === '' || until >= today;
}

function keyOf(conflict: Row): string {
  return `${textOf(conflict, 'specialist_id')} ${textOf(conflict, 'branch_id')}`;
}
