import { day, month } from '../../../src/kernel/month.ts';
import type { RepairsPage } from '../../../src/pages/repairs/repairs.view.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const declined: RepairsPage = {
  month: month('2020-12'),
  meetingHref: '/meetings/m12',
  meetingId: 'm12',
  visitId: 'v1',
  branch: 'Chi bộ Khu phố 5, Phường 8',
  day: day('2020-12-03'),
  from: '19:30',
  why: { key: 'repairs.cause.declined', params: { name: 'Đỗ Thu Hà' } },
  error: null,
  against: [],
  filledBy: null,
  proposals: ['Trần Quốc Dũng (UBKT)', 'Lê Thị Nga (BTC)', 'Phạm Văn Minh (VP)'].map((names, i) => ({
    number: i + 1,
    names,
    lines: [`${names}: +1 lượt (2 → 3, phần của tháng 3)`, 'Chi bộ Khu phố 5, Phường 8 có người dự'],
    loss: i === 0 ? null : { key: 'repairs.loss.quality', params: { by: 14 * i } },
    others: i === 2 ? ['Nguyễn Thị Bích'] : [],
    told: [
      {
        name: names,
        way: { email: i === 1 ? null : 'nguoi@mau.example', message: null, phone: i === 1 ? '0903 111 222' : null },
      },
    ],
    fields: [{ name: 'on', value: `s${i}_m12` }],
    hours: ['m12_2020-12-03T12:30:00.000Z'],
  })),
  nearest: null,
  isComplete: true,
  action: '/months/2020-12/repairs',
  planId: 'p1',
  revision: 2,
  reason: 'Đỗ Thu Hà không dự được',
  reasonError: null,
  noticeNumber: { next: '07', typed: '', error: null },
  amendHref: '/months/2020-12/amend?meeting=m12',
};

export const repairsPages: readonly GalleryPage[] = [
  galleryPage('repairs.three', 'board', '/months/2020-12/repairs', declined satisfies RepairsPage),
  galleryPage('repairs.refused', 'board', '/months/2020-12/repairs', {
    ...declined,
    error: 'Không điều chỉnh như vậy được: trái với ràng buộc không được bỏ qua. Hãy chọn người khác.',
    against: ['Trần Quốc Dũng bận vào giờ đó'],
    proposals: declined.proposals.slice(1),
    isComplete: false,
  } satisfies RepairsPage),
  galleryPage('repairs.none', 'board', '/months/2020-12/repairs', {
    ...declined,
    visitId: '',
    why: { key: 'repairs.cause.empty' },
    proposals: [],
    nearest: { name: 'Lê Thị Nga', against: ['Lê Thị Nga thành 4 lượt, quá mức tối đa 3'] },
  } satisfies RepairsPage),
  galleryPage('repairs.filled', 'board', '/months/2020-12/repairs', {
    ...declined,
    proposals: [],
    filledBy: 'Lê Thị Nga',
  } satisfies RepairsPage),
  galleryPage('repairs.no-time', 'board', '/months/2020-12/repairs', {
    ...declined,
    proposals: [],
    isComplete: false,
  } satisfies RepairsPage),
];
