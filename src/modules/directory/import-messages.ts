import type { Locale } from '../../kernel/actor.ts';
import { formatDate, formatExactly, formatMonth } from '../../kernel/format.ts';
import { type Alphabet, alphabetOf } from '../../kernel/look-alikes.ts';
import type { Day } from '../../kernel/month.ts';
import { codePointName, revealedText } from '../../kernel/visible-text.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { Encoding } from './domain/import/csv/encodings.ts';
import { TABLES } from './domain/import/format.ts';
import type { ImportFault, ImportFaultCode, ImportFaultParams, ImportPlace } from './domain/import/fault.ts';
import type { ImportSentences } from './domain/import/annotate.ts';
import type {
  ImportQuestion,
  ImportQuestionCode,
  ImportQuestionParams,
  Twins,
  TwoDays,
  DutyHit,
} from './domain/import/question.ts';

type FaultSentences = {
  readonly [C in ImportFaultCode as `import.fault.${C}`]: (p: ImportFaultParams[C] & ImportPlace) => string;
};
type QuestionSentences = {
  readonly [C in ImportQuestionCode as `import.question.${C}`]: (p: ImportQuestionParams[C] & QuestionPlace) => string;
};
type Sentences = FaultSentences & QuestionSentences & { readonly 'import.question_rows': (p: QuestionPlace) => string };
type QuestionPlace = Pick<ImportQuestion, keyof ImportPlace | 'rows' | 'count'>;

const NAMED_ROWS = 10;
const viNumber = (value: number) => formatExactly('vi', value);
const viDay = (day: string) => formatDate('vi', day as Day);
const enNumber = (value: number) => formatExactly('en', value);
const enDay = (day: string) => formatDate('en', day as Day);
const viNear = (near: string | null) => (near === null ? '' : ` Có phải là “${near}”?`);
const enNear = (near: string | null) => (near === null ? '' : ` Did you mean “${near}”?`);
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

const viTwoDays = (examples: readonly TwoDays[]) =>
  examples.map(({ at, read, other }) => `${at} đọc là ${read}, cách kia là ${other}`).join('; ');
const enTwoDays = (examples: readonly TwoDays[]) =>
  examples.map(({ at, read, other }) => `${at} is read as ${read}, otherwise ${other}`).join('; ');
const REGISTERS = {
  vi: { branches: 'chi bộ', specialists: 'chuyên viên', departments: 'ban' },
  en: { branches: 'branches', specialists: 'specialists', departments: 'departments' },
} as const;
type MonthHit = ImportQuestionParams['archives_duties']['hits'][number];
const partsOf = (parts: readonly (readonly [number, string])[]) =>
  parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ');
const viHit = ({ month, meetings, visits, people }: MonthHit) =>
  `tháng ${formatMonth('vi', month)} có ${partsOf([
    [meetings, 'cuộc sinh hoạt'],
    [visits, 'lượt dự đã công bố'],
  ])}${people.length === 0 ? '' : ` (${people.join(', ')})`}`;
const enHit = ({ month, meetings, visits, people }: MonthHit) =>
  `${month} has ${partsOf([
    [meetings, 'meetings'],
    [visits, 'published visits'],
  ])}${people.length === 0 ? '' : ` (${people.join(', ')})`}`;
/** Visits and meetings ahead that something in a month affects. */
export const hitSentences = { vi: viHit, en: enHit };
const viDuty = ({ day, name, branch }: DutyHit) => `${viDay(day)} ${name}, ${branch}`;
const enDuty = ({ day, name, branch }: DutyHit) => `${day} ${name}, ${branch}`;
const viTwins = (examples: readonly Twins[]) =>
  examples.map(({ name, codes, rows }) => `${name} (${codes.join(' và ')}, dòng ${rows.join(' và ')})`).join('; ');
const enTwins = (examples: readonly Twins[]) =>
  examples.map(({ name, codes, rows }) => `${name} (${codes.join(' and ')}, rows ${rows.join(' and ')})`).join('; ');
const GARBLINGS = {
  tcvn3: { vi: 'viết bằng phông cũ TCVN3 (ABC)', en: 'of the old fonts of TCVN3 (ABC)' },
  vni: { vi: 'viết bằng phông cũ VNI', en: 'of the old VNI fonts' },
  mojibake: { vi: 'bị sai bảng mã', en: 'decoded with the wrong table' },
  viqr: { vi: 'ghi dấu bằng ký hiệu (VIQR)', en: 'with tones as signs (VIQR)' },
  entities: { vi: 'bị đổi thành mã số của trang web', en: 'as numbers of a web page' },
} as const;
const ALPHABETS: Readonly<Record<Alphabet, { vi: string; en: string }>> = {
  cyrillic: { vi: 'Kirin', en: 'Cyrillic' },
  greek: { vi: 'Hy Lạp', en: 'Greek' },
  armenian: { vi: 'Armenia', en: 'Armenian' },
  full_width: { vi: 'cỡ rộng', en: 'full width' },
  mathematical: { vi: 'kiểu toán học', en: 'mathematical' },
  dash: { vi: 'gạch ngang khác dấu -', en: 'a dash other than -' },
  other: { vi: 'ký tự lạ', en: 'unusual' },
};
export const ENCODING_NAMES: Readonly<Record<Encoding, { vi: string; en: string }>> = {
  'utf-8': { vi: 'UTF-8', en: 'UTF-8' },
  'utf-16le': { vi: 'UTF-16', en: 'UTF-16' },
  'utf-16be': { vi: 'UTF-16 BE', en: 'UTF-16 BE' },
  'windows-1258': { vi: 'Windows-1258 (tiếng Việt)', en: 'Windows-1258 (Vietnamese)' },
  tcvn3: { vi: 'phông cũ TCVN3 (ABC)', en: 'old font TCVN3 (ABC)' },
  vni: { vi: 'phông cũ VNI', en: 'old font VNI' },
  'windows-1252': { vi: 'Windows-1252 (Tây Âu)', en: 'Windows-1252 (Western)' },
};
/** chữ “С” (Kirin, U+0421) */
const letterIn = (locale: Locale, letter: string) =>
  `${locale === 'vi' ? 'chữ ' : ''}“${letter}” (${ALPHABETS[alphabetOf(letter)][locale]}, ${codePointName(letter)})`;

const someRows = ({ rows, count }: QuestionPlace) =>
  rows.slice(0, NAMED_ROWS).join(', ') + (count > NAMED_ROWS ? ', …' : '');

