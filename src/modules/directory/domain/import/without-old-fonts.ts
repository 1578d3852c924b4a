import type { CellValue } from '../../../../kernel/workbook.ts';
import { cellPlace, type ColumnPlace, type FaultLog } from './fault-log.ts';
import { type Garbled, garbled, inFont, isUnicode } from './old-fonts.ts';
import { OTHER_READING, TWO_READINGS } from './question.ts';

interface Row {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** Decodes texts of legacy fonts and wrong tables; the user confirms each column. */
export function withoutOldFonts(
  sheet: string,
  rows: readonly Row[],
  places: ReadonlyMap<string, ColumnPlace>,
  log: FaultLog,
): readonly Row[] {
  const read = rows.map(({ row, cells }) => ({ row, cells: [...cells] }));
  for (const place of places.values()) {
    const texts = read.map(({ cells }) => {
      const cell = cells[place.index];
      return typeof cell === 'string' ? cell : null;
    });
    for (const [at, found] of spoiltIn(texts).entries()) {
      const line = read[at];
      if (found === null || line === undefined) continue;
      const { garbling, reading } = found;
      const where = cellPlace(sheet, line.row, place, texts[at] ?? null);
      const answer = log.ask(where, 'letters_garbled', { garbling, reading }, TWO_READINGS);
      if (answer !== OTHER_READING) line.cells[place.index] = reading;
    }
  }
  return read;
}

/**
 * Which texts of a column were garbled; where most are of one legacy font, a text that could also be intact counts as
 * garbled too.
 */
function spoiltIn(texts: readonly (string | null)[]): (Garbled | null)[] {
  const found = texts.map((text) => (text === null ? null : garbled(text)));
  const fonts = new Set(found.flatMap((each) => (each === null ? [] : [each.garbling])));
  const [font] = fonts;
  const isOfOneFont = fonts.size === 1 && (font === 'tcvn3' || font === 'vni');
  if (!isOfOneFont || texts.some((text, at) => text !== null && found[at] === null && isUnicode(text))) return found;
  return found.map((each, at) => {
    const text = texts[at] ?? null;
    return each ?? (text === null ? null : inFont(text, font));
  });
}
