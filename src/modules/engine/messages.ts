import { defineMessages } from '../../platform/i18n/messages.ts';

/** Faults of a problem or plan from outside; codes of `readProblem` and `readPlan`. */
export const engineMessages = defineMessages(
  {
    'fault.schema.required': 'Thiếu mục này.',
    'fault.schema.additionalProperties': 'Không có mục này trong mẫu.',
    'fault.schema.type': (p: { type: string | readonly string[] }) => `Sai kiểu, cần ${[p.type].flat().join(' / ')}.`,
    'fault.schema.minimum': (p: { limit: number }) => `Không được nhỏ hơn ${p.limit}.`,
    'fault.schema.maximum': (p: { limit: number }) => `Không được lớn hơn ${p.limit}.`,
    'fault.schema.minLength': (p: { limit: number }) => `Cần ít nhất ${p.limit} ký tự.`,
    'fault.schema.maxLength': (p: { limit: number }) => `Dài quá ${p.limit} ký tự.`,
    'fault.schema.not_json': 'Nội dung gửi lên không phải JSON.',
    'fault.schema.too_deep': 'Các mục lồng nhau quá sâu.',
    'fault.schema.minItems': (p: { limit: number }) => `Cần ít nhất ${p.limit} mục.`,
    'fault.schema.maxItems': (p: { limit: number }) => `Không được quá ${p.limit} mục.`,
    'fault.schema.maxProperties': (p: { limit: number }) => `Không được quá ${p.limit} mục.`,
    'fault.schema.uniqueItems': 'Có mục bị lặp lại.',
    'fault.schema.enum': (p: { allowedValues: readonly unknown[] }) =>
      `Cần là một trong: ${p.allowedValues.join(', ')}.`,
    'fault.schema.discriminator': (p: { tagValue: unknown }) => `Không có loại ${JSON.stringify(p.tagValue)}.`,
    'fault.schema.const': (p: { allowedValue: unknown }) => `Cần là ${JSON.stringify(p.allowedValue)}.`,
    'fault.problem.duplicate_id': (p: { id: string }) => `Mã “${p.id}” đã dùng ở trên.`,
    'fault.problem.duplicate': 'Mục này lặp lại một mục ở trên.',
    'fault.problem.unknown_id': (p: { id: string }) => `Không có mã “${p.id}”.`,
    'fault.problem.min_above_max': (p: { min: number; max: number }) =>
      `Ít nhất (${p.min}) lớn hơn nhiều nhất (${p.max}).`,
    'fault.problem.missing': (p: { per: string }) => `Giới hạn loại “${p.per}” cần có mục này.`,
    'fault.problem.not_used': (p: { per: string }) => `Giới hạn loại “${p.per}” không dùng mục này.`,
    'fault.problem.unknown_time_zone': (p: { timeZone: string }) => `Không có múi giờ “${p.timeZone}”.`,
    'fault.problem.ends_before_start': 'Kết thúc không sau lúc bắt đầu.',
    'fault.problem.pin_against_conflict_of_interest':
      'Không thể ghim người này vào chi bộ của chính mình hoặc nơi có quan hệ lợi ích.',
    'fault.problem.overrules_for_nobody': 'Ghim “không dự” không bỏ qua quy tắc nào; hãy xóa mục này.',
    'fault.problem.overrules_nothing': 'Ghim “được dự” cần nêu ít nhất một quy tắc được bỏ qua.',
  },
  {
    'fault.schema.required': 'This is missing.',
    'fault.schema.additionalProperties': 'There is no such property.',
    'fault.schema.type': (p: { type: string | readonly string[] }) => `This must be ${[p.type].flat().join(' or ')}.`,
    'fault.schema.minimum': (p: { limit: number }) => `This is less than ${p.limit}.`,
    'fault.schema.maximum': (p: { limit: number }) => `This is more than ${p.limit}.`,
    'fault.schema.minLength': (p: { limit: number }) => `This has fewer than ${p.limit} characters.`,
    'fault.schema.maxLength': (p: { limit: number }) => `This has more than ${p.limit} characters.`,
    'fault.schema.not_json': 'What was sent is no JSON.',
    'fault.schema.too_deep': 'This is nested too deeply.',
    'fault.schema.minItems': (p: { limit: number }) => `This has fewer than ${p.limit} items.`,
    'fault.schema.maxItems': (p: { limit: number }) => `This has more than ${p.limit} items.`,
    'fault.schema.maxProperties': (p: { limit: number }) => `This has more than ${p.limit} properties.`,
    'fault.schema.uniqueItems': 'An item stands here twice.',
    'fault.schema.enum': (p: { allowedValues: readonly unknown[] }) =>
      `This must be one of ${p.allowedValues.join(', ')}.`,
    'fault.schema.discriminator': (p: { tagValue: unknown }) => `There is no kind ${JSON.stringify(p.tagValue)}.`,
    'fault.schema.const': (p: { allowedValue: unknown }) => `This must be ${JSON.stringify(p.allowedValue)}.`,
    'fault.problem.duplicate_id': (p: { id: string }) => `The id “${p.id}” is used above.`,
    'fault.problem.duplicate': 'This repeats something above.',
    'fault.problem.unknown_id': (p: { id: string }) => `Nothing has the id “${p.id}”.`,
    'fault.problem.min_above_max': (p: { min: number; max: number }) =>
      `The fewest (${p.min}) are more than the most (${p.max}).`,
    'fault.problem.missing': (p: { per: string }) => `A limit of the kind “${p.per}” needs this.`,
    'fault.problem.not_used': (p: { per: string }) => `A limit of the kind “${p.per}” does not use this.`,
    'fault.problem.unknown_time_zone': (p: { timeZone: string }) => `There is no time zone “${p.timeZone}”.`,
    'fault.problem.ends_before_start': 'This does not end after its start.',
    'fault.problem.pin_against_conflict_of_interest':
      'Nobody can be pinned to their own branch or to one in which they have an interest.',
    'fault.problem.overrules_for_nobody': 'A pin that keeps somebody away overrules nothing; leave this out.',
    'fault.problem.overrules_nothing': 'A pin that only allows a visit needs at least one rule that it overrules.',
  },
);
