import { defineErrors } from '../i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'mailbox.port_taken': { port: number };
    'mailbox.not_writable': { path: string; reason: string };
    'mailbox.no_such_mail': { mailId: string };
  }
}

export const mailboxErrors = defineErrors<'mailbox'>({
  'mailbox.port_taken': {
    status: 503,
    vi: (p) =>
      `Cổng ${p.port} đã có chương trình khác dùng nên hộp thư dùng thử không mở được. Hãy dừng chương trình đó hoặc chọn cổng khác.`,
    en: (p) =>
      `Port ${p.port} is in use by another program, so the trial mailbox cannot open. Stop that program or choose another port.`,
  },
  'mailbox.not_writable': {
    status: 503,
    vi: (p) =>
      `Không ghi được thư vào thư mục ${p.path} (${p.reason}). Hãy kiểm tra quyền ghi và dung lượng còn trống, rồi khởi động lại.`,
    en: (p) =>
      `Mails cannot be written to the folder ${p.path} (${p.reason}). Check its permissions and the free space, then start again.`,
  },
  'mailbox.no_such_mail': {
    status: 404,
    vi: () => 'Không có thư này trong hộp thư dùng thử. Có thể thư đã bị xóa; hãy quay lại danh sách thư.',
    en: () => 'This mail is not in the trial mailbox. It may have been removed; go back to the list of mails.',
  },
});
