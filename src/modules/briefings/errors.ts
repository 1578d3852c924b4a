import type { Month } from '../../kernel/month.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';
import { formatMonth } from '../../kernel/format.ts';
import type {} from './domain/month-briefing.ts';
import type {} from './domain/rewrite-part.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'briefing.not_found': { month: Month };
    'briefing.nothing_to_compile': { month: Month };
    'briefing.already_frozen': { month: Month; version: number };
  }
}

export const briefingErrors = defineErrors<'briefing'>({
  'briefing.not_found': {
    status: 404,
    vi: (p) =>
      `Chưa tổng hợp báo cáo giao ban tháng ${formatMonth('vi', p.month)}. Hãy tổng hợp từ các phiếu đã duyệt.`,
    en: (p) => `The briefing of ${p.month} has not been compiled yet. Compile it from the accepted forms.`,
  },
  'briefing.nothing_to_compile': {
    status: 409,
    vi: (p) =>
      `Tháng ${formatMonth('vi', p.month)} chưa có phiếu nào được duyệt nên chưa tổng hợp được báo cáo. Duyệt ít nhất một phiếu rồi tổng hợp lại.`,
    en: (p) =>
      `No form of ${p.month} has been accepted yet, so there is nothing to compile. Accept at least one form first.`,
  },
  'briefing.already_frozen': {
    status: 409,
    vi: (p) =>
      `Bản ${p.version} của báo cáo tháng ${formatMonth('vi', p.month)} đã chốt nên không sửa được nữa. Muốn sửa, hãy tổng hợp bản mới.`,
    en: (p) =>
      `Version ${p.version} of the briefing of ${p.month} is frozen and can no longer be edited. Compile a new version to change anything.`,
  },
  'briefing.part_not_found': {
    status: 404,
    vi: () => 'Báo cáo không còn mục này. Tải lại trang để xem bản mới nhất.',
    en: () => 'The briefing no longer has this part. Reload the page to see the latest.',
  },
  'briefing.nothing_to_freeze': {
    status: 409,
    vi: (p) =>
      `Tháng ${formatMonth('vi', p.month)} chưa có phiếu nào được duyệt nên chưa chốt được báo cáo. Duyệt ít nhất một phiếu rồi chốt lại.`,
    en: (p) =>
      `No form of ${p.month} has been accepted yet, so there is nothing to freeze. Accept at least one form first.`,
  },
});
