import type { DocumentHead } from '../../../platform/documents/index.ts';
import { headOf, type Letterhead, recipientsOf } from '../../documents/index.ts';
import type { BriefingFrame } from './briefing-document.ts';

/** The letterhead around a briefing. */
export function frameOf(
  letterhead: Letterhead,
  number: DocumentHead['number'],
  date: DocumentHead['date'],
): BriefingFrame {
  return {
    head: headOf(letterhead, number, date),
    signature: letterhead.signature,
    recipients: recipientsOf(
      letterhead,
      'Thường trực cấp ủy (báo cáo)',
      'Các ban, cơ quan cử cán bộ dự sinh hoạt',
      'Thành viên hội nghị giao ban',
    ),
  };
}
