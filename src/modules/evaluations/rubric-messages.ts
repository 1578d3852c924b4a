import type { Locale } from '../../kernel/actor.ts';
import { formatNumber } from '../../kernel/format.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import { MEETING_KIND_TERMS } from '../../kernel/vocabulary.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

type Bound = number | string | null;

/** A bound as people write it: `87,5%` in Vietnamese. */
function written(locale: Locale, bound: Bound): string {
  if (bound === null) return '';
  return typeof bound === 'number' ? formatNumber(locale, bound) : `${formatNumber(locale, Number.parseFloat(bound))}%`;
}

/** One sentence per fault of rubric data. */
export const rubricMessages = defineMessages(
  {
    'fault.rubric.not_an_object': 'Chỗ này cần một nhóm giá trị, ví dụ { … }.',
    'fault.rubric.missing': 'Còn thiếu mục này.',
    'fault.rubric.unknown': 'Khung tiêu chí không có mục này. Xóa hoặc sửa tên mục.',
    'fault.rubric.not_an_id': 'Mã chỉ gồm chữ thường không dấu, số, dấu _ và -, tối đa 40 ký tự.',
    'fault.rubric.not_a_count': 'Cần một số nguyên từ 1 trở lên.',
    'fault.rubric.not_points': 'Điểm từ 0 đến 1.000, tối đa hai số lẻ.',
    'fault.rubric.not_a_day': 'Ngày này không có. Ghi theo dạng năm-tháng-ngày, ví dụ 2020-12-01.',
    'fault.rubric.not_a_text': 'Cần có chữ, tối đa 500 ký tự.',
    'fault.rubric.not_one_of': (p: { values: readonly string[] }) => `Chọn một trong: ${p.values.join(', ')}.`,
    'fault.rubric.not_a_list': 'Cần một danh sách, ví dụ [ … ].',
    'fault.rubric.list_length': (p: { least: number; most: number }) =>
      `Danh sách cần từ ${p.least} đến ${p.most} mục.`,
    'fault.rubric.not_a_quantity': 'Ghi một số nguyên hoặc tỷ lệ như “90%”.',
    'fault.rubric.not_a_condition': 'Điều kiện cần một trong: all, any, not, indicator, field, policy.',
    'fault.rubric.too_deep': (p: { maximum: number }) =>
      `Điều kiện lồng quá ${p.maximum} lớp. Tách thành điều kiện đơn giản hơn.`,
    'fault.rubric.sheets_of_kind': (p: { kind: MeetingKind; sheets: number }) =>
      `Mỗi loại sinh hoạt cần đúng một bảng điểm; loại ${MEETING_KIND_TERMS[p.kind].vi} đang có ${p.sheets}.`,
    'fault.rubric.twice': (p: { id: string }) => `“${p.id}” bị lặp. Đặt mã khác.`,
    'fault.rubric.kind_not_meant': (p: { kind: MeetingKind }) =>
      `Khung này không dùng cho loại ${MEETING_KIND_TERMS[p.kind].vi}. Bỏ loại này ở bảng điểm, hoặc thêm vào phạm vi của khung.`,
    'fault.rubric.unknown_measure': (p: { measures: readonly string[] }) =>
      `Không có số đo này. Chọn một trong: ${p.measures.join(', ')}.`,
    'fault.rubric.two_bounds': 'Mỗi đầu của một mức chỉ ghi một mốc: “từ” hoặc “trên”, “đến” hoặc “dưới”.',
    'fault.rubric.bound_beyond': 'Tỷ lệ không vượt quá 100%. Ghi tỷ lệ kèm dấu %, ví dụ 90%.',
    'fault.rubric.empty_band': 'Không có giá trị nào rơi vào mức này. Sửa lại mốc đầu hoặc mốc cuối.',
    'fault.rubric.bands_overlap': (p: { with: number }) =>
      `Mức này chồng lên mức thứ ${p.with + 1}. Sửa mốc để mỗi giá trị chỉ thuộc một mức.`,
    'fault.rubric.bands_hole': (p: { after: Bound; before: Bound }) =>
      p.before === null
        ? `Chưa có mức nào cho giá trị lớn hơn ${written('vi', p.after)}. Để trống mốc cuối của mức cao nhất.`
        : `Chưa có mức nào cho giá trị từ ${written('vi', p.after)} đến ${written('vi', p.before)}. Nối các mốc liền nhau.`,
    'fault.rubric.never_holds': 'Không buổi sinh hoạt nào đáp ứng được điều kiện này. Xem lại các mốc.',
    'fault.rubric.gate_never_met':
      'Không buổi sinh hoạt nào qua được điều kiện này, nên mức xếp loại không bao giờ đạt. Xem lại các mốc.',
    'fault.rubric.maximum_out_of_reach': (p: { maximum: number; most: number }) =>
      `Không buổi nào đạt được ${formatNumber('vi', p.maximum)} điểm; cao nhất là ${formatNumber('vi', p.most)}. Sửa điểm tối đa hoặc điểm của các mức.`,
    'fault.rubric.points_do_not_sum': (p: { maximum: number; sum: number }) =>
      `Điểm các tiêu chí cộng lại được ${formatNumber('vi', p.sum)}, không phải ${formatNumber('vi', p.maximum)}.`,
    'fault.rubric.more_than_sheet': (p: { maximum: number; points: number; kind: MeetingKind }) =>
      `Buổi ${MEETING_KIND_TERMS[p.kind].vi} có thể đạt ${formatNumber('vi', p.points)} điểm, quá tổng ${formatNumber('vi', p.maximum)} của bảng. Giảm điểm tiêu chí hoặc đặt mức trần.`,
    'fault.rubric.more_than_maximum': (p: { maximum: number }) =>
      `Nhiều hơn điểm tối đa của tiêu chí (${formatNumber('vi', p.maximum)}).`,
    'fault.rubric.unreachable_case': 'Mức này không bao giờ đạt tới vì một mức trước đã bao trùm. Xếp lại thứ tự.',
    'fault.rubric.step': 'Điểm tối đa phải chia hết cho bậc điểm.',
    'fault.rubric.unknown_criterion': 'Tiêu chí được nhắc đến không có trong bảng.',
    'fault.rubric.cap_over_groups': 'Mức trần chỉ áp dụng cho các tiêu chí cùng một nhóm.',
    'fault.rubric.ratings_differ': 'Các bảng điểm phải dùng cùng các mức xếp loại, theo cùng thứ tự.',
    'fault.rubric.unknown_rating': (p: { id: string }) => `Không có mức xếp loại “${p.id}”.`,
    'fault.rubric.order': 'Các mức xếp loại phải giảm dần và không vượt điểm tối đa.',
    'fault.rubric.last_from_zero': 'Mức xếp loại cuối phải bắt đầu từ 0 điểm.',
    'fault.rubric.gate_upwards': 'Điều kiện kèm theo chỉ được hạ mức xếp loại.',
    'fault.rubric.empty_gate': 'Điều kiện kèm theo đang trống.',
    'fault.rubric.yearly_open': 'Quy tắc cuối của xếp loại năm phải để mở, để năm nào cũng có xếp loại.',
  },
  {
    'fault.rubric.not_an_object': 'This wants a group of values, such as { … }.',
    'fault.rubric.missing': 'This is missing.',
    'fault.rubric.unknown': 'A rubric has no such entry. Delete it or mend its name.',
    'fault.rubric.not_an_id': 'Use small letters, digits, _ and - only, at most 40.',
    'fault.rubric.not_a_count': 'This wants a whole number from 1.',
    'fault.rubric.not_points': 'Points run from 0 to 1,000 with at most two decimals.',
    'fault.rubric.not_a_day': 'There is no such day. Write it as 2020-12-01.',
    'fault.rubric.not_a_text': 'This wants words, at most 500 characters.',
    'fault.rubric.not_one_of': (p) => `Choose one of: ${p.values.join(', ')}.`,
    'fault.rubric.not_a_list': 'This wants a list, such as [ … ].',
    'fault.rubric.list_length': (p) => `The list wants ${p.least} to ${p.most} entries.`,
    'fault.rubric.not_a_quantity': 'Give a whole number or a share such as "90%".',
    'fault.rubric.not_a_condition': 'A condition wants one of: all, any, not, indicator, field, policy.',
    'fault.rubric.too_deep': (p) => `The condition is nested deeper than ${p.maximum}. Take it apart.`,
    'fault.rubric.sheets_of_kind': (p) =>
      `Each kind of meeting wants exactly one sheet; a ${MEETING_KIND_TERMS[p.kind].en} one has ${p.sheets}.`,
    'fault.rubric.twice': (p) => `“${p.id}” stands twice. Give one of them another name.`,
    'fault.rubric.kind_not_meant': (p) =>
      `The rubric is not for ${MEETING_KIND_TERMS[p.kind].en} meetings. Take them off the sheet, or add them to what the rubric is for.`,
    'fault.rubric.unknown_measure': (p) => `There is no such measure. Choose one of: ${p.measures.join(', ')}.`,
    'fault.rubric.two_bounds': 'Give one bound at each end of a band: “from” or “above”, “up to” or “below”.',
    'fault.rubric.bound_beyond': 'A share is no more than 100%. Write shares with a %, such as 90%.',
    'fault.rubric.empty_band': 'No value lies in this band. Change its first or its last bound.',
    'fault.rubric.bands_overlap': (p) =>
      `This band overlaps with band ${p.with + 1}. Change the bounds, so that each value has one band.`,
    'fault.rubric.bands_hole': (p) =>
      p.before === null
        ? `No band has values above ${written('en', p.after)}. Leave the last bound of the highest band empty.`
        : `No band has the values from ${written('en', p.after)} to ${written('en', p.before)}. Let the bounds meet.`,
    'fault.rubric.never_holds': 'No meeting can fulfil this condition. Look at its bounds again.',
    'fault.rubric.gate_never_met':
      'No meeting can pass this gate, so that nobody would ever get the rating. Look at its bounds again.',
    'fault.rubric.maximum_out_of_reach': (p) =>
      `No meeting can get ${formatNumber('en', p.maximum)} points; the most is ${formatNumber('en', p.most)}. Change the maximum or the points given.`,
    'fault.rubric.points_do_not_sum': (p) =>
      `The criteria have ${formatNumber('en', p.sum)} points together, not ${formatNumber('en', p.maximum)}.`,
    'fault.rubric.more_than_sheet': (p) =>
      `A ${MEETING_KIND_TERMS[p.kind].en} meeting can get ${formatNumber('en', p.points)} points, more than the sheet’s ${formatNumber('en', p.maximum)}. Lower some criteria, or cap them.`,
    'fault.rubric.more_than_maximum': (p) => `More than the criterion’s maximum (${formatNumber('en', p.maximum)}).`,
    'fault.rubric.unreachable_case':
      'No meeting can reach this case, because an earlier one covers it. Change their order.',
    'fault.rubric.step': 'The maximum must be a multiple of the step.',
    'fault.rubric.unknown_criterion': 'The sheet has no such criterion.',
    'fault.rubric.cap_over_groups': 'A cap holds for criteria of one group only.',
    'fault.rubric.ratings_differ': 'All sheets must use the same ratings in the same order.',
    'fault.rubric.unknown_rating': (p) => `There is no rating “${p.id}”.`,
    'fault.rubric.order': 'Ratings must fall, and none may begin above the maximum.',
    'fault.rubric.last_from_zero': 'The last rating must begin at 0.',
    'fault.rubric.gate_upwards': 'A gate may only lower a rating.',
    'fault.rubric.empty_gate': 'This gate asks for nothing.',
    'fault.rubric.yearly_open': 'The last yearly rule must be open, so that every year has a rating.',
  },
);
