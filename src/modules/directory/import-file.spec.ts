import { aDistrict, withCell } from '../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../test/support/import/parse-sheets.ts';
import type { LaidSheet } from '../../kernel/workbook.ts';
import { readWorkbook } from '../../platform/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts';
import { annotate } from './domain/import/annotate.ts';
import { blankTemplate } from './domain/import/blank-template.ts';
import { readSheets } from './domain/import/parse-district.ts';
import { faultSentence, sentencesIn } from './import-messages.ts';

const reread = async (sheets: readonly LaidSheet[]) => readWorkbook(await writeWorkbook(sheets));

describe('an import file on disk', () => {
  it('is the blank template, which is refused as such and asks for the committee', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const { faults } = parseSheets(await reread(blankTemplate(locale)));
      expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['file_empty', 'required']));
      expect(new Set(faults.filter(({ code }) => code === 'required').map(({ sheet }) => sheet)).size).toBe(1);
    }
  });

  it('is a template that holds what is known of the committee, and then asks for a row of data', async () => {
    const labels = {
      code: 'XC',
      superiorName: 'Thành ủy Thành phố Hồ Chí Minh',
      boardName: 'Ban Xây dựng Đảng',
      boardSymbol: 'BXDĐ',
      place: 'Xóm Chiếu',
      term: '2025–2030',
      termFrom: '2025-08-01',
      lat: 10.7601,
      signatoryName: null,
    };
    const known = { name: 'Đảng ủy phường Xóm Chiếu', zone: 'Asia/Ho_Chi_Minh', labels };
    for (const locale of ['vi', 'en'] as const) {
      const { committee, faults } = readSheets(await reread(blankTemplate(locale, known)));
      expect(faults.map(({ code }) => code)).toEqual(['file_empty']);
      expect(committee).toMatchObject({ name: known.name, zone: known.zone, ...labels });
    }
  });

  it('comes back annotated with a sentence for each fault and everything else as it was', async () => {
    const sheets = withCell(aDistrict(), 'Chuyên viên', 2, 'Số lượt tối đa', 0);
    const { faults, questions } = parseSheets(sheets);
    const back = await reread(annotate(sheets, { faults, questions }, sentencesIn('vi'), 'vi'));
    expect(back[0]?.rows[1]).toEqual([
      'Chuyên viên',
      2,
      'G',
      'Số lượt tối thiểu',
      '1',
      '“Số lượt tối thiểu” lớn hơn “Số lượt tối đa” (0). Hãy kiểm tra hai ô.',
      'Lỗi',
    ]);
    expect(parseSheets(back).faults).toEqual(faults);
  });

  it('explains its faults in English too', () => {
    const [fault] = parseSheets(withCell(aDistrict(), 'Lịch bận', 2, 'Mã chuyên viên', 'CV0l')).faults;
    expect(fault && faultSentence(fault, 'en')).toBe(
      'The sheet “Chuyên viên” has no “CV0l”. Did you mean “CV01”? Correct it here or add it there.',
    );
  });
});
