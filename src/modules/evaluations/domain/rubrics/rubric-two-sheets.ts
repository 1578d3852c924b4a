import { day } from '../../../../kernel/month.ts';
import type { Criterion, Rubric, Sheet } from '../rubric.ts';
import { FOUR_RATINGS } from './rubric-42-hd.ts';
import { band, byPoints, criterion, degree, text, yesNo } from './sample-text.ts';

const attendance = (maximum: number): Criterion =>
  criterion('attendance', text('Đảng viên dự sinh hoạt', 'Attendance'), maximum, {
    by: 'bands',
    indicator: 'attendance',
    bands: [
      band({ from: '90%' }, maximum, 'Từ 90% trở lên', '90% and more'),
      band({ from: '75%', below: '90%' }, maximum * 0.7, 'Từ 75% đến dưới 90%', '75 to under 90%'),
      band({ below: '75%' }, maximum * 0.3, 'Dưới 75%', 'Under 75%'),
    ],
  });

const speaking: Criterion = criterion('speaking', text('Đảng viên phát biểu', 'Members who spoke'), 10, {
  by: 'bands',
  indicator: 'speaking',
  bands: [
    band({ above: '50%' }, 10, 'Trên 50% số có mặt', 'More than 50% of those present'),
    band({ from: '30%', upTo: '50%' }, 7, 'Từ 30% đến 50%', '30 to 50%'),
    band({ below: '30%' }, 3, 'Dưới 30%', 'Under 30%'),
  ],
});

const minutesBook: Criterion = criterion(
  'minutes_book',
  text('Ghi sổ biên bản đầy đủ', 'Minutes book'),
  5,
  yesNo(5, text('Đầy đủ', 'Complete'), text('Chưa đầy đủ', 'Incomplete')),
);

const chairing: Criterion = criterion(
  'orientation',
  text('Điều hành, định hướng thảo luận', 'Chairing'),
  15,
  byPoints(1),
);

const regular: Sheet = {
  id: 'regular',
  title: text('Bảng sinh hoạt thường kỳ', 'Sheet for regular meetings'),
  kinds: ['regular', 'combined'],
  maximum: 100,
  groups: [
    { id: 'attendance', title: text('Dự sinh hoạt', 'Attendance'), criteria: [attendance(20)] },
    {
      id: 'preparation',
      title: text('Chuẩn bị', 'Preparation'),
      section: 'preparation',
      criteria: [criterion('prepared_content', text('Chuẩn bị nội dung', 'Content prepared'), 15, byPoints(1))],
    },
    {
      id: 'conduct',
      title: text('Tiến hành', 'Conduct'),
      section: 'conduct',
      criteria: [
        criterion('regular_content', text('Nội dung thường kỳ', 'Regular content'), 25, byPoints(1)),
        speaking,
        chairing,
        minutesBook,
      ],
    },
    {
      id: 'closing',
      title: text('Kết thúc', 'Closing'),
      section: 'closing',
      criteria: [criterion('conclusion', text('Kết luận và giao nhiệm vụ', 'Conclusion and tasks'), 10, degree(10, 5))],
    },
  ],
  caps: [],
  ratings: FOUR_RATINGS,
  gates: [],
};

const thematic: Sheet = {
  id: 'thematic',
  title: text('Bảng sinh hoạt chuyên đề', 'Sheet for thematic meetings'),
  kinds: ['thematic'],
  maximum: 100,
  groups: [
    { id: 'attendance', title: text('Dự sinh hoạt', 'Attendance'), criteria: [attendance(15)] },
    {
      id: 'topic',
      title: text('Nội dung chuyên đề', 'The topic'),
      section: 'conduct',
      criteria: [
        criterion(
          'topic_choice',
          text('Chọn chuyên đề sát thực tế', 'A topic that fits the branch'),
          15,
          degree(15, 8),
        ),
        criterion('thematic_content', text('Báo cáo và thảo luận chuyên đề', 'Report and discussion'), 30, byPoints(1)),
        speaking,
        chairing,
        minutesBook,
      ],
    },
    {
      id: 'closing',
      title: text('Kết thúc', 'Closing'),
      section: 'closing',
      criteria: [
        criterion(
          'conclusion',
          text('Kết luận, giải pháp và phân công', 'Conclusion, measures and tasks'),
          10,
          degree(10, 5),
        ),
      ],
    },
  ],
  caps: [],
  ratings: FOUR_RATINGS,
  gates: [],
};

/** Separate sheets for regular and thematic meetings, as some provinces have them; the points are this sample's own. */
export const rubricTwoSheets: Rubric = {
  id: 'two-sheets',
  version: 1,
  effectiveFrom: day('2025-11-01'),
  purpose: 'routine',
  title: text('Khung hai bảng: thường kỳ, chuyên đề', 'Two sheets: regular and thematic'),
  source: text(
    'Quy định riêng của bộ dữ liệu mẫu, theo cách chấm hai bảng riêng cho hai loại sinh hoạt như ở Nghệ An; điểm từng tiêu chí do bộ mẫu đặt, không phải văn bản chính thức.',
    'The sample’s own policy with a sheet each for regular and thematic meetings, as in Nghệ An; the points are the sample’s, and this is not an official document.',
  ),
  policy: {
    attendanceFormula: 'entitled',
    exactlyHalfSpeaking: 'lower',
    unreachablePoints: 'leave',
    requiredMinutes: { regular: 90, thematic: 90, combined: 120 },
    smallBranch: null,
  },
  sheets: [regular, thematic],
  yearly: [
    { rating: 'good', ways: [{ averageFrom: 90, months: { rating: 'good', atLeast: 10 }, noneBelow: 'fair' }] },
    { rating: 'fair', ways: [{ averageFrom: 70, noneBelow: 'average' }] },
    { rating: 'average', ways: [{ averageFrom: 50 }] },
    { rating: 'poor', ways: [{}] },
  ],
};