const vi: Sentences = {
  'import.fault.not_the_template': () =>
    'Tệp này không theo mẫu nhập dữ liệu. Hãy tải tệp mẫu trống, điền vào đó rồi tải lên.',
  'import.fault.csv_table_unknown': () =>
    'Không nhận ra tệp CSV này là trang nào của mẫu: không thấy tiêu đề cột nào theo mẫu. Hãy ghi dòng tiêu đề như tệp mẫu lên đầu tệp, hoặc chọn lại bảng mã, dấu ngăn cột.',
  'import.fault.csv_too_many_cells': (p) =>
    `Dòng ${p.row} có ${p.found} ô, các dòng khác có ${p.usual}: có lẽ một giá trị chứa dấu ngăn cột, ví dụ dấu phẩy của 87,5. Hãy đặt giá trị đó trong dấu ngoặc kép, hoặc lưu tệp với dấu chấm phẩy làm dấu ngăn cột.`,
  'import.fault.csv_rows_in_cell': (p) =>
    `Một ô ở dòng ${p.row} chứa cả những dòng sau nó: có lẽ dấu ngoặc kép mở mà không đóng. Hãy sửa dấu ngoặc kép trong tệp.`,
  'import.fault.version_missing': (p) =>
    `Không thấy phiên bản mẫu ở trang “Hướng dẫn”. Hãy dùng tệp mẫu phiên bản ${p.known} và giữ nguyên trang này.`,
  'import.fault.version_unknown': (p) =>
    `Tệp theo mẫu phiên bản ${p.version}, hệ thống đang dùng phiên bản ${p.known}. Hãy tải tệp mẫu mới và chép dữ liệu sang.`,
  'import.fault.sheet_missing': (p) => `Thiếu trang tính “${p.sheet}”. Hãy thêm trang này theo tệp mẫu.`,
  'import.fault.sheet_unknown': (p) =>
    `Trang tính “${p.sheet}” không có trong mẫu.${viNear(p.near)} Hãy đổi tên hoặc xóa trang này.`,
  'import.fault.sheet_twice': (p) => `Có hai trang tính cùng nghĩa với “${p.sheet}”. Hãy gộp lại thành một.`,
  'import.fault.sheet_empty': (p) => `Trang tính “${p.sheet}” chưa có dòng tiêu đề. Hãy chép dòng tiêu đề từ tệp mẫu.`,
  'import.fault.header_not_found': (p) =>
    `Trang tính “${p.sheet}” không có dòng tiêu đề nào theo mẫu; dữ liệu đầu tiên ở dòng ${p.row}. Hãy chép dòng tiêu đề từ tệp mẫu vào phía trên dữ liệu.`,
  'import.fault.rows_above_header': (p) =>
    `Dòng tiêu đề có vẻ ở dòng ${p.head}, nhưng dòng ${p.row} phía trên cũng có dữ liệu. Hãy chuyển dữ liệu xuống dưới dòng tiêu đề, hoặc xóa đi.`,
  'import.fault.merged_cells': (p) =>
    `${p.range} là một ô gộp nên không rõ giá trị thuộc ô nào. Hãy bỏ gộp ô rồi ghi giá trị vào từng ô.`,
  'import.fault.column_unknown': (p) =>
    `Cột “${p.header}” không có trong mẫu.${viNear(p.near)} Hãy sửa tiêu đề hoặc xóa cột; ghi chú riêng để ở cột “Ghi chú”.`,
  'import.fault.column_twice': (p) => `Cột “${p.header}” lặp lại cột “${p.first}”. Hãy chỉ giữ một cột.`,
  'import.fault.column_missing': (p) => `Thiếu cột bắt buộc “${p.header}”. Hãy thêm cột này theo tệp mẫu.`,
  'import.fault.cell_without_header': (p) =>
    `Ô ${p.column}${p.row} có dữ liệu nhưng cột ${p.column} không có tiêu đề. Hãy ghi tiêu đề hoặc xóa dữ liệu của cột.`,
  'import.fault.item_unknown': (p) =>
    `Mục “${p.value}” không có trong mẫu.${viNear(p.near)} Hãy sửa tên mục hoặc xóa dòng này.`,
  'import.fault.item_missing': (p) => `Thiếu mục bắt buộc “${p.header}”. Hãy thêm một dòng cho mục này.`,
  'import.fault.required': (p) => `Ô “${p.header}” không được để trống. Hãy điền vào.`,
  'import.fault.mail_missing': () =>
    'Thiếu địa chỉ thư điện tử: không có thì người này không nhận được phân công và không đăng nhập được. Hãy ghi địa chỉ mà người này đọc thư; nếu chưa có, hãy xin cấp một hộp thư, hoặc tạm để người này ngoài danh sách.',
  'import.fault.formula_failed': (p) =>
    `Công thức trong ô bị lỗi (${p.value}). Hãy sửa công thức hoặc gõ thẳng giá trị.`,
  'import.fault.formula_without_result': () =>
    'Ô có công thức nhưng chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại rồi tải lên, hoặc gõ thẳng giá trị.',
  'import.fault.too_long': (p) => `Nội dung dài quá ${p.most} ký tự. Hãy rút gọn.`,
  'import.fault.text_became_day': (p) =>
    `Excel đã đổi nội dung ô thành ngày (${p.value}). Hãy định dạng ô là Văn bản rồi gõ lại.`,
  'import.fault.text_became_number': (p) =>
    `Excel đã đổi nội dung ô thành số (${p.value}) và có thể làm mất chữ số. Hãy định dạng ô là Văn bản rồi gõ lại.`,
  'import.fault.text_became_yes_or_no': (p) =>
    `Excel đã đổi nội dung ô thành giá trị đúng/sai (${p.value}). Hãy định dạng ô là Văn bản rồi gõ lại.`,
  'import.fault.letters_lost': (p) =>
    `“${p.value}” có chữ đã bị mất hoặc sai bảng mã. Hãy gõ lại, hoặc chép lại từ tệp gốc.`,
  'import.fault.letters_foreign': (p) =>
    `“${p.value}” có ${letterIn('vi', p.letter)}, trông giống chữ thường dùng. Hãy gõ lại: “${p.likely}”.`,
  'import.fault.code_look_alike': (p) =>
    `Mã “${p.value}” có ${letterIn('vi', p.letter)}. Hãy gõ lại mã: “${p.likely}”.`,
  'import.fault.code_malformed': (p) =>
    `“${p.value}” không dùng làm mã được. Mã gồm chữ, số và các dấu . - _ /, không có dấu cách, tối đa 40 ký tự.`,
  'import.fault.code_became_number': (p) =>
    `Excel đã đổi mã thành số (${p.value}) và có thể làm mất chữ số. Hãy định dạng ô là Văn bản rồi gõ lại mã.`,
  'import.fault.not_a_mail': (p) =>
    `Máy chủ thư không nhận địa chỉ “${p.value}”${p.letter === null ? '' : `: không dùng được chữ “${p.letter}”`}.${viNear(p.near)} Hãy ghi một địa chỉ dạng ten@donvi.vn, không dấu.`,
  'import.fault.mails_several': (p) =>
    `Ô có nhiều địa chỉ: ${p.addresses.join('; ')}. Mỗi người nhận thư và đăng nhập ở một địa chỉ: hãy chỉ để lại địa chỉ mà người này đọc thư.`,
  'import.fault.not_a_number': (p) => `“${p.value}” không phải là số. Hãy chỉ ghi chữ số, phần lẻ sau dấu phẩy.`,
  'import.fault.number_ambiguous': (p) =>
    `“${p.value}” có thể hiểu là ${p.readings.map(viNumber).join(' hoặc ')}. Hãy ghi không có dấu ngăn hàng nghìn, phần lẻ sau dấu phẩy.`,
  'import.fault.number_shown_otherwise': (p) =>
    `Định dạng của ô làm số hiện thành “${p.value}”, khác với số được lưu. Hãy định dạng ô là Chung rồi gõ lại số.`,
  'import.fault.percent_unexpected': (p) =>
    `“${p.value}” là tỷ lệ phần trăm, nhưng “${p.header}” không phải tỷ lệ. Hãy ghi số, không có dấu %.`,
  'import.fault.not_whole': (p) => `“${p.value}” phải là số nguyên. Hãy bỏ phần lẻ.`,
  'import.fault.out_of_range': (p) =>
    `“${p.value}” nằm ngoài khoảng cho phép, từ ${viNumber(p.least)} đến ${viNumber(p.most)}. Hãy kiểm tra lại.`,
  'import.fault.not_a_day': (p) => `“${p.value}” không phải là ngày. Hãy ghi dạng ngày/tháng/năm, ví dụ 03/12/2020.`,
  'import.fault.day_impossible': (p) => `Không có ngày “${p.value}”. Hãy kiểm tra ngày, tháng, năm.`,
  'import.fault.day_ambiguous': (p) =>
    `“${p.value}” có thể là ngày ${p.readings.map(viDay).join(' hoặc ')}. Hãy ghi đủ hai chữ số cho ngày và tháng, ví dụ 03/12/2020.`,
  'import.fault.day_with_time': (p) => `Ô chỉ nhận ngày nhưng có cả giờ (${p.value}). Hãy bỏ phần giờ.`,
  'import.fault.not_a_time': (p) => `“${p.value}” không phải là giờ trong ngày. Hãy ghi dạng 19:30.`,
  'import.fault.not_yes_or_no': (p) => `“${p.value}” không rõ là có hay không. Hãy ghi “có” hoặc “không”.`,
  'import.fault.not_a_choice': (p) =>
    `“${p.value}” không có trong danh sách.${viNear(p.near)} Hãy chọn một trong các giá trị: ${quoted(p.choices)}.`,
  'import.fault.months_malformed': (p) =>
    `“${p.value}” không phải là danh sách tháng. Hãy ghi các tháng cách nhau bằng dấu chấm phẩy, ví dụ 3; 6; 9; 12.`,
  'import.fault.weights_malformed': (p) =>
    `Không đọc được “${p.value}”. Hãy ghi mã hoặc tên, dấu hai chấm, mức độ từ 0 đến 1, cách nhau bằng dấu chấm phẩy, ví dụ KT:0,9; MT:0,6.`,
  'import.fault.listed_twice': (p) => `“${p.item}” được ghi hai lần trong cùng một ô. Hãy bỏ một lần.`,
  'import.fault.duplicate': (p) => `“${p.value}” trùng với dòng ${p.otherRow}. Hãy sửa lại hoặc xóa một dòng.`,
  'import.fault.reference_unknown': (p) =>
    `Không có “${p.item}” ở trang “${p.target}”.${viNear(p.near)} Hãy sửa lại hoặc thêm vào trang đó.`,
  'import.fault.reference_ambiguous': (p) =>
    `“${p.item}” chỉ nhiều dòng ở trang “${p.target}”. Hãy ghi mã thay cho tên.`,
  'import.fault.parent_cycle': (p) =>
    `Cấp trên đi vòng: ${p.path.join(' → ')}. Hãy sửa mã cấp trên của một trong các tổ chức này.`,
  'import.fault.root_missing': () =>
    'Tổ chức nào cũng có cấp trên. Hãy để trống mã cấp trên của cấp ủy cao nhất trong tệp.',
  'import.fault.ends_before_start': (p) =>
    `Ngày kết thúc trước ngày bắt đầu (${viDay(p.start)}). Hãy sửa một trong hai ngày.`,
  'import.fault.hours_end_before_start': (p) =>
    `Giờ kết thúc không sau giờ bắt đầu (${p.start}). Hãy sửa một trong hai giờ; nếu bận qua nửa đêm, hãy ghi hai dòng.`,
  'import.fault.hours_without_end': (p) =>
    `Có “${p.header}” nhưng thiếu “${p.other}”. Hãy ghi cả hai giờ, hoặc để trống cả hai.`,
  'import.fault.hours_beside_part': (p) =>
    `Đã ghi buổi “${p.part}” mà còn ghi giờ khác. Hãy để trống buổi, hoặc để trống giờ.`,
  'import.fault.periods_overlap': (p) =>
    `Thời gian hiệu lực của “${p.value}” chồng lên dòng ${p.otherRow}. Hãy ghi ngày hết hiệu lực của dòng cũ.`,
  'import.fault.less_than': (p) => `“${p.header}” nhỏ hơn “${p.other}” (${viNumber(p.least)}). Hãy kiểm tra hai ô.`,
  'import.fault.more_than': (p) => `“${p.header}” lớn hơn “${p.other}” (${viNumber(p.most)}). Hãy kiểm tra hai ô.`,
  'import.fault.sum_differs': (p) =>
    `“${p.header}” không bằng tổng của ${quoted(p.parts)} (${viNumber(p.sum)}). Hãy kiểm tra các ô này.`,
  'import.fault.place_incomplete': (p) =>
    `Có “${p.header}” nhưng thiếu “${p.other}”. Hãy ghi cả hai hoặc để trống cả hai.`,
  'import.fault.zone_unknown': (p) => `Không có múi giờ “${p.value}”. Ở Việt Nam, hãy ghi Asia/Ho_Chi_Minh.`,
  'import.fault.file_empty': () =>
    'Tệp chưa có dòng dữ liệu nào, chỉ có tiêu đề và ví dụ của mẫu. Hãy điền danh sách vào mẫu rồi tải lên.',
  'import.fault.organisation_ended': (p) =>
    `“${p.organisation}” hết hiệu lực từ sau ngày ${viDay(p.to)}${p.branches.length === 0 ? ' mà chi bộ này còn trực thuộc' : ` mà chi bộ ${quoted(p.branches)} còn ở dưới`}. Hãy ghi tổ chức đang hoạt động, hoặc thêm ở trang “Tổ chức” dòng có hiệu lực từ ngày tiếp theo.`,
  'import.fault.organisation_begins_later': (p) =>
    `“${p.organisation}” đến ngày ${viDay(p.from)} mới có hiệu lực${p.branches.length === 0 ? ' mà chi bộ này đã trực thuộc' : ` mà chi bộ ${quoted(p.branches)} đã ở dưới`}. Hãy ghi tổ chức đang hoạt động, hoặc thêm ở trang “Tổ chức” dòng có hiệu lực trước ngày đó.`,
  'import.fault.committee_differs': (p) =>
    `Tệp này của cấp ủy “${p.value}”, còn dữ liệu đang dùng là của “${p.known}”. Hãy chọn đúng tệp, hoặc sửa mã cấp ủy nếu gõ nhầm.`,
  'import.question_rows': (p) => `Áp dụng cho ${p.count} ô của cột: dòng ${someRows(p)}.`,
  'import.question.csv_encoding': (p) =>
    `Tệp CSV không cho biết bảng mã. Chữ được đọc theo ${ENCODING_NAMES[p.encoding].vi}: “${p.sample}”. Nếu đúng chữ Việt, hãy chọn bảng mã này; nếu không, hãy chọn bảng mã khác rồi xem lại.`,
  'import.question.csv_table': (p) =>
    `Tiêu đề cột của tệp CSV hợp với nhiều trang: ${quoted(p.fits.map((table) => TABLES[table].name.vi))}. Hãy chọn trang của danh sách này.`,
  'import.question.archives': (p) =>
    `Tệp không còn ${p.counts.map(({ register, count }) => `${count} ${REGISTERS.vi[register]}`).join(', ')} đang dùng: ${p.names.join('; ')}${p.total > p.names.length ? '; …' : ''}. Nếu xác nhận, ${p.total} mục này ngừng dùng; dữ liệu cũ của chúng vẫn giữ. Nếu tệp chỉ là một phần danh sách, hãy chọn “Chỉ thêm và sửa”.${p.isTyped ? ` Nếu đúng là bỏ, hãy gõ ${p.total}.` : ''}`,
  'import.question.archives_duties': (p) =>
    `Những mục sắp ngừng dùng còn việc phía trước: ${p.hits.map(viHit).join('; ')}. Nếu xác nhận, lịch và kế hoạch của các tháng đó giữ nguyên cho đến khi bạn cập nhật: hãy mở lịch từng tháng và tìm người thay. Nếu nhầm, hãy giữ các mục này trong tệp.`,
  'import.question.absence_over_duties': (p) =>
    `Lịch bận trong tệp trùng ${p.total} lượt dự đã công bố: ${p.examples.map(viDuty).join('; ')}${p.total > p.examples.length ? '; …' : ''}. Nếu xác nhận, lịch bận được ghi và các lượt dự vẫn giữ nguyên: hãy tìm người thay ở trang của tháng. Nếu nhầm ngày, hãy sửa trong tệp.`,
  'import.question.holiday_over_duties': (p) =>
    `Ngày lễ trong tệp trùng ${p.total} lượt dự đã công bố: ${p.examples.map(viDuty).join('; ')}${p.total > p.examples.length ? '; …' : ''}. Nếu xác nhận, ngày lễ được ghi và các lượt dự vẫn giữ nguyên: hãy báo cho những người này nếu chi bộ dời lịch. Nếu nhầm ngày, hãy sửa trong tệp.`,
  'import.question.zone_over_duties': (p) =>
    `Múi giờ đổi từ ${p.from} sang ${p.to} trong khi có ${p.total} lượt dự đã công bố. Nếu xác nhận, giờ họp đã ghi giữ nguyên con số (19:30 vẫn là 19:30) nhưng hiểu theo múi giờ mới. Nếu không định đổi, hãy ghi lại ${p.from} ở mục “Múi giờ”.`,
  'import.question.code_changed': (p) =>
    `Cùng tên nhưng khác mã: ${p.examples.map(({ name, from, to }) => `${name} (${from} → ${to})`).join('; ')}. Nếu xác nhận, mã cũ ngừng dùng và mã mới là mục mới, không có lịch sử. Nếu vẫn là một, hãy ghi lại mã cũ trong tệp.`,
  'import.question.day_in_future': (p) =>
    `Cột “${p.header}” có ngày sau hôm nay (${viDay(p.today)}), trong khi trang này ghi những việc đã qua. Nếu xác nhận, các ngày này được nhập như đã ghi. Nếu gõ nhầm, hãy sửa trong tệp rồi tải lên lại.`,
  'import.question.one_person': (p) =>
    `Có thể một người được ghi hai lần: ${viTwins(p.examples)}. Nếu xác nhận, họ được nhập thành những người khác nhau, mỗi người nhận phân công riêng. Nếu là một người, hãy xóa bớt dòng trong tệp rồi tải lên lại.`,
  'import.question.one_branch': (p) =>
    `Có thể một chi bộ được ghi hai lần: ${viTwins(p.examples)}. Nếu xác nhận, chúng được nhập thành những chi bộ khác nhau. Nếu là một chi bộ, hãy xóa bớt dòng trong tệp rồi tải lên lại.`,
  'import.question.organisation_gap': (p) =>
    `Từ ${viDay(p.from)} đến ${viDay(p.to)} không có dòng nào của “${p.organisation}” còn hiệu lực. Nếu xác nhận, những ngày đó tổ chức không có tên. Nếu không phải, hãy sửa ngày hiệu lực cho liền nhau.`,
  'import.question.organisation_ends': (p) =>
    `“${p.organisation}” hết hiệu lực sau ngày ${viDay(p.to)} mà chưa có dòng tiếp theo, trong khi còn chi bộ trực thuộc. Nếu xác nhận, sau ngày đó các chi bộ này không có tên tổ chức. Nếu đã biết tên mới, hãy thêm dòng có hiệu lực từ ngày tiếp theo.`,
  'import.question.days_swapped': (p) =>
    `Ngày và tháng ở cột “${p.header}” có vẻ bị Excel đảo: ô ngày thật nào cũng có ngày không quá 12, còn ngày ghi bằng chữ thì chỉ đọc được một cách. Ví dụ ${viTwoDays(p.examples)}. Chọn đọc như đang thấy hoặc đọc ngược lại rồi mới nhập; hoặc sửa cột này trong tệp, ghi dạng 03/12/2020.`,
  'import.question.days_month_first': (p) =>
    `Cột “${p.header}” ghi tháng trước, ngày sau. Nếu xác nhận, cả cột được đọc như vậy: ${p.examples.map(({ at, read }) => `${at} là ngày ${read}`).join('; ')}. Nếu không phải, hãy sửa các ô này trong tệp, ghi ngày trước tháng sau, dạng 03/12/2020.`,
  'import.question.days_ambiguous': (p) =>
    `Cột “${p.header}” có ngày đọc được hai cách: ${viTwoDays(p.examples)}. Chọn ngày trước hay tháng trước rồi mới nhập; hoặc ghi đủ hai chữ số trong tệp, ví dụ 03/12/2020.`,
  'import.question.zone_unusual': (p) =>
    `Múi giờ ${p.zone} khác giờ Việt Nam. Nếu xác nhận, ngày giờ của cấp ủy được tính theo múi giờ này. Ở Việt Nam, hãy ghi Asia/Ho_Chi_Minh.`,
  'import.question.named_as_worked': (p) =>
    `Tên “${p.name}” nói ngày này đi làm bù, nhưng cột “Loại ngày” ghi là nghỉ. Nếu xác nhận, ngày này được nghỉ. Nếu đi làm, hãy sửa loại ngày trong tệp thành “Làm bù” rồi tải lên lại.`,
  'import.question.worked_on_workday': (p) =>
    `Ngày ${viDay(p.day)} không phải thứ Bảy, Chủ nhật mà ghi là làm bù. Nếu xác nhận, ngày này là ngày làm việc dù có trùng ngày lễ. Nếu gõ nhầm ngày, hãy sửa trong tệp rồi tải lên lại.`,
  'import.question.rows_hidden': (p) =>
    `Trang tính “${p.sheet}” có ${p.count} dòng đang ẩn${p.filtered ? ' do bộ lọc' : ''} (dòng ${p.rows}). Hãy chọn nhập cả các dòng này, hoặc bỏ qua chúng như thể không có trong tệp.`,
  'import.question.rows_struck': (p) =>
    `Trang tính “${p.sheet}” có ${p.count} dòng bị gạch ngang (dòng ${p.rows}). Hãy chọn nhập cả các dòng này, hoặc bỏ qua chúng như thể không có trong tệp.`,
  'import.question.cells_unseen': (p) =>
    `Trang tính “${p.sheet}” có ${p.count} ô chứa chữ mà không ai nhìn thấy, do chữ trắng hoặc định dạng của ô: ${p.cells.join(', ')}${p.count > p.cells.length ? ', …' : ''}. Nếu xác nhận, các ô này vẫn được nhập. Nếu không, hãy xóa nội dung của chúng rồi tải lên lại.`,
  'import.question.column_hidden': (p) =>
    `Cột “${p.header}” (${p.column}) đang ẩn nhưng có ${p.count} ô dữ liệu. Nếu xác nhận, cột này vẫn được nhập. Nếu không, hãy xóa dữ liệu của cột rồi tải lên lại.`,
  'import.question.sheet_hidden': (p) =>
    `Trang tính “${p.sheet}” đang ẩn nhưng có ${p.rows} dòng dữ liệu. Nếu xác nhận, trang này vẫn được nhập. Nếu không, hãy xóa trang rồi tải lên lại.`,
  'import.question.sheet_hidden_unknown': (p) =>
    `Trang tính ẩn “${p.sheet}” không có trong mẫu. Nếu xác nhận, trang này không được nhập. Nếu cần nhập, hãy bỏ ẩn rồi đặt tên trang theo tệp mẫu.`,
  'import.question.example_changed': (p) =>
    `Trang tính “${p.sheet}”: dòng ${p.rows} còn ghi chú dòng ví dụ của tệp mẫu nhưng nội dung đã sửa. Hãy chọn nhập các dòng này, hoặc bỏ qua chúng như dòng ví dụ.`,
  'import.question.letters_garbled': (p) =>
    `Cột “${p.header}” có chữ ${GARBLINGS[p.garbling].vi}: “${p.value}” được đọc là “${p.reading}”. Hãy chọn nhập theo cách đọc này, hoặc giữ nguyên như trong tệp.`,
  'import.question.rows_beside': (p) =>
    `Trang tính “${p.sheet}” có ${p.count} dòng không phải dòng dữ liệu: ${p.examples.map(({ row, text }) => `dòng ${row} “${text}”`).join('; ')}${p.count > p.examples.length ? '; …' : ''}. Nếu xác nhận, các dòng này không được nhập. Nếu là dữ liệu, hãy điền đủ các cột bắt buộc rồi tải lên lại.`,
  'import.question.points_as_share': (p) =>
    `Cột “${p.header}” ghi điểm theo thang 100 nhưng có số không quá 1, ví dụ ${viNumber(p.read)}. Hãy chọn giữ ${viNumber(p.read)} điểm như đã ghi, hoặc đọc theo cách khác: là tỷ lệ, tức ${viNumber(p.other)} điểm.`,
  'import.question.number_as_text': (p) =>
    `Cột “${p.header}” có nội dung mà Excel lưu thành số, ví dụ “${p.example}”. Nếu xác nhận, được nhập đúng như đang hiện. Nếu Excel đã làm mất số 0 ở đầu hoặc đổi dạng (2E5 thành 200000), hãy định dạng cột là Văn bản rồi gõ lại.`,
  'import.question.mail_unlikely': (p) =>
    `Cột “${p.header}” có địa chỉ có lẽ gõ nhầm: ${p.examples.map(({ at, read, likely }) => `${at} ghi ${read}, có lẽ là ${likely}`).join('; ')}. Hãy chọn giữ như đã ghi, hoặc đọc theo cách khác: là địa chỉ có lẽ đúng.`,
  'import.question.absence_long': (p) =>
    `Có lịch bận dài hơn một năm (${p.examples.join('; ')}). Nếu xác nhận, được nhập như đã ghi. Nếu gõ nhầm năm, hãy sửa trong tệp rồi tải lên lại.`,
  'import.question.letters_strange': (p) =>
    `Cột “${p.header}” có ký hiệu lạ ở giữa chữ, ví dụ “${p.example}”: có lẽ là chữ của phông hay bảng mã cũ. Nếu xác nhận, được nhập đúng như đang hiện. Nếu chữ đã sai, hãy gõ lại trong tệp rồi tải lên lại.`,
  'import.question.serial_day': (p) =>
    `Cột “${p.header}” ghi ngày bằng số thứ tự của bảng tính (${p.value} là ngày ${viDay(p.example)}). Nếu xác nhận, các số được đọc thành ngày như vậy. Nếu ngày đó không đúng, hãy định dạng cột là Ngày trong bảng tính rồi lưu lại.`,
  'import.question.year_implausible': (p) =>
    `Cột “${p.header}” có năm khó tin (${p.examples.join('; ')}). Nếu xác nhận, các ngày này được nhập như đã ghi. Nếu gõ nhầm năm, hãy sửa trong tệp rồi tải lên lại.`,
};

