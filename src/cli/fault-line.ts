import type { Locale } from '../kernel/actor.ts';
import type { Fault } from '../kernel/domain-error.ts';
import { engineTexts } from '../modules/engine/wiring.ts';
import { messageOf } from '../platform/i18n/messages.ts';

/** A fault as one line: its JSON pointer, and what is wrong there. */
export function faultLine({ pointer, code, params }: Fault, locale: Locale = 'en'): string {
  const catalogue = engineTexts.messages[locale];
  const key = `fault.${code}`;
  const sentence = key in catalogue ? messageOf(catalogue, key, params) : inWords(code, params, locale);
  return `${pointer === '' ? '/' : pointer}  ${sentence}`;
}

/** A fault of the verifier as words: `verify.wrong_number` with the differing numbers. */
function inWords(code: string, params: Fault['params'] = {}, locale: Locale): string {
  const facts = Object.entries(params).map(([name, value]) => `${name} ${written(value)}`);
  const name = code.replace(/^.*\./, '');
  const words = (locale === 'vi' ? IN_VIETNAMESE[name] : undefined) ?? name.replaceAll('_', ' ');
  return facts.length === 0 ? words : `${words} (${facts.join(', ')})`;
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** In English the codes themselves are the words. */
const IN_VIETNAMESE: Readonly<Record<string, string>> = {
  above_department_max: 'ban cử quá số lượt',
  above_max_visits: 'quá số lượt của một người',
  above_visit_limit: 'quá số lượt trong một khoảng ngày',
  accepted_visit_dropped: 'bỏ lượt đã có người nhận',
  below_department_min: 'ban cử thiếu lượt',
  below_min_visits: 'thiếu lượt của một người',
  bound_not_proven: 'chứng minh không ra số này',
  cannot_attend_both: 'một người không dự được cả hai cuộc họp',
  certificate_flaw: 'phần chứng minh có lỗi',
  conflict_not_proven: 'lý do không chứng minh được',
  contradicts_plan: 'phần chứng minh trái với phương án',
  duplicate: 'ghi hai lần',
  ineligible: 'người này không được dự cuộc họp này',
  kept_apart: 'cử cùng nhau những người không cử cùng nhau',
  mandatory_unmet: 'cuộc họp bắt buộc thiếu người dự',
  missing_load: 'thiếu số lượt của một người',
  other_problem: 'phương án của một bài toán khác',
  pin_broken: 'trái với điều đã chốt',
  same_department: 'đoàn có hai người cùng ban',
  too_little_rest: 'hai lượt dự quá gần nhau',
  too_many_observers: 'quá số người dự của cuộc họp',
  unknown_fact: 'điều này không có trong bài toán',
  unknown_id: 'không có mã này',
  without_lead: 'đoàn không có người phụ trách',
  wrong_costs: 'sai điểm trừ',
  wrong_flag: 'ghi có thành không, hoặc ngược lại',
  wrong_length: 'sai số mục',
  wrong_load: 'sai số lượt của một người',
  wrong_number: 'sai số',
  wrong_proof: 'ghi sai mức chứng minh',
  wrong_status: 'ghi sai kết quả',
  wrong_tier: 'sai thứ tự các mức xét',
  wrong_unmet: 'sai danh sách người có thể dự',
};
