import { VISIT_STATE_TERMS } from '../../kernel/vocabulary.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';
import type { VisitState } from './domain/visit-state.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'visit.not_found': { visitId: string };
    'visit.not_yours': { visitId: string };
    'visit.already_answered': { visitId: string; state: VisitState };
    'visit.not_open': { visitId: string; state: VisitState };
    'visit.reason_missing': { visitId: string };
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
  'visit.reason_missing': {
    status: 422,
    vi: () => 'Hãy ghi lý do không dự được, để ban chủ trì phân công người khác.',
    en: () => 'Say why you cannot go, so that the board can send somebody else.',
  },
});
