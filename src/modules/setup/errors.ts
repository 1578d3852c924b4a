import type { NoFacts } from '../../kernel/domain-error.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'setup.wrong_code': NoFacts;
  }
}

export const setupErrors = defineErrors<'setup'>({
  'setup.wrong_code': {
    status: 422,
    vi: () => 'Mã thiết lập chưa đúng. Chép lại mã ở dòng “setupCode” mới nhất trong nhật ký của dịch vụ.',
    en: () => 'This is not the set-up code. Copy it again from the latest line “setupCode” in the log of the service.',
  },
});
