import { day } from '../../../src/kernel/month.ts';
import type { AccountsPage } from '../../../src/pages/accounts/accounts.view.ts';
import type { AccountPage } from '../../../src/pages/account/account.view.ts';
import type { MailsPage } from '../../../src/pages/mails/mails.view.ts';
import type { MessageRow, WebhookPage } from '../../../src/pages/mails/webhook.view.ts';
import type { MailPage, MailboxPage } from '../../../src/pages/mailbox/mailbox.view.ts';
import type { Option } from '../../../src/platform/views/page-context.ts';
import { meetings } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

export const options = (all: string, labels: readonly string[]): readonly Option[] =>
  [all, ...labels].map((label, i) => ({ value: i === 0 ? '' : label, label, selected: i === 0 }));

const channels = [
  { value: 'mail', label: 'Chỉ thư', selected: false },
  { value: 'both', label: 'Thư và tin nhắn', selected: true },
  { value: 'message', label: 'Chỉ tin nhắn', selected: false },
];
const account: AccountPage = {
  name: 'Trần Quốc Dũng',
  email: 'dung.tran@mau.example',
  roles: ['specialist', 'board'],
  locales: ['Tiếng Việt', 'English'].map((label, i) => ({ value: i ? 'en' : 'vi', label, selected: i === 0 })),
  revision: 1,
  hasPassword: true,
  leastPassword: 12,
  errors: {},
  sessions: [
    ['Chrome, Windows', '2020-11-20T01:00:00Z', '2020-11-20T07:00:00Z', null],
    ['Safari, iPhone', '2020-11-12T01:00:00Z', '2020-11-19T09:00:00Z', '/account/sessions/2/end'],
    ['', '2020-11-10T01:00:00Z', '2020-11-18T09:00:00Z', '/account/sessions/3/end'],
  ].map(([device, openedAt, usedAt, endAction]) => ({
    device: device ?? '',
    openedAt: new Date(openedAt ?? ''),
    usedAt: new Date(usedAt ?? ''),
    endAction: endAction ?? null,
  })),
  messages: {
    seen: 1,
    address: '0912345678',
    kinds: [
      { name: 'channel-duties', label: 'Phân công và thay đổi lượt dự', channels: channels.slice(0, 2) },
      { name: 'channel-swaps', label: 'Đổi lượt', channels },
    ],
  },
  calendar: {
    url: 'https://giaoban.example.vn/calendar/3d9f0c1b7a6e4f52b8d1c0a97e6f5d43/visits.ics',
    subscribeHref: 'webcal://giaoban.example.vn/calendar/3d9f0c1b7a6e4f52b8d1c0a97e6f5d43/visits.ics',
    renewAction: '/account/calendar',
  },
};

const sortHead = { href: '/accounts?sort=name', isUp: false, isDown: false };

