import { defineMessages } from '../../platform/i18n/messages.ts';

const some = (count: number, words: (count: number) => string) => (count > 0 ? [words(count)] : []);

/** Texts about the delivery of mails. */
export const mailMessages = defineMessages(
  {
    'mails.title': 'Thư chưa đến nơi',
    'mails.lead':
      'Thư của hệ thống mà máy chủ thư chưa nhận, hoặc nhận rồi nhưng bị trả lại. Địa chỉ sai thì sửa trong danh bạ trước rồi gửi lại: thư đi tới địa chỉ mới.',
    'mails.nothing': 'Không có thư nào mắc lại',
    'mails.nothing_text':
      'Mọi thư đã được máy chủ thư nhận, hoặc đang chờ lượt gửi đầu tiên; chưa có báo nào rằng thư bị trả lại.',
    'mails.period': (p: { days: number }) => `Tính các thư lập trong ${p.days} ngày qua.`,
    'mails.none': 'Chưa có thư nào.',
    'mails.stay_here': (p: { total: number; sent: number }) =>
      `Chưa có máy chủ thư nên không thư nào ra ngoài: ${p.sent} trong ${p.total} thư nằm ở Hộp thư mẫu.`,
    'mails.all_taken': (p: { total: number }) => `Máy chủ thư đã nhận cả ${p.total} thư.`,
    'mails.some_taken': (p: {
      total: number;
      sent: number;
      waiting: number;
      failed: number;
      replaced: number;
      cameBack: number;
    }) =>
      `${p.total} thư: ${[
        `máy chủ thư đã nhận ${p.sent}`,
        ...some(p.waiting, (count) => `${count} đang chờ gửi`),
        ...some(p.failed, (count) => `${count} không gửi được`),
        ...some(p.replaced, (count) => `${count} gửi bằng tin nhắn`),
        ...some(p.cameBack, (count) => `${count} bị trả lại sau khi nhận`),
      ].join(', ')}.`,
    'mails.hold_title': 'Máy chủ thư đang từ chối mọi thư',
    'mails.hold': (p: { since: string; until: string }) =>
      `Từ ${p.since}, nhiều thư liên tiếp bị từ chối, nên các thư còn lại được giữ. Hệ thống tự thử lại lúc ${p.until}. Nhờ quản trị xem địa chỉ người gửi (MAIL_FROM), hạn mức và quyền gửi trên máy chủ thư.`,
    'mails.reply': 'Máy chủ trả lời',
    'mails.reason.recipient': 'Máy chủ không nhận địa chỉ này. Sửa địa chỉ trong danh bạ rồi gửi lại.',
    'mails.reason.messaged': 'Thư không đến, nhưng người nhận đã được báo bằng tin nhắn, nên không gửi lại.',
    'mails.reason.no_address': 'Người nhận chưa có địa chỉ thư, nên thư chưa đi. Ghi địa chỉ vào danh bạ rồi gửi lại.',
    'mails.reason.message': 'Máy chủ từ chối thư này. Xem câu trả lời của máy chủ, rồi gửi lại.',
    'mails.reason.service': 'Máy chủ từ chối mọi thư; thư này được giữ để gửi lại.',
    'mails.reason.postponed': 'Máy chủ chưa nhận; hệ thống tự thử lại.',
    'mails.reason.given_up': 'Đã thử nhiều lần trong ba ngày mà máy chủ không nhận.',
    'mails.reason.link': 'Thư có liên kết đăng nhập nên không giữ lại; người nhận xin liên kết mới ở trang đăng nhập.',
    'mails.reason.returned.no_mailbox': 'Thư bị trả lại: không có hộp thư này. Sửa địa chỉ trong danh bạ rồi gửi lại.',
    'mails.reason.returned.full': 'Thư bị trả lại: hộp thư đã đầy. Báo cho người nhận, rồi gửi lại.',
    'mails.reason.returned.refused': 'Thư bị trả lại: máy chủ của người nhận từ chối. Xem câu trả lời của máy chủ.',
    'mails.reason.returned.other': 'Thư bị trả lại. Xem câu trả lời của máy chủ; địa chỉ sai thì sửa rồi gửi lại.',
    'mails.reason.given_up_there':
      'Máy chủ thư đã nhận nhưng không chuyển được tới người nhận trong hạn. Địa chỉ chưa chắc sai: hãy gửi lại.',
    'mails.reason.delayed_there': 'Máy chủ thư đã nhận nhưng chưa chuyển được tới người nhận; nơi đó còn thử tiếp.',
    'mails.reported': (p: { at: string }) => `báo về lúc ${p.at}`,
    'ways.message': (p: { phone: string }) => `tin nhắn tới ${p.phone}`,
    'ways.call': (p: { phone: string }) => `chưa có địa chỉ thư: hãy gọi ${p.phone}`,
    'ways.none': 'chưa có địa chỉ thư và số điện thoại: hãy báo trực tiếp',
    'mails.unreachable': 'Người không liên lạc được',
    'mails.unreachable_text':
      'Chưa có địa chỉ thư và cũng không có số điện thoại để cổng tin nhắn gửi tới: phân công và nhắc việc không đến được những người này. Ghi địa chỉ hoặc số điện thoại vào danh bạ.',
    'mails.unreachable_phone': 'có số điện thoại, nhưng chưa có cổng tin nhắn nhận tin phân công',
    'mails.addresses': 'Địa chỉ không nhận được thư',
    'mails.addresses_text':
      'Mỗi địa chỉ ở đây còn trong danh bạ hoặc của một tài khoản. Ghi chú mất đi khi địa chỉ được sửa, hoặc khi biết hơn: máy chủ nhận thư của địa chỉ từng bị từ chối, hoặc có báo rằng một thư sau đó đã phát.',
    'mails.address_returned': (p: { at: string }) => `Thư gửi tới địa chỉ này bị trả lại, báo về lúc ${p.at}.`,
    'mails.address_refused': (p: { at: string }) => `Máy chủ không nhận địa chỉ này, lần cuối lúc ${p.at}.`,
    'mails.next': (p: { at: string }) => `thử lại lúc ${p.at}`,
    'mails.again': 'Gửi lại',
    'mails.all_again': (p: { count: number }) => (p.count === 1 ? 'Gửi lại 1 thư' : `Gửi lại cả ${p.count} thư`),
    'mails.more': (p: { count: number }) => `và ${p.count} thư nữa: xem tất cả`,
    'mails.list': 'Các thư mắc lại',
    'mails.state.queued': 'Đang chờ',
    'mails.state.sent': 'Đã nhận',
    'mails.state.failed': 'Không gửi được',
    'mails.state.replaced': 'Gửi bằng tin nhắn',
    'mails.state.came_back': 'Bị trả lại',
    'mails.sent_again': (p: { count: number }) =>
      p.count > 0 ? `Đã xếp ${p.count} thư để gửi lại.` : 'Không còn thư nào cần gửi lại.',
  },
  {
    'mails.title': 'Mails that did not arrive',
    'mails.lead':
      'Mails of the service that the mail server has not taken, or that came back after it had. Correct a wrong address in the directory first, then send again: the mail goes to the new one.',
    'mails.nothing': 'No mail is stuck',
    'mails.nothing_text':
      'Every mail was taken by the mail server, or waits for its first attempt; none was reported to have come back.',
    'mails.period': (p) => `These are the mails of the last ${p.days} days.`,
    'mails.none': 'No mails yet.',
    'mails.stay_here': (p) =>
      `There is no mail server, so no mail leaves the house: ${p.sent} of ${p.total} mails lie in the sample mailbox.`,
    'mails.all_taken': (p) =>
      p.total === 1 ? 'The mail server has taken the one mail.' : `The mail server has taken all ${p.total} mails.`,
    'mails.some_taken': (p) =>
      `${p.total} ${p.total === 1 ? 'mail' : 'mails'}: ${[
        `${p.sent} taken by the mail server`,
        ...some(p.waiting, (count) => `${count} waiting`),
        ...some(p.failed, (count) => `${count} failed`),
        ...some(p.replaced, (count) => `${count} sent as messages`),
        ...some(p.cameBack, (count) => `${count} came back after they were taken`),
      ].join(', ')}.`,
    'mails.hold_title': 'The mail server refuses every mail',
    'mails.hold': (p) =>
      `Since ${p.since} several mails in a row were refused, so the rest are held. The next attempt is at ${p.until}. Ask an administrator to look at the sender (MAIL_FROM), the quota and the right to send on the mail server.`,
    'mails.reply': 'The server said',
    'mails.reason.recipient': 'The server does not take this address. Correct it in the directory, then send again.',
    'mails.reason.messaged': 'The mail did not arrive, but a message told its reader, so it is not sent again.',
    'mails.reason.no_address':
      'Its reader has no mail address, so it was not sent. Enter an address in the directory, then send again.',
    'mails.reason.message': 'The server refused this mail. Read what it said, then send again.',
    'mails.reason.service': 'The server refuses every mail; this one is held to be sent again.',
    'mails.reason.postponed': 'The server has not taken it yet; another attempt follows by itself.',
    'mails.reason.given_up': 'The server did not take it in many attempts over three days.',
    'mails.reason.link':
      'It held a sign-in link, so it is not kept; its reader can ask for a new one on the sign-in page.',
    'mails.reason.returned.no_mailbox':
      'It came back: there is no such mailbox. Correct the address in the directory, then send again.',
    'mails.reason.returned.full': 'It came back: the mailbox is full. Tell its reader, then send again.',
    'mails.reason.returned.refused': 'It came back: the reader’s server refuses it. Read what it said.',
    'mails.reason.returned.other': 'It came back. Read what the server said; correct a wrong address, then send again.',
    'mails.reason.given_up_there':
      'The mail server took it, but could not pass it on in time. The address may well be right: send again.',
    'mails.reason.delayed_there': 'The mail server took it, but has not been able to pass it on; it goes on trying.',
    'mails.reported': (p) => `reported ${p.at}`,
    'ways.message': (p) => `message to ${p.phone}`,
    'ways.call': (p) => `no mail address: call ${p.phone}`,
    'ways.none': 'neither mail address nor telephone number: tell them yourself',
    'mails.unreachable': 'People whom nothing reaches',
    'mails.unreachable_text':
      'They have neither a mail address nor a telephone number that a message gateway reaches, so duties and reminders do not get to them. Enter an address or a number in the directory.',
    'mails.unreachable_phone': 'has a telephone number, but no message gateway takes duties',
    'mails.addresses': 'Addresses that get no mail',
    'mails.addresses_text':
      'Each is still in the directory, or of an account. The note goes once the address is changed, or more is known: the server takes a mail to an address that it refused, or a later mail is reported as delivered.',
    'mails.address_returned': (p) => `A mail to this address came back, reported ${p.at}.`,
    'mails.address_refused': (p) => `The server does not take this address, last on ${p.at}.`,
    'mails.next': (p) => `next attempt ${p.at}`,
    'mails.again': 'Send again',
    'mails.all_again': (p) => (p.count === 1 ? 'Send 1 mail again' : `Send all ${p.count} again`),
    'mails.more': (p) => `and ${p.count} more: see all`,
    'mails.list': 'Stuck mails',
    'mails.state.queued': 'Waiting',
    'mails.state.sent': 'Taken',
    'mails.state.failed': 'Failed',
    'mails.state.replaced': 'Sent as a message',
    'mails.state.came_back': 'Came back',
    'mails.sent_again': (p) =>
      p.count > 0
        ? `${p.count} ${p.count === 1 ? 'mail is' : 'mails are'} on the way again.`
        : 'No mail is left to send again.',
  },
);