const en: Sentences = {
  'import.fault.not_the_template': () =>
    'This file does not follow the import template. Download the blank template, fill it in and upload that.',
  'import.fault.csv_table_unknown': () =>
    'It is not clear which sheet of the template this CSV file is: none of its headers is one of the template. Put the header row of the template on top, or choose another encoding or separator.',
  'import.fault.csv_too_many_cells': (p) =>
    `Row ${p.row} has ${p.found} cells, the others have ${p.usual}: a value seems to contain the separator, such as the comma of 87,5. Put that value in quotation marks, or save the file with semicolons as separators.`,
  'import.fault.csv_rows_in_cell': (p) =>
    `A cell of row ${p.row} contains the rows below it: a quotation mark seems to be open and never closed. Correct it in the file.`,
  'import.fault.version_missing': (p) =>
    `The sheet “Guide” does not name the version of the template. Use the template of version ${p.known} and leave that sheet as it is.`,
  'import.fault.version_unknown': (p) =>
    `The file follows version ${p.version} of the template; version ${p.known} is in use. Download the template again and copy the data into it.`,
  'import.fault.sheet_missing': (p) => `The sheet “${p.sheet}” is missing. Add it as in the template.`,
  'import.fault.sheet_unknown': (p) => `The template has no sheet “${p.sheet}”.${enNear(p.near)} Rename or delete it.`,
  'import.fault.sheet_twice': (p) => `Two sheets mean the same as “${p.sheet}”. Make one of them.`,
  'import.fault.sheet_empty': (p) => `The sheet “${p.sheet}” has no header row. Copy it from the template.`,
  'import.fault.header_not_found': (p) =>
    `No row of the sheet “${p.sheet}” is a header of the template; its first data stand in row ${p.row}. Copy the header row of the template above them.`,
  'import.fault.rows_above_header': (p) =>
    `The header seems to stand in row ${p.head}, yet row ${p.row} above it holds data. Move them below the header, or delete them.`,
  'import.fault.merged_cells': (p) =>
    `${p.range} is one merged cell, so it is not clear which cell its value belongs to. Unmerge it and write the value into each cell.`,
  'import.fault.column_unknown': (p) =>
    `The template has no column “${p.header}”.${enNear(p.near)} Correct the header or delete the column; notes of your own go to “Note”.`,
  'import.fault.column_twice': (p) => `Column “${p.header}” repeats column “${p.first}”. Keep only one.`,
  'import.fault.column_missing': (p) => `The required column “${p.header}” is missing. Add it as in the template.`,
  'import.fault.cell_without_header': (p) =>
    `Cell ${p.column}${p.row} holds data, but column ${p.column} has no header. Give it one or delete its data.`,
  'import.fault.item_unknown': (p) =>
    `The template has no item “${p.value}”.${enNear(p.near)} Correct its name or delete the row.`,
  'import.fault.item_missing': (p) => `The required item “${p.header}” is missing. Add a row for it.`,
  'import.fault.required': (p) => `“${p.header}” must not be empty. Please fill it in.`,
  'import.fault.mail_missing': () =>
    'The mail address is missing: without one this person gets no duties and cannot sign in. Write the address that the person reads; where there is none, have one set up, or leave the person out of the list for now.',
  'import.fault.formula_failed': (p) =>
    `The formula in this cell failed (${p.value}). Correct it, or type the value itself.`,
  'import.fault.formula_without_result': () =>
    'This cell has a formula without a result. Open the file in Excel and save it again, or type the value itself.',
  'import.fault.too_long': (p) => `This is longer than ${p.most} characters. Please shorten it.`,
  'import.fault.text_became_day': (p) =>
    `Excel has turned this cell into a date (${p.value}). Format the cell as Text and type it again.`,
  'import.fault.text_became_number': (p) =>
    `Excel has turned this cell into a number (${p.value}) and may have lost digits. Format the cell as Text and type it again.`,
  'import.fault.text_became_yes_or_no': (p) =>
    `Excel has turned this cell into true or false (${p.value}). Format the cell as Text and type it again.`,
  'import.fault.letters_lost': (p) =>
    `“${p.value}” has lost letters, or they were decoded with the wrong table. Type it again, or copy it anew from where it came.`,
  'import.fault.letters_foreign': (p) =>
    `“${p.value}” has ${letterIn('en', p.letter)}, which looks like another letter. Type it again: “${p.likely}”.`,
  'import.fault.code_look_alike': (p) =>
    `The code “${p.value}” has ${letterIn('en', p.letter)}. Type it again: “${p.likely}”.`,
  'import.fault.code_malformed': (p) =>
    `“${p.value}” cannot be a code. A code has letters, digits and . - _ / only, no blanks, at most 40 characters.`,
  'import.fault.code_became_number': (p) =>
    `Excel has turned the code into a number (${p.value}) and may have lost digits. Format the cell as Text and type the code again.`,
  'import.fault.not_a_mail': (p) =>
    `No mail server takes the address “${p.value}”${p.letter === null ? '' : `: “${p.letter}” cannot stand in one`}.${enNear(p.near)} Write one address like name@office.vn, without diacritics.`,
  'import.fault.mails_several': (p) =>
    `The cell has several addresses: ${p.addresses.join('; ')}. Everybody gets mail and signs in at one: leave the one that is read.`,
  'import.fault.not_a_number': (p) => `“${p.value}” is not a number. Write digits only, fractions after a comma.`,
  'import.fault.number_ambiguous': (p) =>
    `“${p.value}” can mean ${p.readings.map(enNumber).join(' or ')}. Write it without separators of thousands.`,
  'import.fault.number_shown_otherwise': (p) =>
    `The format of this cell shows its number as “${p.value}”, which is not the number that is stored. Format the cell as General and type the number again.`,
  'import.fault.percent_unexpected': (p) =>
    `“${p.value}” is a percentage, but “${p.header}” is none. Write a number without %.`,
  'import.fault.not_whole': (p) => `“${p.value}” must be a whole number. Leave the fraction out.`,
  'import.fault.out_of_range': (p) => `“${p.value}” is not between ${p.least} and ${p.most}. Please check it.`,
  'import.fault.not_a_day': (p) => `“${p.value}” is not a date. Write it as day/month/year, such as 03/12/2020.`,
  'import.fault.day_impossible': (p) => `There is no day “${p.value}”. Please check day, month and year.`,
  'import.fault.day_ambiguous': (p) =>
    `“${p.value}” can be ${p.readings.map(enDay).join(' or ')}. Write day and month with two digits each, such as 03/12/2020.`,
  'import.fault.day_with_time': (p) =>
    `Only a date goes here, but there is a time with it (${p.value}). Remove the time.`,
  'import.fault.not_a_time': (p) => `“${p.value}” is not a time of day. Write it like 19:30.`,
  'import.fault.not_yes_or_no': (p) => `“${p.value}” is neither yes nor no. Write “có” or “không” (yes, no).`,
  'import.fault.not_a_choice': (p) =>
    `“${p.value}” is not in the list.${enNear(p.near)} Choose one of ${quoted(p.choices)}.`,
  'import.fault.months_malformed': (p) =>
    `“${p.value}” is no list of months. Write them with semicolons between, such as 3; 6; 9; 12.`,
  'import.fault.weights_malformed': (p) =>
    `“${p.value}” cannot be read. Write code or name, a colon and the weight from 0 to 1, with semicolons between: KT:0.9; MT:0.6.`,
  'import.fault.listed_twice': (p) => `“${p.item}” stands twice in this cell. Leave one out.`,
  'import.fault.duplicate': (p) => `“${p.value}” repeats row ${p.otherRow}. Correct it or delete one of the rows.`,
  'import.fault.reference_unknown': (p) =>
    `The sheet “${p.target}” has no “${p.item}”.${enNear(p.near)} Correct it here or add it there.`,
  'import.fault.reference_ambiguous': (p) =>
    `“${p.item}” names several rows of the sheet “${p.target}”. Write the code instead of the name.`,
  'import.fault.parent_cycle': (p) =>
    `The parents run in a circle: ${p.path.join(' → ')}. Correct the parent of one of them.`,
  'import.fault.root_missing': () =>
    'Every organisation has a parent. Leave the parent of the highest committee in the file empty.',
  'import.fault.ends_before_start': (p) => `The end lies before the start (${p.start}). Correct one of the two.`,
  'import.fault.hours_end_before_start': (p) =>
    `The hours do not end after they begin (${p.start}). Correct one of the two; for hours over midnight, write two rows.`,
  'import.fault.hours_without_end': (p) => `“${p.header}” is there without “${p.other}”. Give both times or neither.`,
  'import.fault.hours_beside_part': (p) =>
    `The part of the day is “${p.part}”, and other hours are given beside it. Leave one of them empty.`,
  'import.fault.periods_overlap': (p) =>
    `“${p.value}” is valid at the same time as in row ${p.otherRow}. Give the older row its last day.`,
  'import.fault.less_than': (p) => `“${p.header}” is less than “${p.other}” (${p.least}). Please check both.`,
  'import.fault.more_than': (p) => `“${p.header}” is more than “${p.other}” (${p.most}). Please check both.`,
  'import.fault.sum_differs': (p) =>
    `“${p.header}” is not the sum of ${quoted(p.parts)} (${p.sum}). Please check these cells.`,
  'import.fault.place_incomplete': (p) => `“${p.header}” is there without “${p.other}”. Give both or neither.`,
  'import.fault.zone_unknown': (p) => `There is no time zone “${p.value}”. In Vietnam write Asia/Ho_Chi_Minh.`,
  'import.fault.file_empty': () =>
    'The file holds no row of data yet, only the headers and examples of the template. Fill in your lists, then upload it.',
  'import.fault.organisation_ended': (p) =>
    `“${p.organisation}” ended after ${viDay(p.to)}, and ${p.branches.length === 0 ? 'this branch still belongs to it' : `${quoted(p.branches)} still stand below it`}. Name an organisation that is there, or add a row to “Organisations” that is valid from the next day.`,
  'import.fault.organisation_begins_later': (p) =>
    `“${p.organisation}” begins on ${viDay(p.from)}, and ${p.branches.length === 0 ? 'this branch belongs to it already' : `${quoted(p.branches)} stand below it already`}. Name an organisation that is there, or add a row to “Organisations” that is valid before.`,
  'import.fault.committee_differs': (p) =>
    `This file is of the committee “${p.value}”, but the data in use are of “${p.known}”. Choose the right file, or correct the code if it was mistyped.`,
  'import.question_rows': (p) => `This is about ${p.count} cells of the column: rows ${someRows(p)}.`,
  'import.question.csv_encoding': (p) =>
    `The CSV file does not tell its encoding. It was read as ${ENCODING_NAMES[p.encoding].en}: “${p.sample}”. If that is right, choose this encoding; otherwise choose another and look again.`,
  'import.question.csv_table': (p) =>
    `The headers of the CSV file fit several sheets: ${quoted(p.fits.map((table) => TABLES[table].name.en))}. Choose which one this list is.`,
  'import.question.archives': (p) =>
    `The file lacks ${p.counts.map(({ register, count }) => `${count} ${REGISTERS.en[register]}`).join(', ')} in use: ${p.names.join('; ')}${p.total > p.names.length ? '; …' : ''}. If you confirm, these ${p.total} go out of use; what is known of them stays. If the file is a part of the lists only, choose “Add and change only”.${p.isTyped ? ` If they are to go, type ${p.total}.` : ''}`,
  'import.question.archives_duties': (p) =>
    `What goes out of use still has something ahead: ${p.hits.map(enHit).join('; ')}. If you confirm, calendars and plans of those months stay until you update them: open the calendar of each month and find somebody else. If this is a mistake, keep the rows in the file.`,
  'import.question.absence_over_duties': (p) =>
    `Absences of the file lie over ${p.total} published visits: ${p.examples.map(enDuty).join('; ')}${p.total > p.examples.length ? '; …' : ''}. If you confirm, the absences are recorded and the visits stay: find somebody else on the page of the month. If the days are wrong, correct them in the file.`,
  'import.question.holiday_over_duties': (p) =>
    `Holidays of the file lie over ${p.total} published visits: ${p.examples.map(enDuty).join('; ')}${p.total > p.examples.length ? '; …' : ''}. If you confirm, the holidays are recorded and the visits stay: tell these people if the branch moves its meeting. If the days are wrong, correct them in the file.`,
  'import.question.zone_over_duties': (p) =>
    `The time zone changes from ${p.from} to ${p.to} while ${p.total} visits are published. If you confirm, meetings keep the hour that is written (19:30 stays 19:30), now in the new zone. If it is not to change, write ${p.from} at “Time zone” again.`,
  'import.question.code_changed': (p) =>
    `The same name under another code: ${p.examples.map(({ name, from, to }) => `${name} (${from} → ${to})`).join('; ')}. If you confirm, the old code goes out of use and the new one is something new, without history. If it is the same, write the old code in the file.`,
  'import.question.day_in_future': (p) =>
    `The column “${p.header}” has days after today (${viDay(p.today)}), although this sheet tells of what is over. If you confirm, they are imported as they stand. If they were mistyped, correct them in the file and upload it again.`,
  'import.question.one_person': (p) =>
    `One person may stand here twice: ${enTwins(p.examples)}. If you confirm, they are imported as different people, each with duties of their own. If it is one person, delete a row in the file and upload it again.`,
  'import.question.one_branch': (p) =>
    `One branch may stand here twice: ${enTwins(p.examples)}. If you confirm, they are imported as different branches. If it is one branch, delete a row in the file and upload it again.`,
  'import.question.organisation_gap': (p) =>
    `No row of “${p.organisation}” is valid from ${viDay(p.from)} to ${viDay(p.to)}. If you confirm, the organisation has no name on those days. If that is wrong, make the days of validity follow each other.`,
  'import.question.organisation_ends': (p) =>
    `“${p.organisation}” ends after ${viDay(p.to)} and no row follows, while branches belong to it. If you confirm, they have no organisation after that day. If its new name is known, add a row that is valid from the next day.`,
  'import.question.days_swapped': (p) =>
    `Excel seems to have swapped day and month in the column “${p.header}”: no true date lies after the 12th, and the dates that stayed texts can be read in one way only. For example ${enTwoDays(p.examples)}. Choose whether they are read as they show or the other way round; or correct the column in the file, written as 03/12/2020.`,
  'import.question.days_month_first': (p) =>
    `The column “${p.header}” has the month first. If you confirm, all of it is read so: ${p.examples.map(({ at, read }) => `${at} as ${read}, day first`).join('; ')}. If that is wrong, correct these cells in the file: day, month, year, as in 03/12/2020.`,
  'import.question.days_ambiguous': (p) =>
    `The column “${p.header}” has dates that can be read in two ways: ${enTwoDays(p.examples)}. Choose whether day or month comes first; or write both digits in the file, as in 03/12/2020.`,
  'import.question.zone_unusual': (p) =>
    `The clocks of ${p.zone} differ from those of Vietnam. Once confirmed, the committee’s days and hours are counted in that zone. In Vietnam, write Asia/Ho_Chi_Minh.`,
  'import.question.named_as_worked': (p) =>
    `The name “${p.name}” says that offices work on this day, but “Kind of day” says that it is free. Once confirmed, it is a day off. If it is worked, set its kind to “Worked in exchange” and upload the file again.`,
  'import.question.worked_on_workday': (p) =>
    `${enDay(p.day)} is neither a Saturday nor a Sunday, yet it is to be worked in exchange. Once confirmed, it is a working day even on a holiday. If the date is mistyped, correct it in the file and upload it again.`,
  'import.question.rows_hidden': (p) =>
    `${p.count} rows of the sheet “${p.sheet}” are hidden${p.filtered ? ' by a filter' : ''} (rows ${p.rows}). Choose to import them as well, or to leave them out as if they were not there.`,
  'import.question.rows_struck': (p) =>
    `${p.count} rows of the sheet “${p.sheet}” are crossed out (rows ${p.rows}). Choose to import them as well, or to leave them out as if they were not there.`,
  'import.question.cells_unseen': (p) =>
    `${p.count} cells of the sheet “${p.sheet}” have a text that nobody sees, because of white letters or the format of the cell: ${p.cells.join(', ')}${p.count > p.cells.length ? ', …' : ''}. If you confirm, they are imported all the same. If they should not be, delete what they hold and upload the file again.`,
  'import.question.column_hidden': (p) =>
    `The column “${p.header}” (${p.column}) is hidden and holds data in ${p.count} cells. If you confirm, it is imported all the same. If it should not be, delete its data and upload the file again.`,
  'import.question.sheet_hidden': (p) =>
    `The sheet “${p.sheet}” is hidden and holds ${p.rows} rows. If you confirm, it is imported all the same. If it should not be, delete it and upload the file again.`,
  'import.question.sheet_hidden_unknown': (p) =>
    `The hidden sheet “${p.sheet}” is not in the template. If you confirm, it is left out. If it should be imported, show it and name it as in the template.`,
  'import.question.example_changed': (p) =>
    `Sheet “${p.sheet}”: row ${p.rows} still has the template’s example note, but was written over. Choose to import it, or to leave it out as an example.`,
  'import.question.letters_garbled': (p) =>
    `The column “${p.header}” has texts ${GARBLINGS[p.garbling].en}: “${p.value}” is read as “${p.reading}”. Choose to import them so, or to keep them as they stand in the file.`,
  'import.question.rows_beside': (p) =>
    `The sheet “${p.sheet}” has ${p.count} rows that are no data: ${p.examples.map(({ row, text }) => `row ${row} “${text}”`).join('; ')}${p.count > p.examples.length ? '; …' : ''}. If you confirm, they are not imported. If they are data, fill the required columns and upload the file again.`,
  'import.question.points_as_share': (p) =>
    `Column “${p.header}” holds points of a hundred, yet some are one or less, such as ${enNumber(p.read)}. Choose to keep ${enNumber(p.read)} points as written, or the other reading: a share, which makes ${enNumber(p.other)} points.`,
  'import.question.number_as_text': (p) =>
    `The column “${p.header}” has texts that Excel keeps as numbers, such as “${p.example}”. If you confirm, they are imported as they show. If Excel dropped leading zeros or turned 2E5 into 200000, format the column as Text and type them again.`,
  'import.question.mail_unlikely': (p) =>
    `The column “${p.header}” has addresses that were probably mistyped: ${p.examples.map(({ at, read, likely }) => `${at} has ${read}, probably ${likely}`).join('; ')}. Choose to keep them as written, or the other reading: the addresses that are probably right.`,
  'import.question.absence_long': (p) =>
    `Absences are longer than a year (${p.examples.join('; ')}). If you confirm, they are imported as they stand. If a year was mistyped, correct it in the file and upload it again.`,
  'import.question.letters_strange': (p) =>
    `The column “${p.header}” has signs inside of words, such as “${p.example}”, which may be letters of an old font or table. If you confirm, they are imported as they show. If letters are wrong, type them again in the file and upload it again.`,
  'import.question.serial_day': (p) =>
    `The column “${p.header}” has days as the numbers of a spreadsheet (${p.value} is ${enDay(p.example)}). If you confirm, the numbers are read as such days. If that day is wrong, format the column as Date in the spreadsheet and save it again.`,
  'import.question.year_implausible': (p) =>
    `The column “${p.header}” has years that are hard to believe (${p.examples.join('; ')}). If you confirm, these dates are imported as they stand. If a year was mistyped, correct it in the file and upload it again.`,
};

export const importMessages = defineMessages({ ...vi }, { ...en });

/** The sentence for a fault of an import file: what is wrong and what to do about it. */
export function faultSentence(fault: ImportFault, locale: Locale): string {
  const { code, params, ...place } = fault;
  const sentence = importMessages[locale][`import.fault.${code}`] as (facts: object) => string;
  return sentence({ ...revealed(place), ...params });
}

/** The sentence for a question: what was found, what confirming does, and what else can be done. */
export function questionSentence(question: ImportQuestion, locale: Locale): string {
  const { code, params, ...place } = question;
  const texts = importMessages[locale];
  const sentence = texts[`import.question.${code}`] as (facts: object) => string;
  const asked = sentence({ ...revealed(place), ...params });
  return place.count > 1 ? `${asked} ${texts['import.question_rows'](place)}` : asked;
}

/** The facts of a place with invisible characters in its value shown by name. */
function revealed<P extends ImportPlace>(place: P): P {
  return place.value === null ? place : { ...place, value: revealedText(place.value) };
}

export function sentencesIn(locale: Locale): ImportSentences {
  return {
    fault: (fault) => faultSentence(fault, locale),
    question: (question) => questionSentence(question, locale),
  };
}
