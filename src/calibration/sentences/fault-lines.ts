import type { Locale } from '../../kernel/actor.ts';
import type { RatingFault, RatingProblem } from '../read/rating-fault.ts';

type Sentence = (problem: RatingProblem) => string;

const COLUMN: Readonly<Record<Locale, Readonly<Record<'observer' | 'branch', string>>>> = {
  vi: { observer: '“người dự” (hoặc observer)', branch: '“chi bộ” (hoặc branch)' },
  en: { observer: '“observer” (or “người dự”)', branch: '“branch” (or “chi bộ”)' },
};

const SENTENCES: Readonly<Record<Locale, Sentence>> = {
  en: (problem) => {
    switch (problem.code) {
      case 'no_forms':
        return 'there are no forms; write the heads in the first row and one form in each row below';
      case 'missing_column':
        return `there is no column ${COLUMN.en[problem.column]}; the heads are ${listed(problem.found)}`;
      case 'no_scores':
        return 'there is nothing to compare; add a column “points”, or a column for each criterion';
      case 'column_twice':
        return `“${problem.name}” says the same as the column of ${problem.other}; keep one of them`;
      case 'cell_without_column':
        return 'this cell has no head; write one in the first row, or empty the cell';
      case 'empty':
        return `“${problem.column}” is empty; fill it, or delete the row`;
      case 'not_a_number':
        return `“${problem.value}” is no number; write figures such as 8 or 8.5, and leave the cell empty where nothing was given`;
      case 'not_a_month':
        return `“${problem.value}” is no month; write 2026-05 or 05/2026`;
      case 'score_twice':
        return `“${problem.criterion}” of this form was given in ${problem.other} already; if these are two meetings, name them in a column “meeting”`;
      case 'points_differ':
        return `“${problem.value}” differs from the points of the same form in ${problem.other}; correct one of them`;
      case 'form_twice':
        return `this observer's form of this meeting stands in ${problem.other} already; delete one, or name another meeting`;
      case 'not_a_form':
        return 'this is no object with members such as observer, branch and points';
      case 'not_a_text':
        return 'this must be a text in quotation marks';
    }
  },
  vi: (problem) => {
    switch (problem.code) {
      case 'no_forms':
        return 'không có phiếu nào; hãy ghi tên cột ở dòng đầu và mỗi phiếu một dòng ở dưới';
      case 'missing_column':
        return `không có cột ${COLUMN.vi[problem.column]}; các cột đang có là ${listed(problem.found)}`;
      case 'no_scores':
        return 'không có gì để so sánh; hãy thêm cột “điểm”, hoặc mỗi tiêu chí một cột';
      case 'column_twice':
        return `“${problem.name}” trùng với cột ở ô ${problem.other}; hãy giữ một cột`;
      case 'cell_without_column':
        return 'ô này không thuộc cột nào; hãy ghi tên cột ở dòng đầu, hoặc xóa ô này';
      case 'empty':
        return `“${problem.column}” để trống; hãy điền, hoặc xóa dòng này`;
      case 'not_a_number':
        return `“${problem.value}” không phải là số; hãy ghi như 8 hoặc 8,5, và để trống chỗ không chấm`;
      case 'not_a_month':
        return `“${problem.value}” không phải là tháng; hãy ghi 05/2026 hoặc 2026-05`;
      case 'score_twice':
        return `“${problem.criterion}” của phiếu này đã ghi ở ô ${problem.other}; nếu là hai buổi sinh hoạt, hãy ghi tên buổi ở cột “buổi sinh hoạt”`;
      case 'points_differ':
        return `“${problem.value}” khác điểm của cùng phiếu ở ô ${problem.other}; hãy sửa một trong hai`;
      case 'form_twice':
        return `phiếu của người này ở buổi này đã có ở ô ${problem.other}; hãy xóa một dòng, hoặc ghi tên buổi khác`;
      case 'not_a_form':
        return 'đây không phải là một mục có observer, branch, points…';
      case 'not_a_text':
        return 'chỗ này phải là chữ trong dấu ngoặc kép';
    }
  },
};

/** Each fault as a line: the cell or the JSON pointer, what is wrong there, and the way out. */
export function faultLines(faults: readonly RatingFault[], locale: Locale): string[] {
  return faults.map(({ place, problem }) => `${place === '' ? '/' : place}  ${SENTENCES[locale](problem)}`);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '–' : names.map((name) => `“${name}”`).join(', ');
}
