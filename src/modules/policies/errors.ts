import { formatMonth } from '../../kernel/format.ts';
import type { Month } from '../../kernel/month.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'policy.not_found': { part: string };
    'policy.starts_too_early': { from: Month; first: Month };
  }
}

export const policyErrors = defineErrors<'policy'>({
  'policy.not_found': {
    status: 404,
    vi: () => 'Không có phần chính sách này. Hãy mở lại trang Chính sách.',
    en: () => 'There is no such part of the policy. Open the page of the policy again.',
  },
  'policy.starts_too_early': {
    status: 409,
    vi: ({ from, first }) =>
      `Tháng ${formatMonth('vi', from)} đã qua hoặc đã làm theo chính sách cũ nên giữ nguyên. Hãy chọn từ tháng ${formatMonth('vi', first)} trở đi.`,
    en: ({ from, first }) =>
      `${formatMonth('en', from)} is over or has been worked by its policy, so it keeps it. Choose ${formatMonth('en', first)} or later.`,
  },
});
