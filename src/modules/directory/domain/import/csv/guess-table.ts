import type { CellValue } from '../../../../../kernel/workbook.ts';
import type { TableName } from '../column.ts';
import { findHeader, NOTE, ORDINAL } from '../find-header.ts';
import { plainKey } from '../fold.ts';
import { TABLE_NAMES, TABLES } from '../format.ts';

/** How well the header of a list fits a sheet of the template. */
interface Fit {
  readonly table: TableName;
  readonly known: number;
  readonly missing: number;
  readonly unknown: number;
}

export interface GuessedTable {
  /** The best first; empty where no header is one of the template's. */
  readonly fits: readonly TableName[];
  /** How many headers of the best one were found. */
  readonly known: number;
}

/** The header is searched in the first rows, and no list has more columns than this. */
const JUDGED_ROWS = 40;
const JUDGED_COLUMNS = 200;

/** Determines which sheet of the template a list is: by its headers, and by the file's name where these fit several. */
export function guessTable(list: readonly (readonly CellValue[])[], fileName: string): GuessedTable {
  const rows = list.slice(0, JUDGED_ROWS).map((cells) => cells.slice(0, JUDGED_COLUMNS));
  const fits = TABLE_NAMES.map((table) => fitOf(rows, table)).sort(
    (a, b) => Number(a.missing > 0) - Number(b.missing > 0) || b.known - a.known || a.unknown - b.unknown,
  );
  const [best] = fits;
  if (best === undefined || best.known === 0) return { fits: [], known: 0 };
  const equal = fits.filter(
    ({ missing, known, unknown }) =>
      missing > 0 === best.missing > 0 && known === best.known && unknown === best.unknown,
  );
  const tables = equal.map(({ table }) => table);
  const named = namedBy(fileName, tables);
  return { fits: named === null ? tables : [named], known: best.known };
}

function fitOf(rows: readonly (readonly CellValue[])[], table: TableName): Fit {
  const { columns } = TABLES[table];
  const header = findHeader({ name: '', rows }, columns);
  const found = new Set((header?.headings ?? []).flatMap(({ key }) => key ?? []));
  return {
    table,
    known: [...found].filter((key) => key !== NOTE && key !== ORDINAL).length,
    missing: Object.entries(columns).filter(([key, { required }]) => required && !found.has(key)).length,
    unknown: (header?.headings ?? []).filter(({ key }) => key === null).length,
  };
}

/**
 * The table whose name occurs in the file's name, trying long names first: “loai-chi-bo.csv” is not a list of branches.
 */
function namedBy(fileName: string, tables: readonly TableName[]): TableName | null {
  const words = ` ${plainKey(fileName.replace(/\.\w+$/, ''))} `;
  const names = TABLE_NAMES.flatMap((table) =>
    [TABLES[table].name.vi, TABLES[table].name.en, ...TABLES[table].aliases].map(
      (name) => [plainKey(name), table] as const,
    ),
  );
  const [found] = names.filter(([name]) => words.includes(` ${name} `)).sort(([a], [b]) => b.length - a.length);
  return found !== undefined && tables.includes(found[1]) ? found[1] : null;
}
