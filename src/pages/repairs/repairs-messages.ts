import type { Locale } from '../../kernel/actor.ts';
import { formatNumber } from '../../kernel/format.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

interface Named {
  readonly name: string;
}
interface By {
  readonly by: number;
}

const points = (locale: Locale, { by }: By) => formatNumber(locale, by);

/** Who could take a seat of a published meeting. */
export const repairsMessages = defineMessages(
  {
    'repairs.title': (p: { branch: string }) => `Cử người dự ${p.branch}`,
    'repairs.open': 'Tìm người dự',
    'repairs.instead': 'Tìm người thay',
    'repairs.working': 'Đang tìm người phù hợp nhất…',
    'repairs.best': 'Phương án tốt nhất',
    'repairs.next': (p: { number: number }) => `Phương án ${p.number}`,
    'repairs.others': (p: { names: string }) => `Người khác phải đổi lượt: ${p.names}.`,
    'repairs.nobody_else': 'Không ai khác phải đổi lượt.',
    'repairs.told': 'Người được báo:',
    'repairs.reason': 'Lý do',
    'repairs.reason_help': 'In trong thông báo điều chỉnh và trong thư, nên không ghi chuyện riêng tư.',
    'repairs.do': 'Cử và báo',
    'repairs.do_of': (p: { names: string }) => `Cử và báo: ${p.names}`,
    'repairs.filled': (p: Named) => `${p.name} đã được cử vào chỗ này, nên không còn gì phải thay.`,
    'repairs.none': 'Không ai cử được đến cuộc này',
    'repairs.none_nearest': (p: Named) => `Gần được nhất là ${p.name}, nhưng:`,
    'repairs.none_time': 'Chưa tìm hết trong thời gian cho phép. Hãy tải lại trang để tìm tiếp, hoặc chọn bằng tay.',
    'repairs.fewer_time': 'Chưa tìm hết trong thời gian cho phép; có thể còn người khác.',
    'repairs.by_hand': 'Tự chọn người',
    'repairs.loss.coverage': 'So với phương án tốt nhất: nhiều chỗ phải để trống hơn.',
    'repairs.loss.fairness': 'So với phương án tốt nhất: số lượt của mọi người lệch nhau nhiều hơn.',
    'repairs.loss.quality': (p: By) => `So với phương án tốt nhất: kém phù hợp ${points('vi', p)} điểm.`,
    'repairs.loss.stability': (p: By) => `So với phương án tốt nhất: thêm ${points('vi', p)} thay đổi.`,
    'repairs.loss.linkage': 'So với phương án tốt nhất: ít giúp so sánh điểm giữa những người chấm hơn.',
    'repairs.done': (p: { number: number; symbol: string; names: string }) =>
      `Đã cử ${p.names}: điều chỉnh lần ${p.number}, Thông báo số ${p.symbol}. Người có thay đổi được báo bằng thư.`,
    'repairs.cause.empty': 'Cuộc họp chưa có người dự',
    'repairs.cause.declined': (p: Named) => `${p.name} không dự được`,
    'repairs.cause.released': (p: Named) => `${p.name} đã được thôi cử`,
    'repairs.cause.absence': (p: Named) => `${p.name} có lịch bận lúc đó`,
    'repairs.cause.specialist': (p: Named) => `${p.name} không còn trong danh bạ`,
    'repairs.cause.collision': (p: Named) => `${p.name} không kịp dự vì trùng lượt khác`,
    'repairs.cause.unanswered': (p: Named) => `${p.name} chưa trả lời đúng hạn`,
    'repairs.cause.chosen': (p: Named) => `Cử người thay ${p.name}`,
  },
  {
    'repairs.title': (p) => `Send somebody to ${p.branch}`,
    'repairs.open': 'Find somebody',
    'repairs.instead': 'Find somebody else',
    'repairs.working': 'Looking for who fits best…',
    'repairs.best': 'Best proposal',
    'repairs.next': (p) => `Proposal ${p.number}`,
    'repairs.others': (p) => `Visits of others change: ${p.names}.`,
    'repairs.nobody_else': 'Nobody else’s visits change.',
    'repairs.told': 'Who is told:',
    'repairs.reason': 'Reason',
    'repairs.reason_help': 'Printed in the notice of amendment and in the mails, so nothing private.',
    'repairs.do': 'Send and tell',
    'repairs.do_of': (p) => `Send and tell: ${p.names}`,
    'repairs.filled': (p) => `${p.name} has taken this seat by now, so nobody else is needed.`,
    'repairs.none': 'Nobody can be sent to this meeting',
    'repairs.none_nearest': (p) => `${p.name} comes nearest, but:`,
    'repairs.none_time': 'Not everybody was looked at in the time allowed. Reload to look further, or choose by hand.',
    'repairs.fewer_time': 'Not everybody was looked at in the time allowed; there may be others.',
    'repairs.by_hand': 'Choose by hand',
    'repairs.loss.coverage': 'Beside the best proposal: more seats stay empty.',
    'repairs.loss.fairness': 'Beside the best proposal: loads are less even.',
    'repairs.loss.quality': (p) => `Beside the best proposal: a worse fit by ${points('en', p)} points.`,
    'repairs.loss.stability': (p) =>
      `Beside the best proposal: ${p.by === 1 ? '1 change' : `${points('en', p)} changes`} more.`,
    'repairs.loss.linkage': 'Beside the best proposal: scores of different people can be compared less well.',
    'repairs.done': (p) =>
      `${p.names} will go: amendment ${p.number}, notice ${p.symbol}. Whoever it touches is told by mail.`,
    'repairs.cause.empty': 'Nobody goes to this meeting',
    'repairs.cause.declined': (p) => `${p.name} cannot go`,
    'repairs.cause.released': (p) => `${p.name} was taken off`,
    'repairs.cause.absence': (p) => `${p.name} is away then`,
    'repairs.cause.specialist': (p) => `${p.name} is no longer in the directory`,
    'repairs.cause.collision': (p) => `${p.name} cannot make it because of another visit`,
    'repairs.cause.unanswered': (p) => `${p.name} has not answered in time`,
    'repairs.cause.chosen': (p) => `Somebody else instead of ${p.name}`,
  },
);
