import { defineMessages } from '../../platform/i18n/messages.ts';

export const setupMessages = defineMessages(
  {
    'setup.title': 'Thiết lập lần đầu',
    'setup.step.committee': 'Cấp ủy và tài khoản',
    'setup.step.mail': 'Thư thử',
    'setup.step.import': 'Nhập danh sách',
    'setup.lead':
      'Hệ thống còn trống. Hãy khai cấp ủy, cách ghi trên văn bản và tài khoản đầu tiên. Sau đó bạn đăng nhập ngay, thử gửi một lá thư rồi nhập danh sách.',
    'setup.wrong': (p: { count: number }) => `Có ${p.count} ô cần sửa`,
    'setup.wrong_text': 'Những gì đã điền vẫn còn, trừ mật khẩu phải gõ lại.',
    'setup.wrong_first': 'Tới ô đầu tiên',
    'setup.key_title': 'Ai được thiết lập',
    'setup.key': 'Mã thiết lập',
    'setup.key_note': 'chỉ người quản lý máy chủ, là người đọc được mã này',
    'setup.key_help':
      'Dịch vụ ghi mã này vào nhật ký (log) mỗi lần khởi động, ở dòng có chữ setupCode. Không phân biệt chữ hoa, chữ thường.',
    'setup.committee': 'Cấp ủy',
    'setup.name': 'Tên cấp ủy',
    'setup.name_help': 'Ví dụ Đảng ủy phường Xóm Chiếu.',
    'setup.code': 'Mã cấp ủy',
    'setup.code_help': 'Ngắn, không dấu cách, ví dụ XC. Tệp nhập danh sách phải ghi đúng mã này.',
    'setup.superior': 'Cấp ủy cấp trên',
    'setup.superior_help': 'Ví dụ Thành ủy Thành phố Hồ Chí Minh.',
    'setup.labels': 'Cách ghi trên văn bản',
    'setup.labels_note': 'dùng cho thông báo phân công và báo cáo giao ban',
    'setup.board': 'Ban chủ trì',
    'setup.board_help': 'Ví dụ Ban Xây dựng Đảng.',
    'setup.symbol': 'Ký hiệu của ban',
    'setup.symbol_help': 'Đứng sau số văn bản, ví dụ BXDĐ.',
    'setup.place': 'Địa danh',
    'setup.place_help': 'Đứng trước ngày tháng của văn bản, ví dụ Xóm Chiếu.',
    'setup.term': 'Nhiệm kỳ',
    'setup.term_help': 'Ví dụ 2025–2030.',
    'setup.signatory_title': 'Chức vụ người ký',
    'setup.signatory_title_help': 'Ví dụ Trưởng ban.',
    'setup.signatory': 'Họ tên người ký',
    'setup.account': 'Tài khoản đầu tiên',
    'setup.account_note': 'có vai trò quản trị và ban chủ trì',
    'setup.account_name': 'Họ và tên',
    'setup.password_help': 'Ít nhất 12 ký tự; một câu dễ nhớ là tốt nhất.',
    'setup.submit': 'Thiết lập',
    'setup.mail_lead': 'Kế hoạch, lịch và lời nhắc đi bằng thư, nên hãy thử gửi một lá trước.',
    'setup.mail_to': (p: { to: string }) => `Gửi một thư thử tới ${p.to}.`,
    'setup.mail_send': 'Gửi thư thử',
    'setup.mail_again': 'Gửi lại',
    'setup.mail_sent': (p: { to: string }) => `Máy chủ thư đã nhận thư gửi ${p.to}`,
    'setup.mail_look': 'Mở hộp thư của bạn để chắc rằng thư đã tới, kể cả mục thư rác.',
    'setup.mail_failed': 'Chưa gửi được thư',
    'setup.mail_reply': 'Chi tiết kỹ thuật:',
    'setup.mail_tried_again':
      'Hệ thống còn tự thử lại lá thư này; sửa xong cấu hình, hãy khởi động lại dịch vụ rồi gửi lại.',
    'setup.mail_waiting': 'Thư còn trong hàng đợi',
    'setup.mail_waiting_text':
      'Chưa tiến trình nào nhận gửi thư. Nếu đã đặt WEB_WORKS_JOBS=no, hãy chạy thêm npm run worker.',
    'setup.mail_look_again': 'Xem lại',
    'setup.mail_kept': 'Thư đã vào hộp thư của chính hệ thống',
    'setup.mail_kept_text':
      'Mở mục Hộp thư để đọc lá thư đó. Muốn thư tới người nhận thật, đặt SMTP_URL rồi khởi động lại.',
    'setup.mail_built_in':
      'Chưa khai máy chủ thư (SMTP_URL), nên mọi thư dừng lại trong hộp thư của chính hệ thống và không tới ai.',
    'setup.mail_open': 'Mở hộp thư',
    'setup.to_import': 'Tiếp: nhập danh sách',
    'setup.done': (p: { name: string }) => `${p.name} đã được thiết lập và bạn đã đăng nhập.`,
    'setup.already': 'Hệ thống đã được thiết lập. Hãy đăng nhập.',

    'setup.fault.missing': 'Chưa điền ô này.',
    'setup.fault.too_long': 'Dài quá mức; hãy ghi ngắn lại.',
    'setup.fault.code': 'Mã gồm chữ, số và các dấu . - _ /, không có dấu cách, tối đa 40 ký tự. Ví dụ XC.',
    'setup.fault.weak':
      'Mật khẩu cần ít nhất 12 ký tự và không chỉ gồm tên, thư điện tử, dãy số hay từ dễ đoán như “matkhau”.',
    'setup.fault.email': ({ likely }: { likely: string | null }) =>
      likely === null
        ? 'Máy chủ thư không nhận địa chỉ này. Hãy ghi dạng ten@donvi.vn, không dấu, không dấu cách.'
        : `Máy chủ thư không nhận địa chỉ này. Có phải là ${likely}?`,

    'setup.trouble.unknown_host': (p: { server: string }) =>
      `Không tìm thấy máy chủ ${p.server}. Kiểm tra tên máy chủ trong SMTP_URL.`,
    'setup.trouble.unreachable': (p: { server: string }) =>
      `Không kết nối được tới ${p.server}. Kiểm tra cổng trong SMTP_URL và tường lửa.`,
    'setup.trouble.silent': (p: { server: string }) =>
      `${p.server} không trả lời kịp. Kiểm tra cổng trong SMTP_URL và tường lửa.`,
    'setup.trouble.credentials': (p: { server: string }) =>
      `${p.server} không nhận tên đăng nhập hoặc mật khẩu trong SMTP_URL.`,
    'setup.trouble.encryption': (p: { server: string }) =>
      `Chưa lập được kết nối mã hóa tới ${p.server}. Cổng 465 dùng smtps://, cổng 587 dùng smtp://.`,
    'setup.trouble.sender': (p: { server: string }) =>
      `${p.server} không cho gửi từ địa chỉ trong MAIL_FROM. Dùng một địa chỉ mà máy chủ đó phục vụ.`,
    'setup.trouble.recipient': (p: { server: string }) =>
      `${p.server} không nhận thư gửi tới địa chỉ này. Kiểm tra địa chỉ trong trang Tài khoản.`,
    'setup.trouble.later': (p: { server: string }) => `${p.server} chưa nhận ngay và hẹn thử lại sau ít phút.`,
    'setup.trouble.content': (p: { server: string }) => `${p.server} từ chối nội dung thư.`,
    'setup.trouble.other': (p: { server: string }) => `Việc gửi qua ${p.server} bị gián đoạn.`,
  },
  {
    'setup.title': 'First set-up',
    'setup.step.committee': 'Committee and account',
    'setup.step.mail': 'Test mail',
    'setup.step.import': 'Import the lists',
    'setup.lead':
      'The service is empty. Name the committee, how documents call it, and the first account. Then you are signed in, try a mail, and import the lists.',
    'setup.wrong': (p: { count: number }) => `${p.count} ${p.count === 1 ? 'field needs' : 'fields need'} a correction`,
    'setup.wrong_text': 'What you typed is still there, but the password has to be typed again.',
    'setup.wrong_first': 'To the first of them',
    'setup.key_title': 'Who may set up',
    'setup.key': 'Set-up code',
    'setup.key_note': 'only whoever keeps the server, and so can read this code',
    'setup.key_help':
      'The service writes it to its log at each start, in the line with setupCode. Upper and lower case are the same.',
    'setup.committee': 'Committee',
    'setup.name': 'Name of the committee',
    'setup.name_help': 'Such as Đảng ủy phường Xóm Chiếu.',
    'setup.code': 'Code',
    'setup.code_help': 'Short, without blanks, such as XC. The import file must carry this very code.',
    'setup.superior': 'Superior committee',
    'setup.superior_help': 'Such as Thành ủy Thành phố Hồ Chí Minh.',
    'setup.labels': 'Labels on documents',
    'setup.labels_note': 'for the duty notice and the briefing',
    'setup.board': 'Chairing board',
    'setup.board_help': 'Such as Ban Xây dựng Đảng.',
    'setup.symbol': 'Symbol of the board',
    'setup.symbol_help': 'Follows the number of a document, such as BXDĐ.',
    'setup.place': 'Place',
    'setup.place_help': 'Stands before the date of a document, such as Xóm Chiếu.',
    'setup.term': 'Term',
    'setup.term_help': 'Such as 2025–2030.',
    'setup.signatory_title': 'Title of the signatory',
    'setup.signatory_title_help': 'Such as Trưởng ban.',
    'setup.signatory': 'Name of the signatory',
    'setup.account': 'First account',
    'setup.account_note': 'with the roles administrator and organisation board',
    'setup.account_name': 'Full name',
    'setup.password_help': 'At least 12 characters; a sentence that you remember is best.',
    'setup.submit': 'Set up',
    'setup.mail_lead': 'Plans, calendars and reminders go by mail, so try one first.',
    'setup.mail_to': (p: { to: string }) => `Send a test mail to ${p.to}.`,
    'setup.mail_send': 'Send a test mail',
    'setup.mail_again': 'Send again',
    'setup.mail_sent': (p: { to: string }) => `The mail server has taken the mail to ${p.to}`,
    'setup.mail_look': 'Look into your mailbox, also under spam, to be sure that it arrived.',
    'setup.mail_failed': 'The mail could not be sent',
    'setup.mail_reply': 'Technical details:',
    'setup.mail_tried_again':
      'This mail will be tried again by itself; when the settings are right, restart the service and send another.',
    'setup.mail_waiting': 'The mail is still waiting',
    'setup.mail_waiting_text': 'No process has taken it yet. If WEB_WORKS_JOBS=no is set, run npm run worker as well.',
    'setup.mail_look_again': 'Look again',
    'setup.mail_kept': 'The mail is in the service’s own mailbox',
    'setup.mail_kept_text': 'Open the mailbox to read it. For mails that reach people, set SMTP_URL and restart.',
    'setup.mail_built_in':
      'No mail server is set (SMTP_URL), so all mails stay in the service’s own mailbox and reach nobody.',
    'setup.mail_open': 'Open the mailbox',
    'setup.to_import': 'Next: import the lists',
    'setup.done': (p: { name: string }) => `${p.name} is set up, and you are signed in.`,
    'setup.already': 'The service has been set up already. Sign in.',

    'setup.fault.missing': 'This is empty.',
    'setup.fault.too_long': 'This is too long; write it shorter.',
    'setup.fault.code': 'A code has letters, digits and . - _ /, no blanks, at most 40 characters. Such as XC.',
    'setup.fault.weak':
      'A password needs at least 12 characters, and more than your name, mail address, figures and words that anybody tries first.',
    'setup.fault.email': ({ likely }: { likely: string | null }) =>
      likely === null
        ? 'No mail server takes this address. Write it like name@office.vn, without diacritics or blanks.'
        : `No mail server takes this address. Did you mean ${likely}?`,

    'setup.trouble.unknown_host': (p: { server: string }) =>
      `There is no server ${p.server}. Check its name in SMTP_URL.`,
    'setup.trouble.unreachable': (p: { server: string }) =>
      `${p.server} cannot be reached. Check the port in SMTP_URL and the firewall.`,
    'setup.trouble.silent': (p: { server: string }) =>
      `${p.server} did not answer in time. Check the port in SMTP_URL and the firewall.`,
    'setup.trouble.credentials': (p: { server: string }) =>
      `${p.server} did not take the user or the password in SMTP_URL.`,
    'setup.trouble.encryption': (p: { server: string }) =>
      `No encrypted connection to ${p.server} could be made. Port 465 takes smtps://, port 587 smtp://.`,
    'setup.trouble.sender': (p: { server: string }) =>
      `${p.server} does not let the address in MAIL_FROM send. Use one that this server is in charge of.`,
    'setup.trouble.recipient': (p: { server: string }) =>
      `${p.server} takes no mail for this address. Check it on the account page.`,
    'setup.trouble.later': (p: { server: string }) => `${p.server} wants to be asked again in a few minutes.`,
    'setup.trouble.content': (p: { server: string }) => `${p.server} refused what the mail says.`,
    'setup.trouble.other': (p: { server: string }) => `Sending by ${p.server} was interrupted.`,
  },
);
