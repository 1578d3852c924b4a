import type { OutsideNotYetPage, OutsidePage } from '../../../src/pages/outside/outside.view.ts';
import { MONTH, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const PAGE = '/months/2020-12/outside';
const seat = (number: number, chosen = '') => ({
  name: `observer${number}`,
  number,
  people: [
    { value: '', label: '– Chọn người –', selected: chosen === '' },
    ...people
      .slice(0, 12)
      .map(({ id, name, department }) => ({ value: id, label: `${name} (${department})`, selected: id === chosen })),
    { value: 'account:a1', label: 'Lê Thị Bích Ngọc (chưa có trong danh bạ)', selected: chosen === 'account:a1' },
  ],
});

const empty: OutsidePage = {
  month: MONTH,
  backHref: '/months/2020-12',
  action: PAGE,
  planId: 'p1',
  seen: 3,
  branches: [
    { value: '', label: 'Chọn chi bộ', selected: true },
    { value: 'b1', label: 'Chi bộ Khu phố 5, Phường 8 (Đảng bộ Phường 8)', selected: false },
  ],
  kinds: [
    { value: 'regular', label: 'Thường kỳ', selected: true },
    { value: 'thematic', label: 'Chuyên đề', selected: false },
    { value: 'combined', label: 'Kết hợp', selected: false },
  ],
  values: { day: '2020-12-11', time: '19:30', minutes: '90', place: '' },
  observers: [seat(1), seat(2), seat(3)],
  departments: [
    { value: '', label: '– Chọn ban, cơ quan –', selected: true },
    { value: 'BTC', label: 'Ban Tổ chức Quận ủy', selected: false },
  ],
  counts: false,
  reason: '',
  errors: {},
  error: null,
  against: [],
};

export const outsidePages: readonly GalleryPage[] = [
  galleryPage('outside-not-yet', 'board', PAGE, {
    month: MONTH,
    backHref: '/months/2020-12',
    calendarHref: '/months/2020-12/calendar/add',
    deskHref: '/months/2020-12/desk',
  } satisfies OutsideNotYetPage),
  galleryPage('outside.empty', 'board', PAGE, empty satisfies OutsidePage),
  galleryPage('outside.faults', 'board', PAGE, {
    ...empty,
    errors: {
      branchId: 'Hãy chọn chi bộ.',
      observer1: 'Hãy chọn ít nhất một người dự.',
      department: 'Hãy chọn ban, cơ quan của người chưa có trong danh bạ.',
    },
  } satisfies OutsidePage),
  galleryPage('outside.refused', 'board', PAGE, {
    ...empty,
    counts: true,
    departments: [],
    observers: [seat(1, people[0]?.id), seat(2, 'account:a1'), seat(3)],
    reason: 'Chi bộ họp bất thường về nhân sự',
    error: 'Không ghi được cuộc họp này với người dự đã chọn.',
    against: ['Trần Quốc Dũng không dự được cả hai: Chi bộ Khu phố 5 (11/12 19:30), Chi bộ Khu phố 7 (11/12 20:00)'],
  } satisfies OutsidePage),
];
