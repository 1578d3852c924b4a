import type { Month } from '../../../kernel/month.ts';
import { type DocumentHead, headOf, type Letterhead, recipientsOf } from '../../documents/index.ts';
import type { BriefingFrame } from './briefing-document.ts';
import { sourcesPath } from './briefing-links.ts';

/** The letterhead of a briefing, and the address at which its figures are explained. */
export function frameOf(
  letterhead: Letterhead,
  number: DocumentHead['number'],
  date: DocumentHead['date'],
  at: { readonly publicUrl: string; readonly month: Month; readonly version: number },
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
    sourcePage: (lines) => at.publicUrl + sourcesPath(at.month, at.version, lines),
  };
}
