import { day } from '../../../../kernel/month.ts';
import type { Rubric } from '../rubric.ts';
import { rubric42Hd } from './rubric-42-hd.ts';
import { text } from './sample-text.ts';

/** The points of 42-HD, with a best rating that some maxima must be reached for as well, as some provinces ask. */
export const rubricGated: Rubric = {
  ...rubric42Hd,
  id: 'gated',
  version: 1,
  effectiveFrom: day('2025-11-01'),
  title: text('Khung 100 điểm, loại Tốt có điều kiện kèm theo', '100 points, with gates before “Good”'),
  source: text(
    'Quy định riêng của bộ dữ liệu mẫu: điểm theo Hướng dẫn 42-HD/BTCTW, kèm điều kiện xếp loại Tốt như ở Bình Thuận; không phải văn bản chính thức.',
    'The sample’s own policy: the points of Guideline 42-HD/BTCTW, with the conditions for “Good” known from Bình Thuận; not an official document.',
  ),
  sheets: rubric42Hd.sheets.map((sheet) => ({
    ...sheet,
    gates: [
      {
        id: 'maxima',
        rating: 'good',
        full: ['attendance', 'duration', 'speaking', 'minutes_book'],
        otherwise: 'fair',
        text: text(
          'Loại Tốt phải đạt điểm tối đa về dự sinh hoạt, thời gian, phát biểu và biên bản; nếu không thì xếp loại Khá',
          '“Good” also needs the maximum on attendance, duration, speakers and minutes; else “Fair”',
        ),
      },
    ],
  })),
  yearly: [
    { rating: 'good', ways: [{ noneBelow: 'fair', months: { rating: 'good', atLeast: 7 } }] },
    { rating: 'fair', ways: [{ averageFrom: 70, noneBelow: 'average' }] },
    { rating: 'average', ways: [{ averageFrom: 50 }] },
    { rating: 'poor', ways: [{}] },
  ],
};
