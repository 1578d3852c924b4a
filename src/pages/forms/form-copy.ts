import { formatDate, formatInstant } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import { headTerm, MEETING_KIND_TERMS } from '../../kernel/vocabulary.ts';
import {
  headOf,
  type Letterhead,
  type OfficialDocument,
  recipientsOf,
  type TableRow,
} from '../../modules/documents/index.ts';
import { referenceOf } from '../../modules/evaluations/index.ts';
import { showAnswers } from './show-answers.ts';
import { showScore } from '../../modules/evaluations/index.ts';
import type { SubmissionScreen } from './submission-screen-read-model.ts';

const STATES = {
  submitted: 'đang chờ duyệt',
  accepted: 'đã được chấp nhận',
  returned: 'đã bị trả lại để sửa',
  withdrawn: 'đã được người dự rút lại',
};

/** A form as it was sent, to be kept on paper: every answer, the points with their grounds, and how it stands today. */
export function formCopy(screen: SubmissionScreen, letterhead: Letterhead, today: Day): OfficialDocument {
  const { submission, form, rubric, directives } = screen;
  const { branch, organisation, heldOn, kind, specialist, department, version, state, receivedAt, id } = submission;
  const score = showScore(submission.score, rubric, 'vi');
  const sent = formatInstant('vi', letterhead.timeZone, receivedAt);
  const where = organisation === branch || organisation === '' ? branch : `${branch} (${organisation})`;
  const head = headTerm(MEETING_KIND_TERMS[kind]).vi.toLowerCase();
  return {
    head: headOf(letterhead, { kind: 'none' }, today),
    typeName: 'Phiếu dự sinh hoạt chi bộ',
    abstract: `${where}\nngày ${formatDate('vi', heldOn)}, ${head}`,
    body: [
      {
        kind: 'paragraph',
        text: `Mã phiếu ${referenceOf(id)}, bản ${version}; ${specialist} (${department}) gửi lúc ${sent}. Tính đến ngày ${formatDate('vi', today)} phiếu ${STATES[state]}.`,
      },
      {
        kind: 'table',
        whenEmpty: 'Phiếu không có câu trả lời nào.',
        columns: [
          { header: 'Nội dung', width: 40 },
          { header: 'Trả lời', width: 60 },
        ],
        rows: showAnswers(submission.answers, form, directives, 'vi').flatMap(({ title, rows }): TableRow[] => [
          { kind: 'heading', text: title },
          ...rows.flatMap(({ label, value, items }): TableRow[] =>
            items.length === 0
              ? [{ kind: 'cells', cells: [label, value ?? ''] }]
              : items.map((item, index) => ({
                  kind: 'cells',
                  cells: [`${label} ${index + 1}`, item.map((each) => `${each.label}: ${each.value}`).join('\n')],
                })),
          ),
        ]),
      },
      {
        kind: 'table',
        caption: 'Điểm người dự chấm',
        whenEmpty: 'Phiếu chưa có điểm.',
        columns: [
          { header: 'Phần', width: 60 },
          { header: 'Điểm', width: 20, align: 'right' },
          { header: 'Có thể đạt', width: 20, align: 'right' },
        ],
        rows: [
          ...score.groups.map(({ title, points, maximum }): TableRow => ({
            kind: 'cells',
            cells: [title, points, maximum],
          })),
          ...(score.sum
            ? [{ kind: 'cells' as const, cells: ['Cộng các phần', score.sum.earned, score.sum.reachable], bold: true }]
            : []),
          { kind: 'cells', cells: ['Tổng điểm', score.total, score.maximum], bold: true },
        ],
      },
      ...(score.rating === null ? [] : [{ kind: 'paragraph' as const, text: `Xếp loại: ${score.rating}.` }]),
      { kind: 'paragraph', text: `Căn cứ chấm điểm: ${score.source}` },
    ],
    signature: { position: 'Người dự', name: specialist },
    recipients: recipientsOf(letterhead, 'Người dự'),
    marks: { foot: `Mã phiếu ${referenceOf(id)}, bản ${version}, gửi lúc ${sent}` },
  };
}
