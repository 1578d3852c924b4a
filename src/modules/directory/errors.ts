import type { NoFacts } from '../../kernel/domain-error.ts';
import type { Ref, SpecialistRef } from '../../kernel/id.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

/** What depends on rows that an import added: a table and how many of its rows. */
export interface ImportUse {
  readonly table: string;
  readonly count: number;
}

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'import.no_file': NoFacts;
    'import.left': NoFacts;
    'import.not_found': { importId: Ref<'Import'> };
    'import.refused': { faults: number };
    'import.unanswered': { questions: number };
    'import.already_committed': { importId: Ref<'Import'> };
    'import.already_taken_back': { importId: Ref<'Import'> };
    'import.not_committed': { importId: Ref<'Import'> };
    'import.outdated': { importId: Ref<'Import'> };
    'import.changed_since': { count: number; examples: readonly string[] };
    'import.in_use': { uses: readonly ImportUse[] };
    'directory.not_found': { register: string };
    'directory.stays': NoFacts;
    'directory.observer_unknown': NoFacts;
    'directory.observer_refused': { name: string };
    'directory.unanswered': { questions: number };
    'directory.has_members': { register: string; names: readonly string[] };
    'absence.specialist_not_found': { specialistId: SpecialistRef };
    'absence.not_found': { absenceId: Ref<'Absence'> };
    'absence.ends_before_start': NoFacts;
    'absence.hours_end_before_start': NoFacts;
    'absence.told_by_board': NoFacts;
    'absence.weekly_long': NoFacts;
    'absence.weekly_none': NoFacts;
    /** The same hours of the same days are recorded as another kind. */
    'absence.weekly_known': NoFacts;
    'pairing.one_person': NoFacts;
    'pairing.unknown_person': NoFacts;
    'pairing.reason_missing': NoFacts;
    'pairing.reason_long': { length: number; longest: number };
    'pairing.until_past': NoFacts;
    /** The two have an entry that says otherwise. */
    'pairing.known': NoFacts;
    'conflict.branch_not_found': NoFacts;
    'conflict.until_past': NoFacts;
    'conflict.of_board': NoFacts;
  }
}

const USES: Readonly<Record<string, { vi: string; en: string }>> = {
  meetings: { vi: 'cuộc sinh hoạt trong lịch tháng', en: 'meetings of a month’s calendar' },
  visits: { vi: 'lượt dự sinh hoạt', en: 'visits' },
  absences: { vi: 'lịch bận ghi sau đó', en: 'absences recorded later' },
  memberships: { vi: 'tài khoản được cấp quyền sau đó', en: 'accounts given a role later' },
  branches: { vi: 'chi bộ khác', en: 'other branches' },
  specialists: { vi: 'chuyên viên khác', en: 'other specialists' },
  findings: { vi: 'nội dung ghi nhận', en: 'findings' },
};
const OTHER_USE = { vi: 'mục dữ liệu khác', en: 'other records' };

const usesIn = (locale: 'vi' | 'en', uses: readonly ImportUse[]): string =>
  uses.map(({ table, count }) => `${count} ${(USES[table] ?? OTHER_USE)[locale]}`).join(', ');

const pairingErrors = defineErrors<'pairing'>({
  'pairing.one_person': {
    status: 422,
    vi: () => 'Hãy chọn hai người khác nhau.',
    en: () => 'Choose two different people.',
  },
  'pairing.unknown_person': {
    status: 422,
    vi: () => 'Hãy chọn hai người trong danh sách.',
    en: () => 'Choose two people of the list.',
  },
  'pairing.reason_missing': {
    status: 422,
    vi: () => 'Hãy ghi lý do, để người sau biết vì sao.',
    en: () => 'Say why, so that others know it later.',
  },
  'pairing.reason_long': {
    status: 422,
    vi: (p) => `Lý do dài ${p.length} ký tự, tối đa ${p.longest}. Viết gọn lại rồi gửi; chưa có gì bị cắt bỏ.`,
    en: (p) => `The reason has ${p.length} characters, at most ${p.longest}. Shorten it; nothing was cut off.`,
  },
  'pairing.until_past': {
    status: 422,
    vi: () => 'Tháng này đã qua.',
    en: () => 'This month is over.',
  },
  'pairing.known': {
    status: 409,
    vi: () => 'Hai người này đã có một mục khác. Hãy bỏ mục đó trước, rồi ghi lại.',
    en: () => 'These two have another entry. Remove it first, then enter this one.',
  },
});

const conflictErrors = defineErrors<'conflict'>({
  'conflict.branch_not_found': {
    status: 422,
    vi: () => 'Hãy chọn một chi bộ trong danh sách.',
    en: () => 'Choose a branch of the list.',
  },
  'conflict.until_past': {
    status: 422,
    vi: () => 'Ngày này đã qua. Hãy chọn hôm nay hoặc một ngày sau, hoặc để trống nếu chưa biết.',
    en: () => 'That day is over. Choose today or a later day, or leave it empty if you do not know.',
  },
  'conflict.of_board': {
    status: 409,
    vi: () => 'Ban đã ghi chi bộ này trong danh bạ. Muốn đổi lý do hoặc ngày, hãy báo Ban.',
    en: () => 'The board has this branch in the register already. Tell the board of another reason or day.',
  },
});

