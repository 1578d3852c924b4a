import { day } from '../../../src/kernel/month.ts';
import type { AmendPage } from '../../../src/pages/amend/amend.view.ts';
import type { HandoverPage } from '../../../src/pages/amend/handover.view.ts';
import type { AmendmentsPage } from '../../../src/pages/amend/amendments.view.ts';
import { MONTH } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const PAGE = '/months/2020-12/amend';
const BRANCH = 'Chi bộ Khu phố 5, Phường 8';

const choosing: AmendPage = {
  month: MONTH,
  backHref: '/meetings/m12',
  backTo: BRANCH,
  action: PAGE,
  planId: 'p1',
  revision: 2,
  meetings: [
    { value: 'm12', label: `03/12 19:30 – ${BRANCH}`, selected: true },
    { value: 'm13', label: '05/12 08:00 – Chi bộ Trường Tiểu học Vĩnh Hội', selected: false },
  ],
  meeting: {
    meetingId: 'm12',
    branch: BRANCH,
    day: day('2020-12-03'),
    from: '19:30',
    isClosed: false,
    declined: ['Phạm Văn Long'],
    going: [
      { name: 'Trần Quốc Dũng', state: 'accepted', isOff: false, href: `${PAGE}?meeting=m12&off=v1` },
      { name: 'Đỗ Thu Hà', state: 'done', isOff: false, href: null },
    ],
    candidates: [
      {
        name: 'Vũ Đình Khôi (MTTQ)',
        about: '2 → 3 lượt, phần của tháng 3,1 · cách 2,4 km',
        against: '',
        sendHref: `${PAGE}?meeting=m12&on=s2_m12`,
      },
      {
        name: 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên (Văn phòng Quận ủy)',
        about: '3 → 4 lượt, phần của tháng 3,1 · chưa rõ quãng đường',
        against: `${BRANCH} chỉ cần nhiều nhất 1 người dự`,
        sendHref: `${PAGE}?meeting=m12&on=s3_m12`,
      },
    ],
    moreCandidates: [
      { name: 'Phạm Văn Hòa (BTG)', about: '4 → 5 lượt', against: '', sendHref: `${PAGE}?meeting=m12&on=s4_m12` },
    ],
    impossible: [{ name: 'Ngô Mai Quyên (BTC)', against: 'Ngô Mai Quyên bận vào giờ đó' }],
  },
  fields: [],
  changes: [],
  lines: [],
  can: 'yes',
  against: [],
  rules: ['verify.ineligible/rotation'],
  hours: [],
  mails: [],
  reason: '',
  replanHref: '/months/2020-12/replan',
  reasonError: null,
  noticeNumber: { next: '07', typed: '', error: null },
  error: null,
};

const chosen: AmendPage = {
  ...choosing,
  hours: ['m12_2020-12-03T12:30:00.000Z'],
  meeting: choosing.meeting && {
    ...choosing.meeting,
    going: [
      { name: 'Trần Quốc Dũng', state: 'accepted', isOff: true, href: `${PAGE}?meeting=m12` },
      { name: 'Vũ Đình Khôi', state: null, isOff: false, href: `${PAGE}?meeting=m12&off=v1` },
    ],
  },
  fields: [
    { name: 'off', value: 'v1' },
    { name: 'on', value: 's2_m12' },
  ],
  changes: [
    { text: `Thôi cử Trần Quốc Dũng dự ${BRANCH} (03/12 19:30)`, removeHref: `${PAGE}?meeting=m12&on=s2_m12` },
    { text: `Cử Vũ Đình Khôi dự ${BRANCH} (03/12 19:30)`, removeHref: `${PAGE}?meeting=m12&off=v1` },
  ],
  lines: ['Trần Quốc Dũng: −1 lượt (3 → 2, phần của tháng 3,1)', 'số lượt của mọi người đều hơn'],
  can: 'with_reason',
  against: ['Vũ Đình Khôi vừa dự chi bộ này, chưa đủ khoảng cách luân phiên'],
  mails: [
    {
      name: 'Trần Quốc Dũng',
      way: { email: 'dung@quan4.mau.example', message: null, phone: null },
      what: { key: 'amend.mail.off' },
    },
    {
      name: 'Vũ Đình Khôi',
      way: { email: null, message: null, phone: '0903 111 222' },
      what: { key: 'amend.mail.on' },
    },
    { name: 'Đỗ Thu Hà', way: { email: null, message: '0903 333 444', phone: null }, what: { key: 'amend.mail.on' } },
  ],
};

