import { faultSentence, questionSentence } from '../../../src/modules/directory/import-messages.ts';
import type { ImportGround, KnownRow } from '../../../src/modules/directory/domain/import/import-ground.ts';
import type { Day } from '../../../src/kernel/month.ts';
import type { CellValue, Sheet } from '../../../src/kernel/workbook.ts';
import { aDistrict, withCell, withRows } from './a-district.ts';
import { parseSheets } from './parse-sheets.ts';

export const day = (iso: string): CellValue => ({ day: iso, time: null });
export const time = (text: string): CellValue => ({ day: null, time: text });
const row = (code: string, names: readonly string[], isInUse: boolean): KnownRow => ({ code, names, isInUse });

/** The directory knows a branch, a person, a department and a field that are out of use. */
const GROUND: ImportGround = {
  today: '2026-11-20' as Day,
  known: {
    branches: [row('P1-KP1', ['P1.1'], true), row('TH-HOAMAI', ['THHM'], true), row('XN-CU', ['XNC'], false)],
    specialists: [row('CV01', ['Trần Thị Mẫu'], true), row('CV09', ['Lê Văn Nghỉ'], false)],
    departments: [row('BTC', ['Tổ chức'], true), row('BCU', ['Ban cũ'], false)],
    fields: [row('MT', ['Vệ sinh môi trường'], true), row('CUF', ['Lĩnh vực cũ'], false)],
  },
};

type Rows = readonly (readonly CellValue[])[];
export type Case = readonly [what: string, sheets: readonly Sheet[], expected: Expected];
/** Faults and questions as `place code`, and where the file is read, what one of its tables then ends with. */
interface Expected {
  readonly faults?: readonly string[];
  readonly asks?: readonly string[];
  readonly read?: Readonly<Record<string, object>>;
}

export const cell = (sheet: string, header: string, value: CellValue) => withCell(aDistrict(), sheet, 2, header, value);
export const rows = (sheet: string, ...added: Rows) => withRows(aDistrict(), sheet, added);

/** One `describe` for each kind of fault, one test for each of its cases. */
export function describeKinds(kinds: readonly (readonly [kind: string, cases: readonly Case[]])[]): void {
  describe.each(kinds)('of %s, a file may have', (_kind, cases) => {
    it.each(cases.map(([what, sheets, expected]) => [what, { sheets, expected }] as const))('%s', (_what, one) => {
      const { faults, questions, district } = parseSheets(one.sheets, {}, GROUND);
      const brief = (each: { sheet: string; column: string | null; row: number | null; code: string }) =>
        `${each.sheet} ${each.column ?? ''}${each.row ?? ''} ${each.code}`;
      expect({ faults: faults.map(brief), asks: questions.map(brief) }).toEqual({
        faults: one.expected.faults ?? [],
        asks: one.expected.asks ?? [],
      });
      for (const [table, last] of Object.entries(one.expected.read ?? {})) {
        expect((district as unknown as Record<string, readonly object[]>)[table]?.at(-1)).toMatchObject(last);
      }
      // Each says what stands there, and what to do.
      for (const locale of ['vi', 'en'] as const) {
        const sentences = [
          ...faults.map((fault) => faultSentence(fault, locale)),
          ...questions.map((question) => questionSentence(question, locale)),
        ];
        expect(sentences.filter((text) => !(text.match(/[.?]( |$)/g)?.length ?? 0))).toEqual([]);
        expect(sentences.join()).not.toMatch(/undefined|null|\[object/);
      }
    });
  });
}
