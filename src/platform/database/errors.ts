import type { NoFacts } from '../../kernel/domain-error.ts';
import { defineErrors } from '../i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'database.unavailable': NoFacts;
    'database.full': NoFacts;
    'database.unstorable_text': NoFacts;
    'database.gone_meanwhile': NoFacts;
  }
}

export const databaseErrors = defineErrors<'database'>({
  'database.unavailable': {
    status: 503,
    vi: () => 'Chưa kết nối được cơ sở dữ liệu. Những gì đã lưu vẫn còn nguyên; hãy đợi một phút rồi tải lại trang.',
    en: () => 'The database cannot be reached. What was saved is safe; wait a minute and reload the page.',
  },
  'database.full': {
    status: 507,
    vi: () => 'Máy chủ đã hết chỗ lưu nên lần lưu này chưa được ghi. Hãy báo quản trị viên, rồi lưu lại.',
    en: () => 'The server has run out of disk space, so this was not saved. Tell the administrator, then save again.',
  },
  'database.gone_meanwhile': {
    status: 409,
    vi: () => 'Có người vừa xóa hoặc vừa dùng đến mục này, nên chưa có gì được ghi. Hãy tải lại trang rồi làm lại.',
    en: () =>
      'Somebody has just removed this, or begun to use it, so nothing was written. Reload the page and do it again.',
  },
  'database.unstorable_text': {
    status: 422,
    vi: () => 'Nội dung có ký tự ẩn không lưu được. Hãy gõ lại phần vừa dán vào rồi gửi lần nữa.',
    en: () => 'The text contains a hidden character that cannot be stored. Type what you pasted again, then send it.',
  },
});
