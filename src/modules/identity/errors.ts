import type { Role } from '../../kernel/actor.ts';
import type { NoFacts } from '../../kernel/domain-error.ts';
import type { AccountRef } from '../../kernel/id.ts';
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
    'identity.account_not_found': { accountId: AccountRef };
    'identity.role_of_register': { role: Role };
    'identity.last_administrator': NoFacts;
    'identity.not_oneself': NoFacts;
    'identity.account_disabled': NoFacts;
    'identity.address_of_register': NoFacts;
    'identity.address_taken': { email: string };
    'identity.shared_account': NoFacts;
    'identity.deputy_is_self': NoFacts;
    'identity.deputy_disabled': NoFacts;
    'identity.deputy_days': NoFacts;
    'identity.deputyship_not_found': NoFacts;
    'identity.role_not_held': NoFacts;
    'identity.not_as_deputy': NoFacts;
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
    vi: () =>
      'Tài khoản này hiện không có vai trò nào. Vai trò chuyên viên theo danh bạ: hãy nhờ ban chủ trì ghi tên bạn với địa chỉ thư này. Vai trò khác thì nhờ quản trị viên cấp.',
    en: () =>
      'This account has no role at present. The role of a specialist follows the register: ask the board to enter you with this address. For any other role ask an administrator.',
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
  'identity.not_oneself': {
    status: 409,
    vi: () => 'Không tự khóa tài khoản của mình được. Hãy nhờ một quản trị viên khác.',
    en: () => 'You cannot disable your own account. Ask another administrator.',
  },
  'identity.account_disabled': {
    status: 409,
    vi: () => 'Tài khoản này đang bị khóa. Hãy mở khóa trước rồi gửi liên kết.',
    en: () => 'This account is disabled. Enable it first, then send a link.',
  },
  'identity.address_of_register': {
    status: 409,
    vi: () => 'Địa chỉ của chuyên viên và chi bộ theo danh bạ: hãy sửa ở đó, tài khoản sẽ thay đổi theo.',
    en: () => 'Addresses of specialists and branches follow the register: correct it there.',
  },
  'identity.address_taken': {
    status: 409,
    vi: ({ email }) =>
      `Địa chỉ ${email} đã có tài khoản. Hãy cấp vai trò cho tài khoản đó và thôi vai trò ở tài khoản này.`,
    en: ({ email }) => `${email} has an account already. Give that one the role, and take it from this one.`,
  },
  'identity.shared_account': {
    status: 409,
    vi: () => 'Người này còn có vai trò ở cấp ủy khác nên không sửa địa chỉ ở đây được. Hãy mời địa chỉ mới.',
    en: () => 'They have a role in another committee too, so the address cannot be corrected here. Invite the new one.',
  },
  'identity.deputy_is_self': {
    status: 422,
    vi: () => 'Hãy chọn một người khác làm thay.',
    en: () => 'Choose somebody else as the deputy.',
  },
  'identity.deputy_disabled': {
    status: 409,
    vi: () => 'Tài khoản của một trong hai người đang bị khóa. Hãy mở khóa trước, hoặc chọn người khác.',
    en: () => 'The account of one of the two is disabled. Enable it first, or choose somebody else.',
  },
  'identity.deputy_days': {
    status: 422,
    vi: () => 'Ngày cuối không được trước ngày đầu hay đã qua, và không quá một năm. Làm thay lâu dài thì cấp vai trò.',
    en: () => 'The last day must not be before the first nor past, nor beyond a year. For good, give them the role.',
  },
  'identity.role_not_held': {
    status: 422,
    vi: () => 'Người này không có vai trò đó, hoặc vai trò đó theo danh bạ nên không nhờ làm thay được.',
    en: () => 'They do not hold that role, or it follows the register and cannot be deputised.',
  },
  'identity.deputyship_not_found': {
    status: 404,
    vi: () => 'Không có việc làm thay này, hoặc đã hết hạn. Hãy mở lại trang tài khoản.',
    en: () => 'There is no such deputy, or their days are over. Open the page of accounts again.',
  },
  'identity.not_as_deputy': {
    status: 403,
    vi: () =>
      'Người làm thay không cử người làm thay, không cấp vai trò cho mình và không thay đổi các quản trị viên. Hãy nhờ quản trị viên.',
    en: () =>
      'A deputy names no deputies, takes no role and leaves administrators as they are. Ask an administrator to do it.',
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
    vi: ({ least }) =>
      `Mật khẩu cần ít nhất ${least} ký tự và không chỉ gồm tên, thư điện tử, dãy số hay từ dễ đoán như “matkhau”. Hãy ghép vài từ chỉ đồng chí nhớ.`,
    en: ({ least }) =>
      `A password needs at least ${least} characters, and more than your name, mail address, figures and words that anybody tries first. Join some words that only you remember.`,
  },
  'identity.account_not_found': {
    status: 404,
    vi: () => 'Không tìm thấy tài khoản này.',
    en: () => 'There is no such account.',
  },
});
