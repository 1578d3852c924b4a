import { defineMessages } from '../../platform/i18n/messages.ts';

/** Handing over the visits and forms of somebody who leaves. */
export const handoverMessages = defineMessages(
  {
    'handover.title': (p: { name: string }) => `Bàn giao lượt dự của ${p.name}`,
    'handover.lead':
      'Người ít lượt nhất so với phần của mình và dự được thì đứng trước. Chưa có gì thay đổi cho đến khi bấm bàn giao.',
    'handover.open': 'Bàn giao cho người khác',
    'handover.month': (p: { month: string }) => `Lượt dự sắp tới, tháng ${p.month}`,
    'handover.none': 'Không còn lượt dự nào phía trước',
    'handover.none_text': 'Người này không có lượt dự đã công bố nào chưa diễn ra.',
    'handover.who': (p: { branch: string }) => `Ai dự ${p.branch}`,
    'handover.nobody': 'Thôi cử, chưa cử ai thay',
    'handover.keep': (p: { name: string }) => `Vẫn do ${p.name} dự`,
    'handover.candidate': (p: { name: string; about: string }) => `${p.name}: ${p.about}`,
    'handover.with_reason': (p: { name: string; against: string }) => `${p.name}: trái quy định (${p.against})`,
    'handover.reason': (p: { name: string }) => `Bàn giao các lượt dự của đồng chí ${p.name}`,
    'handover.do': 'Bàn giao bằng một lần điều chỉnh',
    'handover.mails': 'Người được giao và người thôi cử được báo bằng thư; có một thông báo điều chỉnh.',
    'handover.forms': 'Phiếu chưa gửi của các buổi đã qua',
    'handover.form_who': (p: { branch: string }) => `Ai gửi phiếu ${p.branch}`,
    'handover.form_do': 'Giao phiếu',
    'handover.form_do_of': (p: { branch: string }) => `Giao phiếu ${p.branch}`,
    'handover.form_done': 'Đã giao phiếu; người được giao được báo bằng thư.',
  },
  {
    'handover.title': (p) => `Hand over the visits of ${p.name}`,
    'handover.lead':
      'Whoever is furthest below their share and can go comes first. Nothing changes until you hand over.',
    'handover.open': 'Hand over to others',
    'handover.month': (p) => `Visits ahead in ${p.month}`,
    'handover.none': 'No visit is ahead',
    'handover.none_text': 'This person has no published visit that is still to come.',
    'handover.who': (p) => `Who goes to ${p.branch}`,
    'handover.nobody': 'Take off, send nobody yet',
    'handover.keep': (p) => `${p.name} still goes`,
    'handover.candidate': (p) => `${p.name}: ${p.about}`,
    'handover.with_reason': (p) => `${p.name}: breaks a rule (${p.against})`,
    'handover.reason': (p) => `The visits of ${p.name} are handed over`,
    'handover.do': 'Hand over by one amendment',
    'handover.mails': 'Whoever takes one over and whoever is taken off is told by mail; there is one notice.',
    'handover.forms': 'Forms of past meetings that were not sent',
    'handover.form_who': (p) => `Who sends the form of ${p.branch}`,
    'handover.form_do': 'Hand over the form',
    'handover.form_do_of': (p) => `Hand over the form of ${p.branch}`,
    'handover.form_done': 'The form is handed over; who takes it is told by mail.',
  },
);
