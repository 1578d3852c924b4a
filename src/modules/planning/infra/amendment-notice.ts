import { formatMonth, formatWeekday, twoDigits } from '../../../kernel/format.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import {
  dateInFigures,
  type DocumentHead,
  headOf,
  type Letterhead,
  type OfficialDocument,
  recipientsOf,
  type TableRow,
} from '../../documents/index.ts';
import type { DutyPolicy } from '../../visits/index.ts';
import type { DutyRow } from './duty-lists.ts';

/** One meeting at which somebody else goes, or one person more or fewer. */
export interface AmendedMeeting extends Pick<DutyRow, 'day' | 'from' | 'branch' | 'place'> {
  readonly off: readonly AmendedPerson[];
  readonly on: readonly AmendedPerson[];
}

export type AmendedPerson = Pick<DutyRow, 'specialist' | 'title' | 'department'>;

export interface AmendmentFacts {
  readonly month: Month;
  readonly number: number;
  readonly reason: string;
  /** The duty notice of the month; null for a plan that was published without one. */
  readonly amended: { readonly symbol: string; readonly issuedOn: Day } | null;
  /** In order of time. */
  readonly meetings: readonly AmendedMeeting[];
}

/** The notice of an amendment: at which meetings somebody else goes, and why. */
export function amendmentNotice(
  letterhead: Letterhead,
  number: OfficialDocument['head']['number'],
  issuedOn: DocumentHead['date'],
  { month, number: which, reason, amended, meetings }: AmendmentFacts,
  { answerWorkdays, formWorkdays }: DutyPolicy,
): OfficialDocument {
  const written = formatMonth('vi', month);
  const isSent = meetings.some(({ on }) => on.length > 0);
  const departments = [
    ...new Set(meetings.flatMap(({ off, on }) => [...off, ...on]).map(({ department }) => department)),
  ].sort((a, b) => a.localeCompare(b, 'vi'));
  const basis = amended
    ? `Căn cứ Thông báo số ${amended.symbol}, ngày ${dateInFigures(amended.issuedOn)} về phân công cán bộ, chuyên viên dự sinh hoạt chi bộ tháng ${written}, `
    : '';
  return {
    head: headOf(letterhead, number, issuedOn),
    typeName: 'Thông báo',
    abstract: `điều chỉnh phân công cán bộ, chuyên viên dự sinh hoạt chi bộ tháng ${written} (lần ${which})`,
    body: [
      {
        kind: 'paragraph',
        text: `${basis}${letterhead.board} điều chỉnh phân công tại ${twoDigits(meetings.length)} cuộc sinh hoạt như sau:`,
      },
      {
        kind: 'table',
        whenEmpty: '',
        columns: [
          { header: 'STT', width: 4, align: 'center' },
          { header: 'Ngày, giờ', width: 16 },
          { header: 'Chi bộ, địa điểm', width: 30 },
          { header: 'Thôi cử', width: 25 },
          { header: 'Cử dự', width: 25 },
        ],
        rows: meetings.map((meeting, index): TableRow => ({
          kind: 'cells',
          cells: [
            String(index + 1),
            `${meeting.from}, ${formatWeekday('vi', meeting.day)} ${dateInFigures(meeting.day)}`,
            [meeting.branch, meeting.place].filter((each) => each !== '').join('; '),
            people(meeting.off),
            people(meeting.on),
          ],
        })),
      },
      { kind: 'paragraph', text: `Lý do: ${withoutStop(reason)}.` },
      ...(isSent
        ? ([
            {
              kind: 'paragraph',
              text: `Người được cử xác nhận lượt dự trên hệ thống chậm nhất trong ${twoDigits(answerWorkdays)} ngày làm việc kể từ ngày thông báo và trước ngày dự, và gửi phiếu dự sinh hoạt chậm nhất trong ${twoDigits(formWorkdays)} ngày làm việc sau ngày họp.`,
            },
          ] as const)
        : []),
      { kind: 'paragraph', text: 'Các phân công khác không thay đổi.' },
    ],
    signature: letterhead.signature,
    recipients: recipientsOf(letterhead, 'Thường trực cấp ủy (báo cáo)', ...departments),
  };
}

function people(list: readonly AmendedPerson[]): string {
  return list
    .map(({ specialist, title, department }) => [specialist, title, department].filter(Boolean).join(', '))
    .join('; ');
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, '');
}
