import { formatDate, formatMonth } from '../../kernel/format.ts';
import type { Day, Month } from '../../kernel/month.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'availability.until_past': { until: Day };
    'availability.until_late': { month: Month };
    'availability.month_published': { month: Month };
    'availability.not_asked': { month: Month };
  }
}

export const availabilityErrors = defineErrors<'availability'>({
  'availability.until_past': {
    status: 422,
    vi: ({ until }) => `Ngày ${formatDate('vi', until)} đã qua. Hãy chọn hôm nay hoặc một ngày sau.`,
    en: ({ until }) => `${formatDate('en', until)} is over. Choose today or a later day.`,
  },
  'availability.until_late': {
    status: 422,
    vi: ({ month }) => `Hạn trả lời phải trước khi tháng ${formatMonth('vi', month)} bắt đầu, để còn lập kế hoạch.`,
    en: ({ month }) => `The last day must be before ${formatMonth('en', month)} begins, so that it can be planned.`,
  },
  'availability.month_published': {
    status: 409,
    vi: ({ month }) => `Phân công tháng ${formatMonth('vi', month)} đã công bố nên không hỏi lịch bận nữa.`,
    en: ({ month }) => `The plan of ${formatMonth('en', month)} is published, so nobody is asked any more.`,
  },
  'availability.not_asked': {
    status: 409,
    vi: ({ month }) => `Lịch bận tháng ${formatMonth('vi', month)} chưa được hỏi, nên chưa có gì để trả lời.`,
    en: ({ month }) => `Nobody was asked about ${formatMonth('en', month)} yet, so there is nothing to reply to.`,
  },
});
