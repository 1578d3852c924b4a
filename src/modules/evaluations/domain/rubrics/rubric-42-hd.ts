import { day } from '../../../../kernel/month.ts';
import type { Criterion, Rating, Rubric } from '../rubric.ts';
import { band, degree, text, yesNo } from './sample-text.ts';

const duration: Criterion = {
  id: 'duration',
  title: text('Thời gian sinh hoạt', 'Duration'),
  maximum: 5,
  scoring: {
    by: 'cases',
    indicator: 'duration',
    cases: [
      {
        when: { indicator: 'minutes_short', is: '<=', value: 0 },
        points: 5,
        text: text('Đủ thời gian', 'Full duration'),
      },
      {
        when: { indicator: 'minutes_short', is: '<=', value: 15 },
        points: 4,
        text: text('Thiếu không quá 15 phút', 'Short by no more than 15 minutes'),
      },
      {
        when: { indicator: 'minutes_short', is: '<=', value: 30 },
        points: 3,
        text: text('Thiếu trên 15 đến 30 phút', 'Short by 15 to 30 minutes'),
      },
      {
        when: { indicator: 'duration', is: '>=', value: '50%' },
        points: 2,
        text: text('Được từ một nửa thời gian', 'At least half of the time'),
      },
    ],
    otherwise: { points: 1, text: text('Chưa được một nửa thời gian', 'Under half of the time') },
  },
};

const attendance: Criterion = {
  id: 'attendance',
  title: text('Đảng viên dự sinh hoạt', 'Attendance'),
  maximum: 5,
  automatic: [
    {
      when: { indicator: 'absent_unexcused', is: '>=', value: 1 },
      points: 1,
      text: text('Có đảng viên vắng không lý do', 'Somebody was absent without excuse'),
    },
  ],
  scoring: {
    by: 'bands',
    indicator: 'attendance',
    bands: [
      band({ from: '90%' }, 4, 'Từ 90% trở lên', '90% and more'),
      band({ from: '75%', below: '90%' }, 3, 'Từ 75% đến dưới 90%', '75 to under 90%'),
      band({ from: '65%', below: '75%' }, 2, 'Từ 65% đến dưới 75%', '65 to under 75%'),
      band({ below: '65%' }, 1, 'Dưới 65%', 'Under 65%'),
    ],
  },
  bonuses: [
    {
      when: { field: 'longExcused', in: ['no'] },
      points: 1,
      text: text('Không có đảng viên vắng quá 3 kỳ liên tiếp', 'Nobody excused more than three times in a row'),
    },
  ],
};

const speaking: Criterion = {
  id: 'speaking',
  title: text('Đảng viên phát biểu', 'Members who spoke'),
  maximum: 5,
  scoring: {
    by: 'cases',
    indicator: 'speaking',
    cases: [
      {
        when: {
          any: [
            { indicator: 'speaking', is: '>', value: '50%' },
            {
              all: [
                { indicator: 'speaking', is: '=', value: '50%' },
                { policy: 'exactlyHalfSpeaking', is: 'upper' },
              ],
            },
          ],
        },
        points: 5,
        text: text('Trên 50% số có mặt', 'More than 50% of those present'),
      },
      {
        when: { indicator: 'speaking', is: '>=', value: '40%' },
        points: 4,
        text: text('Từ 40% đến 50%', '40 to 50%'),
      },
      {
        when: { indicator: 'speaking', is: '>=', value: '30%' },
        points: 3,
        text: text('Từ 30% đến dưới 40%', '30 to under 40%'),
      },
    ],
    otherwise: { points: 2, text: text('Dưới 30%', 'Under 30%') },
  },
};

export const FOUR_RATINGS: readonly Rating[] = [
  { id: 'good', from: 90, text: text('Tốt', 'Good') },
  { id: 'fair', from: 70, text: text('Khá', 'Fair') },
  { id: 'average', from: 50, text: text('Trung bình', 'Average') },
  { id: 'poor', from: 0, text: text('Kém', 'Poor') },
];

/**
 * The table of Guideline 42-HD in a ward's detailed version. Where that version leaves the steps below the maximum to
 * the observer, the options are this sample's own, and so are the policy choices. This is no official text.
 */
