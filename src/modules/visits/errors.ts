import { VISIT_STATE_TERMS } from '../../kernel/vocabulary.ts';
import type { MeetingRef, VisitRef } from '../../kernel/id.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';
import type { VisitState } from './domain/visit-state.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'visit.not_found': { visitId: VisitRef };
    'visit.not_yours': { visitId: VisitRef };
    'visit.already_answered': { visitId: VisitRef; state: VisitState };
    /** It cannot be taken off anybody any more. */
    'visit.not_ahead': { visitId: VisitRef; state: VisitState };
    'visit.not_open': { visitId: VisitRef; state: VisitState };
    'visit.keep_reason_missing': Record<string, never>;
    'visit.reason_missing': { visitId: VisitRef };
    'visit.reason_long': { length: number; longest: number };
    'visit.was_held': { visitId: VisitRef };
    'visit.form_sent': { visitId: VisitRef };
    'visit.called_off_why': { meetingId: MeetingRef };
    'visit.replaced': { visitId: VisitRef };
    'visit.called_off_by_other': { visitId: VisitRef };
    'visit.stand_in_is_self': { visitId: VisitRef };
    'visit.no_stand_in': { visitId: VisitRef };
  }
}

export const visitErrors = defineErrors<'visit'>({
  'visit.not_found': {
    status: 404,
    vi: () => 'Không có lượt dự này. Hãy mở lại danh sách lượt dự của mình.',
    en: () => 'There is no such visit. Open your list of visits again.',
  },
  'visit.not_yours': {
    status: 403,
    vi: () => 'Lượt dự này được phân công cho người khác, nên chỉ người đó trả lời và gửi phiếu được.',
    en: () => 'This visit is somebody else’s: only that person can answer it and send its form.',
  },
  'visit.already_answered': {
    status: 409,
    vi: ({ state }) =>
      `Lượt dự này ${VISIT_STATE_TERMS[state].vi}, nên không đổi được nữa. Nếu cần, hãy gọi ban chủ trì.`,
    en: ({ state }) =>
      `This visit is ${VISIT_STATE_TERMS[state].en}, so it can no longer be changed. Call the board if you must.`,
  },
  'visit.not_open': {
    status: 409,
    vi: ({ state }) => `Lượt dự này ${VISIT_STATE_TERMS[state].vi}, nên chưa gửi được phiếu cho lượt này.`,
    en: ({ state }) => `This visit is ${VISIT_STATE_TERMS[state].en}, so no form can be sent for it.`,
  },
  'visit.not_ahead': {
    status: 409,
    vi: ({ state }) => `Lượt dự này ${VISIT_STATE_TERMS[state].vi}, nên không còn gì để thôi cử. Hãy tải lại trang.`,
    en: ({ state }) => `This visit is ${VISIT_STATE_TERMS[state].en}, so nobody can be taken off it. Reload the page.`,
  },
  'visit.was_held': {
    status: 409,
    vi: () => 'Buổi này đã có phiếu dự nên không thể ghi là không họp. Hãy xem lại phiếu, hoặc gọi ban chủ trì.',
    en: () =>
      'There is a form of this meeting, so it cannot be said that it was not held. Look at the form, or call the board.',
  },
  'visit.called_off_why': {
    status: 422,
    vi: () => 'Hãy ghi vì sao chi bộ không họp: những người được phân công đọc lý do này trong thư báo.',
    en: () => 'Say why the branch does not meet: whoever is assigned reads it in the mail.',
  },
  'visit.form_sent': {
    status: 409,
    vi: () =>
      'Cuộc họp này đã có phiếu dự nên không dời, không đổi loại được nữa. Nếu phiếu ghi sai ngày, hãy trả lại phiếu để sửa.',
    en: () =>
      'There is a form of this meeting, so it can no longer be moved or change its kind. If the form has a wrong day, return it for correction.',
  },
  'visit.called_off_by_other': {
    status: 409,
    vi: () => 'Người khác đã báo cuộc họp này không họp. Nếu chi bộ vẫn họp, hãy gọi ban chủ trì.',
    en: () => 'Somebody else called this meeting off. If the branch meets after all, call the board.',
  },
  'visit.replaced': {
    status: 409,
    vi: () => 'Đã có người khác được cử thay, nên không nhận lại được lượt dự này. Nếu cần, hãy gọi ban chủ trì.',
    en: () => 'Somebody else goes instead, so this visit cannot be taken up again. Call the board if you must.',
  },
  'visit.stand_in_is_self': {
    status: 422,
    vi: () => 'Người dự thay phải là người khác. Hãy chọn một chuyên viên khác.',
    en: () => 'Somebody else has to stand in. Choose another specialist.',
  },
  'visit.no_stand_in': {
    status: 422,
    vi: () => 'Người này không có trong danh bạ chuyên viên, hoặc đã dự chính buổi họp đó. Hãy chọn người khác.',
    en: () => 'This person is not among the specialists, or goes to that very meeting. Choose somebody else.',
  },
  'visit.reason_long': {
    status: 422,
    vi: (p) => `Lý do dài ${p.length} ký tự, tối đa ${p.longest}. Viết gọn lại rồi gửi; chưa có gì bị cắt bỏ.`,
    en: (p) => `The reason has ${p.length} characters, at most ${p.longest}. Shorten it; nothing was cut off.`,
  },
  'visit.keep_reason_missing': {
    status: 422,
    vi: () => 'Hãy ghi lý do giữ nguyên các lượt dự này.',
    en: () => 'Say why these visits are kept as they are.',
  },
  'visit.reason_missing': {
    status: 422,
    vi: () => 'Hãy ghi lý do không dự được, để ban chủ trì phân công người khác.',
    en: () => 'Say why you cannot go, so that the board can send somebody else.',
  },
});
