import { day } from '../../../../kernel/month.ts';
import type { Rubric } from '../rubric.ts';
import { FOUR_RATINGS } from './rubric-42-hd.ts';
import { band, byPoints, criterion, degree, given, text, yesNo } from './sample-text.ts';

/**
 * Five groups in the manner of the guideline before 42-HD, with its target of more than 85 % attendance. The points of
 * each group are this sample's own.
 */
export const rubricFiveGroups: Rubric = {
  id: 'five-groups',
  version: 1,
  effectiveFrom: day('2018-07-01'),
  purpose: 'routine',
  title: text('Khung năm nhóm tiêu chí (100 điểm)', 'Five groups of criteria (100 points)'),
  source: text(
    'Quy định riêng của bộ dữ liệu mẫu, theo cách chia năm nhóm trước Hướng dẫn 42-HD/BTCTW (Hướng dẫn 12-HD/BTCTW năm 2018); điểm từng tiêu chí do bộ mẫu đặt, không phải văn bản chính thức.',
    'The sample’s own policy in five groups, as was usual before Guideline 42-HD/BTCTW (Guideline 12-HD/BTCTW of 2018); the points are the sample’s, and this is not an official document.',
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
        {
          id: 'order',
          title: text('Nền nếp, số lượng dự', 'Order and attendance'),
          criteria: [
            criterion('attendance', text('Đảng viên dự sinh hoạt', 'Attendance'), 15, {
              by: 'bands',
              indicator: 'attendance',
              bands: [
                band({ above: '85%' }, 15, 'Trên 85%', 'More than 85%'),
                band({ above: '75%', upTo: '85%' }, 10, 'Trên 75% đến 85%', 'More than 75% up to 85%'),
                band({ upTo: '75%' }, 5, 'Từ 75% trở xuống', '75% and less'),
              ],
            }),
            criterion('duration', text('Thời gian sinh hoạt', 'Duration'), 5, {
              by: 'bands',
              indicator: 'minutes_short',
              bands: [
                band({ upTo: 0 }, 5, 'Đủ thời gian', 'Full duration'),
                band({ above: 0, upTo: 30 }, 3, 'Thiếu không quá 30 phút', 'Short by no more than 30 minutes'),
                band({ above: 30 }, 0, 'Thiếu trên 30 phút', 'Short by more than 30 minutes'),
              ],
            }),
          ],
        },
        {
          id: 'preparation',
          title: text('Chuẩn bị', 'Preparation'),
          section: 'preparation',
          criteria: [
            criterion('prepared_content', text('Chuẩn bị nội dung', 'Content prepared'), 10, byPoints(1)),
            criterion(
              'pre_meeting',
              text('Chi ủy họp trước', 'Committee met beforehand'),
              5,
              yesNo(5, text('Có họp', 'Met'), text('Không họp', 'Did not meet')),
              {
                automatic: [
                  given(
                    { field: 'secretaryAlone', in: ['yes'] },
                    5,
                    'Chi bộ chỉ có bí thư, tính đủ điểm',
                    'The secretary is alone: full points',
                  ),
                ],
              },
            ),
            criterion('notice', text('Thông báo trước cho đảng viên', 'Notice to members'), 5, {
              by: 'cases',
              cases: [
                given(
                  { field: 'notice', in: ['members_and_superior', 'members_only'] },
                  5,
                  'Đã thông báo',
                  'Members were told',
                ),
              ],
              otherwise: { points: 0, text: text('Chưa thông báo', 'Nobody was told') },
            }),
          ],
        },
        {
          id: 'content',
          title: text('Nội dung', 'Content'),
          section: 'conduct',
          criteria: [
            criterion('meeting_content', text('Nội dung theo quy định', 'Content as laid down'), 20, byPoints(1)),
            criterion('speaking', text('Đảng viên phát biểu', 'Members who spoke'), 10, {
              by: 'bands',
              indicator: 'speaking',
              bands: [
                band({ from: '40%' }, 10, 'Từ 40% số có mặt', '40% of those present and more'),
                band({ from: '20%', below: '40%' }, 6, 'Từ 20% đến dưới 40%', '20 to under 40%'),
                band({ below: '20%' }, 2, 'Dưới 20%', 'Under 20%'),
              ],
            }),
          ],
        },
        {
          id: 'principles',
          title: text('Tính lãnh đạo, giáo dục, chiến đấu', 'Leadership, education, militancy'),
          section: 'principles',
          criteria: [
            criterion('democratic_centralism', text('Tập trung dân chủ', 'Democratic centralism'), 5, degree(5, 3)),
            criterion(
              'self_criticism',
              text('Tự phê bình và phê bình', 'Self-criticism and criticism'),
              5,
              degree(5, 3),
            ),
            criterion('concerns', text('Giải quyết tâm tư, kiến nghị', 'Concerns handled'), 5, degree(5, 3)),
          ],
        },
        {
          id: 'results',
          title: text('Kết luận và kết quả', 'Conclusion and results'),
          section: 'closing',
          criteria: [
            criterion('conclusion', text('Kết luận, giao nhiệm vụ rõ', 'Clear conclusion and tasks'), 5, degree(5, 3)),
            criterion('targets', text('Nhiệm vụ tháng trước đạt được', 'Tasks of last month done'), 10, {
              by: 'bands',
              indicator: 'targets',
              bands: [
                band({ from: '80%' }, 10, 'Từ 80%', '80% and more'),
                band({ from: '50%', below: '80%' }, 6, 'Từ 50% đến dưới 80%', '50 to under 80%'),
                band({ below: '50%' }, 2, 'Dưới 50%', 'Under 50%'),
              ],
            }),
          ],
        },
      ],
      caps: [],
      ratings: FOUR_RATINGS,
      gates: [],
    },
  ],
  yearly: [
    { rating: 'good', ways: [{ averageFrom: 90, noneBelow: 'fair' }] },
    { rating: 'fair', ways: [{ averageFrom: 70, noneBelow: 'average' }] },
    { rating: 'average', ways: [{ averageFrom: 50 }] },
    { rating: 'poor', ways: [{}] },
  ],
};
