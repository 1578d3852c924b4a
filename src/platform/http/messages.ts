import { defineMessages } from '../i18n/messages.ts';

/** Sentences for faults that class-validator finds; those of a module's own faults are in the module. */
export const httpMessages = defineMessages(
  {
    'fault.invalid': 'Giá trị này chưa đúng.',
    'fault.isString': 'Cần là chữ.',
    'fault.isNotEmpty': 'Chưa điền ô này.',
    'fault.isEmail': 'Địa chỉ thư điện tử chưa đúng.',
    'fault.isUuid': 'Mã định danh chưa đúng.',
    'fault.isInt': 'Cần là số nguyên.',
    'fault.isDay': 'Không có ngày này trong lịch.',
    'fault.min': 'Nhỏ hơn mức cho phép.',
    'fault.max': 'Lớn hơn mức cho phép.',
    'fault.isIn': 'Cần chọn một trong các giá trị cho sẵn.',
    'fault.isObject': 'Cần là một đối tượng JSON.',
    'fault.matches': 'Chưa đúng định dạng.',
    'fault.isStorable': 'Có ký tự ẩn không lưu được. Hãy gõ lại phần vừa dán vào.',
    'fault.maxLength': 'Dài quá mức cho phép.',
    'fault.whitelistValidation': 'Không có ô này trong mẫu.',
  },
  {
    'fault.invalid': 'This value is not right.',
    'fault.isString': 'This must be text.',
    'fault.isNotEmpty': 'This is empty.',
    'fault.isEmail': 'This is not a mail address.',
    'fault.isUuid': 'This is not an id.',
    'fault.isInt': 'This must be a whole number.',
    'fault.isDay': 'There is no such day.',
    'fault.min': 'This is less than allowed.',
    'fault.max': 'This is more than allowed.',
    'fault.isIn': 'Choose one of the given values.',
    'fault.isObject': 'This must be a JSON object.',
    'fault.matches': 'This does not have the expected form.',
    'fault.isStorable': 'This holds a hidden character that cannot be stored. Type what you pasted again.',
    'fault.maxLength': 'This is too long.',
    'fault.whitelistValidation': 'There is no such field.',
  },
);
