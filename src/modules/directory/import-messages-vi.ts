import { TABLES } from './domain/import/format.ts';
import {
  ENCODING_NAMES,
  GARBLINGS,
  letterIn,
  quoted,
  REGISTERS,
  someRows,
  viDay,
  viDuty,
  viHit,
  viNear,
  viNumber,
  viTwins,
  viTwoDays,
  type ImportTexts,
  severalDays,
} from './import-sentence-parts.ts';

export const vietnamese: ImportTexts = {
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
    'Thiếu địa chỉ thư điện tử: không có thì người này không nhận được phân công và không đăng nhập được. Hãy ghi địa chỉ mà người này đọc thư; nếu chưa có, hãy ghi số điện thoại để gửi tin nhắn, hoặc tạm để người này ngoài danh sách.',
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
  'import.fault.not_a_telephone': () =>
    'Đây không phải số điện thoại. Hãy ghi ở dạng văn bản, ví dụ 0912 345 678; số gõ dạng số mất chữ số 0 ở đầu.',
  'import.fault.mails_several': (p) =>
    `Ô có nhiều địa chỉ: ${p.addresses.join('; ')}. Mỗi người nhận thư và đăng nhập ở một địa chỉ: hãy chỉ để lại địa chỉ mà người này đọc thư.`,
  'import.fault.not_a_number': (p) =>
    `“${p.value}” không phải là số.${p.near === null ? '' : ` Có phải là ${viNumber(p.near)}?`} Hãy chỉ ghi chữ số, phần lẻ sau dấu phẩy.`,
  'import.fault.place_in_one_cell': (p) =>
    `Ô có cả vĩ độ và kinh độ. Hãy ghi ${viNumber(p.lat)} vào cột vĩ độ và ${viNumber(p.lng)} vào cột kinh độ.`,
  'import.fault.ditto': (p) =>
    `“${p.value}” có lẽ nghĩa là như ô trên${p.above === null ? '' : `, tức “${p.above}”`}. Hãy ghi đầy đủ nội dung vào ô này.`,
  'import.fault.number_ambiguous': (p) =>
    `“${p.value}” có thể hiểu là ${p.readings.map(viNumber).join(' hoặc ')}. Hãy ghi không có dấu ngăn hàng nghìn, phần lẻ sau dấu phẩy.`,
  'import.fault.number_shown_otherwise': (p) =>
    `Định dạng của ô làm số hiện thành “${p.value}”, khác với số được lưu. Hãy định dạng ô là Chung rồi gõ lại số.`,
  'import.fault.percent_unexpected': (p) =>
    `“${p.value}” là tỷ lệ phần trăm, nhưng “${p.header}” không phải tỷ lệ. Hãy ghi số, không có dấu %.`,
  'import.fault.not_whole': (p) => `“${p.value}” phải là số nguyên. Hãy bỏ phần lẻ.`,
  'import.fault.out_of_range': (p) =>
    `“${p.value}” nằm ngoài khoảng cho phép, từ ${viNumber(p.least)} đến ${viNumber(p.most)}. Hãy kiểm tra lại.`,
  'import.fault.not_a_day': (p) =>
    severalDays(p.value)
      ? `“${p.value}” là nhiều ngày. Mỗi ô chỉ ghi một ngày, dạng 03/12/2020; nếu là nhiều ngày, hãy ghi mỗi ngày một dòng.`
      : `“${p.value}” không phải là ngày. Hãy ghi dạng ngày/tháng/năm, ví dụ 03/12/2020.`,
  'import.fault.day_impossible': (p) => `Không có ngày “${p.value}”. Hãy kiểm tra ngày, tháng, năm.`,
  'import.fault.day_ambiguous': (p) =>
    `“${p.value}” có thể là ngày ${p.readings.map(viDay).join(' hoặc ')}. Hãy ghi đủ hai chữ số cho ngày và tháng, ví dụ 03/12/2020.`,
  'import.fault.day_with_time': (p) => `Ô chỉ nhận ngày nhưng có cả giờ (${p.value}). Hãy bỏ phần giờ.`,
  'import.fault.day_buddhist': (p) =>
    `“${p.value}” có năm tính theo Phật lịch. Hãy ghi năm dương lịch${p.likely === null ? '' : `; theo cách Excel tính Phật lịch, ngày này là ${viDay(p.likely)}`}.`,
  'import.fault.day_lunar': (p) =>
    `“${p.value}” là ngày âm lịch. Hãy tra ra ngày dương lịch và ghi dạng ngày/tháng/năm, ví dụ 03/12/2020.`,
  'import.fault.time_with_end': (p) =>
    `“${p.value}” có cả giờ bắt đầu và giờ kết thúc. Ô này chỉ ghi một giờ: ${p.from} là lúc bắt đầu, ${p.to} là lúc kết thúc.`,
  'import.fault.time_without_hour': (p) =>
    `“${p.value}” chưa nói mấy giờ. Hãy ghi giờ theo 24 giờ, dạng 19:30; buổi này thường từ ${p.from} đến ${p.to}.`,
  'import.fault.not_a_time': (p) => `“${p.value}” không phải là giờ trong ngày. Hãy ghi dạng 19:30.`,
  'import.fault.not_yes_or_no': (p) => `“${p.value}” không rõ là có hay không. Hãy ghi “có” hoặc “không”.`,
  'import.fault.not_a_choice': (p) =>
    `“${p.value}” không có trong danh sách.${viNear(p.near)} Hãy chọn một trong các giá trị: ${quoted(p.choices)}.`,
  'import.fault.meeting_day_malformed': (p) =>
    `Không đọc được “${p.value}” là ngày họp hằng tháng. Hãy ghi một ngày từ 1 đến 31, hoặc thứ và tuần: T3/2 (thứ Ba tuần thứ 2), T6 cuối (thứ Sáu cuối tháng).`,
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
  'import.fault.not_a_month': (p) => `“${p.value}” không phải là tháng. Hãy ghi tháng dạng 12/2020.`,
  'import.fault.weekly_long': (p) =>
    `Lịch bận hằng tuần ghi nhiều nhất ${p.most} ngày, tính cả ngày đầu. Hãy chọn ngày cuối sớm hơn.`,
  'import.fault.weekly_none': () => 'Trong khoảng này không có ngày thứ đã ghi. Hãy sửa thứ, hoặc một trong hai ngày.',
  'import.fault.pairing_one_person': () => 'Hai người phải khác nhau. Hãy sửa mã của một người.',
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
  'import.question.conflicts_gone': (p) =>
    `Tệp không còn ${p.total} xung đột lợi ích đang ghi trong danh bạ: ${p.examples.map(({ person, branch }) => `${person}, ${branch}`).join('; ')}${p.total > p.examples.length ? '; …' : ''}. Nếu xác nhận, các xung đột này bị xóa và những người đó có thể được cử dự chi bộ đó. Nếu không, hãy ghi lại chúng vào trang “${p.sheet}” của tệp, hoặc chọn “Chỉ thêm và sửa”.`,
  'import.question.conflicts_told': (p) =>
    `Tệp ghi lý do hoặc ngày hết của ${p.total} xung đột lợi ích khác với điều chuyên viên đã tự báo: ${p.examples.map(({ person, branch }) => `${person}, ${branch}`).join('; ')}${p.total > p.examples.length ? '; …' : ''}. Nếu xác nhận, các xung đột này giữ như chuyên viên đã báo. Nếu tệp mới đúng, hãy sửa từng mục ở trang Xung đột lợi ích.`,
  'import.question.addresses_gone': (p) =>
    `Không còn thư điện tử của ${p.total} người: ${p.names.join('; ')}${p.total > p.names.length ? '; …' : ''}. Nếu xác nhận, những người này không đăng nhập được nữa và chỉ nhận được tin nhắn, nếu cấp ủy có cổng tin nhắn. Nếu không, hãy ghi lại địa chỉ của họ.`,
  'import.question.absence_over_duties': (p) =>
    `Lịch bận trong tệp trùng ${p.total} lượt dự đã công bố: ${p.examples.map(viDuty).join('; ')}${p.total > p.examples.length ? '; …' : ''}. Nếu xác nhận, lịch bận được ghi và các lượt dự vẫn giữ nguyên: hãy tìm người thay ở trang của tháng. Nếu nhầm ngày, hãy sửa trong tệp.`,
  'import.question.holiday_over_duties': (p) =>
    `Ngày lễ trong tệp trùng ${p.total} lượt dự đã công bố: ${p.examples.map(viDuty).join('; ')}${p.total > p.examples.length ? '; …' : ''}. Nếu xác nhận, ngày lễ được ghi và các lượt dự vẫn giữ nguyên: hãy báo cho những người này nếu chi bộ dời lịch. Nếu nhầm ngày, hãy sửa trong tệp.`,
  'import.question.zone_over_duties': (p) =>
    `Múi giờ đổi từ ${p.from} sang ${p.to} trong khi có ${p.total} lượt dự đã công bố. Nếu xác nhận, giờ họp đã ghi giữ nguyên con số (19:30 vẫn là 19:30) nhưng hiểu theo múi giờ mới; người được phân công nhận thư và lời mời lịch đã sửa. Nếu không định đổi, hãy ghi lại ${p.from} ở mục “Múi giờ”.`,
  'import.question.code_changed': (p) =>
    `Cùng tên nhưng khác mã: ${p.examples.map(({ name, from, to }) => `${name} (${from} → ${to})`).join('; ')}. Nếu xác nhận, mã cũ ngừng dùng và mã mới là mục mới, không có lịch sử. Nếu vẫn là một, hãy ghi lại mã cũ trong tệp.`,
  'import.question.day_in_future': (p) =>
    `Cột “${p.header}” có ngày sau hôm nay (${viDay(p.today)}), trong khi trang này ghi những việc đã qua. Nếu xác nhận, các ngày này được nhập như đã ghi. Nếu gõ nhầm, hãy sửa trong tệp rồi tải lên lại.`,
  'import.question.one_person': (p) =>
    `Có thể một người được ghi hai lần: ${viTwins(p.examples)}. Nếu xác nhận, họ được nhập thành những người khác nhau, mỗi người nhận phân công riêng. Nếu là một người, hãy xóa bớt dòng trong tệp rồi tải lên lại.`,
  'import.question.one_branch': (p) =>
    `Có thể một chi bộ được ghi hai lần: ${viTwins(p.examples)}. Nếu xác nhận, chúng được nhập thành những chi bộ khác nhau. Nếu là một chi bộ, hãy xóa bớt dòng trong tệp rồi tải lên lại.`,
  'import.question.place_far': (p) =>
    `Tọa độ cách hơn 100 km so với các nơi khác: ${p.examples.map(({ at, name }) => `${at} (${name})`).join('; ')}. Nếu xác nhận, quãng đường được tính theo tọa độ này. Nếu gõ nhầm, hãy sửa lại tọa độ, hoặc để trống thì không tính quãng đường.`,
  'import.question.secretary_visits': (p) =>
    `Thư điện tử của bí thư cũng là của chuyên viên: ${p.examples.map(({ person, branch }) => `${person}, bí thư ${branch}`).join('; ')}. Nếu xác nhận, người này vẫn có thể được cử dự chi bộ mình làm bí thư. Nếu không, hãy ghi chi bộ đó vào “Chi bộ đang sinh hoạt” hoặc “Xung đột lợi ích” của người đó.`,
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
    `Tên “${p.name}” nói ngày này đi làm, nhưng cột “Loại ngày” không ghi “Làm bù”. Nếu xác nhận, ngày này được nghỉ. Nếu đi làm, hãy sửa loại ngày trong tệp thành “Làm bù” rồi tải lên lại.`,
  'import.question.worked_on_workday': (p) =>
    `Ngày ${viDay(p.day)} không phải thứ Bảy, Chủ nhật mà ghi là làm bù. Nếu xác nhận, ngày này là ngày làm việc dù có trùng ngày lễ. Nếu gõ nhầm ngày, hãy sửa trong tệp rồi tải lên lại.`,
  'import.question.rows_hidden': (p) =>
    `Trang tính “${p.sheet}” có ${p.count} dòng đang ẩn${p.filtered ? ' do bộ lọc' : ''} (dòng ${p.rows}). Hãy chọn nhập cả các dòng này, hoặc bỏ qua chúng như thể không có trong tệp.`,
  'import.question.rows_struck': (p) =>
    `Trang tính “${p.sheet}” có ${p.count} dòng bị gạch ngang (dòng ${p.rows}). Hãy chọn nhập cả các dòng này, hoặc bỏ qua chúng như thể không có trong tệp.`,
  'import.question.cells_struck': (p) =>
    `Cột “${p.header}” có ô bị gạch ngang: ${p.at} ghi “${p.text}”, ${p.left === null ? 'gạch tất cả' : `không gạch chỉ còn “${p.left}”`}. Hãy chọn nhập cả chữ bị gạch, hoặc chỉ nhập phần không bị gạch.`,
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
  'import.question.points_of_ten': (p) =>
    `Cột “${p.header}” ghi điểm theo thang 100 nhưng không có số nào quá 10, ví dụ ${viNumber(p.read)}. Hãy chọn giữ ${viNumber(p.read)} điểm như đã ghi, hoặc đọc theo cách khác: là điểm thang 10, tức ${viNumber(p.other)} điểm.`,
  'import.question.code_like_day': (p) =>
    `Cột “${p.header}” có mã giống ngày tháng, ví dụ “${p.example}”: có lẽ bảng tính đã đổi mã, như 3-12 thành 03-Dec. Nếu xác nhận, được nhập đúng như đang hiện. Nếu mã đã bị đổi, hãy gõ lại mã với định dạng Văn bản.`,
  'import.question.people_several': (p) =>
    `Cột “${p.header}” có ô có lẽ ghi nhiều người, ví dụ “${p.example}”. Nếu xác nhận, được nhập thành tên của một người. Nếu là nhiều người, hãy ghi mỗi người một dòng, hoặc chỉ giữ một tên.`,
  'import.question.name_with_more': (p) =>
    `Cột “${p.header}” có ô ghi thêm ngoài họ tên, ví dụ “${p.example}”: số, cách xưng hô hoặc ghi chú. Nếu xác nhận, được nhập đúng như đã ghi, và in ra như vậy. Nếu không, hãy chỉ giữ họ tên rồi tải lên lại.`,
  'import.question.hour_unusual': (p) =>
    `Cột “${p.header}” có giờ họp trước 6 giờ sáng: ${p.examples.map(({ at, time }) => `${at} là ${time}`).join('; ')}. Nếu xác nhận, được nhập như vậy. Nếu là buổi chiều, hãy ghi giờ theo 24 giờ, ví dụ 13:30.`,
  'import.question.placeholder': (p) =>
    `Cột “${p.header}” có ô mà có lẽ ý là chưa có gì: ô ${p.column}${p.row} ghi “${p.example}”. Hãy chọn giữ như đã ghi, hoặc coi là ô trống.`,
  'import.question.placeholder_required': (p) =>
    `Cột “${p.header}” có ô mà có lẽ ý là chưa có gì: ô ${p.column}${p.row} ghi “${p.example}”. Nếu xác nhận, được nhập đúng như đã ghi. Nếu chưa có, hãy điền nội dung thật rồi tải lên lại.`,
  'import.question.number_as_text': (p) =>
    `Cột “${p.header}” có nội dung mà Excel lưu thành số, ví dụ “${p.example}”. Nếu xác nhận, được nhập đúng như đang hiện. Nếu Excel đã làm mất số 0 ở đầu hoặc đổi dạng (2E5 thành 200000), hãy định dạng cột là Văn bản rồi gõ lại.`,
  'import.question.mail_unlikely': (p) =>
    `Cột “${p.header}” có địa chỉ có lẽ gõ nhầm: ${p.examples.map(({ at, read, likely }) => `${at} ghi ${read}, có lẽ là ${likely}`).join('; ')}. Hãy chọn giữ như đã ghi, hoặc đọc theo cách khác: là địa chỉ có lẽ đúng.`,
  'import.question.absence_long': (p) =>
    `Có lịch bận dài hơn một năm (${p.examples.join('; ')}). Nếu xác nhận, được nhập như đã ghi. Nếu gõ nhầm năm, hãy sửa trong tệp rồi tải lên lại.`,
  'import.question.findings_repeated': (p) =>
    `Trang tính “${p.sheet}” có phát hiện ghi lặp, giống hệt một dòng ở trên: ${p.examples.map(([first, again]) => `dòng ${again} giống dòng ${first}`).join('; ')}. Hãy chọn nhập cả các dòng lặp, hoặc bỏ qua chúng như thể không có trong tệp.`,
  'import.question.letters_strange': (p) =>
    `Cột “${p.header}” có ký hiệu lạ ở giữa chữ, ví dụ “${p.example}”: có lẽ là chữ của phông hay bảng mã cũ. Nếu xác nhận, được nhập đúng như đang hiện. Nếu chữ đã sai, hãy gõ lại trong tệp rồi tải lên lại.`,
  'import.question.serial_day': (p) =>
    `Cột “${p.header}” ghi ngày bằng số thứ tự của bảng tính (${p.value} là ngày ${viDay(p.example)}). Nếu xác nhận, các số được đọc thành ngày như vậy. Nếu ngày đó không đúng, hãy định dạng cột là Ngày trong bảng tính rồi lưu lại.`,
  'import.question.day_unseen': (p) =>
    `Cột “${p.header}” có ô chỉ hiện một phần của ngày: ô ${p.column}${p.row} lưu ngày ${viDay(p.example)}. Nếu xác nhận, ngày được nhập như đã lưu. Gõ 30/4 thì bảng tính tự thêm năm lúc gõ: nếu năm sai, hãy gõ lại đủ ngày, tháng, năm.`,
  'import.question.number_rounded': (p) =>
    `Cột “${p.header}” có số hiện khác số đã lưu: ô ${p.column}${p.row} hiện “${p.value}” nhưng lưu ${viNumber(Number(p.example))}. Nếu xác nhận, số đã lưu được nhập. Nếu số đang hiện mới đúng, hãy gõ lại số đó.`,
  'import.question.year_implausible': (p) =>
    `Cột “${p.header}” có năm khó tin (${p.examples.join('; ')}). Nếu xác nhận, các ngày này được nhập như đã ghi. Nếu gõ nhầm năm, hãy sửa trong tệp rồi tải lên lại.`,
};
