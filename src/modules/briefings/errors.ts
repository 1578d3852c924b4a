import { defineErrors } from '../../platform/i18n/errors.ts';
import type {} from './domain/briefing-version.ts';

export const briefingErrors = defineErrors<'briefing'>({
  'briefing.part_not_found': {
    status: 404,
    vi: () => 'Báo cáo không còn mục này. Tải lại trang để xem bản mới nhất.',
    en: () => 'The briefing no longer has this part. Reload the page to see the latest.',
  },
  'briefing.nothing_to_freeze': {
    status: 409,
    vi: (p) =>
      `Tháng ${p.month.slice(5)}/${p.month.slice(0, 4)} chưa có phiếu nào được duyệt nên chưa chốt được báo cáo. Duyệt ít nhất một phiếu rồi chốt lại.`,
    en: (p) =>
      `No form of ${p.month} has been accepted yet, so there is nothing to freeze. Accept at least one form first.`,
  },
});
