import type { NoFacts } from '../../kernel/domain-error.ts';
import { formatDate } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import { SWAP_STATE_TERMS, type SwapState } from '../../kernel/vocabulary.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'swap.not_found': NoFacts;
    /** Only the person who is asked answers. */
    'swap.not_yours': NoFacts;
    'swap.closed': { state: SwapState };
    'swap.expired': { day: Day };
    /** The visit already is part of an open swap. */
    'swap.open_already': { name: string };
    /** A visit was amended, called off or has begun meanwhile. */
    'swap.visit_changed': NoFacts;
    'swap.not_possible': NoFacts;
    'swap.words_long': { length: number; longest: number };
  }
}

export const swapErrors = defineErrors<'swap'>({
  'swap.not_found': {
    status: 404,
    vi: () => 'Không có đề nghị đổi lượt này. Hãy mở lại danh sách lượt dự của mình.',
    en: () => 'There is no such swap. Open your list of visits again.',
  },
  'swap.not_yours': {
    status: 403,
    vi: () =>
      'Đề nghị đổi lượt này gửi cho người khác. Nếu được chuyển tiếp thư, hãy để người được hỏi tự trả lời bằng tài khoản của mình.',
    en: () =>
      'Somebody else was asked for this swap. If the mail was forwarded to you, leave the answer to whom it was sent to.',
  },
  'swap.closed': {
    status: 409,
    vi: ({ state }) =>
      `Đề nghị đổi lượt này ở trạng thái “${SWAP_STATE_TERMS[state].vi}”, nên không làm bước này được.`,
    en: ({ state }) => `The state of this swap is “${SWAP_STATE_TERMS[state].en}”, so this step cannot be taken.`,
  },
  'swap.expired': {
    status: 409,
    vi: ({ day }) =>
      `Hạn trả lời là ${formatDate('vi', day)}, nay đã qua; lượt dự vẫn của người đang được cử. Nếu vẫn muốn đổi, hãy nhờ người đó hỏi lại.`,
    en: ({ day }) =>
      `The answer was due on ${formatDate('en', day)}; the visit stays with whoever has it. Let them ask again if you still want to swap.`,
  },
  'swap.open_already': {
    status: 409,
    vi: ({ name }) =>
      `Lượt dự này đang có một đề nghị đổi với ${name}. Hãy chờ trả lời, hoặc rút đề nghị đó rồi hỏi người khác.`,
    en: ({ name }) =>
      `A swap of this visit with ${name} is open. Wait for the answer, or withdraw it and ask somebody else.`,
  },
  'swap.visit_changed': {
    status: 409,
    vi: () =>
      'Lượt dự đã thay đổi từ khi có đề nghị này (đã điều chỉnh, không họp hoặc đã bắt đầu), nên không đổi được nữa. Chưa có gì bị thay đổi.',
    en: () =>
      'The visit has changed since this was asked (amended, called off or begun), so it can no longer be swapped. Nothing was changed.',
  },
  'swap.not_possible': {
    status: 422,
    vi: () =>
      'Không đổi như vậy được: trái với một quy tắc phân công ở thời điểm này. Lượt dự vẫn của người đang được cử. Hãy chọn người khác, hoặc gọi ban chủ trì.',
    en: () =>
      'This swap breaks a rule of planning now. The visit stays with whoever has it. Choose somebody else, or call the board.',
  },
  'swap.words_long': {
    status: 422,
    vi: (p) => `Lời ghi dài ${p.length} ký tự, tối đa ${p.longest}. Viết gọn lại rồi gửi; chưa có gì bị cắt bỏ.`,
    en: (p) => `The words have ${p.length} characters, at most ${p.longest}. Shorten them; nothing was cut off.`,
  },
});
