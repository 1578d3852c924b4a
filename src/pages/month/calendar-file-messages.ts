import { defineMessages } from '../../platform/i18n/messages.ts';

/** Texts of a month's calendar as a workbook. */
export const calendarFileMessages = defineMessages(
  {
    'calendar_file.title': (p: { month: string }) => `Lịch họp tháng ${p.month} bằng tệp Excel`,
    'calendar_file.open': 'Tệp Excel',
    'calendar_file.name': (p: { month: string }) => `Lịch họp ${p.month}`,
    'calendar_file.download': 'Tải lịch về',
    'calendar_file.download_text':
      'Mỗi dòng một cuộc họp. Sửa loại, ngày, giờ, số phút, nơi họp, ghi chú; ghi “có” ở cột “Đã hủy” để hủy. Thêm cuộc mới ở dòng cuối, để trống “Mã cuộc họp”.',
    'calendar_file.upload': 'Tải tệp lên',
    'calendar_file.upload_text':
      'Chỉ thêm và sửa: cuộc họp không có trong tệp vẫn giữ nguyên. Có lỗi thì không nhập dòng nào. Các cuộc đã sửa lấy lại được ở cuối trang lịch tháng.',
    'calendar_file.file': 'Tệp Excel (.xlsx)',
    'calendar_file.send': 'Nhập vào lịch',
    'calendar_file.closed': 'Phân công tháng này đã công bố nên chỉ tải về được.',
    'calendar_file.no_file': 'Chưa chọn tệp. Hãy chọn tệp Excel (.xlsx) rồi tải lên.',
    'calendar_file.done': (p: { added: number; changed: number; unchanged: number }) =>
      `Đã nhập: thêm ${p.added}, sửa ${p.changed} cuộc họp; ${p.unchanged} cuộc như cũ.`,
    'calendar_file.nothing': (p: { count: number }) =>
      `Tệp giống hệt lịch hiện nay (${p.count} cuộc họp) nên không có gì thay đổi.`,
    'calendar_file.faults': (p: { count: number }) => `Tệp còn ${p.count} lỗi nên chưa nhập dòng nào`,
    'calendar_file.row': 'Dòng',
    'calendar_file.column': 'Cột',
    'calendar_file.value': 'Giá trị',
    'calendar_file.wrong': 'Cần sửa',
    'calendar_file.fault.no_sheet':
      'Không thấy trang nào có cột “Mã chi bộ” và “Ngày họp”. Hãy dùng tệp tải về từ trang này.',
    'calendar_file.fault.no_column': 'Thiếu cột này. Hãy dùng tệp tải về từ trang này.',
    'calendar_file.fault.empty': 'Không được để trống. Hãy điền vào.',
    'calendar_file.fault.not_a_kind': 'Hãy ghi thường kỳ, chuyên đề hoặc kết hợp.',
    'calendar_file.fault.not_a_day': 'Hãy ghi ngày có thật, ví dụ 03/12/2020.',
    'calendar_file.fault.not_a_time': 'Hãy ghi giờ, ví dụ 19:30.',
    'calendar_file.fault.not_minutes': 'Hãy ghi số phút từ 15 đến 600.',
    'calendar_file.fault.too_long': 'Quá dài. Hãy viết ngắn lại.',
    'calendar_file.fault.not_yes_or_no': 'Hãy ghi “có”, hoặc để trống.',
    'calendar_file.fault.unknown_meeting': 'Lịch tháng không có cuộc họp này. Để trống ô để thêm cuộc mới.',
    'calendar_file.fault.other_branch': 'Cuộc họp này là của chi bộ khác. Hãy để mã chi bộ như trong tệp tải về.',
    'calendar_file.fault.unknown_branch': 'Không có chi bộ đang dùng với mã này. Hãy kiểm tra trong danh bạ.',
    'calendar_file.fault.outside_month': 'Ngày này không thuộc tháng của lịch. Hãy chọn một ngày trong tháng.',
    'calendar_file.fault.listed_twice': 'Cuộc họp này có ở hai dòng. Hãy bỏ bớt một dòng.',
    'calendar_file.fault.changed_since':
      'Cuộc họp này đã được sửa sau khi tải tệp về. Hãy tải lịch về lại rồi sửa dòng này trong tệp mới.',
  },
  {
    'calendar_file.title': (p) => `Meetings of ${p.month} as an Excel file`,
    'calendar_file.open': 'Excel file',
    'calendar_file.name': (p) => `Meetings ${p.month}`,
    'calendar_file.download': 'Download the calendar',
    'calendar_file.download_text':
      'One row for each meeting. Change kind, day, time, minutes, place or note; write “yes” under “Cancelled” to cancel one. Add new ones at the end, with “Meeting” left empty.',
    'calendar_file.upload': 'Upload a file',
    'calendar_file.upload_text':
      'It only adds and changes: meetings that are not in the file stay. With a fault nothing is imported. Changed meetings can be taken back at the foot of the month’s calendar.',
    'calendar_file.file': 'Excel file (.xlsx)',
    'calendar_file.send': 'Import into the calendar',
    'calendar_file.closed': 'The plan of this month is published, so the calendar can only be downloaded.',
    'calendar_file.no_file': 'No file was chosen. Choose an Excel file (.xlsx), then upload it.',
    'calendar_file.done': (p) => `Imported: ${p.added} added, ${p.changed} changed; ${p.unchanged} as before.`,
    'calendar_file.nothing': (p) =>
      `The file says what the calendar says (${p.count} meetings), so nothing has changed.`,
    'calendar_file.faults': (p) =>
      p.count === 1
        ? 'The file has 1 fault, so nothing was imported'
        : `The file has ${p.count} faults, so nothing was imported`,
    'calendar_file.row': 'Row',
    'calendar_file.column': 'Column',
    'calendar_file.value': 'Value',
    'calendar_file.wrong': 'To be corrected',
    'calendar_file.fault.no_sheet': 'No sheet has the columns “Branch code” and “Day”. Use the file downloaded here.',
    'calendar_file.fault.no_column': 'This column is missing. Use the file downloaded here.',
    'calendar_file.fault.empty': 'It must not be empty. Fill it in.',
    'calendar_file.fault.not_a_kind': 'Write regular, thematic or combined.',
    'calendar_file.fault.not_a_day': 'Write a real day, such as 03/12/2020.',
    'calendar_file.fault.not_a_time': 'Write a time, such as 19:30.',
    'calendar_file.fault.not_minutes': 'Write 15 to 600 minutes.',
    'calendar_file.fault.too_long': 'Too long. Write less.',
    'calendar_file.fault.not_yes_or_no': 'Write “yes”, or leave it empty.',
    'calendar_file.fault.unknown_meeting': 'The month has no such meeting. Leave the cell empty to add a new one.',
    'calendar_file.fault.other_branch': 'The meeting belongs to another branch. Leave the code as it was downloaded.',
    'calendar_file.fault.unknown_branch': 'No branch in use has this code. Look it up in the directory.',
    'calendar_file.fault.outside_month': 'The day is not of this month. Choose a day of the month.',
    'calendar_file.fault.listed_twice': 'This meeting stands in two rows. Leave one of them out.',
    'calendar_file.fault.changed_since':
      'The meeting was changed after the file was downloaded. Download it again and change this row there.',
  },
);
