import { rubric42Hd, ratingsOf } from '../../../src/modules/evaluations/index.ts';
import type { RatingView } from '../../../src/pages/forms/rating.view.ts';

const options = (chosen: string) =>
  ratingsOf(rubric42Hd).map(({ id, text }) => ({ value: id, label: text.vi, selected: id === chosen }));

/** An accepted form whose meeting nobody has rated yet. */
export const undecided: RatingView = {
  official: null,
  others: [],
  earlier: [],
  deciding: {
    action: '/submissions/f1/rating',
    takeBackAction: null,
    seen: 0,
    options: options('good'),
    reason: '',
    error: null,
  },
  isOwn: false,
};

/** Decided twice, otherwise than the points and than the second observer. */
export const decided: RatingView = {
  official: {
    text: 'Trung bình',
    points: 'Khá',
    by: 'Lê Thị Bích Ngọc',
    onBehalfOf: 'Trần Văn Ban',
    at: new Date('2020-12-06T03:00:00Z'),
    reason: 'Biên bản cho thấy chưa thông qua nghị quyết; đã trao đổi với bí thư chi bộ ngày 05/12.',
  },
  others: ['Tốt'],
  earlier: [
    {
      text: null,
      by: 'Lê Thị Bích Ngọc',
      onBehalfOf: null,
      at: new Date('2020-12-05T09:00:00Z'),
      reason: 'Chờ biên bản của chi bộ.',
    },
    { text: 'Khá', by: 'Trần Văn Ban', onBehalfOf: null, at: new Date('2020-12-05T03:00:00Z'), reason: null },
  ],
  deciding: {
    action: '/submissions/f1/rating',
    takeBackAction: '/submissions/f1/rating/take-back',
    seen: 3,
    options: options('average'),
    reason: '',
    error: 'Theo điểm, buổi này xếp loại Khá. Ghi lý do xếp loại Trung bình.',
  },
  isOwn: false,
};
