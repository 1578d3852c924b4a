import { weekday, type Day, type Month } from '../../../kernel/month.ts';
import { formatMonth } from '../../../kernel/format.ts';
import {
  dateInFigures,
  headOf,
  type Letterhead,
  type OfficialDocument,
  recipientsOf,
  type TableRow,
} from '../../documents/index.ts';
import type { DutyPolicy } from '../../visits/index.ts';

export interface DutyRow {
  readonly day: Day;
  /** `HH:mm` */
  readonly from: string;
  readonly branch: string;
  readonly place: string;
  readonly specialist: string;
  /** Empty where the register has none. */
  readonly title: string;
  readonly department: string;
}

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'];

/** The duty notice of a month: who sits in on which meeting, by department in its annex. */
export function dutyNotice(
  letterhead: Letterhead,
  number: OfficialDocument['head']['number'],
  issuedOn: Day,
  month: Month,
  rows: readonly DutyRow[],
  { answerWorkdays, formWorkdays }: DutyPolicy,
): OfficialDocument {
  const written = formatMonth('vi', month);
  const people = new Set(rows.map(({ specialist, department }) => `${department}/${specialist}`)).size;
  const departments = [...new Set(rows.map(({ department }) => department))].sort((a, b) => a.localeCompare(b, 'vi'));
  const branches = new Set(rows.map(({ branch }) => branch)).size;
  return {
    head: headOf(letterhead, number, issuedOn),
    typeName: 'Thông báo',
    abstract: `phân công cán bộ, chuyên viên dự sinh hoạt chi bộ tháng ${written}`,
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện kế hoạch nâng cao chất lượng sinh hoạt chi bộ, ${letterhead.board} thông báo phân công cán bộ, chuyên viên dự sinh hoạt chi bộ tháng ${written} như sau:`,
      },
      {
        kind: 'paragraph',
        text: [
          '1. Phân công ',
          { text: `${people} cán bộ, chuyên viên`, strong: true },
          ` của ${departments.length} ban, cơ quan dự `,
          { text: `${rows.length} lượt sinh hoạt`, strong: true },
          ` tại ${branches} chi bộ (danh sách tại Phụ lục).`,
        ],
      },
      {
        kind: 'paragraph',
        text: `2. Người được phân công xác nhận lượt dự trên hệ thống chậm nhất trong ${twoDigits(answerWorkdays)} ngày làm việc kể từ ngày thông báo và trước ngày dự đầu tiên; trường hợp không dự được, ghi rõ lý do để phân công người khác.`,
      },
      {
        kind: 'paragraph',
        text: `3. Người dự gửi phiếu dự sinh hoạt chậm nhất trong ${twoDigits(formWorkdays)} ngày làm việc sau ngày họp, nêu rõ ưu điểm, hạn chế, phản ánh, kiến nghị và đề xuất.`,
      },
      {
        kind: 'paragraph',
        text: '4. Đề nghị thủ trưởng các ban, cơ quan tạo điều kiện để người được phân công dự đầy đủ, đúng giờ.',
      },
    ],
    signature: letterhead.signature,
    recipients: recipientsOf(letterhead, 'Thường trực cấp ủy (báo cáo)', ...departments),
    annexes: [
      {
        title: `Danh sách phân công dự sinh hoạt chi bộ tháng ${written}`,
        landscape: true,
        blocks: [
          {
            kind: 'table',
            whenEmpty: 'Tháng này không có lượt dự nào.',
            columns: [
              { header: 'STT', width: 4, align: 'center' },
              { header: 'Giờ', width: 6, align: 'center' },
              { header: 'Chi bộ', width: 27 },
              { header: 'Địa điểm', width: 23 },
              { header: 'Người dự', width: 16 },
              { header: 'Chức danh', width: 12 },
              { header: 'Ban, cơ quan', width: 16 },
            ],
            rows: rowsByDay(rows),
          },
        ],
      },
    ],
  };
}

/** Numbers below ten are written with two digits in official documents. */
function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

function rowsByDay(rows: readonly DutyRow[]): TableRow[] {
  const table: TableRow[] = [];
  let day: Day | null = null;
  rows.forEach((row, index) => {
    if (row.day !== day) {
      day = row.day;
      table.push({ kind: 'heading', text: `${WEEKDAYS[weekday(day) - 1] ?? ''}, ngày ${dateInFigures(day)}` });
    }
    table.push({
      kind: 'cells',
      cells: [String(index + 1), row.from, row.branch, row.place, row.specialist, row.title, row.department],
    });
  });
  return table;
}
