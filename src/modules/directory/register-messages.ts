import type { Locale } from '../../kernel/actor.ts';
import type { Fault } from '../../kernel/domain-error.ts';
import { formatDate } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { ImportFaultCode, ImportFaultParams, ImportPlace } from './domain/import/fault.ts';
import type { ImportQuestion, ImportQuestionParams, Twins } from './domain/import/question.ts';
import type { CodeOfRetired, FieldFault } from './domain/register/read-change.ts';
import { questionSentence } from './import-messages.ts';
import { hitSentences } from './import-sentence-parts.ts';

/** Faults whose sentence in a file mentions sheets, rows or cells, and which need another sentence on a page. */
type PageFaultCode =
  | 'required'
  | 'duplicate'
  | 'periods_overlap'
  | 'reference_unknown'
  | 'reference_ambiguous'
  | 'root_missing'
  | 'organisation_ended'
  | 'organisation_begins_later'
  | 'formula_without_result'
  | 'formula_failed';
type PageQuestionCode =
  | 'archives_duties'
  | 'year_implausible'
  | 'one_person'
  | 'one_branch'
  | 'organisation_gap'
  | 'organisation_ends'
  | 'letters_garbled'
  | 'placeholder'
  | 'placeholder_required'
  | 'people_several'
  | 'name_with_more'
  | 'hour_unusual'
  | 'code_like_day';
type FaultSentences = {
  readonly [C in PageFaultCode as `register.fault.${C}`]: (
    p: ImportFaultParams[C] & ImportPlace & { readonly other: string | null },
  ) => string;
} & { readonly 'register.fault.code_retired': (p: CodeOfRetired['params']) => string };
type QuestionSentences = {
  readonly [C in PageQuestionCode as `register.question.${C}`]: (p: ImportQuestionParams[C] & ImportPlace) => string;
};

const viDay = (day: string) => formatDate('vi', day as Day);
const enDay = (day: string) => formatDate('en', day as Day);
const viNear = (near: string | null) => (near === null ? '' : ` Có phải là “${near}”?`);
const enNear = (near: string | null) => (near === null ? '' : ` Did you mean “${near}”?`);
const twins = (examples: readonly Twins[]) => examples.map(({ name, codes: [code] }) => `${name} (${code})`).join('; ');

