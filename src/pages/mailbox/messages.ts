import { defineMessages } from '../../platform/i18n/messages.ts';

export const mailboxMessages = defineMessages(
  {
    'mailbox.lead': 'Chưa có máy chủ thư (SMTP_URL): mọi thư dừng lại ở đây, không thư nào ra ngoài.',
    'mailbox.search': 'Tìm người nhận, tiêu đề',
    'mailbox.to': (p: { to: string }) => `gửi ${p.to}`,
    'mailbox.from': 'Người gửi',
    'mailbox.recipient': 'Người nhận',
    'mailbox.sent': 'Gửi lúc',
    'mailbox.attachments': 'Tệp kèm theo',
    'mailbox.raw': 'Tải thư nguyên bản (.eml)',
    'mailbox.none': 'Chưa có thư nào',
    'mailbox.none_text':
      'Thư xuất hiện ở đây khi kế hoạch được công bố, khi nhắc phiếu hoặc khi ai đó xin liên kết đăng nhập.',
  },
  {
    'mailbox.lead': 'There is no mail server (SMTP_URL): every mail ends here, and none leaves the house.',
    'mailbox.search': 'Find a recipient or subject',
    'mailbox.to': (p: { to: string }) => `to ${p.to}`,
    'mailbox.from': 'From',
    'mailbox.recipient': 'To',
    'mailbox.sent': 'Sent',
    'mailbox.attachments': 'Attached',
    'mailbox.raw': 'Download the mail as it is (.eml)',
    'mailbox.none': 'No mails yet',
    'mailbox.none_text':
      'Mails appear here when a plan is published, when forms are asked for, or when somebody asks for a sign-in link.',
  },
);