const accounts: AccountsPage = {
  filters: {
    q: '',
    roles: options('Mọi vai trò', ['ban chủ trì', 'lãnh đạo', 'quản trị']),
    sort: '',
    isActive: false,
  },
  heads: { name: sortHead, role: { ...sortHead, isUp: true }, signed_in: sortHead },
  total: 3,
  pagination: null,
  deputies: [
    {
      name: 'Phạm Văn Hòa',
      role: 'leader',
      deputy: 'Ngô Mai Quyên',
      from: day('2020-11-18'),
      to: day('2020-11-30'),
      isOn: true,
      endAction: '/accounts/deputies/1/end',
    },
  ],
  deputise: {
    action: '/accounts/deputies',
    isOpen: true,
    holders: options('Hãy chọn', ['Phạm Văn Hòa: lãnh đạo', 'Ngô Mai Quyên: quản trị']),
    people: options('Hãy chọn', ['Trần Quốc Dũng (dung.tran@mau.example)']),
    from: '2020-11-20',
    to: '2020-11-10',
    error: 'Ngày cuối không được trước ngày đầu hay đã qua, và không quá một năm.',
    errors: {},
  },
  people: [
    {
      name: 'Ngô Mai Quyên',
      email: 'mai.quyen@mau.example',
      roles: [
        { role: 'admin', takeAction: null },
        { role: 'board', takeAction: '/accounts/1/roles/board/take' },
      ],
      isDisabled: false,
      openSessions: 2,
      usedAt: new Date('2020-11-20T07:00:00Z'),
      signedInAt: new Date('2020-11-18T01:00:00Z'),
      mail: {
        sentence: { key: 'accounts.mail.sent' },
        at: new Date('2020-11-17T03:00:00Z'),
        isWrong: false,
        reply: null,
      },
      signOutAction: '/accounts/1/sign-out',
      linkAction: '/accounts/1/link',
      disableAction: null,
      enableAction: null,
      address: { action: '/accounts/1/address', typed: 'mai.quyen@mau.example', error: null },
    },
    {
      name: 'Phạm Văn Hòa',
      email: 'hoa.pham@mau.exmple',
      roles: [{ role: 'leader', takeAction: '/accounts/3/roles/leader/take' }],
      isDisabled: true,
      openSessions: 0,
      usedAt: null,
      signedInAt: null,
      mail: {
        sentence: { key: 'accounts.mail.failed' },
        at: new Date('2020-11-17T03:00:00Z'),
        isWrong: true,
        reply: '550 5.1.2 no such domain',
      },
      signOutAction: null,
      linkAction: null,
      disableAction: null,
      enableAction: '/accounts/3/enable',
      address: {
        action: '/accounts/3/address',
        typed: 'hòa.phạm@mau.example',
        error: 'Địa chỉ này không nhận được thư. Có phải là hoa.pham@mau.example?',
      },
    },
    {
      name: 'Trần Quốc Dũng',
      email: 'dung.tran@mau.example',
      roles: [{ role: 'specialist', takeAction: null }],
      isDisabled: false,
      openSessions: 0,
      usedAt: null,
      signedInAt: null,
      mail: null,
      signOutAction: null,
      linkAction: '/accounts/2/link',
      disableAction: '/accounts/2/disable',
      enableAction: null,
      address: null,
    },
  ],
  invite: {
    action: '/accounts',
    isOpen: false,
    name: '',
    email: '',
    roles: ['ban chủ trì', 'lãnh đạo', 'mặt trận', 'quản trị'].map((label, i) => ({
      value: ['board', 'leader', 'front', 'admin'][i] ?? '',
      label,
      selected: i === 1,
    })),
    errors: {},
  },
};

const messageRows: readonly MessageRow[] = [
  {
    name: '',
    address: '0912345678',
    kind: 'trial',
    state: 'sent',
    answer: '202: queued',
    madeAt: new Date('2020-11-25T01:00:00Z'),
    nextAt: null,
  },
  {
    name: 'Lê Thị Nga',
    address: '0987654321',
    kind: 'duties',
    state: 'failed',
    answer: '422: unknown number',
    madeAt: new Date('2020-11-25T01:02:00Z'),
    nextAt: null,
  },
  {
    name: 'Đỗ Thu Hà',
    address: '0911222333',
    kind: 'swaps',
    state: 'queued',
    answer: '503',
    madeAt: new Date('2020-11-25T01:04:00Z'),
    nextAt: new Date('2020-11-25T01:20:00Z'),
  },
];

const webhook: WebhookPage = {
  url: 'https://cong.example.vn/tin-nhan',
  kinds: [
    { value: 'duties', label: 'Phân công và thay đổi lượt dự', selected: true },
    { value: 'reminders', label: 'Nhắc việc', selected: true },
    { value: 'swaps', label: 'Đổi lượt', selected: false },
  ],
  instead: [
    { value: 'duties', label: 'Phân công và thay đổi lượt dự', selected: false },
    { value: 'reminders', label: 'Nhắc việc', selected: true },
    { value: 'swaps', label: 'Đổi lượt', selected: false },
  ],
  seen: 2,
  error: null,
  urlError: null,
  gateway: { secret: 'q7Xv2n1w8sKc0pRt5yUb3mZe6hJd9fLa', isPaused: false, trialId: 't1' },
  messages: messageRows,
};

