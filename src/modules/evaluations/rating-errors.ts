import { defineErrors } from '../../platform/i18n/errors.ts';
import type { Ref } from '../../kernel/id.ts';
import type { RatingDecider } from './domain/rating-policy.ts';
import type { Text } from './domain/text.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'rating.not_accepted': { submissionId: Ref<'Submission'> };
    'rating.own_meeting': { submissionId: Ref<'Submission'> };
    'rating.unknown': { rating: string };
    'rating.reason_missing': { decided: Text | null; points: Text | null };
    'rating.nothing_decided': { submissionId: Ref<'Submission'> };
    'rating.by_others': { decidedBy: RatingDecider };
  }
}

export const ratingErrors = defineErrors<'rating'>({
  'rating.not_accepted': {
    status: 409,
    vi: () => 'Phiếu này chưa được chấp nhận hoặc đã mở lại nên chưa xếp loại chính thức được. Duyệt phiếu trước.',
    en: () => 'This form is not accepted, or was opened again, so nothing can be decided on it. Review it first.',
  },
  'rating.own_meeting': {
    status: 403,
    vi: () => 'Đồng chí đã dự buổi này nên không tự xếp loại. Đề nghị một người khác có quyền xếp loại buổi này.',
    en: () => 'You attended this meeting, so you cannot decide its rating. Ask somebody else who may.',
  },
  'rating.unknown': {
    status: 422,
    vi: ({ rating }) => `Khung tiêu chí của phiếu không có loại “${rating}”. Chọn một trong các loại đang hiện.`,
    en: ({ rating }) => `The rubric of this form has no rating “${rating}”. Choose one of those that are shown.`,
  },
  'rating.reason_missing': {
    status: 422,
    vi: ({ decided, points }) =>
      decided
        ? `Theo điểm, buổi này ${points ? `xếp loại ${points.vi}` : 'chưa có xếp loại'} hoặc các phiếu xếp khác nhau. Ghi lý do xếp loại ${decided.vi}.`
        : 'Ghi lý do rút lại xếp loại chính thức; lý do được giữ cùng quyết định.',
    en: ({ decided, points }) =>
      decided
        ? `By points this meeting is ${points ? `rated ${points.en}` : 'not rated'}, or its forms differ. Say why it is rated ${decided.en}.`
        : 'Say why the official rating is taken back; the reason is kept with it.',
  },
  'rating.nothing_decided': {
    status: 409,
    vi: () =>
      'Buổi này chưa có xếp loại chính thức nên không có gì để rút lại. Tải lại trang để xem xếp loại hiện nay.',
    en: () => 'This meeting has no official rating, so there is nothing to take back. Reload the page.',
  },
  'rating.by_others': {
    status: 403,
    vi: ({ decidedBy }) =>
      `Theo chính sách của cấp ủy, xếp loại chính thức do ${decidedBy === 'leader' ? 'lãnh đạo' : 'ban chủ trì'} quyết định. Đề nghị họ xếp loại, hoặc đổi chính sách.`,
    en: ({ decidedBy }) =>
      `By the committee’s policy the official rating is decided by ${decidedBy === 'leader' ? 'the leaders' : 'the organisation board'}. Ask them, or change the policy.`,
  },
});
