import { defineMessages } from '../../platform/i18n/messages.ts';

/** Texts about who is informed of which visits, by which mail. */
export const dutyMessages = defineMessages(
  {
    'duties.title': (p: { month: string }) => `Người được phân công tháng ${p.month}`,
    'duties.lead_draft': (p: { people: string; visits: string }) =>
      `Khi công bố, ${p.people} người có ${p.visits} lượt dự, mỗi người nhận một thư. Chưa thư nào được gửi.`,
    'duties.lead_published': (p: { people: string; visits: string }) =>
      `${p.people} người có ${p.visits} lượt dự trong kế hoạch đã công bố.`,
    'duties.back': 'Công bố kế hoạch',
    'duties.list': 'Từng người',
    'duties.list_note': 'Bấm vào tên để đọc thư của người đó.',
    'duties.person': 'Người dự',
    'duties.department': 'Ban, cơ quan',
    'duties.visits': 'Lượt dự',
    'duties.mail': 'Máy chủ thư',
    'duties.answers': 'Đã trả lời',
    'duties.declined': (p: { count: number }) => `từ chối ${p.count}`,
    'duties.sent_at': (p: { at: string }) => `lúc ${p.at}`,
    'duties.no_mail': 'không gửi thư',
    'duties.kept': 'Ở Hộp thư mẫu',
    'duties.none': 'Chưa ai được phân công',
    'duties.none_text': 'Kế hoạch này không có lượt dự nào.',
    'duties.notice': 'Thông báo phân công (bản xem trước)',
    'duties.notice_text': 'Như khi công bố bây giờ, nhưng chưa có số và có dấu “Dự thảo” trên từng trang.',
    'duties.notice_pdf': 'Xem PDF',
    'duties.notice_docx': 'Tải DOCX',
    'duties.see': 'Xem ai nhận thư nào',
    'duties.see_sent': 'Xem thư đã tới ai',
    'duties.mail_title': (p: { name: string }) => `Thư cho ${p.name}`,
    'duties.mail_lead_draft':
      'Thư sẽ được gửi nếu công bố bây giờ. Số thông báo được cấp khi công bố; liên kết ở đây dẫn tới trang của Ban, trong thư thật dẫn tới trang của người nhận.',
    'duties.mail_lead_sent': 'Thư như đã được gửi đi.',
    'duties.mail_to': 'Gửi tới',
    'duties.mail_subject': 'Tiêu đề',
    'duties.mail_attached': 'Kèm theo',
    'duties.invitations': (p: { count: number }) => `${p.count} lời mời lịch, mỗi lượt dự một lời mời`,
    'duties.trial': 'Gửi thử thư này cho tôi',
    'duties.trial_text': (p: { address: string }) =>
      `Thư thử chỉ gửi tới ${p.address}, có ghi “Thư thử” ở tiêu đề và không kèm lời mời lịch. Người được phân công không nhận gì, và không thư nào của họ được tính là đã gửi.`,
    'duties.trial_taken': (p: { address: string }) => `Máy chủ thư đã nhận thư thử gửi tới ${p.address}.`,
    'duties.trial_kept': (p: { address: string }) =>
      `Chưa có máy chủ thư nên thư thử cho ${p.address} nằm ở Hộp thư mẫu, không ra ngoài.`,
    'duties.trial_waiting': (p: { address: string }) => `Thư thử cho ${p.address} đang chờ gửi.`,
    'duties.trial_look': 'Xem lại',
  },
  {
    'duties.title': (p) => `Who goes in ${p.month}`,
    'duties.lead_draft': (p) =>
      `On publication ${p.people} people have ${p.visits} visits, and each gets one mail. No mail has been sent yet.`,
    'duties.lead_published': (p) => `${p.people} people have ${p.visits} visits in the published plan.`,
    'duties.back': 'Publish the plan',
    'duties.list': 'Person by person',
    'duties.list_note': 'Choose a name to read their mail.',
    'duties.person': 'Who goes',
    'duties.department': 'Department',
    'duties.visits': 'Visits',
    'duties.mail': 'Mail server',
    'duties.answers': 'Answered',
    'duties.declined': (p) => `${p.count} declined`,
    'duties.sent_at': (p) => p.at,
    'duties.no_mail': 'no mail sent',
    'duties.kept': 'In the sample mailbox',
    'duties.none': 'Nobody has a visit',
    'duties.none_text': 'This plan has no visits.',
    'duties.notice': 'Duty notice (preview)',
    'duties.notice_text':
      'As it would be if it were published now, but without a number, and marked as a draft on each page.',
    'duties.notice_pdf': 'Open the PDF',
    'duties.notice_docx': 'Download DOCX',
    'duties.see': 'See who gets which mail',
    'duties.see_sent': 'See whom the mails have reached',
    'duties.mail_title': (p) => `The mail to ${p.name}`,
    'duties.mail_lead_draft':
      'The mail that goes out if the plan is published now. The notice gets its number on publication; links lead to pages of the board here, and to the reader’s own in the real mail.',
    'duties.mail_lead_sent': 'The mail as it was sent.',
    'duties.mail_to': 'To',
    'duties.mail_subject': 'Subject',
    'duties.mail_attached': 'Attached',
    'duties.invitations': (p) =>
      p.count === 1 ? '1 calendar invitation' : `${p.count} calendar invitations, one for each visit`,
    'duties.trial': 'Send this mail to myself as a trial',
    'duties.trial_text': (p) =>
      `The trial goes to ${p.address} alone, says “Trial” in its subject and carries no invitations. Nobody else gets anything, and none of their mails counts as sent.`,
    'duties.trial_taken': (p) => `The mail server has taken the trial mail to ${p.address}.`,
    'duties.trial_kept': (p) =>
      `There is no mail server, so the trial mail to ${p.address} lies in the sample mailbox and does not leave the house.`,
    'duties.trial_waiting': (p) => `The trial mail to ${p.address} waits to be sent.`,
    'duties.trial_look': 'Look again',
  },
);
