import type { Catalogues } from '../../../src/platform/i18n/messages.ts';
import { day, month } from '../../../src/kernel/month.ts';
import type { Register, RegisterChoice, TypedRow } from '../../../src/modules/directory/index.ts';
import { formParts } from '../../../src/pages/register/build-register-form.ts';
import type { BranchRulePage } from '../../../src/pages/register/branch-rule.view.ts';
import type { RegisterFormPage, RetirePage } from '../../../src/pages/register/register-form.view.ts';
import type { RegisterListPage, TakeBackPage } from '../../../src/pages/register/thing.view.ts';
import { departments, fields, meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { BRANCH, PERSON } from './thing-pages.ts';

const choices: ReadonlyMap<string, readonly RegisterChoice[]> = new Map([
  ['organisations', [{ code: 'DBP8', name: 'Đảng bộ Phường 8' }]],
  ['branchTypes', [{ code: 'KP', name: 'Khu phố, ấp' }]],
  ['departments', departments.map((name, i) => ({ code: `B${i}`, name }))],
  ['fields', fields.map((name, i) => ({ code: `L${i}`, name }))],
  ['branches', meetings.slice(0, 3).map(({ short, branch: name }) => ({ code: short, name }))],
  ['specialists', people.slice(0, 3).map(({ id, name }) => ({ code: id, name }))],
]);

const list = (tab: Register, isOfPeople: boolean): RegisterListPage => ({
  title: isOfPeople ? 'Xung đột lợi ích' : 'Tổ chức',
  tab,
  lead: 'Những chi bộ mà một người không được phân công dự, ngoài chi bộ đang sinh hoạt và chi bộ nơi cư trú.',
  total: 4,
  heads: ['Tổ chức', 'Loại tổ chức', 'Số chi bộ'].map((label, i) => ({
    label,
    sort: { href: `/organisations?sort=${i}`, isUp: i === 2, isDown: false },
  })),
  rows: [0, 1, 1, 2].map((depth, i) => ({
    id: `r-o${i}`,
    name: isOfPeople ? (people[i]?.name ?? '') : `Đảng bộ Phường ${i + 1}`,
    code: `DBP${i + 1}`,
    href: `/organisations/o${i}`,
    cells: [
      { head: 'Loại tổ chức', text: 'Đảng bộ cơ sở' },
      { head: 'Số chi bộ', text: i === 0 ? '' : '12' },
    ],
    depth: isOfPeople ? 0 : depth,
    isInUse: i !== 3,
  })),
  stays: tab === 'organisations' ? 'Không xóa được, vì các tháng trước còn tính theo.' : null,
  importHref: '/imports?scope=additions',
  addHref: '/organisations/new',
  add: 'Thêm tổ chức',
  empty: 'Chưa có mục nào',
});

const ruled = {
  rollWeekend: 'có',
  meetingDay: '31',
  meetingTime: '19:30',
  durationMinutes: '90',
  thematicMonths: '3; 6; 9; 12',
  thematicDay: '17',
};

function ruleOf(catalogues: Catalogues, errors: ReadonlyMap<string, string>): BranchRulePage {
  const content = { register: 'branches', rows: [ruled], isNew: false, choices, errors } as const;
  const fields = formParts(content, 'vi', catalogues.vi).sections.flatMap((section) => section.fields);
  const at = {
    from: '19:30',
    to: '21:00',
    movedFrom: null,
    isEarlier: false,
    because: [],
    isShortened: false,
    dayOff: null,
  };
  return {
    title: `Lịch sinh hoạt: ${BRANCH}`,
    backHref: '/branches/b1',
    back: BRANCH,
    action: '/branches/b1/rule',
    previewAction: '/branches/b1/rule/preview',
    seen: 7,
    error: null,
    faults: [],
    questions: [],
    fields: fields.filter(({ name }) => Object.keys(ruled).some((key) => name === `rows[0][${key}]`)),
    preview: {
      months: [
        {
          month: month('2021-01'),
          tet: null,
          without: [],
          meetings: [
            {
              ...at,
              day: day('2021-01-29'),
              kind: 'regular',
              movedFrom: day('2021-01-31'),
              isEarlier: true,
              because: [
                { day: day('2021-01-31'), because: 'weekend', kind: null, name: '' },
                { day: day('2021-01-30'), because: 'weekend', kind: null, name: '' },
              ],
            },
          ],
        },
        {
          month: month('2021-02'),
          tet: { from: day('2021-02-11'), to: day('2021-02-16') },
          without: [],
          meetings: [
            { ...at, day: day('2021-02-26'), kind: 'regular', isShortened: true },
            {
              ...at,
              day: day('2021-02-17'),
              kind: 'thematic',
              movedFrom: day('2021-02-15'),
              because: [{ day: day('2021-02-15'), because: 'holiday', kind: 'in_lieu', name: 'Tết Nguyên đán' }],
            },
          ],
        },
        {
          month: month('2021-03'),
          tet: null,
          without: [],
          meetings: [{ ...at, day: day('2021-03-31'), kind: 'combined', to: '21:30', dayOff: 'Nghỉ riêng' }],
        },
        { month: month('2021-04'), tet: null, without: ['combined'], meetings: [] },
      ],
    },
  };
}

export function registerPages(catalogues: Catalogues): GalleryPage[] {
  const form = (
    register: Register,
    rows: readonly TypedRow[],
    isNew: boolean,
    errors: ReadonlyMap<string, string>,
    more: Partial<RegisterFormPage> = {},
  ): RegisterFormPage => ({
    title: isNew ? 'Thêm chi bộ' : `Sửa ${BRANCH}`,
    backHref: '/branches',
    back: 'Chi bộ',
    action: '/branches',
    seen: isNew ? null : 7,
    error: null,
    faults: [],
    otherHref: null,
    needs: [],
    questions: [],
    ...formParts({ register, rows, isNew, choices, errors }, 'vi', catalogues.vi),
    ...more,
  });
  const typed = {
    code: 'P8-KP5',
    name: BRANCH,
    shortLabel: 'P8.5',
    organisation: 'DBP8',
    type: 'KP',
    members: '42',
    official: '40',
    probationary: '1',
    weakFields: 'L1: 0,8; L4: 1',
    thematicMonths: '3; 6; 9; 12',
    rollWeekend: 'có',
    meetingDay: '3',
    meetingTime: '19:30',
  };
  const wrong = new Map([
    ['0/members', '“Số đảng viên” không bằng tổng của “Chính thức”, “Dự bị” (41). Hãy kiểm tra các ô này.'],
    ['0/weakFields', 'Không đọc được “L1: nhiều”.'],
  ]);
  return [
    galleryPage('register-list.tree', 'board', '/organisations', list('organisations', false)),
    galleryPage('register-list.conflicts', 'board', '/conflicts', list('conflicts', true)),
    galleryPage('branch-rule.preview', 'board', '/branches/b1/rule', ruleOf(catalogues, new Map())),
    galleryPage('branch-rule.wrong', 'board', '/branches/b1/rule', {
      ...ruleOf(catalogues, new Map([['0/meetingDay', 'Không đọc được “ba”. Hãy ghi số từ 1 đến 31.']])),
      error: 'Lê Thị Bích Ngọc đã sửa mục này lúc 10:12, 19/11/2020.',
      faults: ['Chi bộ chưa có tháng chuyên đề trong quý II.'],
      questions: [
        {
          name: 'answers[q1]',
          sentence: 'Giờ họp 07:30 có đúng không?',
          kind: 'confirm',
          readings: null,
          answer: null,
        },
      ],
      preview: { months: null },
    }),
    galleryPage('register-form.branch', 'board', '/branches/b1/edit', form('branches', [typed], false, wrong)),
    galleryPage(
      'register-form.asked',
      'board',
      '/specialists/new',
      form('specialists', [{ name: PERSON, mayLead: 'không' }], true, new Map(), {
        faults: ['P1-KP1 Chi bộ Khu phố 1 còn ở dưới “DBP1”.'],
        otherHref: '/specialists/s9',
        questions: [
          {
            name: 'answers[q1]',
            sentence: 'Có thể người này đã có trong danh bạ.',
            kind: 'confirm',
            readings: null,
            answer: null,
          },
          {
            name: 'answers[q2]',
            sentence: 'Có vẻ viết bằng phông chữ cũ.',
            kind: 'readings',
            readings: { asRead: 'Nhập chữ đã đọc lại', other: 'Giữ như trong tệp' },
            answer: 'as_read',
          },
        ],
      }),
    ),
    galleryPage(
      'register-form.first',
      'board',
      '/branches/new',
      form('branches', [{ rollWeekend: 'có' }], true, new Map(), {
        needs: [
          { name: 'Thêm tổ chức', note: null, href: '/organisations/new' },
          { name: 'Thêm loại chi bộ', note: null, href: '/branch-types/new' },
        ],
      }),
    ),
    galleryPage(
      'register-form.organisation',
      'board',
      '/organisations/o1/edit',
      form(
        'organisations',
        [
          { code: 'DBP8', kind: 'Đảng bộ cơ sở', name: 'Đảng bộ Phường 8', validTo: '31/12/2020' },
          { code: 'DBP8', kind: 'Đảng bộ cơ sở', name: 'Đảng bộ Phường Vĩnh Hội', validFrom: '01/01/2021' },
        ],
        false,
        new Map(),
        { error: 'Lê Thị Bích Ngọc đã sửa mục này lúc 10:12, 19/11/2020.' },
      ),
    ),
    galleryPage('register-retire.asked', 'board', '/specialists/s4/retire', {
      title: `Ngừng dùng ${PERSON}`,
      name: PERSON,
      backHref: '/specialists/s4',
      action: '/specialists/s4/retire',
      seen: 7,
      error: null,
      effects: ['Người này không còn được phân công.'],
      members: [],
      moreMembers: [],
      membersTitle: '',
      membersTodo: '',
      retire: 'Ngừng dùng',
      questions: [
        {
          name: 'answers[q1]',
          sentence: 'Còn việc phía trước: tháng 12/2020.',
          kind: 'confirm',
          readings: null,
          answer: null,
        },
      ],
      visits: meetings.slice(0, 3).map((meeting) => ({
        day: meeting.day,
        time: meeting.from,
        branch: meeting.branch,
        name: PERSON,
        meetingHref: `/meetings/${meeting.id}`,
      })),
    } satisfies RetirePage),
    galleryPage('register-take-back', 'board', '/branches/b1/changes/i1/take-back', {
      title: `Rút lại thay đổi của ${BRANCH}`,
      name: BRANCH,
      backHref: '/branches/b1',
      action: '/branches/b1/changes/i1/take-back',
      error: null,
      change: {
        at: new Date('2020-11-19T03:12:00Z'),
        by: PERSON,
        fileName: null,
        importHref: null,
        isTakenBack: false,
        takeBackHref: null,
        outcome: 'changed',
        fields: [{ label: 'Ngày sinh hoạt', from: '5', to: '3' }],
      },
      effect: 'Các ô đã sửa trở lại như trước lần sửa này.',
      visits: [],
    } satisfies TakeBackPage),
    galleryPage('register-take-back.refused', 'board', '/branches/b1/changes/i1/take-back', {
      title: `Rút lại thay đổi của ${BRANCH}`,
      name: BRANCH,
      backHref: '/branches/b1',
      action: null,
      error: 'Chưa rút lại được: 1 dòng của lần nhập này đã được thay đổi sau đó.',
      change: {
        at: new Date('2020-11-19T03:12:00Z'),
        by: null,
        fileName: null,
        importHref: null,
        isTakenBack: false,
        takeBackHref: null,
        outcome: 'back',
        fields: [],
      },
      effect: 'Mục này lại ngừng dùng, như trước khi dùng lại. Dữ liệu cũ vẫn giữ.',
      visits: meetings.slice(0, 2).map((meeting) => ({
        day: meeting.day,
        time: meeting.from,
        branch: meeting.branch,
        name: PERSON,
        meetingHref: `/meetings/${meeting.id}`,
      })),
    } satisfies TakeBackPage),
    galleryPage('register-retire.members', 'board', '/departments/d1/retire', {
      title: 'Ngừng dùng Ban Tổ chức',
      name: 'Ban Tổ chức',
      backHref: '/departments/d1',
      action: '/departments/d1/retire',
      seen: 7,
      error: 'Chưa ngừng dùng được.',
      effects: ['Ban này không còn trong danh sách chọn.'],
      members: people.slice(0, 3).map(({ name }) => name),
      moreMembers: people.slice(3, 5).map(({ name }) => name),
      membersTitle: 'Còn 5 người thuộc ban này',
      membersTodo: 'Hãy chuyển họ sang ban khác hoặc cho họ ngừng dùng trước.',
      retire: 'Ngừng dùng',
      questions: [],
      visits: [],
    } satisfies RetirePage),
  ];
}
