import { addDays, day, month } from '../../../src/kernel/month.ts';
import { listAddress, sortHeads } from '../../../src/pages/directory/page-rows.ts';
import type { FormsPage } from '../../../src/pages/forms/forms.view.ts';
import { FORM_COLUMNS } from '../../../src/pages/forms/review-queue.ts';
import type { OrdinaryFormsPage } from '../../../src/pages/forms/ordinary-forms.view.ts';
import { departments, meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { monthProgress } from './planning-data.ts';

const rows: FormsPage['forms'] = meetings.slice(0, 97).map((meeting, i) => ({
  submissionId: `f${i}`,
  href: `/submissions/f${i}`,
  branch: meeting.branch,
  day: meeting.day,
  specialist: meeting.people[0]?.name ?? 'Lê Thị Nga',
  department: meeting.people[0]?.department ?? 'Ban Tổ chức',
  state: i < 5 ? 'submitted' : i % 19 === 7 ? 'returned' : 'accepted',
  version: i % 11 === 2 ? 2 : 1,
  receivedAt: new Date(Date.UTC(2020, 11, 3 + (i % 6), 13, i % 60)),
  total: ['96,5', '91', '84,25', '78', '66,5'][i % 5] ?? '',
  rating: ['Tốt', 'Tốt', 'Khá', 'Khá', 'Trung bình'][i % 5] ?? null,
  isOfficial: i % 5 === 3,
  self: i % 4 === 3 ? null : (['98', '95', '90', '92', '85'][i % 5] ?? null),
  signs:
    i === 0
      ? [{ key: 'forms.sign.outlier', params: { median: '91,5', forms: 97 } }]
      : i === 1
        ? [{ key: 'forms.sign.no_cause' }]
        : [],
}));

const nothingOwed: FormsPage['owed'] = {
  count: 0,
  isShort: true,
  isSearch: false,
  departments: [],
  peopleToRemind: 0,
  remindAction: null,
  lines: '',
};

const forms: FormsPage = {
  monthProgress: monthProgress('forms', [
    { sentence: { key: 'waiting.review', params: { count: 5 } }, href: '/submissions/f0', month: null },
  ]),
  summary: { expected: 141, received: 97, accepted: 87, toReview: 5, returned: 5, missing: 30, notHeld: 14 },
  filters: {
    q: '',
    states: ['', 'submitted', 'accepted', 'returned'].map((value) => ({
      value,
      label:
        { '': 'Mọi trạng thái', submitted: 'Chờ duyệt', accepted: 'Đã chấp nhận', returned: 'Đã trả lại' }[value] ?? '',
      selected: value === '',
    })),
    sorts: [
      { value: 'signs', label: 'Cần xem trước', selected: true },
      { value: 'day', label: 'Theo ngày họp', selected: false },
    ],
    isActive: false,
  },
  ordinary: { href: '/months/2020-12/forms/ordinary', waiting: 5 },
  heads: sortHeads(listAddress('/months/2020-12/forms', {}, ['sort']), FORM_COLUMNS),
  forms: rows.slice(0, 50),
  found: 97,
  pagination: { from: 1, to: 50, total: 97, previousHref: null, nextHref: '/months/2020-12/forms?page=2' },
  off: [
    {
      visitId: 'o1',
      revision: 2,
      branch: 'Chi bộ Khu phố 9, Phường 13',
      day: day('2020-12-04'),
      specialist: 'Đỗ Thu Hà',
      state: 'missed',
      kind: 'ill',
      reason: 'Sốt xuất huyết, nhập viện từ chiều 03/12',
      takeBackAction: '/months/2020-12/forms/visits/o1/take-back',
    },
  ],
  owed: {
    count: 30,
    isShort: false,
    isSearch: false,
    departments: departments.slice(0, 5).map((name, i) => ({
      departmentId: `d${i}`,
      name,
      count: 6,
      late: i < 3 ? 4 : 0,
      isToRemind: i < 2,
      people: people.slice(i * 3, i * 3 + 3).map((person, at) => ({
        specialistId: person.id,
        name: person.name,
        isToRemind: i < 2 && at < 2,
        forms: meetings.slice(97 + i * 6 + at * 2, 99 + i * 6 + at * 2).map((meeting, nth) => ({
          visitId: `${i}-${at}-${nth}`,
          revision: 1,
          action: `/months/2020-12/forms/visits/${i}-${at}-${nth}`,
          branch: meeting.branch,
          day: meeting.day,
          isReturned: nth === 1 && at === 0,
          isWithdrawn: nth === 0 && at === 1,
          dueOn: addDays(meeting.day, 2),
          daysLate: i < 3 && at < 2 ? 1 + at * 9 : 0,
          remindedAt: at === 0 ? new Date('2020-12-05T01:00:00Z') : null,
          remindedBy: i === 0 ? 'Lê Thị Bích Ngọc' : null,
          remindedFor: null,
          month: nth === 1 && at === 1 ? { month: month('2020-11'), href: '/months/2020-11/forms' } : null,
        })),
      })),
    })),
    peopleToRemind: 4,
    remindAction: '/months/2020-12/forms/remind',
    lines:
      'Phiếu dự sinh hoạt quá hạn, tính đến 05/12/2020\n\nBan Tổ chức\n- Đỗ Thu Hà: Chi bộ Khu phố 3, họp 01/12, hạn 03/12, chậm 2 ngày',
  },
};

const waiting = (i: number): OrdinaryFormsPage['ordinary'][number] => ({
  href: `/submissions/f${i}`,
  mark: `f${i}/1`,
  branch: meetings[i]?.branch ?? '',
  day: meetings[i]?.day ?? day('2020-12-03'),
  specialist: meetings[i]?.people[0]?.name ?? 'Lê Thị Nga',
  total: ['96,5', '91', '84,25'][i % 3] ?? '',
  rating: ['Tốt', 'Tốt', 'Khá'][i % 3] ?? null,
});

const ordinary: OrdinaryFormsPage = {
  month: month('2020-12'),
  backHref: '/months/2020-12/forms',
  action: '/months/2020-12/forms/ordinary',
  ordinary: [1, 2, 3, 4, 5, 6].map(waiting),
  others: [
    { ...waiting(7), doubts: ['Giảm từ 10 điểm so với lần trước', 'Không có ai phát biểu'] },
    { ...waiting(8), doubts: ['Phiếu của chính đồng chí'] },
  ],
  outcome: null,
};

export const formsPages: readonly GalleryPage[] = [
  galleryPage('forms.full', 'board', '/months/2020-12/forms', forms satisfies FormsPage),
  galleryPage('forms.first', 'board', '/months/2020-12/forms', {
    ...forms,
    summary: { expected: 141, received: 0, accepted: 0, toReview: 0, returned: 0, missing: 0, notHeld: 141 },
    forms: [],
    owed: nothingOwed,
    off: [],
  } satisfies FormsPage),
  galleryPage('forms.unpublished', 'board', '/months/2020-12/forms', {
    ...forms,
    monthProgress: monthProgress('draft'),
    summary: { expected: 0, received: 0, accepted: 0, toReview: 0, returned: 0, missing: 0, notHeld: 0 },
    forms: [],
    owed: nothingOwed,
    off: [],
  } satisfies FormsPage),
  galleryPage('ordinary-forms.some', 'board', '/months/2020-12/forms', ordinary),
  galleryPage('ordinary-forms.done', 'board', '/months/2020-12/forms', {
    ...ordinary,
    ordinary: [],
    outcome: {
      accepted: 6,
      failed: [
        { branch: 'Chi bộ Khu phố 5', error: 'Trần Văn Ban đã sửa mục này lúc 09:12.', href: '/submissions/f5' },
      ],
    },
  }),
];
