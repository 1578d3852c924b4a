import { formatMonth } from '../../kernel/format.ts';
import type { Ref } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';
import type { Text } from './domain/text.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'template.not_found': { code: string; version: number };
    'template.no_draft': { draftId: Ref<'FormTemplate'> };
    'template.in_use': { title: Text };
    'template.competes': { title: Text; from: Month };
    'template.starts_too_early': { from: Month; first: Month };
    'template.retired': { title: Text; current: Text };
    'template.read_by_rubric': { question: string; rubric: Text };
  }
}

export const templateErrors = defineErrors<'template'>({
  'template.not_found': {
    status: 404,
    vi: () => 'Không có mẫu phiếu này, hoặc mẫu đã được thu hồi. Tải lại trang để lấy mẫu đang dùng.',
    en: () => 'There is no such form, or it was taken back. Reload the page for the one in use.',
  },
  'template.no_draft': {
    status: 404,
    vi: () => 'Không còn bản thảo này: nó đã được ban hành hoặc đã xóa. Mở trang Mẫu phiếu để xem các mẫu.',
    en: () => 'This draft is not there any more: it was published or deleted. Open the page of form templates.',
  },
  'template.in_use': {
    status: 409,
    vi: ({ title }) =>
      `Đã có phiếu ghi theo mẫu “${title.vi}” nên không thu hồi được. Chép mẫu thành bản thảo mới rồi ban hành từ tháng sau.`,
    en: ({ title }) =>
      `Forms were begun with “${title.en}” already, so it stays. Copy it and publish the copy from a later month.`,
  },
  'template.competes': {
    status: 409,
    vi: ({ title, from }) =>
      `Có buổi sinh hoạt vừa thuộc mẫu này vừa thuộc mẫu “${title.vi}” (từ tháng ${formatMonth('vi', from)}), không rõ ghi theo mẫu nào. Thu hẹp phạm vi của một trong hai, hoặc chọn tháng khác.`,
    en: ({ title, from }) =>
      `Some meetings would belong to this form and to “${title.en}” (from ${formatMonth('en', from)}) alike. Narrow what one of them is for, or choose another month.`,
  },
  'template.read_by_rubric': {
    status: 409,
    vi: ({ question, rubric }) =>
      `Khung “${rubric.vi}” chấm theo câu “${question}”. Giữ câu này trong mẫu, là câu bắt buộc, luôn hỏi.`,
    en: ({ question, rubric }) =>
      `The rubric “${rubric.en}” reads the question “${question}”. Keep it in the form, required and always asked.`,
  },
  'template.starts_too_early': {
    status: 409,
    vi: ({ from, first }) =>
      `Tháng ${formatMonth('vi', from)} đã qua nên giữ nguyên mẫu phiếu. Chọn từ tháng ${formatMonth('vi', first)} trở đi.`,
    en: ({ from, first }) =>
      `${formatMonth('en', from)} is over and keeps its form. Choose ${formatMonth('en', first)} or a later month.`,
  },
  'template.retired': {
    status: 409,
    vi: ({ title, current }) =>
      `Phiếu này ghi theo mẫu “${title.vi}”, không dùng cho buổi này nữa. Mẫu đang dùng là “${current.vi}”: tải lại trang, nội dung đã ghi được giữ lại.`,
    en: ({ title, current }) =>
      `This form was written with “${title.en}”, which is no longer used for this meeting. “${current.en}” is: reload the page, what was written is kept.`,
  },
});
