import { defineMessages } from '../../platform/i18n/messages.ts';

interface Name {
  readonly symbol: string;
}

/** The duty notice of a published month: its number, its files, and the copy that was signed. */
export const noticeMessages = defineMessages(
  {
    'month.notice_page': 'Số, các bản và bản ký',
    'month.notice_html': 'Đọc trên trang',
    'publish.number': 'Số của thông báo, theo sổ văn bản của cơ quan',
    'publish.number_help': (p: { next: string }) =>
      `Để trống: lấy số kế tiếp của hệ thống, hiện là ${p.next}. Ghi số: hệ thống dùng số đó, và các số sau nối tiếp số lớn nhất đã cấp.`,
    'notice.title': (p: Name) => `Thông báo số ${p.symbol}`,
    'notice.lead': (p: { day: string; month: string }) =>
      `Phân công dự sinh hoạt chi bộ tháng ${p.month}, ngày ${p.day}.`,
    'notice.files': 'Các bản',
    'notice.issued': 'Văn bản như đã phát hành',
    'notice.html': 'Đọc trên trang',
    'notice.pdf': 'PDF',
    'notice.docx': 'Word',
    'notice.pages': 'Trang riêng từng người',
    'notice.signed': 'Bản ký',
    'notice.none': 'Chưa có bản ký nào được tải lên.',
    'notice.download': 'Tải bản ký',
    'notice.kept_line': (p: { by: string; at: string; kind: string; megabytes: string }) =>
      `${p.kind}, ${p.megabytes} MB · ${p.by} tải lên lúc ${p.at}`,
    'notice.earlier': (p: { count: number }) => `${p.count} bản trước`,
    'notice.kind.pdf': 'PDF',
    'notice.kind.jpeg': 'Ảnh JPEG',
    'notice.kind.png': 'Ảnh PNG',
    'notice.file': 'Bản quét có chữ ký và dấu',
    'notice.file_help': (p: { megabytes: number }) =>
      `PDF, JPEG hoặc PNG, nhiều nhất ${p.megabytes} MB. Lãnh đạo, quản trị và người được phân công trong tháng tải về được.`,
    'notice.upload': 'Tải lên',
    'notice.replace': 'Thay bản ký',
    'notice.replace_help': 'Bản hiện có vẫn được giữ lại trong danh sách các bản trước.',
    'notice.kept': 'Đã giữ bản ký bên cạnh thông báo.',
    'document.as_files': 'Bản phát hành:',
  },
  {
    'month.notice_page': 'Number, files and signed copy',
    'month.notice_html': 'Read it here',
    'publish.number': 'Number of the notice, by the office’s own register',
    'publish.number_help': (p) =>
      `Empty: the next number of the service, now ${p.next}. A number: it is used, and later ones go on above the highest.`,
    'notice.title': (p) => `Notice ${p.symbol}`,
    'notice.lead': (p) => `Who sits in on branch meetings in ${p.month}; issued ${p.day}.`,
    'notice.files': 'Files',
    'notice.issued': 'The notice as it was issued',
    'notice.html': 'Read it here',
    'notice.pdf': 'PDF',
    'notice.docx': 'Word',
    'notice.pages': 'A page for each person',
    'notice.signed': 'Signed copy',
    'notice.none': 'No signed copy has been uploaded yet.',
    'notice.download': 'Download the signed copy',
    'notice.kept_line': (p) => `${p.kind}, ${p.megabytes} MB · uploaded by ${p.by}, ${p.at}`,
    'notice.earlier': (p) => `${p.count} earlier ${p.count === 1 ? 'copy' : 'copies'}`,
    'notice.kind.pdf': 'PDF',
    'notice.kind.jpeg': 'JPEG image',
    'notice.kind.png': 'PNG image',
    'notice.file': 'The scan with signature and seal',
    'notice.file_help': (p) =>
      `PDF, JPEG or PNG, at most ${p.megabytes} MB. Leaders, administrators and those who are sent in the month can download it.`,
    'notice.upload': 'Upload',
    'notice.replace': 'Replace the signed copy',
    'notice.replace_help': 'The present one is kept among the earlier copies.',
    'notice.kept': 'The signed copy is kept beside the notice.',
    'document.as_files': 'As issued:',
  },
);
