import type { SetupPage } from '../../../src/pages/setup/setup.view.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const values = {
  setupCode: '',
  name: '',
  code: '',
  superiorName: '',
  boardName: '',
  boardSymbol: '',
  place: '',
  signatoryTitle: '',
  signatoryName: '',
  term: '',
  accountName: '',
  email: '',
};

const setup = {
  step: 'committee',
  action: '/setup',
  committeeId: '0176a000-0000-7000-8000-000000000001',
  asksForCode: false,
  values,
  errors: {},
  wrong: null,
} as const satisfies SetupPage;

const setupMail = {
  step: 'mail',
  action: '/setup/mail',
  to: 'mai.quyen@xomchieu.example',
  isBuiltIn: false,
  outcome: null,
} as const satisfies SetupPage;

export const setupPages: readonly GalleryPage[] = [
  galleryPage('setup.blank', null, '/setup', setup),
  galleryPage('setup.wrong', null, '/setup', {
    ...setup,
    asksForCode: true,
    values: { ...values, setupCode: 'K7FQ-2MXN', name: 'Đảng ủy phường Xóm Chiếu', code: 'xóm chiếu' },
    errors: {
      setupCode: 'Mã thiết lập chưa đúng. Chép lại mã ở dòng “setupCode” mới nhất trong nhật ký của dịch vụ.',
      code: 'Mã gồm chữ, số và các dấu . - _ /, không có dấu cách, tối đa 40 ký tự. Ví dụ XC.',
      password: 'Mật khẩu cần ít nhất 12 ký tự.',
    },
    wrong: { count: 3, firstHref: '#setupCode' },
  } satisfies SetupPage),
  galleryPage('setup.mail', 'admin', '/setup/mail', setupMail),
  galleryPage('setup.mail-failed', 'admin', '/setup/mail', {
    ...setupMail,
    outcome: {
      kind: 'failed',
      reason: { key: 'setup.trouble.unreachable', params: { server: 'smtp.xomchieu.example:465' } },
      reply: 'ESOCKET: connect ECONNREFUSED 203.0.113.7:465',
      isTriedAgain: true,
    },
  } satisfies SetupPage),
  galleryPage('setup.mail-sent', 'admin', '/setup/mail', {
    ...setupMail,
    outcome: { kind: 'sent' },
  } satisfies SetupPage),
  galleryPage('setup.mail-waiting', 'admin', '/setup/mail', {
    ...setupMail,
    outcome: { kind: 'waiting', lookHref: '/setup/mail?mail=0176a000-0000-7000-8000-000000000002' },
  } satisfies SetupPage),
  galleryPage('setup.mail-built-in', 'admin', '/setup/mail', {
    ...setupMail,
    isBuiltIn: true,
    outcome: { kind: 'sent' },
  } satisfies SetupPage),
];
