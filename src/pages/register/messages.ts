import { defineMessages } from '../../platform/i18n/messages.ts';

export const registerPageMessages = defineMessages(
  {
    'register.list.branches': 'Chi bộ',
    'register.list.specialists': 'Chuyên viên',
    'register.list.departments': 'Ban, cơ quan',
    'register.list.organisations': 'Tổ chức',
    'register.list.conflicts': 'Xung đột lợi ích',
    'register.list.fields': 'Lĩnh vực',
    'register.list.branchTypes': 'Loại chi bộ',
    'register.head.departments': 'Ban, cơ quan',
    'register.head.organisations': 'Tổ chức',
    'register.head.conflicts': 'Chuyên viên',
    'register.head.fields': 'Lĩnh vực',
    'register.head.branchTypes': 'Loại chi bộ',
    'register.lead.departments': 'Các ban, cơ quan cử người đi dự sinh hoạt chi bộ.',
    'register.lead.organisations': 'Cây tổ chức đảng hôm nay; mỗi tổ chức giữ các tên gọi theo thời gian.',
    'register.lead.conflicts':
      'Những chi bộ mà một người không được phân công dự, ngoài chi bộ đang sinh hoạt và chi bộ nơi cư trú.',
    'register.lead.fields': 'Các lĩnh vực mà chi bộ có thể còn hạn chế và chuyên viên có thể phụ trách.',
    'register.lead.branchTypes': 'Các loại hình chi bộ.',
    'register.stays.organisations':
      'Tổ chức không xóa được, vì các tháng trước còn tính theo nó. Muốn kết thúc một tổ chức, hãy mở tổ chức đó, chuyển các chi bộ sang tổ chức khác rồi ghi ngày cuối ở tên gọi sau cùng.',
    'register.new.branches': 'Thêm chi bộ',
    'register.new.specialists': 'Thêm chuyên viên',
    'register.new.departments': 'Thêm ban, cơ quan',
    'register.new.organisations': 'Thêm tổ chức',
    'register.new.conflicts': 'Thêm xung đột lợi ích',
    'register.new.fields': 'Thêm lĩnh vực',
    'register.new.branchTypes': 'Thêm loại chi bộ',
    'register.people': 'Số người',
    'register.branches': 'Số chi bộ',
    'register.branch': 'Chi bộ không được dự',
    'register.reason': 'Lý do',
    'register.uses': 'Đang dùng cho',
    'register.none_yet': 'Chưa có mục nào',

    'register.edit': 'Sửa',
    'register.edit_of': (p: { name: string }) => `Sửa ${p.name}`,
    'register.save': 'Lưu',
    'register.remove': 'Bỏ',
    'register.retire': 'Ngừng dùng',
    'register.retire_of': (p: { name: string }) => `Ngừng dùng ${p.name}`,
    'register.remove_of': (p: { name: string }) => `Bỏ xung đột lợi ích: ${p.name}`,
    'register.restore': 'Dùng lại',
    'register.retired_chip': 'đã ngừng dùng',
    'register.choose': 'Chọn',
    'register.none': 'Không có',
    'register.faults': 'Chưa lưu được',
    'register.questions': 'Hãy xem lại trước khi lưu',
    'register.open_other': 'Mở mục đã ngừng dùng',
    'register.confirm': 'Đúng, lưu như vậy',
    'register.retire_unanswered': 'Hãy xem điều được hỏi bên dưới và đánh dấu, rồi bấm ngừng dùng lần nữa.',
    'register.retire_confirm': 'Đã xem, vẫn ngừng dùng',

    'register.section.name': 'Tên và nơi trực thuộc',
    'register.section.meeting': 'Lịch sinh hoạt',
    'register.section.place': 'Nơi sinh hoạt',
    'register.section.members': 'Đảng viên và chi ủy',
    'register.section.weak': 'Lĩnh vực còn hạn chế',
    'register.section.person': 'Người và nơi công tác',
    'register.section.visits': 'Số lượt mỗi tháng',
    'register.section.own_branches': 'Chi bộ không được phân công dự',
    'register.section.strong': 'Lĩnh vực phụ trách',
    'register.section.start': 'Nơi xuất phát',
    'register.section.conflict': 'Ai không được dự chi bộ nào',
    'register.version.first': 'Tên gọi',
    'register.version.of': (p: { name: string }) => `Tên gọi: ${p.name}`,
    'register.version.next': 'Tên gọi hoặc cấp trên mới',
    'register.version.next_text':
      'Chỉ điền khi tổ chức đổi tên hoặc đổi cấp trên. Ghi ngày bắt đầu của tên mới: tên đang dùng tự hết hiệu lực vào ngày hôm trước.',
    'register.version.remove': 'Bỏ tên gọi này',

    'register.help.fixed': 'Mã không đổi được: mọi dữ liệu khác nhận ra mục này nhờ mã.',
    'register.help.code': 'Không trùng mã khác, không có dấu cách, tối đa 40 ký tự. Sau này không đổi được.',
    'register.help.weights':
      'Mức từ 0 đến 1 (1 là nhiều nhất) cho mỗi lĩnh vực liên quan; để trống các lĩnh vực còn lại.',
    'register.help.no_fields':
      'Danh bạ chưa có lĩnh vực nào. Muốn cử đúng người theo lĩnh vực, hãy thêm ở thẻ Lĩnh vực; chưa có vẫn lưu được.',
    'register.needs': 'Hãy thêm trước',
    'register.needs_text': 'Mục này phải thuộc về những mục chưa có trong danh bạ. Thêm xong, hãy mở lại trang này:',
    'register.help.roll': 'Khi trùng thứ Bảy, Chủ nhật. Ngày lễ luôn được dời.',
    'register.help.parent': 'Tổ chức cấp trên trực tiếp; chỉ cấp ủy cao nhất để trống.',
    'register.help.from': 'Ngày đầu tiên của tên gọi và cấp trên này; để trống nếu có từ trước.',
    'register.help.branch': 'Gõ mã hoặc ký hiệu chi bộ; không phân công người này dự chi bộ đó.',
    'register.help.person': 'Gõ mã chuyên viên; danh sách gợi ý theo tên.',
    'register.help.branch_of_conflict': 'Gõ mã hoặc ký hiệu chi bộ; danh sách gợi ý theo tên.',

    'register.saved': (p: { name: string; months: string }) => `Đã lưu ${p.name}.${viMonths(p.months)}`,
    'register.added': (p: { name: string; months: string }) => `Đã thêm ${p.name}.${viMonths(p.months)}`,
    'register.not_restored':
      'Mục này vừa được sửa ở nơi khác nên chưa được dùng lại. Đây là bản mới nhất: xem lần sửa cuối dưới đây, rồi bấm “Dùng lại” nếu vẫn cần.',
    'register.restored': (p: { name: string; months: string }) => `Đã dùng lại ${p.name}.${viMonths(p.months)}`,
    'register.retired': (p: { name: string; months: string }) =>
      `Đã ngừng dùng. Dữ liệu cũ vẫn giữ, và có thể dùng lại bất cứ lúc nào.${viMonths(p.months)}`,
    'register.removed': 'Đã bỏ. Nếu nhầm, có thể rút lại ở “Các lần thay đổi” trên trang này.',
    'register.unchanged': 'Không có gì thay đổi nên không lưu gì.',

    'register.retire_effect': 'Điều gì sẽ xảy ra',
    'register.members.departments': (p: { count: number }) => `Còn ${p.count} người thuộc ban này`,
    'register.members.fields': (p: { count: number }) => `Còn ${p.count} chi bộ, chuyên viên ghi lĩnh vực này`,
    'register.members.branchTypes': (p: { count: number }) => `Còn ${p.count} chi bộ thuộc loại này`,
    'register.members_todo.departments': 'Hãy chuyển họ sang ban khác hoặc cho họ ngừng dùng trước.',
    'register.members_todo.fields':
      'Hãy bỏ lĩnh vực này ở các mục sau trước. Nếu nhiều: tải danh sách hiện tại về, bỏ lĩnh vực ở các cột, rồi nhập lại tệp.',
    'register.members_todo.branchTypes':
      'Hãy đổi loại của các chi bộ sau trước. Nếu nhiều: tải danh sách hiện tại về, đổi cột loại, rồi nhập lại tệp.',
    'register.retire_visits': (p: { count: number }) => `Còn ${p.count} lượt dự đã công bố`,
    'register.retire_visits_text':
      'Các lượt này giữ nguyên và nằm ở “Chờ tôi” cho đến khi bạn tìm người thay hoặc quyết định giữ.',
    'register.effect.branches':
      'Chi bộ không còn trong danh bạ đang dùng: lịch lập sau này không có cuộc họp của chi bộ và không ai được phân công dự. Các lượt dự, phiếu và số liệu đã có vẫn giữ.',
    'register.effect.specialists':
      'Người này không còn được phân công và không còn vào phần việc của chuyên viên. Các lượt dự, phiếu và số liệu đã có vẫn giữ.',
    'register.effect.departments': 'Ban này không còn trong danh sách chọn. Dữ liệu cũ vẫn giữ.',
    'register.effect.conflicts': 'Sau đó người này có thể được phân công dự chi bộ.',
    'register.effect.fields':
      'Lĩnh vực này không còn trong danh sách chọn, kể cả ở phiếu của các buổi họp từ hôm nay. Phiếu, nội dung ghi nhận và báo cáo đã có vẫn giữ tên lĩnh vực.',
    'register.effect.branchTypes': 'Loại này không còn trong danh sách chọn. Số liệu các tháng trước vẫn giữ.',
    'register.taken_back': (p: { months: string }) => `Đã rút lại.${viMonths(p.months)}`,
  },
  {
    'register.list.branches': 'Branches',
    'register.list.specialists': 'Specialists',
    'register.list.departments': 'Departments',
    'register.list.organisations': 'Organisations',
    'register.list.conflicts': 'Conflicts of interest',
    'register.list.fields': 'Fields',
    'register.list.branchTypes': 'Branch types',
    'register.head.departments': 'Department',
    'register.head.organisations': 'Organisation',
    'register.head.conflicts': 'Specialist',
    'register.head.fields': 'Field',
    'register.head.branchTypes': 'Branch type',
    'register.lead.departments': 'The departments that send people to branch meetings.',
    'register.lead.organisations': 'The tree of organisations today; each keeps the names that it has had.',
    'register.lead.conflicts':
      'Branches to which a person is never assigned, beside their own branch and that of their residence.',
    'register.lead.fields': 'The areas in which a branch can be weak and a specialist strong.',
    'register.lead.branchTypes': 'The kinds of branches.',
    'register.stays.organisations':
      'An organisation is not removed, because earlier months are counted by it. To end one, open it, move its branches to another and write the last day of its last name.',
    'register.new.branches': 'Add a branch',
    'register.new.specialists': 'Add a specialist',
    'register.new.departments': 'Add a department',
    'register.new.organisations': 'Add an organisation',
    'register.new.conflicts': 'Add a conflict of interest',
    'register.new.fields': 'Add a field',
    'register.new.branchTypes': 'Add a branch type',
    'register.people': 'People',
    'register.branches': 'Branches',
    'register.branch': 'Branch not to be visited',
    'register.reason': 'Reason',
    'register.uses': 'Used for',
    'register.none_yet': 'No entry yet',

    'register.edit': 'Change',
    'register.edit_of': (p) => `Change ${p.name}`,
    'register.save': 'Save',
    'register.remove': 'Remove',
    'register.retire': 'Retire',
    'register.retire_of': (p) => `Retire ${p.name}`,
    'register.remove_of': (p) => `Remove the conflict of interest: ${p.name}`,
    'register.restore': 'Bring back',
    'register.retired_chip': 'out of use',
    'register.choose': 'Choose',
    'register.none': 'None',
    'register.faults': 'Not saved yet',
    'register.questions': 'Look at this before it is saved',
    'register.open_other': 'Open the entry that is out of use',
    'register.confirm': 'Yes, save it so',
    'register.retire_unanswered': 'Read what is asked below and tick it, then retire once more.',
    'register.retire_confirm': 'Seen; retire it all the same',

    'register.section.name': 'Name and place in the tree',
    'register.section.meeting': 'When it meets',
    'register.section.place': 'Where it meets',
    'register.section.members': 'Members and committee',
    'register.section.weak': 'Weak fields',
    'register.section.person': 'Person and office',
    'register.section.visits': 'Visits a month',
    'register.section.own_branches': 'Branches never to be visited',
    'register.section.strong': 'Fields',
    'register.section.start': 'Where the person starts from',
    'register.section.conflict': 'Who never goes to which branch',
    'register.version.first': 'Name',
    'register.version.of': (p) => `Name: ${p.name}`,
    'register.version.next': 'New name or parent',
    'register.version.next_text':
      'Only where the organisation gets another name or parent. Write the first day of the new one: the name in use ends the day before.',
    'register.version.remove': 'Drop this name',

    'register.help.fixed': 'The code stays: everything else knows this entry by it.',
    'register.help.code': 'Unlike any other code, without blanks, at most 40 characters. It stays for ever.',
    'register.help.weights': 'From 0 to 1 (1 the most) for each field that matters; leave the others empty.',
    'register.help.no_fields':
      'The directory has no fields yet. Add some under Fields to have people sent by field; it can be saved without.',
    'register.needs': 'Add these first',
    'register.needs_text':
      'This entry has to belong to what the directory does not have yet. Once added, open this page again:',
    'register.help.roll': 'Where it falls on a Saturday or Sunday. Holidays always move it.',
    'register.help.parent': 'The direct superior; only the highest committee has none.',
    'register.help.from': 'The first day of this name and parent; empty when it has always been so.',
    'register.help.branch': 'Type the code or label of a branch; this person is never assigned to it.',
    'register.help.person': 'Type the code of a specialist; the list offers names.',
    'register.help.branch_of_conflict': 'Type the code or label of a branch; the list offers names.',

    'register.saved': (p) => `${p.name} is saved.${enMonths(p.months)}`,
    'register.added': (p) => `${p.name} is added.${enMonths(p.months)}`,
    'register.not_restored':
      'This entry was changed elsewhere meanwhile, so it was not brought back. Below is the newest version: look at its last change, then choose “Bring back” if that is still wanted.',
    'register.restored': (p) => `${p.name} is in use again.${enMonths(p.months)}`,
    'register.retired': (p) => `Out of use now. What is known stays, and it can be brought back.${enMonths(p.months)}`,
    'register.removed': 'Removed. If it was a mistake, take it back under “Changes” on this page.',
    'register.unchanged': 'Nothing is different, so nothing was saved.',

    'register.retire_effect': 'What will happen',
    'register.members.departments': (p) =>
      p.count === 1 ? '1 person belongs to this department' : `${p.count} people belong to this department`,
    'register.members.fields': (p) =>
      p.count === 1 ? '1 branch or specialist names this field' : `${p.count} branches and specialists name this field`,
    'register.members.branchTypes': (p) =>
      p.count === 1 ? '1 branch is of this type' : `${p.count} branches are of this type`,
    'register.members_todo.departments': 'Move them to another department or retire them first.',
    'register.members_todo.fields':
      'Take the field off these first. If they are many: download the current lists, take it out of the columns and import the file.',
    'register.members_todo.branchTypes':
      'Give these branches another type first. If they are many: download the current lists, change the column and import the file.',
    'register.retire_visits': (p) =>
      p.count === 1 ? '1 published visit is ahead' : `${p.count} published visits are ahead`,
    'register.retire_visits_text':
      'They stay as they are and stand in “Waiting for me” until you find somebody else or decide to keep them.',
    'register.effect.branches':
      'The branch leaves the directory in use: calendars made later have no meeting of it, and nobody is sent there. Visits, forms and figures of before stay.',
    'register.effect.specialists':
      'This person is no longer assigned and no longer gets into the specialists’ pages. Visits, forms and figures of before stay.',
    'register.effect.departments': 'The department can no longer be chosen. What is known of it stays.',
    'register.effect.conflicts': 'After that this person may be sent to the branch.',
    'register.effect.fields':
      'The field can no longer be chosen, neither on forms of meetings from today on. Forms, findings and briefings of before keep its name.',
    'register.effect.branchTypes': 'The type can no longer be chosen. Figures of earlier months stay.',
    'register.taken_back': (p) => `Taken back.${enMonths(p.months)}`,
  },
);

function viMonths(months: string): string {
  return months === ''
    ? ''
    : ` Lịch đã lập của tháng ${months} chưa đổi theo: tháng chưa công bố thì mở lịch tháng và bấm “Cập nhật theo lịch chi bộ”; tháng đã công bố giữ nguyên lịch.`;
}

function enMonths(months: string): string {
  return months === ''
    ? ''
    : ` The calendars of ${months} have not changed: open those of months not yet published and bring them up to date; published ones stay as they are.`;
}
