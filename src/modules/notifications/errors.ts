import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'mail.not_found': { mailId: string };
    'mail.gone': { mailId: string };
  }
}

export const mailErrors = defineErrors<'mail'>({
  'mail.not_found': {
    status: 404,
    vi: () => 'Không có thư này. Mở lại danh sách thư để chọn đúng thư.',
    en: () => 'There is no such mail. Open the list of mails again and choose it there.',
  },
  'mail.gone': {
    status: 409,
    vi: () =>
      'Thư này có liên kết đăng nhập nên không được giữ lại. Người nhận hãy xin liên kết mới ở trang đăng nhập.',
    en: () =>
      'This mail held a sign-in link, so its text was not kept. Its recipient can ask for a new link on the sign-in page.',
  },
});
