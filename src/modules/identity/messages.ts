import { defineMessages } from '../../platform/i18n/messages.ts';

export const identityMessages = defineMessages(
  {
    'sign_in.title': 'Đăng nhập',
    'sign_in.email': 'Địa chỉ thư điện tử',
    'sign_in.password': 'Mật khẩu',
    'sign_in.submit': 'Đăng nhập',
    'sign_in.by_link': 'Gửi liên kết vào thư cho tôi',
    'sign_in.link_help': 'Không nhớ mật khẩu? Chỉ cần nhập địa chỉ thư rồi chọn gửi liên kết.',
    'sign_in.link_sent_title': 'Xem hộp thư của bạn',
    'sign_in.link_sent': (p: { email: string }) =>
      `Nếu ${p.email} có tài khoản, một liên kết đăng nhập đang trên đường tới. Liên kết dùng được một lần, trong 15 phút.`,
    'sign_in.signed_out': 'Bạn đã đăng xuất.',
    'sign_in.link_title': 'Đăng nhập bằng liên kết',
    'sign_in.link_hello': (p: { name: string }) => `Bạn sẽ đăng nhập với tên ${p.name}.`,
    'sign_in.link_submit': 'Đăng nhập',
    'sign_in.link_once': 'Liên kết này chỉ dùng được một lần. Nếu bạn không yêu cầu, hãy đóng trang này lại.',
    'sign_in.link_over_title': 'Liên kết không còn dùng được',
    'sign_in.link_over': 'Liên kết đã được dùng hoặc đã quá 15 phút. Bạn có thể xin một liên kết mới.',
    'sign_in.link_again': 'Xin liên kết mới',
  },
  {
    'sign_in.title': 'Sign in',
    'sign_in.email': 'E-mail address',
    'sign_in.password': 'Password',
    'sign_in.submit': 'Sign in',
    'sign_in.by_link': 'Mail me a link',
    'sign_in.link_help': 'Forgot the password? Enter only your address and ask for a link.',
    'sign_in.link_sent_title': 'Look into your mailbox',
    'sign_in.link_sent': (p: { email: string }) =>
      `If ${p.email} has an account, a sign-in link is on its way. It works once, for 15 minutes.`,
    'sign_in.signed_out': 'You have signed out.',
    'sign_in.link_title': 'Sign in by link',
    'sign_in.link_hello': (p: { name: string }) => `You are about to sign in as ${p.name}.`,
    'sign_in.link_submit': 'Sign in',
    'sign_in.link_once': 'This link works only once. If you did not ask for it, close this page.',
    'sign_in.link_over_title': 'This link no longer works',
    'sign_in.link_over': 'It has been used already or is older than 15 minutes. You can ask for a new one.',
    'sign_in.link_again': 'Ask for a new link',
  },
);
