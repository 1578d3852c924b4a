import { formatMonth } from '../../kernel/format.ts';
import type { NoFacts } from '../../kernel/domain-error.ts';
import type { Month } from '../../kernel/month.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'calibration.none': NoFacts;
    'calibration.other_month': { month: Month; next: Month };
  }
}

export const calibrationErrors = defineErrors<'calibration'>({
  'calibration.none': {
    status: 409,
    vi: () => 'Chưa có lượt hai người cùng dự nào để đề nghị. Hãy tính lại so sánh độ chặt trước.',
    en: () => 'There are no double visits to ask for yet. Compare the observers again first.',
  },
  'calibration.other_month': {
    status: 409,
    vi: ({ month, next }) =>
      `Chỉ đề nghị được cho tháng sau, tháng ${formatMonth('vi', next)}, không phải tháng ${formatMonth('vi', month)}. Tải lại trang rồi làm lại.`,
    en: ({ month, next }) =>
      `Only next month, ${formatMonth('en', next)}, can be asked, not ${formatMonth('en', month)}. Load the page again.`,
  },
});