export const rubric42Hd: Rubric = {
  id: '42-hd',
  // The first version had the same points, with attendance and targets as cases.
  version: 2,
  effectiveFrom: day('2018-01-01'),
  purpose: 'routine',
  title: text('Khung chấm điểm chất lượng sinh hoạt chi bộ (100 điểm)', 'Quality of branch meetings (100 points)'),
  source: text(
    'Quy định riêng của bộ dữ liệu mẫu, dựng theo Hướng dẫn 42-HD/BTCTW; không phải văn bản chính thức.',
    'The sample’s own policy, modelled on Guideline 42-HD/BTCTW; not an official document.',
  ),
  policy: {
    attendanceFormula: 'entitled',
    exactlyHalfSpeaking: 'lower',
    unreachablePoints: 'rescale',
    requiredMinutes: { regular: 90, thematic: 90, combined: 120 },
    smallBranch: null,
  },
  sheets: [
    {
      id: 'meeting',
      title: text('Sinh hoạt chi bộ', 'Branch meeting'),
      kinds: ['regular', 'thematic', 'combined'],
      maximum: 100,
      groups: [
        { id: 'duration', title: text('Thời gian', 'Duration'), criteria: [duration] },
        { id: 'attendance', title: text('Dự sinh hoạt', 'Attendance'), criteria: [attendance] },
        {
          id: 'preparation',
          title: text('Chuẩn bị', 'Preparation'),
          section: 'preparation',
          criteria: [
            {
              id: 'prepared_content',
              title: text('Chuẩn bị nội dung', 'Content prepared'),
              maximum: 3,
              scoring: { by: 'points', step: 0.5 },
            },
            {
              id: 'prepared_resolution',
              title: text(
                'Định hướng thảo luận và dự thảo nghị quyết',
                'Orientation of the discussion and draft resolution',
              ),
              maximum: 2,
              scoring: degree(2, 1),
            },
            {
              id: 'pre_meeting',
              title: text('Chi ủy họp trước, có biên bản', 'Committee met beforehand, with minutes'),
              maximum: 2,
              automatic: [
                {
                  when: { field: 'secretaryAlone', in: ['yes'] },
                  points: 2,
                  text: text('Chi bộ chỉ có bí thư, tính đủ điểm', 'The secretary is alone: full points'),
                },
              ],
              scoring: {
                by: 'choice',
                options: [
                  { value: 'with_minutes', points: 2, text: text('Có họp, có biên bản', 'Met, with minutes') },
                  {
                    value: 'without_minutes',
                    points: 1,
                    text: text('Có họp, không có biên bản', 'Met, without minutes'),
                  },
                  { value: 'none', points: 0, text: text('Không họp', 'Did not meet') },
                ],
              },
            },
            {
              id: 'notice',
              title: text('Thông báo cho đảng viên và cấp ủy cấp trên', 'Notice to members and the superior committee'),
              maximum: 1,
              scoring: {
                by: 'cases',
                cases: [
                  {
                    when: { field: 'notice', in: ['members_and_superior'] },
                    points: 1,
                    text: text('Đã thông báo cho đảng viên và cấp trên', 'Members and superior were told'),
                  },
                ],
                otherwise: { points: 0, text: text('Chưa thông báo đủ', 'Not everyone was told') },
              },
            },
            {
              id: 'materials',
              title: text('Gửi tài liệu trước ít nhất 1 ngày', 'Materials at least a day before'),
              maximum: 2,
              scoring: {
                by: 'cases',
                cases: [
                  {
                    when: { field: 'materials', in: ['a_day_before'] },
                    points: 2,
                    text: text('Đã gửi trước ít nhất 1 ngày', 'Sent at least a day before'),
                  },
                  {
                    when: { field: 'materials', in: ['later'] },
                    points: 1,
                    text: text('Có gửi nhưng muộn', 'Sent, but late'),
                  },
                ],
                otherwise: { points: 0, text: text('Không gửi', 'Not sent') },
              },
            },
          ],
        },
        {
          id: 'conduct',
          title: text('Tiến hành', 'Conduct'),
          section: 'conduct',
          criteria: [
            { id: 'steps', title: text('Đủ các bước', 'All steps'), maximum: 5, scoring: { by: 'points', step: 1 } },
            {
              id: 'regular_content',
              title: text('Nội dung thường kỳ', 'Regular content'),
              kinds: ['regular', 'combined'],
              maximum: 10,
              scoring: { by: 'points', step: 0.5 },
            },
            {
              id: 'thematic_content',
              title: text('Nội dung chuyên đề', 'Thematic content'),
              kinds: ['thematic', 'combined'],
              maximum: 5,
              scoring: { by: 'points', step: 0.5 },
            },
            {
              id: 'praise_criticism',
              title: text('Biểu dương, phê bình cụ thể', 'Praise and criticism'),
              maximum: 2,
              scoring: degree(2, 1),
            },
            speaking,
            {
              id: 'minutes_book',
              title: text('Ghi sổ biên bản đầy đủ', 'Minutes book'),
              maximum: 1,
              scoring: yesNo(1, text('Đầy đủ', 'Complete'), text('Chưa đầy đủ', 'Incomplete')),
            },
            {
              id: 'ideology',
              title: text(
                'Dành 15–30 phút cho tình hình tư tưởng, tự phê bình và phê bình',
                '15 to 30 minutes of ideology and self-criticism',
              ),
              maximum: 1,
              scoring: yesNo(1, text('Có', 'Yes'), text('Không', 'No')),
            },
            {
              id: 'digital',
              title: text('Dùng tài liệu số', 'Digital documents'),
              maximum: 1,
              scoring: yesNo(1, text('Có', 'Yes'), text('Không', 'No')),
            },
          ],
        },
        {
          id: 'chairing',
          title: text('Chủ trì', 'Chairing'),
          section: 'chairing',
          criteria: [
            {
              id: 'flexible',
              title: text('Điều hành linh hoạt', 'Flexible chairing'),
              maximum: 2,
              scoring: degree(2, 1),
            },
            {
              id: 'orientation',
              title: text('Định hướng thảo luận', 'Orientation of the discussion'),
              maximum: 4,
              scoring: { by: 'points', step: 0.5 },
            },
            {
              id: 'drawing_out',
              title: text('Gợi mở ý kiến', 'Drawing out opinions'),
              maximum: 3,
              scoring: { by: 'points', step: 0.5 },
            },
            { id: 'synthesis', title: text('Tổng hợp ý kiến', 'Synthesis'), maximum: 1, scoring: degree(1, 0.5) },
          ],
        },
        {
          id: 'principles',
          title: text('Nguyên tắc tổ chức', 'Principles of organisation'),
          section: 'principles',
          criteria: [
            {
              id: 'democratic_centralism',
              title: text('Tập trung dân chủ', 'Democratic centralism'),
              maximum: 1,
              scoring: degree(1, 0.5),
            },
            {
              id: 'self_criticism',
              title: text('Tự phê bình và phê bình', 'Self-criticism and criticism'),
              maximum: 2,
              scoring: degree(2, 1),
            },
            {
              id: 'militancy',
              title: text('Tính lãnh đạo, giáo dục, chiến đấu', 'Leadership, education, militancy'),
              maximum: 1,
              scoring: degree(1, 0.5),
            },
            {
              id: 'concerns',
              title: text('Nắm và giải quyết tâm tư của đảng viên', 'Members’ concerns handled'),
              maximum: 1,
              scoring: degree(1, 0.5),
            },
          ],
        },
        {
          id: 'targets',
          title: text('Kết quả thực hiện nghị quyết', 'Results of leading the resolution'),
          criteria: [
            {
              id: 'targets',
              title: text('Chỉ tiêu, nhiệm vụ đạt được', 'Targets met'),
              maximum: 30,
              scoring: {
                by: 'bands',
                indicator: 'targets',
                bands: [
                  band({ from: '90%' }, 30, 'Từ 90% trở lên', '90% and more'),
                  band({ from: '80%', below: '90%' }, 27, 'Từ 80% đến dưới 90%', '80 to under 90%'),
                  band({ from: '70%', below: '80%' }, 24, 'Từ 70% đến dưới 80%', '70 to under 80%'),
                  band({ from: '60%', below: '70%' }, 20, 'Từ 60% đến dưới 70%', '60 to under 70%'),
                  band({ from: '50%', below: '60%' }, 15, 'Từ 50% đến dưới 60%', '50 to under 60%'),
                  band({ below: '50%' }, 10, 'Dưới 50%', 'Under 50%'),
                ],
              },
            },
          ],
        },
        {
          id: 'closing',
          title: text('Kết thúc', 'Closing'),
          section: 'closing',
          criteria: [
            {
              id: 'conclusion',
              title: text('Kết luận và thông qua', 'Conclude and pass'),
              maximum: 2,
              scoring: degree(2, 1),
            },
            {
              id: 'assignments',
              title: text('Biên bản và phân công cụ thể', 'Minutes and assignments'),
              maximum: 2,
              scoring: degree(2, 1),
            },
            {
              id: 'upload',
              title: text('Cập nhật biên bản trong 2 ngày', 'Minutes uploaded within two days'),
              maximum: 1,
              scoring: {
                by: 'cases',
                cases: [
                  {
                    when: { field: 'minutesUpload', in: ['within_two_days'] },
                    points: 1,
                    text: text('Đã cập nhật trong 2 ngày', 'Uploaded within two days'),
                  },
                  {
                    when: { field: 'minutesUpload', in: ['not_due'] },
                    points: 1,
                    text: text('Chưa đến hạn khi gửi phiếu', 'Not yet due when the form was sent'),
                  },
                ],
                otherwise: { points: 0, text: text('Cập nhật muộn', 'Uploaded late') },
              },
            },
          ],
        },
      ],
      caps: [
        {
          id: 'content',
          criteria: ['regular_content', 'thematic_content'],
          kinds: ['combined'],
          maximum: 10,
          text: text(
            'Thường kỳ và chuyên đề cộng lại tối đa 10 điểm',
            'Regular and thematic content together at most 10',
          ),
        },
      ],
      ratings: FOUR_RATINGS,
      gates: [],
    },
  ],
  yearly: [
    { rating: 'good', ways: [{ averageFrom: 90, months: { rating: 'good', atLeast: 10 }, noneBelow: 'fair' }] },
    { rating: 'fair', ways: [{ averageFrom: 70, noneBelow: 'average' }] },
    { rating: 'average', ways: [{ averageFrom: 50 }] },
    { rating: 'poor', ways: [{}] },
  ],
};
