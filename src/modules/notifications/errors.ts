import type { NoFacts } from '../../kernel/domain-error.ts';
import type { Ref } from '../../kernel/id.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'mail.not_found': { mailId: Ref<'Mail'> };
    'mail.gone': { mailId: Ref<'Mail'> };
    'mail.no_address': { name: string };
    'mail.told_by_message': { name: string };
    'mail.gateway_off': NoFacts;
    'mail.gateway_unknown': NoFacts;
    'mail.unknown': NoFacts;
    'mail.no_report': NoFacts;
    'mail.no_mail': NoFacts;
    'webhook.missing': NoFacts;
  }
}

export const webhookErrors = defineErrors<'webhook'>({
  'webhook.missing': {
    status: 409,
    vi: () => 'Chưa có cổng tin nhắn. Hãy lưu địa chỉ của cổng trước.',
    en: () => 'There is no gateway yet. Save its address first.',
  },
});

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
  'mail.told_by_message': {
    status: 409,
    vi: ({ name }) => `${name} đã được báo bằng tin nhắn, nên thư không gửi lại.`,
    en: ({ name }) => `${name} was told by a message, so the mail is not sent again.`,
  },
  'mail.no_address': {
    status: 422,
    vi: ({ name }) => `${name} chưa có địa chỉ thư. Ghi địa chỉ vào danh bạ rồi gửi lại.`,
    en: ({ name }) => `${name} has no mail address. Enter it in the directory, then send again.`,
  },
  'mail.gateway_off': {
    status: 404,
    vi: () => 'Địa chỉ dành cho cổng thư chưa được mở. Quản trị đặt mã bí mật MAIL_GATEWAY_TOKEN rồi khởi động lại.',
    en: () => 'The address for a mail gateway is not open. An administrator sets MAIL_GATEWAY_TOKEN and starts again.',
  },
  'mail.gateway_unknown': {
    status: 401,
    vi: () => 'Cổng thư phải gửi đúng mã bí mật MAIL_GATEWAY_TOKEN trong Authorization: Bearer ….',
    en: () => 'A mail gateway has to send the secret MAIL_GATEWAY_TOKEN as Authorization: Bearer ….',
  },
  'mail.unknown': {
    status: 404,
    vi: () => 'Không có thư nào mang Message-ID này được gửi từ đây, nên không ghi gì.',
    en: () => 'No mail with this Message-ID was sent from here, so nothing was recorded.',
  },
  'mail.no_mail': {
    status: 422,
    vi: () => 'Hãy gửi nguyên một thư, với Content-Type: message/rfc822.',
    en: () => 'Send one whole mail, as Content-Type: message/rfc822.',
  },
  'mail.no_report': {
    status: 422,
    vi: () =>
      'Không đọc được báo phát thư trong nội dung này. Hãy gửi nguyên thư báo theo RFC 3464 (multipart/report), hoặc JSON.',
    en: () =>
      'There is no report of a delivery in this. Send the whole notification by RFC 3464 (multipart/report), or JSON.',
  },
});
