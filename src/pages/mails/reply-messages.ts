import { defineMessages } from '../../platform/i18n/messages.ts';

/** Texts about what calendar programs answer, and about other mail that comes to the service. */
export const replyMessages = defineMessages(
  {
    'replies.title': 'Trả lời từ chương trình lịch',
    'replies.text':
      'Do chương trình lịch của người nhận gửi về. Trả lời này không thay đổi lượt dự: chỉ trả lời tại trang của lượt dự mới có hiệu lực, và người đó đã được báo như vậy nếu lượt còn chờ.',
    'replies.answer.accepted': 'nhận',
    'replies.answer.declined': 'từ chối',
    'replies.answer.tentative': 'chưa chắc',
    'replies.problem.attendee': 'Không tính: không phải địa chỉ của người này',
    'replies.problem.sender': 'Không tính: người khác gửi thay, không rõ có được nhờ hay không',
    'replies.open': 'Chưa trả lời tại trang của lượt dự từ đó.',
    'replies.strays': 'Thư đến không thuộc lượt dự nào',
    'replies.strays_text':
      'Hệ thống giữ tên các thư này 60 ngày và không trả lời thư nào. Nội dung còn ở hộp thư, nếu đọc từ hộp thư.',
    'replies.no_subject': '(không có tiêu đề)',
    'replies.stray.unreadable': 'Không đọc được thư.',
    'replies.stray.unknown_report': 'Báo phát của một thư không gửi từ đây.',
    'replies.stray.automatic': 'Thư trả lời tự động, như báo vắng mặt.',
    'replies.stray.no_reply': 'Không có trả lời nào cho một lời mời.',
    'replies.stray.unknown_visit': 'Trả lời cho một lời mời không gửi từ đây.',
  },
  {
    'replies.title': 'Replies of calendar programs',
    'replies.text':
      'Sent by the readers’ calendar programs. They change no visit: only an answer on the page of the visit counts, and the person was told so where the visit still waits.',
    'replies.answer.accepted': 'accepts',
    'replies.answer.declined': 'declines',
    'replies.answer.tentative': 'is not sure',
    'replies.problem.attendee': 'Not counted: this is not an address of the person',
    'replies.problem.sender': 'Not counted: somebody else sent it, asked to or not',
    'replies.open': 'No answer on the page of the visit since.',
    'replies.strays': 'Mails that belong to no visit',
    'replies.strays_text':
      'Their names are kept for 60 days, and none is answered. Where a mailbox is read, their text is still there.',
    'replies.no_subject': '(no subject)',
    'replies.stray.unreadable': 'The mail cannot be read.',
    'replies.stray.unknown_report': 'A report of a mail that was not sent from here.',
    'replies.stray.automatic': 'Sent by a program by itself, such as a notice of absence.',
    'replies.stray.no_reply': 'It answers no invitation.',
    'replies.stray.unknown_visit': 'It answers an invitation that was not sent from here.',
  },
);
