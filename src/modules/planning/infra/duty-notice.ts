import type { Month } from '../../../kernel/month.ts';
import { formatMonth, twoDigits } from '../../../kernel/format.ts';
import {
  type DocumentHead,
  headOf,
  type Letterhead,
  type OfficialDocument,
  recipientsOf,
} from '../../documents/index.ts';
import type { DutyPolicy } from '../../visits/index.ts';
import { type DutyRow, dutiesByDay, dutiesByDepartment, peopleOf } from './duty-lists.ts';

export interface NoticedDuties {
  readonly rows: readonly DutyRow[];
  /** How many duties are none any more, because their meetings had begun. */
  readonly leftOut: number;
}

/** The duty notice of a month: who sits in on which meeting, with annexes by day and by department. */
export function dutyNotice(
  letterhead: Letterhead,
  number: OfficialDocument['head']['number'],
  issuedOn: DocumentHead['date'],
  month: Month,
  { rows, leftOut }: NoticedDuties,
  { answerWorkdays, formWorkdays }: DutyPolicy,
): OfficialDocument {
  const written = formatMonth('vi', month);
  const people = peopleOf(rows).length;
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
          { text: `${twoDigits(people)} cán bộ, chuyên viên`, strong: true },
          ` của ${twoDigits(departments.length)} ban, cơ quan dự `,
          { text: `${twoDigits(rows.length)} lượt sinh hoạt`, strong: true },
          ` tại ${twoDigits(branches)} chi bộ (danh sách theo ngày tại Phụ lục I, theo ban, cơ quan tại Phụ lục II).`,
          ...(leftOut > 0 ? [' Thông báo này không phân công các cuộc họp đã bắt đầu trước khi ban hành.'] : []),
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
        title: `Danh sách phân công dự sinh hoạt chi bộ tháng ${written}, theo ngày`,
        landscape: true,
        blocks: [dutiesByDay(rows)],
      },
      {
        title: `Danh sách phân công dự sinh hoạt chi bộ tháng ${written}, theo ban, cơ quan`,
        landscape: true,
        blocks: [dutiesByDepartment(rows)],
      },
    ],
  };
}
