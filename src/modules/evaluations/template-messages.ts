import { defineMessages } from '../../platform/i18n/messages.ts';
import type { Text } from './domain/text.ts';

/** One sentence per fault of a form template's data. */
export const templateMessages = defineMessages(
  {
    'fault.template.not_an_object': 'Chỗ này cần một nhóm giá trị, ví dụ { … }.',
    'fault.template.missing': 'Còn thiếu mục này.',
    'fault.template.unknown': 'Mẫu phiếu không có mục này. Xóa hoặc sửa tên mục.',
    'fault.template.not_an_id': 'Mã bắt đầu bằng chữ, chỉ gồm chữ thường không dấu, số, dấu _ và -, tối đa 40 ký tự.',
    'fault.template.not_a_count': (p: { least: number; most: number }) =>
      `Cần một số nguyên từ ${p.least} đến ${p.most}.`,
    'fault.template.not_a_number': 'Cần một con số.',
    'fault.template.not_a_month': 'Không có tháng này. Chọn tháng trong danh sách.',
    'fault.template.not_a_text': 'Mục này cần ghi bằng chữ.',
    'fault.template.too_long': (p: { maximum: number; length: number }) =>
      `Dài ${p.length} ký tự, tối đa ${p.maximum}. Hãy viết gọn lại.`,
    'fault.template.not_one_of': (p: { values: readonly string[] }) => `Chọn một trong: ${p.values.join(', ')}.`,
    'fault.template.not_a_list': 'Cần một danh sách, ví dụ [ … ].',
    'fault.template.list_length': (p: { least: number; most: number }) =>
      `Danh sách cần từ ${p.least} đến ${p.most} mục.`,
    'fault.template.not_a_quantity': 'Ghi một số nguyên hoặc tỷ lệ như “90%”.',
    'fault.template.not_a_condition': 'Điều kiện cần một trong: all, any, not, indicator, field, answer.',
    'fault.template.too_deep': (p: { maximum: number }) =>
      `Điều kiện lồng quá ${p.maximum} lớp. Tách thành điều kiện đơn giản hơn.`,
    'fault.template.twice': (p: { id: string }) => `“${p.id}” đã có ở trên. Bỏ một chỗ, hoặc đặt mã khác.`,
    'fault.template.few_options': 'Câu chọn cần ít nhất hai lựa chọn.',
    'fault.template.bounds': 'Số lớn nhất phải lớn hơn số nhỏ nhất.',
    'fault.template.months': 'Tháng cuối phải từ tháng đầu trở đi.',
    'fault.template.place_only': 'Phần này dành cho khung tiêu chí. Chuyển câu hỏi sang phần khác.',
    'fault.template.no_place':
      'Thiếu phần dành cho tiêu chí của khung. Thêm lại phần đó, nếu không phiếu không chấm được.',
    'fault.template.needed': (p: { label: Text }) =>
      `Thiếu câu “${p.label.vi}”. Khung tiêu chí và báo cáo cần câu trả lời này.`,
    'fault.template.always_asked': 'Câu này luôn phải hỏi: bỏ điều kiện, và đặt trong phần không giới hạn tháng.',
    'fault.template.condition_later': (p: { name: string }) =>
      `Điều kiện dựa vào “${p.name}”, câu này không có hoặc đứng sau. Chuyển câu đó lên trước.`,
    'fault.template.condition_open': (p: { name: Text }) =>
      `Điều kiện dựa vào “${p.name.vi}”, câu này có thể bỏ trống. Cho câu đó thành bắt buộc, không kèm điều kiện.`,
    'fault.template.condition_value': (p: { name: Text }) =>
      `“${p.name.vi}” không có lựa chọn này. Chọn lại trong các lựa chọn của câu.`,
  },
  {
    'fault.template.not_an_object': 'This wants a group of values, such as { … }.',
    'fault.template.missing': 'This is missing.',
    'fault.template.unknown': 'A form template has no such entry. Delete it or mend its name.',
    'fault.template.not_an_id': 'Begin with a letter; small letters, digits, _ and - only, at most 40.',
    'fault.template.not_a_count': (p) => `This wants a whole number from ${p.least} to ${p.most}.`,
    'fault.template.not_a_number': 'This wants a number.',
    'fault.template.not_a_month': 'There is no such month. Choose one from the list.',
    'fault.template.not_a_text': 'This wants words.',
    'fault.template.too_long': (p) => `${p.length} characters, at most ${p.maximum}. Please shorten it.`,
    'fault.template.not_one_of': (p) => `Choose one of: ${p.values.join(', ')}.`,
    'fault.template.not_a_list': 'This wants a list, such as [ … ].',
    'fault.template.list_length': (p) => `The list wants ${p.least} to ${p.most} entries.`,
    'fault.template.not_a_quantity': 'Give a whole number or a share such as "90%".',
    'fault.template.not_a_condition': 'A condition wants one of: all, any, not, indicator, field, answer.',
    'fault.template.too_deep': (p) => `The condition is nested deeper than ${p.maximum}. Take it apart.`,
    'fault.template.twice': (p) => `“${p.id}” stands above already. Remove one, or give it another id.`,
    'fault.template.few_options': 'A choice wants at least two options.',
    'fault.template.bounds': 'The largest number must be above the smallest.',
    'fault.template.months': 'The last month must not lie before the first.',
    'fault.template.place_only': 'This section is for what the rubric adds. Move its questions to another one.',
    'fault.template.no_place': 'The place for the rubric’s criteria is missing. Put it back, or no form can be scored.',
    'fault.template.needed': (p) => `“${p.label.en}” is missing. Rubrics and the briefing read its answer.`,
    'fault.template.always_asked':
      'This is always asked: take its condition off, and put it into a section without months.',
    'fault.template.condition_later': (p) =>
      `The condition rests on “${p.name}”, which is not there or comes later. Move that question up.`,
    'fault.template.condition_open': (p) =>
      `The condition rests on “${p.name.en}”, which may be left empty. Make that question required, without a condition.`,
    'fault.template.condition_value': (p) => `“${p.name.en}” has no such option. Choose among its options.`,
  },
);
