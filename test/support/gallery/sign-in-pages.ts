import type { SignInLinkPage, SignInPage } from '../../../src/pages/account/sign-in.view.ts';
import type { ErrorPage } from '../../../src/platform/views/error.view.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const signIn: SignInPage = { email: '', error: null, errors: {}, linkSentTo: null, returnTo: null };

const error: ErrorPage = {
  status: 404,
  kind: 'not_found',
  sentence: null,
  faults: [],
  typed: [],
  resend: null,
  signInHref: null,
  backHref: null,
  retryHref: null,
  reference: 'K7F3-20Q9',
};

export const signInPages: readonly GalleryPage[] = [
  galleryPage('sign-in.blank', null, '/sign-in', signIn satisfies SignInPage),
  galleryPage('sign-in.wrong', null, '/sign-in', {
    ...signIn,
    email: 'chau.nguyen@example',
    error: 'Địa chỉ thư hoặc mật khẩu không đúng. Thử lại, hoặc nhận liên kết đăng nhập qua thư.',
    errors: { email: 'Địa chỉ thư phải có tên miền, ví dụ ten@donvi.vn.' },
    returnTo: '/months/2020-12',
  } satisfies SignInPage),
  galleryPage('sign-in.sent', null, '/sign-in', {
    ...signIn,
    email: 'chau.nguyen@mau.example',
    linkSentTo: 'chau.nguyen@mau.example',
  } satisfies SignInPage),
  galleryPage('sign-in-link.valid', null, '/sign-in/link/x', {
    isValid: true,
    name: 'Nguyễn Minh Châu',
    action: '/sign-in/link/x',
  } satisfies SignInLinkPage),
  galleryPage('sign-in-link.over', null, '/sign-in/link/x', { isValid: false } satisfies SignInLinkPage),
  galleryPage('error.403', 'specialist', '/months/2020-12', {
    ...error,
    status: 403,
    kind: 'forbidden',
  } satisfies ErrorPage),
  galleryPage('error.not_yours', 'specialist', '/my/visits/v1', {
    ...error,
    status: 403,
    kind: 'not_yours',
    sentence: 'Lượt dự này được phân công cho người khác, nên chỉ người đó trả lời và gửi phiếu được.',
  } satisfies ErrorPage),
  galleryPage('error.401', null, '/my/visits/v1/form', {
    ...error,
    status: 401,
    kind: 'signed_out',
    sentence: 'Cần đăng nhập để xem phần này.',
    typed: ['Chi bộ chuẩn bị kỹ, đồng chí bí thư nêu rõ việc còn lại.', 'Còn điểm tập kết rác tự phát ở đầu hẻm.'],
    resend: {
      action: '/my/visits/v1/form',
      fields: [{ name: 'strengths[0][text]', value: 'Chi bộ chuẩn bị kỹ, đồng chí bí thư nêu rõ việc còn lại.' }],
    },
    signInHref: '/sign-in?to=%2Fmy%2Fvisits%2Fv1%2Fform',
  } satisfies ErrorPage),
  galleryPage('error.404', 'board', '/months/2020-13', error satisfies ErrorPage),
  galleryPage('error.409', 'board', '/months/2020-12/publish', {
    ...error,
    status: 409,
    kind: 'conflict',
    sentence: 'Tháng 12/2020 đã được công bố lúc 08:12 ngày 25/11/2020, nên không công bố lại được.',
    backHref: '/months/2020-12',
  } satisfies ErrorPage),
  galleryPage('error.500', null, '/sign-in', {
    ...error,
    status: 500,
    kind: 'failed',
    retryHref: '/sign-in',
  } satisfies ErrorPage),
];
