import { formatActing } from '../../kernel/format.ts';
import { followsRegister, type Role } from '../../kernel/actor.ts';
import { ROLE_TERMS } from '../../kernel/vocabulary.ts';
import type { NoFacts } from '../../kernel/domain-error.ts';
import type {} from '../../kernel/edit.ts';
import { defineErrors } from '../i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'http.not_found': NoFacts;
    'http.bad_month': NoFacts;
    'http.sign_in_needed': NoFacts;
    /** Whose work it is, and what the account may act as; empty where that is not the reason. */
    'http.not_allowed': { readonly roles?: readonly Role[]; readonly held?: readonly Role[] };
    'http.no_role': NoFacts;
    'http.not_deputy': NoFacts;
    'http.form_expired': NoFacts;
    'http.from_elsewhere': NoFacts;
    'http.malformed': NoFacts;
    'http.unsupported_type': NoFacts;
    'http.too_large': { megabytes: number | null };
    'http.too_many': { seconds: number };
    'http.version_missing': NoFacts;
    'http.unexpected': { reference: string };
  }
}

export const inputErrors = defineErrors<'input'>({
  'input.invalid': {
    status: 422,
    vi: ({ count }) => `Có ${count} chỗ cần sửa. Hãy xem ghi chú ở từng ô rồi gửi lại; những gì đã nhập vẫn còn.`,
    en: ({ count }) =>
      `${count} ${count === 1 ? 'place needs' : 'places need'} a correction. See the note at each field and send again; what you typed is still there.`,
  },
});

export const editErrors = defineErrors<'edit'>({
  'edit.stale': {
    status: 412,
    vi: ({ by, at, onBehalfOf }) => {
      const who =
        by === null ? 'Mục này vừa được sửa ở nơi khác' : `${formatActing('vi', by, onBehalfOf)} đã sửa mục này`;
      return `${who}${at === null ? '' : ` lúc ${at}`}. Chưa có gì bị ghi đè, những gì bạn đã nhập vẫn còn. Hãy xem bản mới rồi làm tiếp.`;
    },
    en: ({ by, at, onBehalfOf }) => {
      const who = by === null ? 'This was changed elsewhere' : `${formatActing('en', by, onBehalfOf)} changed this`;
      return `${who}${at === null ? '' : ` at ${at}`}. Nothing was overwritten, and what you typed is still there. Look at the newer version, then go on.`;
    },
  },
});