const history: AmendmentsPage = {
  month: MONTH,
  monthHref: '/months/2020-12',
  amendHref: PAGE,
  amendments: [
    {
      number: 2,
      at: new Date('2020-12-02T03:10:00Z'),
      by: 'Lê Thị Bích Ngọc',
      kind: 'swap',
      reason: 'Hai đồng chí thống nhất đổi lượt',
      overrules: false,
      notice: null,
      meetings: [
        { href: '/meetings/m13', branch: 'Chi bộ Trường Tiểu học', at: '05/12 08:00', off: ['Phạm Văn Hòa'], on: [] },
      ],
    },
    {
      number: 1,
      at: new Date('2020-11-30T08:00:00Z'),
      by: '',
      kind: 'board',
      reason: `Đồng chí Dũng được triệu tập đi học lớp ${'bồi dưỡng '.repeat(12)}`,
      overrules: true,
      notice: { symbol: '06-TB/BTCQU', pdfHref: '/documents/d1/pdf', docxHref: '/documents/d1/docx' },
      meetings: [
        { href: '/meetings/m12', branch: BRANCH, at: '03/12 19:30', off: ['Trần Quốc Dũng'], on: ['Vũ Đình Khôi'] },
      ],
    },
  ],
  differences: [
    {
      href: '/meetings/m12',
      branch: BRANCH,
      day: day('2020-12-03'),
      from: '19:30',
      isCancelled: false,
      before: [{ name: 'Trần Quốc Dũng', isGone: true }],
      now: [{ name: 'Vũ Đình Khôi', isNew: true, state: 'offered' }],
    },
    {
      href: '/meetings/m13',
      branch: 'Chi bộ Trường Tiểu học Vĩnh Hội',
      day: day('2020-12-05'),
      from: '08:00',
      isCancelled: false,
      before: [{ name: 'Phạm Văn Hòa', isGone: true }],
      now: [],
    },
    {
      href: '/meetings/m14',
      branch: 'Chi bộ Khu phố 2',
      day: day('2020-12-06'),
      from: '08:00',
      isCancelled: true,
      before: [{ name: 'Đỗ Thu Hà', isGone: true }],
      now: [],
    },
  ],
  same: [
    {
      href: '/meetings/m15',
      branch: 'Chi bộ Khu phố 3',
      day: day('2020-12-07'),
      from: '19:00',
      isCancelled: false,
      before: [{ name: 'Đỗ Thu Hà', isGone: false }],
      now: [{ name: 'Đỗ Thu Hà', isNew: false, state: 'accepted' }],
    },
  ],
};

const leaving: HandoverPage = {
  name: 'Trần Quốc Dũng',
  backHref: '/specialists/s1',
  action: '/specialists/s1/handover',
  formsAction: '/specialists/s1/handover/forms',
  months: [
    {
      month: MONTH,
      planId: 'p1',
      revision: 3,
      reason: 'Bàn giao các lượt dự của đồng chí Trần Quốc Dũng',
      reasonError: null,
      noticeNumber: { typed: '', next: '07', error: null },
      visits: ['m12', 'm13'].map((id) => ({
        field: `take_v1_${id}`,
        branch: BRANCH,
        day: day('2020-12-03'),
        from: '19:30',
        hour: `${id}_2020-12-03T12:30:00.000Z`,
        href: `/meetings/${id}`,
        people: [
          { value: 's2', label: 'Vũ Đình Khôi (MTTQ): 2 → 3 lượt, phần của tháng 3,1, cách 2,4 km', selected: true },
          { value: 'nobody', label: 'Thôi cử, chưa cử ai thay', selected: false },
          { value: 'keep', label: 'Vẫn do Trần Quốc Dũng dự', selected: false },
        ],
      })),
    },
  ],
  forms: [
    {
      visitId: 'v9',
      revision: 2,
      branch: 'Chi bộ Trường Tiểu học Vĩnh Hội',
      day: day('2020-11-28'),
      field: 'stand-in-v9',
      people: [{ value: 's3', label: 'Phạm Văn Hòa (BTG)', selected: true }],
    },
  ],
  error: null,
};

export const amendPages: readonly GalleryPage[] = [
  galleryPage('amend.choosing', 'board', `${PAGE}?meeting=m12`, choosing satisfies AmendPage),
  galleryPage('amend.chosen', 'board', `${PAGE}?meeting=m12&off=v1&on=s2_m12`, chosen satisfies AmendPage),
  galleryPage('amend.refused', 'board', PAGE, {
    ...chosen,
    can: 'no',
    against: ['Vũ Đình Khôi không kịp dự hết, vì trùng giờ hoặc quá sát nhau: Chi bộ Khu phố 2 (03/12 19:00)'],
    mails: [],
    error: 'Không điều chỉnh như vậy được: trái với ràng buộc không được bỏ qua. Hãy chọn người khác.',
  } satisfies AmendPage),
  galleryPage('amend.over', 'board', PAGE, {
    ...choosing,
    meetings: [],
    meeting: choosing.meeting && {
      ...choosing.meeting,
      isClosed: true,
      going: [],
      candidates: [],
      moreCandidates: [],
      impossible: [],
    },
  } satisfies AmendPage),
  galleryPage('amendments.two', 'leader', '/months/2020-12/amendments', {
    ...history,
    amendHref: null,
  } satisfies AmendmentsPage),
  galleryPage('amendments.none', 'board', '/months/2020-12/amendments', {
    ...history,
    amendments: [],
    differences: [],
  } satisfies AmendmentsPage),
  galleryPage('handover.leaving', 'board', '/specialists/s1/handover', leaving satisfies HandoverPage),
  galleryPage('handover.refused', 'board', '/specialists/s1/handover', {
    ...leaving,
    error: 'Hãy ghi lý do điều chỉnh: lý do được in trong thông báo và lưu cùng điều chỉnh.',
  } satisfies HandoverPage),
  galleryPage('handover.nothing', 'board', '/specialists/s1/handover', {
    ...leaving,
    months: [],
    forms: [],
  } satisfies HandoverPage),
];
