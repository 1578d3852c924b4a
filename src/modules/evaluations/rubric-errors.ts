import { defineErrors } from '../../platform/i18n/errors.ts';
import { formatMonth } from '../../kernel/format.ts';
import type { Ref } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import type { Text } from './domain/text.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'rubric.published': { title: Text };
    'rubric.not_found': { code: string; version: number };
    'rubric.no_draft': { draftId: Ref<'Rubric'> };
    'rubric.in_use': { title: Text };
    'rubric.competes': { title: Text; from: Month };
    'rubric.starts_too_early': { from: Month; first: Month };
    'rubric.not_asked': { question: string; form: Text };
  }
}

export const rubricErrors = defineErrors<'rubric'>({
  'rubric.published': {
    status: 409,
    vi: ({ title }) =>
      `Các giá trị này đi cùng khung “${title.vi}” đã ban hành từ tháng đó. Mở trang Khung tiêu chí để thu hồi khung, hoặc đổi giá trị từ một tháng khác.`,
    en: ({ title }) =>
      `These values came with the rubric “${title.en}”, which was published from that month on. Take the rubric back on its page, or change the values from another month.`,
  },
  'rubric.not_found': {
    status: 404,
    vi: () => 'Không có khung tiêu chí này. Mở trang Khung tiêu chí để chọn khung đang có.',
    en: () => 'There is no such rubric. Open the page of rubrics and choose one there.',
  },
  'rubric.no_draft': {
    status: 404,
    vi: () => 'Không còn bản thảo này: nó đã được ban hành hoặc đã xóa. Mở trang Khung tiêu chí để xem các khung.',
    en: () => 'This draft is not there any more: it was published or deleted. Open the page of rubrics.',
  },
  'rubric.in_use': {
    status: 409,
    vi: ({ title }) =>
      `Đã có phiếu chấm theo khung “${title.vi}” nên không thu hồi được. Chép khung thành bản thảo mới rồi ban hành từ tháng sau.`,
    en: ({ title }) =>
      `Forms were scored by the rubric “${title.en}” already, so it stays. Copy it and publish the copy from a later month.`,
  },
  'rubric.competes': {
    status: 409,
    vi: ({ title, from }) =>
      `Có buổi sinh hoạt vừa thuộc khung này vừa thuộc khung “${title.vi}” (từ tháng ${formatMonth('vi', from)}), không rõ chấm theo khung nào. Thu hẹp phạm vi của một trong hai, hoặc chọn tháng khác.`,
    en: ({ title, from }) =>
      `Some meetings would belong to this rubric and to “${title.en}” (from ${formatMonth('en', from)}) alike. Narrow what one of them is for, or choose another month.`,
  },
  'rubric.not_asked': {
    status: 409,
    vi: ({ question, form }) =>
      `Khung dựa vào câu “${question}”, mà mẫu phiếu “${form.vi}” không luôn hỏi câu này. Ban hành mẫu phiếu có câu đó trước, là câu bắt buộc.`,
    en: ({ question, form }) =>
      `The rubric reads the question “${question}”, which the form “${form.en}” does not ask of everybody. Publish a form with that question first, as a required one.`,
  },
  'rubric.starts_too_early': {
    status: 409,
    vi: ({ from, first }) =>
      `Tháng ${formatMonth('vi', from)} đã qua hoặc đã ban hành phân công nên giữ nguyên khung. Chọn từ tháng ${formatMonth('vi', first)} trở đi.`,
    en: ({ from, first }) =>
      `${formatMonth('en', from)} keeps its rubric, because its duties are out or it is over. Choose ${formatMonth('en', first)} or a later month.`,
  },
});
