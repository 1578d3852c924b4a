import type { NoFacts } from '../../kernel/domain-error.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'solve.not_found': NoFacts;
    'solve.not_done': { state: string };
    'solve.too_many': { limit: number };
  }
}

export const engineErrors = defineErrors<'solve'>({
  'solve.not_found': {
    status: 404,
    vi: () => 'Không có lần tính này, hoặc kết quả đã quá một ngày và đã được xóa. Hãy gửi lại bài toán.',
    en: () => 'There is no such solve, or its answer was a day old and is gone. Send the problem again.',
  },
  'solve.not_done': {
    status: 409,
    vi: ({ state }) => `Chưa có phương án: lần tính đang ở trạng thái ${state}. Hãy theo dõi tiến độ rồi hỏi lại.`,
    en: ({ state }) => `There is no plan yet: the solve is ${state}. Follow its progress, then ask again.`,
  },
  'solve.too_many': {
    status: 429,
    vi: ({ limit }) => `Đã có ${limit} lần tính đang chờ. Hãy đợi một lần xong, hoặc hủy bớt.`,
    en: ({ limit }) => `${limit} solves are waiting already. Wait until one is done, or cancel one.`,
  },
});
