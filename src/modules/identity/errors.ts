import type { Role } from '../../kernel/actor.ts';
import type { NoFacts } from '../../kernel/domain-error.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'identity.wrong_credentials': NoFacts;
    'identity.link_spent': NoFacts;
    'identity.no_committee': NoFacts;
    'identity.already_set_up': NoFacts;
    'identity.wrong_password': NoFacts;
    'identity.session_not_found': NoFacts;
    'identity.weak_password': { least: number };
    'identity.account_not_found': { accountId: string };
    'identity.role_of_register': { role: Role };
    'identity.last_administrator': NoFacts;
  }
}

export const identityErrors = defineErrors<'identity'>({
  'identity.wrong_credentials': {
    status: 401,
    vi: () => 'Thư điện tử hoặc mật khẩu chưa đúng. Hãy thử lại, hoặc nhận liên kết đăng nhập qua thư.',
    en: () => 'The mail address or the password is not right. Try again, or have a sign-in link mailed to you.',
  },
  'identity.link_spent': {
    status: 410,
    vi: () => 'Liên kết này đã dùng hoặc đã hết hạn. Hãy xin một liên kết mới ở trang đăng nhập.',
    en: () => 'This link has been used or is too old. Ask for a new one on the sign-in page.',
  },
  'identity.no_committee': {
    status: 403,
    vi: () => 'Tài khoản này chưa được giao vai trò nào. Hãy nhờ quản trị viên của cấp ủy cấp quyền.',
    en: () => 'This account has no role yet. Ask the administrator of your committee.',
  },
  'identity.already_set_up': {
    status: 409,
    vi: () => 'Hệ thống đã được thiết lập. Hãy đăng nhập.',
    en: () => 'The service has been set up already. Sign in.',
  },
  'identity.role_of_register': {
    status: 409,
    vi: () => 'Vai trò này theo danh bạ: hãy sửa ở danh sách chuyên viên hoặc chi bộ, vai trò sẽ thay đổi theo.',
    en: () => 'This role follows the register: change it in the list of specialists or branches.',
  },
  'identity.last_administrator': {
    status: 409,
    vi: () => 'Đây là quản trị viên duy nhất. Hãy mời thêm một quản trị viên khác trước.',
    en: () => 'This is the only administrator. Invite another one first.',
  },
  'identity.wrong_password': {
    status: 422,
    vi: () => 'Mật khẩu hiện tại chưa đúng. Không nhớ thì vẫn đăng nhập được bằng liên kết gửi qua thư.',
    en: () => 'This is not your current password. You can still sign in with a mailed link.',
  },
  'identity.session_not_found': {
    status: 404,
    vi: () => 'Phiên đăng nhập này đã kết thúc.',
    en: () => 'This session has ended already.',
  },
  'identity.weak_password': {
    status: 422,
    vi: ({ least }) => `Mật khẩu cần ít nhất ${least} ký tự và không trùng với tên hay thư điện tử.`,
    en: ({ least }) => `A password needs at least ${least} characters and must not be your name or mail address.`,
  },
  'identity.account_not_found': {
    status: 404,
    vi: () => 'Không tìm thấy tài khoản này.',
    en: () => 'There is no such account.',
  },
});