const vi: FaultSentences & QuestionSentences = {
  'register.fault.code_retired': (p) =>
    `Mã này là của “${p.name}”, đã ngừng dùng. Hãy mở mục đó rồi dùng lại, hoặc ghi mã khác.`,
  'register.fault.required': (p) => `“${p.header}” không được để trống. Hãy điền vào.`,
  'register.fault.duplicate': (p) =>
    p.other === null
      ? `“${p.value}” được ghi hai lần với cùng thời gian. Hãy bỏ một lần.`
      : `“${p.value}” đã được dùng cho ${p.other}. Hãy ghi giá trị khác, hoặc mở mục đó để sửa.`,
  'register.fault.periods_overlap': () =>
    'Hai tên gọi của tổ chức này có hiệu lực cùng lúc. Hãy ghi ngày cuối của tên cũ ngay trước ngày bắt đầu của tên mới.',
  'register.fault.reference_unknown': (p) =>
    `Không có “${p.item}” trong danh bạ.${viNear(p.near)} Hãy chọn trong danh sách, hoặc thêm mục đó trước.`,
  'register.fault.reference_ambiguous': (p) => `“${p.item}” là tên của nhiều mục. Hãy ghi mã.`,
  'register.fault.root_missing': () => 'Phải còn một tổ chức không có cấp trên. Hãy để trống ô này ở cấp ủy cao nhất.',
  'register.fault.organisation_ended': (p) =>
    p.other === null
      ? `“${p.organisation}” hết hiệu lực từ sau ngày ${viDay(p.to)}. Hãy chọn tổ chức đang hoạt động, hoặc thêm tên gọi mới cho tổ chức này trước.`
      : `${p.other} còn ở dưới “${p.organisation}”, tổ chức này hết hiệu lực từ sau ngày ${viDay(p.to)}. Hãy chuyển sang tổ chức khác trước, hoặc ghi tên gọi mới có hiệu lực từ ngày tiếp theo.`,
  'register.fault.organisation_begins_later': (p) =>
    p.other === null
      ? `“${p.organisation}” đến ngày ${viDay(p.from)} mới có hiệu lực. Hãy chọn tổ chức đang hoạt động.`
      : `${p.other} đã ở dưới “${p.organisation}”, tổ chức này đến ngày ${viDay(p.from)} mới có hiệu lực. Hãy ghi ngày bắt đầu sớm hơn, hoặc chuyển sang tổ chức khác trước.`,
  'register.fault.formula_without_result': () => 'Ô này không tính được công thức. Hãy gõ thẳng giá trị.',
  'register.fault.formula_failed': () => 'Đây là báo lỗi của một công thức. Hãy gõ giá trị.',
  'register.question.archives_duties': (p) =>
    `Còn việc phía trước: ${p.hits.map(hitSentences.vi).join('; ')}. Nếu ngừng dùng, lịch và kế hoạch của các tháng đó giữ nguyên cho đến khi bạn cập nhật: hãy mở lịch từng tháng và tìm người thay.`,
  'register.question.year_implausible': (p) =>
    `“${p.header}” ghi ${p.value}, năm khó tin. Nếu đúng thì xác nhận; nếu gõ nhầm, hãy sửa.`,
  'register.question.one_person': (p) =>
    `Có thể người này đã có trong danh bạ: ${twins(p.examples)}. Nếu là hai người khác nhau thì xác nhận; nếu là một người, hãy sửa mục đã có.`,
  'register.question.one_branch': (p) =>
    `Có thể chi bộ này đã có trong danh bạ: ${twins(p.examples)}. Nếu là hai chi bộ khác nhau thì xác nhận; nếu là một, hãy sửa mục đã có.`,
  'register.question.organisation_gap': (p) =>
    `Từ ${viDay(p.from)} đến ${viDay(p.to)} tổ chức này không có tên gọi nào. Nếu đúng thì xác nhận; nếu không, hãy ghi các ngày nối tiếp nhau.`,
  'register.question.organisation_ends': (p) =>
    `“${p.organisation}” hết hiệu lực sau ngày ${viDay(p.to)} mà chưa có tên gọi tiếp theo, trong khi còn chi bộ trực thuộc. Nếu xác nhận, sau ngày đó các chi bộ này không có tổ chức. Nếu đã biết tên mới, hãy thêm tên có hiệu lực từ ngày tiếp theo.`,
  'register.question.letters_garbled': (p) =>
    `“${p.value}” có vẻ viết bằng phông chữ cũ hoặc sai bảng mã; đọc được là “${p.reading}”. Hãy chọn cách lưu.`,
  'register.question.placeholder': (p) =>
    `“${p.header}” có lẽ ý là chưa có gì. Hãy chọn giữ như đã ghi, hoặc coi là ô trống.`,
  'register.question.placeholder_required': (p) =>
    `“${p.header}” có lẽ ý là chưa có gì. Nếu đúng như đã ghi thì xác nhận; nếu chưa có, hãy ghi nội dung thật.`,
  'register.question.people_several': (p) =>
    `“${p.header}” có lẽ ghi nhiều người. Nếu là tên của một người thì xác nhận; nếu không, hãy chỉ ghi một người.`,
  'register.question.name_with_more': (p) =>
    `“${p.header}” có thêm ngoài họ tên: số, cách xưng hô hoặc ghi chú. Nếu đúng như vậy thì xác nhận; nếu không, hãy chỉ ghi họ tên.`,
  'register.question.hour_unusual': (p) =>
    `“${p.header}” là trước 6 giờ sáng. Nếu đúng thì xác nhận; nếu là buổi chiều, hãy ghi giờ theo 24 giờ, ví dụ 13:30.`,
  'register.question.code_like_day': (p) =>
    `“${p.header}” giống ngày tháng. Nếu đúng là mã thì xác nhận; nếu gõ nhầm, hãy sửa.`,
};

