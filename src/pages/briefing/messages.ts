import { defineMessages } from '../../platform/i18n/messages.ts';

export const briefingMessages = defineMessages(
  {
    'briefing.title': (p: { month: string }) => `Giao ban tháng ${p.month}`,
    'briefing.state.draft': 'Bản thảo',
    'briefing.state.frozen': 'Đã chốt',
    'briefing.version': (p: { version: number }) => `bản ${p.version}`,
    'briefing.draft_note': (p: { at: string }) => `Bản thảo, tổng hợp lúc ${p.at}. Chưa có số, còn sửa được.`,
    'briefing.frozen_note': (p: { number: string; at: string; by: string }) =>
      `${p.number} · ${p.by} chốt lúc ${p.at}. Nội dung không đổi nữa.`,
    'briefing.new_forms': (p: { count: number }) => `${p.count} phiếu được duyệt sau bản này. Tổng hợp lại để đưa vào.`,
    'briefing.new_ratings': (p: { count: number }) =>
      `${p.count} buổi có xếp loại chính thức khác với bản này. Tổng hợp lại để đưa vào.`,
    'briefing.opened_frozen': (p: { count: number }) =>
      `${p.count} phiếu trong bản đã chốt này đã được mở lại sau khi chốt. Bản này giữ nguyên; khi phiếu mới được duyệt, tổng hợp một bản mới.`,
    'briefing.opened_draft': (p: { count: number }) =>
      `${p.count} phiếu trong bản này đã được mở lại và không còn được tính. Tổng hợp lại để bỏ ra.`,
    'briefing.compile': 'Tổng hợp báo cáo',
    'briefing.compile_again': 'Tổng hợp lại',
    'briefing.freeze': 'Chốt bản này',
    'briefing.pdf': 'Tải PDF',
    'briefing.draft_pdf': 'Xem thử bản in',
    'briefing.draft_docx': 'Dự thảo, bản Word',
    'briefing.docx': 'Tải DOCX',
    'briefing.none': 'Chưa có báo cáo giao ban',
    'briefing.none_text': 'Báo cáo tự tổng hợp từ các phiếu đã duyệt. Mỗi con số trong đó dẫn về phiếu của nó.',
    'briefing.none_reader': 'Ban chủ trì chưa tổng hợp báo cáo của tháng này.',
    'briefing.ratings': 'Xếp loại',
    'briefing.contents': 'Mục lục',
    'briefing.language': 'Báo cáo là văn bản chính thức bằng tiếng Việt.',
    'briefing.table_rows': (p: { count: number }) => `Xem bảng (${p.count} dòng)`,
    'briefing.versions': 'Các bản',
    'briefing.missing_forms': (p: { count: number }) =>
      `Còn ${p.count} lượt chưa có phiếu được duyệt nên chưa có trong bản này.`,
    'briefing.by_service': 'hệ thống',
    'briefing.source': (p: { count: number }) => (p.count === 1 ? 'xem phiếu' : `xem ${p.count} phiếu`),
    'briefing.edit': 'Sửa lời của mục này',
    'briefing.own_words': 'Lời của Ban',
    'briefing.own_words_help':
      'Thay cho các câu tổng hợp của mục này; bảng số liệu giữ nguyên. Mỗi dòng là một đoạn. Xóa hết chữ để lấy lại phần tổng hợp. Tổng hợp lại báo cáo không làm mất lời của Ban.',
    'briefing.replaced': 'Phần tổng hợp từ phiếu đã được thay',
    'briefing.outdated':
      'Phần tổng hợp của mục này đã khác từ khi Ban sửa. Xem lại lời của Ban và số liệu trong đó rồi lưu lại.',
    'briefing.save': 'Lưu',
    'briefing.saved': 'Đã lưu lời của Ban.',
    'briefing.to_text': 'Đến chữ đã gõ',
    'briefing.text_long': (p: { longest: number }) =>
      `Chưa lưu: đoạn này dài hơn ${p.longest} ký tự. Hãy rút ngắn rồi lưu lại.`,
    'briefing.compiled': 'Đã tổng hợp báo cáo.',
    'briefing.compiled_next': (p: { version: number }) =>
      `Đã tổng hợp bản ${p.version}, là dự thảo. Các bản đã chốt vẫn giữ nguyên, xem ở mục các bản; lãnh đạo vẫn thấy bản chốt gần nhất.`,
    'briefing.nothing_yet': 'Chưa có phiếu nào được duyệt nên chưa có gì để tổng hợp. Duyệt ít nhất một phiếu trước.',
    'briefing.compiled_without': (p: { count: number }) =>
      `Đã tổng hợp báo cáo; còn ${p.count} lượt chưa có phiếu được duyệt.`,
    'briefing.frozen': (p: { number: string }) =>
      `Đã chốt báo cáo số ${p.number}; thư cho lãnh đạo sẽ được gửi ngay sau đây. Tải PDF và DOCX ở đầu trang.`,
    'briefing.sources': (p: { month: string }) => `Nguồn của số liệu giao ban tháng ${p.month}`,
    'briefing.sources_lead': (p: { count: number; version: number }) =>
      `${p.count} lượt dự đứng sau con số hoặc câu đã chọn, theo danh sách của bản ${p.version}.`,

    'freeze.title': (p: { month: string }) => `Chốt báo cáo giao ban tháng ${p.month}`,
    'freeze.lead': 'Xem lại một lần trước khi báo cáo được đánh số.',
    'freeze.what': 'Khi chốt',
    'freeze.number': (p: { version: number }) => `Bản ${p.version} nhận số văn bản và không sửa được nữa.`,
    'freeze.files': 'PDF và DOCX được lưu lại; tải bao nhiêu lần cũng là cùng một tệp.',
    'freeze.mails': 'Lãnh đạo có tài khoản nhận thư tóm tắt báo cáo; thư đã gửi không rút lại được.',
    'freeze.again': 'Nếu cần đổi sau đó, tổng hợp một bản mới với số mới.',
    'freeze.forms': 'Phiếu trong báo cáo',
    'freeze.waiting': (p: { count: number }) => `${p.count} phiếu còn chờ duyệt nên không có trong báo cáo này.`,
    'freeze.opened_forms': (p: { count: number }) =>
      `${p.count} phiếu trong bản này đã được mở lại. Tổng hợp lại trước khi chốt.`,
    'freeze.new_forms': (p: { count: number }) =>
      `${p.count} phiếu được duyệt sau khi tổng hợp nên chưa có trong bản này. Nên quay lại tổng hợp trước khi chốt.`,
    'freeze.outdated': (p: { count: number }) =>
      `${p.count} đoạn lời của Ban đứng trên số liệu đã khác. Nên quay lại xem trước khi chốt.`,
    'freeze.submit': 'Chốt và đánh số',
  },
  {
    'briefing.title': (p: { month: string }) => `Briefing of ${p.month}`,
    'briefing.state.draft': 'Draft',
    'briefing.state.frozen': 'Frozen',
    'briefing.version': (p: { version: number }) => `version ${p.version}`,
    'briefing.draft_note': (p: { at: string }) => `Draft, compiled ${p.at}. It has no number yet and can be edited.`,
    'briefing.frozen_note': (p: { number: string; at: string; by: string }) =>
      `${p.number} · frozen by ${p.by}, ${p.at}. Its content no longer changes.`,
    'briefing.new_forms': (p: { count: number }) =>
      `${p.count === 1 ? '1 form was' : `${p.count} forms were`} accepted after this version. Compile again to take them in.`,
    'briefing.new_ratings': (p) =>
      `${p.count === 1 ? 'The official rating of 1 meeting differs' : `The official ratings of ${p.count} meetings differ`} from this version. Compile again to take them in.`,
    'briefing.opened_frozen': (p) =>
      `${p.count === 1 ? '1 form' : `${p.count} forms`} of this frozen version opened again since. The version stays as it is; once new forms are accepted, compile another.`,
    'briefing.opened_draft': (p) =>
      `${p.count === 1 ? '1 form' : `${p.count} forms`} of this version opened again, no longer counting. Compile again to leave them out.`,
    'briefing.compile': 'Compile the briefing',
    'briefing.compile_again': 'Compile again',
    'briefing.freeze': 'Freeze this version',
    'briefing.pdf': 'Download PDF',
    'briefing.draft_pdf': 'Preview on paper',
    'briefing.draft_docx': 'Draft as Word file',
    'briefing.docx': 'Download DOCX',
    'briefing.none': 'No briefing yet',
    'briefing.none_text': 'It compiles itself from the accepted forms. Each of its figures leads back to its forms.',
    'briefing.none_reader': 'The board has not compiled the briefing of this month yet.',
    'briefing.ratings': 'Ratings',
    'briefing.contents': 'Contents',
    'briefing.language':
      'The briefing is an official document: its text, tables and files are in Vietnamese, whatever the language of the pages.',
    'briefing.table_rows': (p) => `Show the table (${p.count} rows)`,
    'briefing.versions': 'Versions',
    'briefing.missing_forms': (p: { count: number }) =>
      `${p.count === 1 ? '1 visit has' : `${p.count} visits have`} no accepted form, and so ${p.count === 1 ? 'is' : 'are'} not in this version.`,
    'briefing.by_service': 'the service',
    'briefing.source': (p: { count: number }) => (p.count === 1 ? 'see the form' : `see ${p.count} forms`),
    'briefing.edit': 'Edit the words of this part',
    'briefing.own_words': 'The board’s words',
    'briefing.own_words_help':
      'They replace the compiled sentences of this part; its tables stay. A line is a paragraph. Leave nothing to have the compiled sentences back. Compiling again keeps your words.',
    'briefing.replaced': 'The compiled sentences that were replaced',
    'briefing.outdated':
      'What was compiled for this part has changed since you wrote these words. Check them and their figures, then save again.',
    'briefing.save': 'Save',
    'briefing.saved': 'Your words are saved.',
    'briefing.to_text': 'To what you typed',
    'briefing.text_long': (p: { longest: number }) =>
      `Not saved: these words are longer than ${p.longest} characters. Shorten them and save again.`,
    'briefing.compiled': 'The briefing has been compiled.',
    'briefing.compiled_next': (p: { version: number }) =>
      `Version ${p.version} has been compiled as a draft. Frozen versions stay as they are, see the list of versions; leaders still see the last frozen one.`,
    'briefing.nothing_yet':
      'No form has been accepted yet, so there is nothing to compile. Accept at least one form first.',
    'briefing.compiled_without': (p: { count: number }) =>
      `The briefing has been compiled; ${p.count === 1 ? '1 visit has' : `${p.count} visits have`} no accepted form yet.`,
    'briefing.frozen': (p: { number: string }) =>
      `The briefing is frozen as ${p.number}; the leaders will be mailed shortly. PDF and DOCX are at the top of the page.`,
    'briefing.sources': (p: { month: string }) => `What the briefing of ${p.month} counts from`,
    'briefing.sources_lead': (p: { count: number; version: number }) =>
      `${p.count === 1 ? '1 visit stands' : `${p.count} visits stand`} behind the figure or sentence, as listed in version ${p.version}.`,

    'freeze.title': (p: { month: string }) => `Freeze the briefing of ${p.month}`,
    'freeze.lead': 'Look once more before it gets its number.',
    'freeze.what': 'On freezing',
    'freeze.number': (p: { version: number }) =>
      `Version ${p.version} gets a document number and can no longer change.`,
    'freeze.files': 'PDF and DOCX are kept; however often they are downloaded, they are the same files.',
    'freeze.mails': 'Leaders with an account are mailed its highlights; a mail cannot be taken back.',
    'freeze.again': 'Whatever must change later becomes a new version with a new number.',
    'freeze.forms': 'Forms in it',
    'freeze.waiting': (p: { count: number }) =>
      `${p.count === 1 ? '1 form waits' : `${p.count} forms wait`} for a review and will not be in it.`,
    'freeze.opened_forms': (p) =>
      `${p.count === 1 ? '1 form' : `${p.count} forms`} of this version opened again. Compile again before freezing.`,
    'freeze.new_forms': (p: { count: number }) =>
      `${p.count === 1 ? '1 form was' : `${p.count} forms were`} accepted after it was compiled and will not be in it. Better go back and compile again first.`,
    'freeze.outdated': (p: { count: number }) =>
      `${p.count === 1 ? '1 text of the board stands' : `${p.count} texts of the board stand`} on figures that have changed. Better go back and look first.`,
    'freeze.submit': 'Freeze and number it',
  },
);