const importErrors = defineErrors<'import'>({
  'import.left': {
    status: 408,
    vi: () => 'Kết nối đã ngắt trước khi đọc xong tệp nên chưa có gì thay đổi. Hãy tải tệp lên lại.',
    en: () => 'The connection ended before the file was read, so nothing has changed. Please upload it again.',
  },
  'import.no_file': {
    status: 422,
    vi: () => 'Chưa chọn tệp. Hãy chọn tệp Excel (.xlsx) đã điền theo mẫu rồi tải lên.',
    en: () => 'No file was chosen. Choose the filled-in Excel template (.xlsx), then upload it.',
  },
  'import.not_found': {
    status: 404,
    vi: () => 'Không có lần nhập này. Hãy quay lại danh sách các lần nhập.',
    en: () => 'There is no such import. Go back to the list of imports.',
  },
  'import.refused': {
    status: 422,
    vi: ({ faults }) => `Tệp còn ${faults} lỗi nên chưa nhập dòng nào. Hãy tải tệp có ghi lỗi về, sửa rồi tải lên lại.`,
    en: ({ faults }) =>
      `The file has ${faults} ${faults === 1 ? 'fault' : 'faults'}, so nothing was imported. Download it with its faults marked, correct it and upload it again.`,
  },
  'import.unanswered': {
    status: 422,
    vi: ({ questions }) =>
      `Còn ${questions} câu hỏi về tệp chưa được trả lời nên chưa nhập dòng nào. Hãy xem từng câu, xác nhận nếu đúng ý, hoặc sửa tệp rồi tải lên lại.`,
    en: ({ questions }) =>
      `${questions} ${questions === 1 ? 'question' : 'questions'} about the file must be answered first, so nothing was imported. Confirm what is meant, or correct the file and upload it again.`,
  },
  'import.already_committed': {
    status: 409,
    vi: () => 'Lần nhập này đã được ghi vào hệ thống, có thể do một người khác vừa bấm. Không có gì bị ghi hai lần.',
    en: () => 'This import has been carried out already, perhaps by somebody else. Nothing was written twice.',
  },
  'import.already_taken_back': {
    status: 409,
    vi: () => 'Lần nhập này đã được rút lại. Muốn nhập nữa, hãy tải tệp lên lại.',
    en: () => 'This import has been taken back. To import the file again, upload it again.',
  },
  'import.not_committed': {
    status: 409,
    vi: () => 'Lần nhập này chưa được ghi vào hệ thống nên không có gì để rút lại.',
    en: () => 'This import has not been carried out, so there is nothing to take back.',
  },
  'import.outdated': {
    status: 409,
    vi: () =>
      'Danh mục đã thay đổi sau khi kiểm tra tệp nên chưa nhập gì. Hãy kiểm tra lại tệp để xem những gì sẽ thay đổi bây giờ.',
    en: () =>
      'The directory has changed since the file was checked, so nothing was imported. Check the file again to see what would change now.',
  },
  'import.changed_since': {
    status: 409,
    vi: ({ count, examples }) =>
      `Chưa rút lại được: ${count} dòng của lần nhập này đã được thay đổi sau đó (${examples.join(', ')}). Hãy rút lại lần nhập sau trước, hoặc tải lên một tệp đã sửa.`,
    en: ({ count, examples }) =>
      `It cannot be taken back: ${count} ${count === 1 ? 'row' : 'rows'} of this import changed later (${examples.join(', ')}). Take the later import back first, or upload a corrected file.`,
  },
  'import.in_use': {
    status: 409,
    vi: ({ uses }) =>
      `Chưa rút lại được vì những gì đã nhập đang được dùng: ${usesIn('vi', uses)}. Hãy bỏ các mục đó trước (lịch tháng chưa công bố thì xóa ở trang lịch), hoặc tải lên một tệp đã sửa.`,
    en: ({ uses }) =>
      `It cannot be taken back, because what it brought is in use: ${usesIn('en', uses)}. Remove those first (a calendar that is not published yet can be cleared on its page), or upload a corrected file.`,
  },
});