const mailbox: MailboxPage = {
  q: '',
  total: 187,
  mails: meetings.slice(0, 30).map((meeting, i) => ({
    mailId: `k${i}`,
    subject: i % 3 ? 'Phân công dự sinh hoạt chi bộ tháng 12/2020' : 'Nhắc gửi phiếu dự sinh hoạt',
    to: `${meeting.people[0]?.name ?? 'Ban Tổ chức'} <nguoi${i}@mau.example>`,
    sentAt: new Date(Date.UTC(2020, 10, 25, 1, i)),
    attachments: i % 3 ? 3 : 0,
  })),
  previousHref: null,
  nextHref: '/mailbox?before=k30',
};

export const officePages: readonly GalleryPage[] = [
  galleryPage('accounts.list', 'admin', '/accounts', accounts satisfies AccountsPage),
  galleryPage('accounts.refused', 'admin', '/accounts', {
    ...accounts,
    invite: {
      ...accounts.invite,
      isOpen: true,
      name: 'Lê Thị Trực',
      email: 'trực@mau.example',
      errors: { email: 'Địa chỉ này không nhận được thư. Có phải là truc@mau.example?' },
    },
  } satisfies AccountsPage),
  galleryPage('account.full', 'specialist', '/account', account satisfies AccountPage),
  galleryPage('account.first', 'specialist', '/account', {
    ...account,
    name: '',
    hasPassword: false,
    errors: {
      name: 'Ghi họ và tên, tối đa 200 ký tự.',
      password: 'Mật khẩu cần ít nhất 12 ký tự và không trùng với tên hay thư điện tử.',
    },
    sessions: account.sessions.slice(0, 1),
    calendar: { url: null, subscribeHref: null, renewAction: '/account/calendar' },
  } satisfies AccountPage),
  galleryPage('mails.none', 'admin', '/mails', {
    delivery: {
      kind: 'done',
      sentence: { key: 'mails.all_taken', params: { total: 44 } },
      hold: null,
      troubles: [],
      more: 0,
      again: null,
      month: null,
    },
    days: 60,
    unreachable: [],
    addresses: [],
    messages: [],
    webhookHref: null,
    replies: [],
    strays: [],
  } satisfies MailsPage),
  galleryPage('mails.held', 'admin', '/mails', {
    delivery: {
      kind: 'warning',
      sentence: {
        key: 'mails.some_taken',
        params: { total: 44, sent: 0, waiting: 44, failed: 0, replaced: 0, cameBack: 1 },
      },
      hold: {
        since: new Date('2020-11-25T01:12:00Z'),
        until: new Date('2020-11-25T01:22:00Z'),
        reply: 'EMESSAGE 550 5.7.60: 550 5.7.60 not allowed to send as this sender',
      },
      troubles: [
        {
          mailId: 'k1',
          to: 'Đỗ Thu Hà',
          address: 'ha@mau.example',
          subject: 'Lịch dự sinh hoạt chi bộ tháng 12/2020: 4 buổi',
          state: 'queued',
          reason: { key: 'mails.reason.service' },
          reply: 'EMESSAGE 550 5.7.60: 550 5.7.60 not allowed to send as this sender',
          reportedAt: null,
          nextAt: new Date('2020-11-25T01:22:00Z'),
          againAction: '/mails/k1/again',
        },
        {
          mailId: 'k2',
          to: 'Lê Thị Nga',
          address: 'nga@mau.example',
          subject: 'Lịch dự sinh hoạt chi bộ tháng 12/2020: 3 buổi',
          state: 'came_back',
          reason: { key: 'mails.reason.returned.no_mailbox' },
          reply: '5.1.1: 550 5.1.1 no such user',
          reportedAt: new Date('2020-11-25T00:40:00Z'),
          nextAt: null,
          againAction: '/mails/k2/again',
        },
      ],
      more: 0,
      again: { action: '/mails/again', count: 45 },
      month: null,
    },
    days: 60,
    unreachable: [],
    addresses: [
      {
        name: 'Lê Thị Nga',
        address: 'nga@mau.example',
        kind: 'returned',
        at: new Date('2020-11-25T00:40:00Z'),
        reply: '5.1.1: 550 5.1.1 no such user',
        href: '/specialists/s1',
      },
      {
        name: 'Phạm Văn Hòa',
        address: 'hoa@mau.example',
        kind: 'refused',
        at: new Date('2020-11-24T08:15:00Z'),
        reply: '',
        href: null,
      },
    ],
    messages: messageRows.slice(1),
    webhookHref: '/webhook',
    replies: [
      {
        name: 'Lê Thị Nga',
        branch: 'Chi bộ Khu phố 5, Phường 8',
        day: day('2020-12-03'),
        meetingHref: '/meetings/m1',
        state: 'offered',
        answer: 'declined',
        comment: 'Hôm đó tôi đi học.',
        attendee: 'nga@mau.example',
        problem: null,
        receivedAt: new Date('2020-11-26T02:10:00Z'),
        isOpen: true,
      },
      {
        name: 'Đỗ Thu Hà',
        branch: 'Chi bộ Trường Tiểu học Bến Vân Đồn',
        day: day('2020-12-04'),
        meetingHref: '/meetings/m2',
        state: 'accepted',
        answer: 'declined',
        comment: '',
        attendee: 'ai.do@noi.khac.example',
        problem: 'attendee',
        receivedAt: new Date('2020-11-25T09:00:00Z'),
        isOpen: false,
      },
    ],
    strays: [
      {
        sender: 'thu.ky@mau.example',
        subject: 'Tự động trả lời: Lịch dự sinh hoạt chi bộ tháng 12/2020',
        reason: 'automatic',
        receivedAt: new Date('2020-11-25T03:00:00Z'),
      },
    ],
  } satisfies MailsPage),
  galleryPage('webhook.used', 'admin', '/webhook', webhook satisfies WebhookPage),
  galleryPage('webhook.wrong', 'admin', '/webhook', {
    ...webhook,
    url: 'http://cong.example.vn',
    urlError: 'Địa chỉ phải bắt đầu bằng https:// để tin nhắn không bị đọc dọc đường.',
    gateway: null,
    messages: [],
  } satisfies WebhookPage),
  galleryPage('mailbox.full', 'board', '/mailbox', mailbox satisfies MailboxPage),
  galleryPage('mailbox.empty', 'board', '/mailbox', {
    ...mailbox,
    total: 0,
    mails: [],
    nextHref: null,
  } satisfies MailboxPage),
  galleryPage('mail.letter', 'board', '/mailbox/k1', {
    subject: 'Phân công dự sinh hoạt chi bộ tháng 12/2020',
    from: 'Giao Ban <giaoban@localhost>',
    to: 'Trần Quốc Dũng <dung.tran@mau.example>',
    sentAt: new Date('2020-11-25T01:12:00Z'),
    text: [
      {
        words: 'Kính gửi đồng chí Trần Quốc Dũng,\n\nTháng 12/2020 đồng chí được phân công dự 3 cuộc sinh hoạt:\n',
        href: null,
      },
      { words: '– Thứ Năm 03/12, 19:30: Chi bộ Khu phố 5, Phường 8\n\nNhận hoặc từ chối tại: ', href: null },
      { words: 'http://localhost:3000/my/visits', href: 'http://localhost:3000/my/visits' },
    ],
    attachments: [{ name: 'phan-cong.ics', type: 'text/calendar', href: '/mailbox/k1/attachments/0' }],
    rawHref: '/mailbox/k1/raw.eml',
  } satisfies MailPage),
];