const en: FaultSentences & QuestionSentences = {
  'register.fault.code_retired': (p) =>
    `This code belongs to “${p.name}”, which is out of use. Open that entry to bring it back, or write another code.`,
  'register.fault.required': (p) => `“${p.header}” must not be empty. Please fill it in.`,
  'register.fault.duplicate': (p) =>
    p.other === null
      ? `“${p.value}” stands here twice for the same days. Leave one out.`
      : `“${p.value}” is used for ${p.other}. Write something else, or open that entry to change it.`,
  'register.fault.periods_overlap': () =>
    'Two names of this organisation hold at the same time. Give the old one a last day right before the first day of the new one.',
  'register.fault.reference_unknown': (p) =>
    `The directory has no “${p.item}”.${enNear(p.near)} Choose from the list, or add that entry first.`,
  'register.fault.reference_ambiguous': (p) => `“${p.item}” names several entries. Write the code.`,
  'register.fault.root_missing': () =>
    'One organisation has to have no parent. Leave this field of the highest committee empty.',
  'register.fault.organisation_ended': (p) =>
    p.other === null
      ? `“${p.organisation}” ended after ${enDay(p.to)}. Choose an organisation that is there, or give this one a new name first.`
      : `${p.other} still stands below “${p.organisation}”, which ends after ${enDay(p.to)}. Move it to another organisation first, or give this one a name that is valid from the next day.`,
  'register.fault.organisation_begins_later': (p) =>
    p.other === null
      ? `“${p.organisation}” begins on ${enDay(p.from)}. Choose an organisation that is there.`
      : `${p.other} stands below “${p.organisation}” already, which begins on ${enDay(p.from)}. Let it begin earlier, or move the other first.`,
  'register.fault.formula_without_result': () => 'Formulas are not reckoned here. Type the value itself.',
  'register.fault.formula_failed': () => 'This is what a failed formula shows. Type the value.',
  'register.question.archives_duties': (p) =>
    `There is something ahead: ${p.hits.map(hitSentences.en).join('; ')}. Once it is out of use, calendars and plans of those months stay until you update them: open the calendar of each month and find somebody else.`,
  'register.question.year_implausible': (p) =>
    `“${p.header}” says ${p.value}, a year that is hard to believe. Confirm it if it is right, else correct it.`,
  'register.question.one_person': (p) =>
    `This person may be in the directory already: ${twins(p.examples)}. Confirm if they are two people; if it is one, change the entry that is there.`,
  'register.question.one_branch': (p) =>
    `This branch may be in the directory already: ${twins(p.examples)}. Confirm if they are two branches; if it is one, change the entry that is there.`,
  'register.question.organisation_gap': (p) =>
    `From ${enDay(p.from)} to ${enDay(p.to)} this organisation has no name. Confirm if that is right, else let the days follow each other.`,
  'register.question.organisation_ends': (p) =>
    `“${p.organisation}” ends after ${enDay(p.to)} and no name follows, while branches belong to it. If you confirm, they have no organisation after that day. If the new name is known, add it from the next day on.`,
  'register.question.letters_garbled': (p) =>
    `“${p.value}” seems to be written in an old font or decoded wrongly; it reads “${p.reading}”. Choose which to keep.`,
  'register.question.placeholder': (p) =>
    `“${p.header}” seems to mean that there is nothing. Choose to keep it as written, or to take it as empty.`,
  'register.question.placeholder_required': (p) =>
    `“${p.header}” seems to mean that there is nothing. Confirm if it is meant as written, else write what it is.`,
  'register.question.people_several': (p) =>
    `“${p.header}” seems to name several people. Confirm if it is the name of one, else write one person.`,
  'register.question.name_with_more': (p) =>
    `“${p.header}” has more than a name: a number, a form of address or a remark. Confirm it if that is so; otherwise write the name only.`,
  'register.question.hour_unusual': (p) =>
    `“${p.header}” is before six in the morning. Confirm if that is right; if it is in the afternoon, write the hours of 24, such as 13:30.`,
  'register.question.code_like_day': (p) =>
    `“${p.header}” looks like a day. Confirm if it is the code, else correct it.`,
};

export const registerMessages = defineMessages({ ...vi }, { ...en });

/** The faults of typed values in the form of an HTTP reply; the pointer leads to the field. */
export function asFieldFaults(faults: readonly FieldFault[]): Fault[] {
  return faults.map(({ row, key, fault, other }) => ({
    pointer: row === null ? '' : `/rows/${row}${key === null ? '' : `/${key}`}`,
    code: keyOf(fault.code),
    params: { ...(fault.code === 'code_retired' ? {} : placeOf(fault)), ...fault.params, other },
  }));
}

/** The questions to be answered first; the pointer leads to the place of the answer. */
export function asOpenQuestions(questions: readonly ImportQuestion[]): Fault[] {
  return questions.map((question) => ({
    pointer: `/answers/${question.id}`,
    code: questionKey(question),
    params: { ...placeOf(question), ...question.params, rows: question.rows, count: question.count },
  }));
}

/** The sentence for a question about a change. */
export function changeQuestion(question: ImportQuestion, locale: Locale): string {
  const key = questionKey(question);
  if (!(key in registerMessages[locale])) return questionSentence(question, locale);
  const sentence = registerMessages[locale][key as `register.question.${PageQuestionCode}`] as (p: object) => string;
  return sentence({ ...placeOf(question), ...question.params });
}

function questionKey({ code }: ImportQuestion): string {
  const key = `register.question.${code}`;
  return key in registerMessages.vi ? key : `import.question.${code}`;
}

function keyOf(code: ImportFaultCode | CodeOfRetired['code']): string {
  const key = `register.fault.${code}`;
  return key in registerMessages.vi ? key : `import.fault.${code}`;
}

function placeOf({ sheet, row, column, header, value }: ImportPlace): ImportPlace {
  return { sheet, row, column, header, value };
}
