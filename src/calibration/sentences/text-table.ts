/** Rows as plain text, in columns; the first column to the left, the last one as it is, the others to the right. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => lengthOf(row[i] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        if (i === row.length - 1) return cell;
        const blank = ' '.repeat(Math.max(0, (widths[i] ?? 0) - lengthOf(cell)));
        return i === 0 ? cell + blank : blank + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Letters as they are seen; a letter and its marks may be several characters. */
function lengthOf(text: string): number {
  return Array.from(text.normalize('NFC')).length;
}
