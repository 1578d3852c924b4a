/*
 * The words of a form that change while it is written, by the keys of the messages: its page has them from the service,
 * and says them by itself where no network is.
 */

const vi = {
  'form.contents': 'Các phần của phiếu',
  'form.progress': 'Số mục bắt buộc đã điền',
  'form.answered': (p: { part: number; whole: number }) => `${p.part}/${p.whole} mục`,
  'form.refused': (p: { count: number }) => `Phiếu chưa gửi được: ${p.count} chỗ cần xem lại`,
  'form.to_next': 'Tới chỗ tiếp theo',
  'form.all_places': 'Xem tất cả các chỗ',
  'form.section_open': (p: { count: number }) => `còn ${p.count} chỗ`,
  'form.section_unusual': (p: { count: number }) => `${p.count} chỗ khác thường`,
  'form.section_done': 'đủ',
  'form.submit': 'Gửi phiếu',
  'form.submit_open': (p: { count: number }) => `(còn thiếu ${p.count})`,
  'form.open': (p: { count: number }) => `Còn ${p.count} chỗ cần điền hoặc sửa`,
  'form.nothing_open': 'Đã đủ để gửi.',
  'form.warnings': (p: { count: number }) => `${p.count} chỗ khác thường, vẫn gửi được:`,
  'score.sum': 'Cộng các phần, trên số điểm có thể đạt',
  'score.unreachable.rescale':
    'Tiêu chí không áp dụng cho buổi này được bỏ ra; điểm đạt được quy về thang điểm đầy đủ.',
  'score.unreachable.grant': 'Tiêu chí không áp dụng cho buổi này được tính đủ điểm.',
  'score.unreachable.leave': 'Tiêu chí không áp dụng cho buổi này không được tính điểm.',
  'score.total': 'Tổng điểm',
  'score.rating': 'Xếp loại',
  'score.waiting': 'chờ trả lời',
  'score.incomplete': 'chưa đủ',
  'score.self': 'Chi bộ tự chấm',
  'score.self_short': (p: { points: string }) => `tự chấm ${p.points}`,
  'score.difference': (p: { points: string }) => `(chênh ${p.points})`,
};

type InBoth<V> = { readonly [K in keyof V]: V[K] extends string ? string : V[K] };

const en: InBoth<typeof vi> = {
  'form.contents': 'Sections of the form',
  'form.progress': 'Required questions answered',
  'form.answered': (p: { part: number; whole: number }) => `${p.part}/${p.whole}`,
  'form.refused': (p: { count: number }) =>
    p.count === 1 ? 'Not sent yet: one place needs a look' : `Not sent yet: ${p.count} places need a look`,
  'form.to_next': 'To the next place',
  'form.all_places': 'All places',
  'form.section_open': (p) => `${p.count} to go`,
  'form.section_unusual': (p) => `${p.count} unusual`,
  'form.section_done': 'done',
  'form.submit': 'Send the form',
  'form.submit_open': (p) => `(${p.count} missing)`,
  'form.open': (p) => (p.count === 1 ? '1 place to fill in or mend' : `${p.count} places to fill in or mend`),
  'form.nothing_open': 'Complete; it can be sent.',
  'form.warnings': (p) =>
    p.count === 1
      ? '1 unusual place; it can be sent all the same:'
      : `${p.count} unusual places; it can be sent all the same:`,
  'score.sum': 'Sum of the parts, of the points within reach',
  'score.unreachable.rescale':
    'Criteria that do not apply to this meeting are left out; the points are scaled to the full table.',
  'score.unreachable.grant': 'Criteria that do not apply to this meeting count in full.',
  'score.unreachable.leave': 'Criteria that do not apply to this meeting earn nothing.',
  'score.total': 'Total',
  'score.rating': 'Rating',
  'score.waiting': 'to be answered',
  'score.incomplete': 'incomplete',
  'score.self': 'Branch itself',
  'score.self_short': (p: { points: string }) => `itself ${p.points}`,
  'score.difference': (p: { points: string }) => `(difference ${p.points})`,
};

export type LiveWords = InBoth<typeof vi>;
export const LIVE_WORDS: { readonly vi: LiveWords; readonly en: LiveWords } = { vi, en };