const absenceErrors = defineErrors<'absence'>({
  'absence.specialist_not_found': {
    status: 404,
    vi: () => 'Không có chuyên viên này. Hãy chọn lại trong danh sách chuyên viên.',
    en: () => 'There is no such specialist. Choose one from the list of specialists.',
  },
  'absence.not_found': {
    status: 404,
    vi: () => 'Không có lịch bận này, có thể đã được xóa.',
    en: () => 'There is no such absence; it may have been removed.',
  },
  'absence.ends_before_start': {
    status: 422,
    vi: () => 'Ngày cuối của lịch bận ở trước ngày đầu. Hãy sửa một trong hai ngày.',
    en: () => 'The last day away lies before the first. Correct one of the two.',
  },
  'absence.hours_end_before_start': {
    status: 422,
    vi: () => 'Giờ cuối của lịch bận phải sau giờ đầu. Hãy sửa một trong hai giờ.',
    en: () => 'The last hour away must be after the first. Correct one of the two.',
  },
  'absence.weekly_long': {
    status: 422,
    vi: () => 'Lịch bận hằng tuần ghi nhiều nhất cho một năm. Hãy chọn ngày cuối sớm hơn; năm sau ghi lại nếu vẫn bận.',
    en: () => 'A weekly absence is recorded for a year at most. Choose an earlier last day; record it again next year.',
  },
  'absence.weekly_none': {
    status: 422,
    vi: () => 'Trong khoảng này không có ngày thứ đã chọn. Hãy chọn ngày cuối muộn hơn, hoặc thứ khác.',
    en: () => 'There is no such weekday between these days. Choose a later last day, or another weekday.',
  },
  'absence.weekly_known': {
    status: 409,
    vi: () => 'Lịch bận hằng tuần này đã được ghi với lý do khác. Hãy bỏ mục đó trước, rồi ghi lại.',
    en: () => 'This weekly absence is recorded with another reason. Remove that entry first, then record it again.',
  },
  'absence.told_by_board': {
    status: 409,
    vi: () => 'Lịch bận này do Ban Tổ chức ghi nên đồng chí không tự sửa hay bỏ được. Hãy báo cho Ban Tổ chức.',
    en: () => 'The board recorded this absence, so you cannot change or remove it yourself. Tell the board.',
  },
});

type MemberSentence = (count: number, names: string) => string;

const MEMBERS_OF_DEPARTMENT: Readonly<Record<'vi' | 'en', MemberSentence>> = {
  vi: (count, names) =>
    `còn ${count} người thuộc ban này (${names}). Hãy chuyển họ sang ban khác hoặc cho họ ngừng dùng trước.`,
  en: (count, names) =>
    `${count} ${count === 1 ? 'person belongs' : 'people belong'} to this department (${names}). Move them to another department or retire them first.`,
};
/** What has to leave an entry before it goes, by its register. */
const MEMBERS: Readonly<Record<string, Readonly<Record<'vi' | 'en', MemberSentence>>>> = {
  fields: {
    vi: (count, names) =>
      `còn ${count} chi bộ, chuyên viên đang ghi lĩnh vực này (${names}). Hãy bỏ lĩnh vực ở các mục đó trước.`,
    en: (count, names) =>
      `${count} ${count === 1 ? 'branch or specialist names' : 'branches and specialists name'} this field (${names}). Take it off them first.`,
  },
  branchTypes: {
    vi: (count, names) => `còn ${count} chi bộ thuộc loại này (${names}). Hãy đổi loại của các chi bộ đó trước.`,
    en: (count, names) =>
      `${count} ${count === 1 ? 'branch is' : 'branches are'} of this type (${names}). Give them another type first.`,
  },
};

const thingErrors = defineErrors<'directory'>({
  'directory.not_found': {
    status: 404,
    vi: () => 'Không có mục này trong danh bạ, có thể đã được xóa. Hãy quay lại danh sách.',
    en: () => 'The directory has no such entry; it may have been removed. Go back to the list.',
  },
  'directory.observer_unknown': {
    status: 422,
    vi: () => 'Không có tài khoản ban chủ trì hoặc lãnh đạo này đang dùng. Hãy chọn lại người dự.',
    en: () => 'There is no such account of the board or of a leader in use. Choose the observer again.',
  },
  'directory.observer_refused': {
    status: 422,
    vi: ({ name }) =>
      `Chưa ghi được ${name} vào danh bạ. Hãy chọn ban, cơ quan của người này, hoặc thêm người này ở trang Chuyên viên trước.`,
    en: ({ name }) =>
      `${name} could not be entered in the register. Choose their department, or add them on the page of specialists first.`,
  },
  'directory.stays': {
    status: 409,
    vi: () => 'Mục này không ngừng dùng được, vì dữ liệu khác có thể đang nhắc đến. Hãy sửa tên nếu cần.',
    en: () => 'This cannot go out of use, because other records may refer to it. Change its name if need be.',
  },
  'directory.unanswered': {
    status: 422,
    vi: ({ questions }) => `Còn ${questions} điều cần xác nhận nên chưa lưu gì. Hãy xem từng điều rồi gửi lại.`,
    en: ({ questions }) =>
      `${questions} ${questions === 1 ? 'point has' : 'points have'} to be confirmed first, so nothing was saved. Look at each, then send again.`,
  },
  'directory.has_members': {
    status: 409,
    vi: ({ register, names }) =>
      `Chưa ngừng dùng được: ${(MEMBERS[register] ?? MEMBERS_OF_DEPARTMENT).vi(names.length, named(names))}`,
    en: ({ register, names }) =>
      `It cannot go out of use yet: ${(MEMBERS[register] ?? MEMBERS_OF_DEPARTMENT).en(names.length, named(names))}`,
  },
});

const NAMED = 10;

function named(names: readonly string[]): string {
  return names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ', …' : '');
}

export const directoryErrors = {
  ...importErrors,
  ...absenceErrors,
  ...pairingErrors,
  ...conflictErrors,
  ...thingErrors,
};
