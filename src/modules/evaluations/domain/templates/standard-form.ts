import { day } from '../../../../kernel/written-day.ts';
import type { FormTemplate, TemplateQuestion } from '../form-template.ts';
import type { BoundName } from '../bound-questions.ts';
import type { Text } from '../text.ts';

const text = (vi: string, en: string): Text => ({ vi, en });

function ask(asks: BoundName, vi: string, en: string, help?: Text): TemplateQuestion {
  return { asks, label: text(vi, en), required: true, ...(help ? { help } : {}) };
}

function mayTell(asks: BoundName, vi: string, en: string, help?: Text): TemplateQuestion {
  return { asks, label: text(vi, en), ...(help ? { help } : {}) };
}

/** The form of a routine visit: what is written down of every meeting. A released version is never changed. */
export const standardForm: FormTemplate = {
  id: 'standard',
  version: 1,
  effectiveFrom: day('2000-01-01'),
  purpose: 'routine',
  title: text('Phiếu dự sinh hoạt chi bộ', 'The form of a visit'),
  source: text(
    'Mẫu chung của hệ thống, chưa phải mẫu do cấp ủy ban hành.',
    'The service’s own form, not one that a committee issued.',
  ),
  sections: [
    {
      id: 'last_month',
      title: text('Tháng trước đã yêu cầu', 'Asked last month'),
      questions: [mayTell('directives', 'Yêu cầu của tháng trước', 'Last month’s directives')],
    },
    {
      id: 'meeting',
      title: text('Buổi sinh hoạt', 'The meeting'),
      questions: [
        ask('meetingKind', 'Loại sinh hoạt', 'Kind'),
        ask('date', 'Ngày', 'Day'),
        ask('startedAt', 'Bắt đầu thực tế', 'Really began'),
        ask('endedAt', 'Kết thúc thực tế', 'Really ended'),
        ask('place', 'Nơi họp', 'Place'),
        mayTell(
          'standingInFor',
          'Dự thay cho',
          'Standing in for',
          text('Chỉ ghi khi dự thay người được phân công.', 'Only if you went in place of the person assigned.'),
        ),
      ],
    },
    {
      id: 'attendance',
      title: text('Dự họp', 'Attendance'),
      questions: [
        ask(
          'membersTotal',
          'Tổng số đảng viên',
          'Members',
          text(
            'Chính thức và dự bị; không tính đảng viên sinh hoạt tạm thời.',
            'Official and probationary, without temporary members.',
          ),
        ),
        mayTell('membersOfficial', 'Chính thức', 'Official'),
        mayTell('membersProbationary', 'Dự bị', 'Probationary'),
        mayTell(
          'membersTemporary',
          'Sinh hoạt tạm thời',
          'Temporary',
          text('Đếm riêng, không tính vào tỷ lệ dự họp.', 'Counted apart, not part of the attendance share.'),
        ),
        ask('exempted', 'Được miễn sinh hoạt', 'Exempted'),
        ask('onSpecialDuty', 'Lực lượng vũ trang làm nhiệm vụ đặc biệt', 'Armed forces on special duty'),
        ask('present', 'Có mặt', 'Present'),
        mayTell(
          'absentExcused',
          'Vắng có lý do',
          'Absent, excused',
          text('Bỏ trống thì phiếu tự tính.', 'Left empty, the form works it out.'),
        ),
        ask('absentUnexcused', 'Vắng không lý do', 'Absent, unexcused'),
        ask(
          'longExcused',
          'Có đảng viên vắng có lý do quá 3 kỳ liên tiếp',
          'Somebody excused more than three times in a row',
          text('Chỉ cần biết có hay không, không ghi tên.', 'Only whether; no names.'),
        ),
      ],
    },
    {
      id: 'preparation',
      title: text('Chuẩn bị', 'Preparation'),
      questions: [
        ask('secretaryAlone', 'Chi bộ chỉ có bí thư, không có chi ủy', 'The secretary is alone, without a committee'),
        ask('notice', 'Thông báo thời gian, địa điểm, nội dung', 'Notice of time, place and agenda'),
        ask('materials', 'Gửi tài liệu', 'Materials'),
      ],
    },
    {
      id: 'conduct',
      title: text('Tiến hành', 'Conduct'),
      questions: [
        ask(
          'speakers',
          'Số đảng viên phát biểu',
          'Members who spoke',
          text('Mỗi người tính một lần.', 'Each person once.'),
        ),
        mayTell('opinions', 'Số lượt ý kiến', 'Opinions'),
      ],
    },
    { id: 'judged', place: 'judged', title: text('Tiêu chí của khung', 'The rubric’s criteria'), questions: [] },
    {
      id: 'targets',
      title: text('Kết quả thực hiện nghị quyết', 'Results of the resolution'),
      questions: [
        ask('targetsSet', 'Chỉ tiêu, nhiệm vụ tháng trước đã đề ra', 'Targets set last month'),
        ask('targetsMet', 'Đã đạt', 'Met'),
      ],
    },
    {
      id: 'closing',
      title: text('Kết thúc', 'Closing'),
      questions: [ask('minutesUpload', 'Cập nhật biên bản', 'Minutes uploaded')],
    },
    {
      id: 'strengths',
      title: text('Ưu điểm, cách làm hay', 'Strengths and good practice'),
      questions: [
        mayTell('strengths', 'Ưu điểm', 'Strengths'),
        mayTell('goodPractices', 'Mô hình, cách làm hay', 'Good practice'),
      ],
    },
    {
      id: 'shortcomings',
      title: text('Hạn chế', 'Shortcomings'),
      questions: [mayTell('shortcomings', 'Hạn chế', 'Shortcomings')],
    },
    {
      id: 'reflections',
      title: text('Phản ánh, kiến nghị', 'Reflections'),
      help: text(
        'Ghi nội dung, không ghi tên người phản ánh. Đơn tố cáo gửi theo đường riêng.',
        'What was said, never by whom. Reports of misconduct go their own way.',
      ),
      questions: [mayTell('reflections', 'Phản ánh, kiến nghị', 'Reflections')],
    },
    {
      id: 'vacancies',
      title: text('Cấp ủy khuyết', 'Vacant seats'),
      questions: [mayTell('vacancies', 'Chức danh còn khuyết', 'Vacant seats')],
    },
    {
      id: 'self',
      place: 'self',
      title: text('Chi bộ tự chấm', 'The branch’s own scores'),
      help: text(
        'Chép điểm chi bộ đã biểu quyết; bỏ trống nếu chưa chấm.',
        'Copy what the branch voted; leave empty if it has not scored itself.',
      ),
      questions: [],
    },
    {
      id: 'recommendations',
      title: text('Đề xuất', 'Recommendations'),
      questions: [
        mayTell('recommendations', 'Đề xuất, kiến nghị của người dự', 'The observer’s recommendations'),
        mayTell('attachments', 'Tài liệu kèm theo', 'Attachments'),
      ],
    },
  ],
};