export const httpErrors = defineErrors<'http'>({
  'http.not_found': {
    status: 404,
    vi: () => 'Không có trang này, hoặc mục này không thuộc phạm vi của bạn. Hãy quay về trang đầu.',
    en: () => 'There is no such page, or it is not within your reach. Go back to the start page.',
  },
  'http.bad_month': {
    status: 400,
    vi: () => 'Tháng phải viết dạng năm-tháng, ví dụ 2020-12.',
    en: () => 'A month is written as year-month, such as 2020-12.',
  },
  'http.sign_in_needed': {
    status: 401,
    vi: () => 'Cần đăng nhập để xem phần này.',
    en: () => 'Sign in to see this.',
  },
  'http.no_role': {
    status: 403,
    vi: () =>
      'Tài khoản này không còn vai trò nào. Vai trò chuyên viên theo danh bạ: nếu bạn vẫn là chuyên viên, hãy nhờ ban chủ trì ghi lại tên bạn với địa chỉ thư này. Vai trò khác thì nhờ quản trị viên cấp lại.',
    en: () =>
      'This account has no role any more. The role of a specialist follows the register: if you still are one, ask the board to enter you again with this address. For any other role ask an administrator.',
  },
  'http.not_deputy': {
    status: 403,
    vi: () =>
      'Hôm nay bạn không làm thay người đã chọn: thời hạn làm thay đã hết hoặc đã được kết thúc. Hãy mở lại trang rồi chọn lại.',
    en: () =>
      'You are not a deputy of the chosen person today: the deputyship is over or was ended. Open the page again and choose anew.',
  },
  'http.not_allowed': {
    status: 403,
    vi: ({ roles = [], held = [] }) =>
      roles.length === 0
        ? 'Tài khoản này không được giao việc này. Nếu cần, hãy nhờ quản trị viên cấp quyền.'
        : `Phần này dành cho vai trò ${named(roles, 'vi')}; tài khoản này ${held.length === 0 ? 'chưa có vai trò nào' : `có vai trò ${named(held, 'vi', ' và ')}`}. ${followsRegister(roles) ? 'Vai trò chuyên viên theo danh bạ: nếu cần, hãy nhờ ban chủ trì ghi tên bạn với địa chỉ thư này vào danh bạ chuyên viên.' : 'Nếu cần, hãy nhờ quản trị viên cấp vai trò ở trang Tài khoản.'}`,
    en: ({ roles = [], held = [] }) =>
      roles.length === 0
        ? 'This account has not been given this task. If you need it, ask the administrator.'
        : `This is for the role ${named(roles, 'en')}; this account has ${held.length === 0 ? 'no role' : `the role ${named(held, 'en', ' and ')}`}. ${followsRegister(roles) ? 'The role of a specialist follows the register: if you need it, ask the board to enter you there with this address.' : 'If you need it, ask an administrator for the role on the page of accounts.'}`,
  },
  'http.form_expired': {
    status: 403,
    vi: () => 'Trang đã mở quá lâu nên chưa gửi được. Hãy quay lại, tải lại trang rồi gửi lần nữa.',
    en: () => 'The page was open for too long, so nothing was sent. Go back, reload the page and send again.',
  },
  'http.from_elsewhere': {
    status: 403,
    vi: () => 'Yêu cầu này được gửi từ một trang khác nên không được nhận. Hãy mở trang của hệ thống rồi gửi tại đó.',
    en: () => 'This was sent by another site, so it was not taken. Open the page of this service and send it there.',
  },
  'http.malformed': {
    status: 400,
    vi: () => 'Không đọc được yêu cầu này: địa chỉ hoặc nội dung gửi lên sai định dạng. Hãy kiểm tra lại.',
    en: () => 'This request cannot be read: its address or what was sent has the wrong form. Check it.',
  },
  'http.unsupported_type': {
    status: 415,
    vi: () => 'Không nhận kiểu nội dung này. Hãy gửi application/json, hoặc tệp đúng loại mà trang yêu cầu.',
    en: () => 'Content of this type is not taken. Send application/json, or a file of the kind that is asked for.',
  },
  'http.too_large': {
    status: 413,
    vi: ({ megabytes }) =>
      `Nội dung gửi lên lớn quá mức cho phép${megabytes === null ? '' : `, tối đa ${megabytes} MB`}. Hãy gửi tệp nhỏ hơn.`,
    en: ({ megabytes }) =>
      `What was sent is larger than allowed${megabytes === null ? '' : `, ${megabytes} MB at most`}. Send a smaller file.`,
  },
  'http.too_many': {
    status: 429,
    vi: ({ seconds }) => `Đã thử quá nhiều lần. Hãy đợi ${seconds} giây rồi thử lại.`,
    en: ({ seconds }) => `Too many attempts. Wait ${seconds} seconds and try again.`,
  },
  'http.version_missing': {
    status: 428,
    vi: () => 'Thiếu số phiên bản của mục đang sửa (If-Match). Hãy tải lại trang rồi sửa lại.',
    en: () => 'The version of what you edit is missing (If-Match). Reload and edit again.',
  },
  'http.unexpected': {
    status: 500,
    vi: ({ reference }) =>
      `Có lỗi ngoài dự kiến; những gì đã lưu vẫn còn nguyên. Hãy thử lại, hoặc báo quản trị viên mã ${reference}.`,
    en: ({ reference }) =>
      `Something unexpected went wrong; what was saved is safe. Try again, or tell the administrator the code ${reference}.`,
  },
});

function named(roles: readonly Role[], locale: 'vi' | 'en', between = locale === 'vi' ? ' hoặc ' : ' or '): string {
  return roles.map((role) => `“${ROLE_TERMS[role][locale]}”`).join(between);
}
