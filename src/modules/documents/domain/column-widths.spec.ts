import fc from 'fast-check';
import { SEED } from '../../../../test/support/seed.ts';
import { fitColumns, longestWord, type TextWidth } from './column-widths.ts';
import { ComposeBlocks } from './compose-blocks.ts';
import type { ComposedTable } from './composed-document.ts';
import type { Table } from './official-document.ts';

/** Letters are half an em wide, bold ones 0.6 em. */
const widthOf: TextWidth = (text, { bold }) => Array.from(text).length * (bold ? 0.6 : 0.5);
const ROOM = { width: 480, inset: 3, size: 12, smallest: 9 };

const composed = (columns: Table['columns'], ...rows: string[][]): ComposedTable =>
  new ComposeBlocks().compose([
    { kind: 'table', columns, rows: rows.map((cells) => ({ kind: 'cells', cells })), whenEmpty: 'Không có.' },
  ])[0] as ComposedTable;
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const least = (letters: number, em = 0.5, size = 12): number => letters * em * size + 6;

describe('the widths of a table', () => {
  it('are shared by weight where the words have room', () => {
    const table = composed(
      [
        { header: 'A', width: 1 },
        { header: 'B', width: 3 },
      ],
      ['một', 'hai'],
    );
    expect(fitColumns(table, ROOM, widthOf)).toEqual({ widths: [120, 360], size: 12, wordsBreak: false });
  });

  it.each([
    ['a word of its rows', { header: 'A', width: 0.1 }, '100.000.000', least(11)],
    ['a word of its head, which is bold', { header: 'Nghiêng', width: 0.1 }, 'x', least(7, 0.6)],
    ['the longest of several words', { header: 'TT', width: 0.1 }, 'ba bốn nghiêng\nnăm', least(7)],
    ['the longer part of a hyphened word', { header: 'TT', width: 0.1 }, 'Ban-Nghiêng', least(7)],
    ['a number, whose hyphen does not break', { header: 'TT', width: 0.1 }, '42-12', least(5)],
    ['as much of a pasted key as is never broken', { header: 'TT', width: 0.1 }, 'x'.repeat(60), least(14)],
  ])('give a narrow column the room of %s', (_, column, text, wanted) => {
    const table = composed([column, { header: 'B', width: 9.9 }], [text, 'hai']);
    const [narrow = 0, wide = 0] = fitColumns(table, ROOM, widthOf).widths;
    expect(narrow).toBeGreaterThanOrEqual(wanted);
    expect(narrow).toBeLessThan(wanted + 1);
    expect(narrow + wide).toBeCloseTo(ROOM.width, 6);
  });

  it('count a word through its bold part', () => {
    const runs = [
      { text: 'nghi', bold: true, italic: false, url: null, anchor: null },
      { text: 'êng đi', bold: false, italic: false, url: null, anchor: null },
    ];
    expect(longestWord(runs, widthOf)).toBeCloseTo(4 * 0.6 + 3 * 0.5, 6);
  });

  it('give the columns of a group together the room of its head', () => {
    const table = composed(
      [
        { header: 'a', group: 'Nghiêngnghiêng', width: 0.1 },
        { header: 'b', group: 'Nghiêngnghiêng', width: 0.1 },
        { header: 'B', width: 9.8 },
      ],
      ['1', '2', 'ba'],
    );
    const [a = 0, b = 0] = fitColumns(table, ROOM, widthOf).widths;
    expect(a + b).toBeGreaterThanOrEqual(least(14, 0.6));
  });

  it('take smaller letters where the longest words do not stand side by side', () => {
    const columns = Array.from({ length: 6 }, () => ({ header: 'TT', width: 1 }));
    const table = composed(
      columns,
      columns.map(() => 'mườibachữcái3'),
    );
    expect(fitColumns(table, ROOM, widthOf)).toMatchObject({ size: 11, wordsBreak: false });
  });

  it('let words break where no letters are small enough', () => {
    const columns = Array.from({ length: 20 }, () => ({ header: 'TT', width: 1 }));
    const fit = fitColumns(
      composed(
        columns,
        columns.map(() => 'nghiêng'),
      ),
      ROOM,
      widthOf,
    );
    expect(fit).toMatchObject({ size: 9, wordsBreak: true });
    expect(total(fit.widths)).toBeCloseTo(ROOM.width, 6);
  });

  it('hold every word of any table, and fill the page', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ẫ', '9', '-', ' ', '\n'), maxLength: 20 });
    const tables = fc
      .array(fc.record({ header: cell, width: fc.double({ min: 0.05, max: 10, noNaN: true }) }), {
        minLength: 1,
        maxLength: 7,
      })
      .chain((columns) =>
        fc.tuple(
          fc.constant(columns),
          fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), { maxLength: 4 }),
        ),
      );
    fc.assert(
      fc.property(tables, ([columns, rows]) => {
        const table = composed(columns, ...rows);
        const { widths, size, wordsBreak } = fitColumns(table, ROOM, widthOf);
        expect(total(widths)).toBeCloseTo(ROOM.width, 6);
        if (wordsBreak) return;
        table.rows.forEach((row) => {
          if (row.kind === 'span') return;
          row.cells.forEach((runs, index) => {
            expect(widths[index]).toBeGreaterThanOrEqual(longestWord(runs, widthOf) * size + 2 * ROOM.inset);
          });
        });
      }),
      { seed: SEED },
    );
  });
});
