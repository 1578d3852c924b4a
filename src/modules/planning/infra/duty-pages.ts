import { formatDate, formatMonth } from '../../../kernel/format.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { OfficialDocument } from '../../documents/index.ts';
import { type DutyRow, ownDuties, peopleOf } from './duty-lists.ts';

/**
 * An extract of a duty notice with one page per person, to be handed out. The notice is as issued, the visits are the
 * current ones, and the first page says so.
 */
export function dutyPages(
  notice: OfficialDocument,
  { month, today, rows }: { readonly month: Month; readonly today: Day; readonly rows: readonly DutyRow[] },
): OfficialDocument {
  return {
    ...notice,
    abstract: `trích danh sách phân công dự sinh hoạt chi bộ tháng ${formatMonth('vi', month)}`,
    body: [
      {
        kind: 'paragraph',
        text: `Trích danh sách phân công theo từng người; ngày, giờ, địa điểm ghi theo lịch đến ngày ${formatDate('vi', today)}.`,
      },
    ],
    recipients: { ...notice.recipients, to: ['Người được phân công'] },
    annexes: peopleOf(rows).map(({ specialist, title, department, duties }) => ({
      title: [specialist, [title, department].filter((each) => each !== '').join(', ')].join('\n'),
      blocks: [ownDuties(duties)],
    })),
  };
}
