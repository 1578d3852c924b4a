import { busy } from './planning-data.ts';
import { day, month } from '../../../src/kernel/month.ts';
import type { MeetingPage } from '../../../src/pages/month/meeting.view.ts';
import { meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

export const covered: MeetingPage = {
  month: month('2020-12'),
  monthHref: '/months/2020-12',
  meetingId: 'm12',
  branch: 'Chi bộ Khu phố 5, Phường 8',
  organisation: 'Đảng bộ Phường 8',
  day: day('2020-12-03'),
  from: '19:30',
  to: '21:00',
  place: 'Trụ sở Ban điều hành Khu phố 5, 243/19 Hoàng Diệu, Phường 8',
  kind: 'regular',
  wanted: { min: 1, max: 2 },
  isMandatory: true,
  state: 'covered',
  outdated: null,
  grounds: [
    { key: 'ground.last_visit', params: { last: month('2020-05') } },
    { key: 'ground.weak_field', params: { field: 'trật tự xây dựng' } },
  ],
  people: [
    {
      name: 'Trần Quốc Dũng',
      department: 'Ủy ban Kiểm tra',
      state: 'accepted',
      kind: null,
      reason: null,
      isPinned: true,
      isOutside: true,
      overruledFor: 'Chi bộ đề nghị người đã quen việc',
    },
    {
      name: 'Đỗ Thu Hà',
      department: 'Văn phòng Quận ủy',
      state: 'declined',
      kind: 'duty',
      reason: `Bận ${'ở'.repeat(300)}`,
      isPinned: false,
      isOutside: false,
      overruledFor: null,
    },
  ],
  amendHref: '/months/2020-12/amend?meeting=m12',
  recordHref: '/months/2020-12/outside?meeting=m12',
  repairsHref: '/months/2020-12/repairs?meeting=m12',
  changeHref: '/months/2020-12/calendar/m12',
  byHand: {
    action: '/months/2020-12/desk/edit',
    people: [{ value: 's1', label: 'Trần Quốc Dũng – Ủy ban Kiểm tra', selected: true }],
    kinds: [
      { value: 'assign', label: 'Cử dự cuộc này', selected: false },
      { value: 'unassign', label: 'Thôi cử', selected: true },
    ],
    handOver: {
      from: [{ value: 's1', label: 'Trần Quốc Dũng – Ủy ban Kiểm tra', selected: false }],
      to: [{ value: 's2', label: 'Lê Thị Nga – Ban Tổ chức', selected: false }],
    },
    moveTo: {
      from: [{ value: 's1', label: 'Trần Quốc Dũng – Ủy ban Kiểm tra', selected: false }],
      to: [{ value: 'm2', label: '03/12 19:30 – Chi bộ Khu phố 2', selected: false }],
    },
  },
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
  ],
  why: [
    {
      name: 'Trần Quốc Dũng',
      candidates: [
        {
          name: 'Trần Quốc Dũng',
          department: 'Ủy ban Kiểm tra',
          isChosen: true,
          reason: { key: 'why.chosen' },
          askHref: null,
        },
        {
          name: 'Đỗ Thu Hà',
          department: 'Văn phòng Quận ủy',
          isChosen: false,
          reason: { key: 'why.unfair', params: { unfair: 2.5, fit: -9 } },
          askHref: '/meetings/m12?ask=s1#ask',
        },
        {
          name: 'Vũ Đình Khôi',
          department: 'Ủy ban Mặt trận Tổ quốc',
          isChosen: false,
          reason: { key: 'why.kept_though_fits', params: { kind: 'elsewhere', fit: 12 } },
          askHref: '/meetings/m12?ask=s2#ask',
        },
        {
          name: 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên',
          department: 'Trung tâm Bồi dưỡng chính trị',
          isChosen: false,
          reason: { key: 'why.whole_month' },
          askHref: '/meetings/m12?ask=s3#ask',
        },
      ],
      rows: [
        ...(['expertise', 'rotation', 'travel', 'fit'] as const).map((term, i) => ({
          term,
          values: [9, 40, 12, 25].map((cost) => ({ key: 'why.cost' as const, params: { cost: cost + 3 * i } })),
        })),
        {
          term: 'together',
          values: [-30, 0, 0, 0].map((cost) => ({ key: 'why.cost' as const, params: { cost } })),
        },
        {
          term: 'balance',
          values: [1, -1, 0, 0.5].map((value) => ({ key: 'why.signed' as const, params: { value } })),
        },
        {
          term: 'load',
          values: [3, 4, 1, 3].map((visits) => ({ key: 'why.visits' as const, params: { visits, share: 2.75 } })),
        },
        {
          term: 'fairness',
          values: [
            { key: 'why.none' as const },
            ...[2.5, -0.5, 4].map((value) => ({ key: 'why.signed' as const, params: { value } })),
          ],
        },
        {
          term: 'linkage',
          values: [
            { key: 'why.worth' as const, params: { worth: 85 } },
            ...[1, 2, 3].map(() => ({ key: 'why.none' as const })),
          ],
        },
      ],
      wished: { key: 'why.wished', params: { name: 'Trần Quốc Dũng' } },
      rank: { key: 'why.rank', params: { name: 'Trần Quốc Dũng', better: 31, among: 33 } },
    },
  ],
  uncovered: null,
  ask: {
    action: '/meetings/m12',
    people: people.slice(0, 5).map(({ id, name, department }) => ({
      value: id,
      label: `${name} – ${department}`,
      selected: false,
    })),
    answer: {
      sentence: { key: 'why_not.fairness', params: { name: 'Đỗ Thu Hà', loss: 2 } },
      isUnproven: true,
      terms: {
        key: 'why_not.load_terms',
        params: { people: [{ name: 'Đỗ Thu Hà', from: 4, to: 5, share: 3.25 }] },
      },
      isChange: true,
      details: [
        {
          key: 'why_not.move',
          params: { name: 'Đỗ Thu Hà', to: 'Chi bộ Khu phố 5, Phường 8', from: 'Chi bộ Khu phố 2, Phường 1' },
        },
        { key: 'why_not.move', params: { name: 'Trần Quốc Dũng', to: '', from: 'Chi bộ Khu phố 5, Phường 8' } },
      ],
      more: 3,
    },
  },
};

export const uncovered: MeetingPage = {
  ...covered,
  branch: 'Chi bộ Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Quận 4',
  organisation: 'Đảng bộ khối Giáo dục và Đào tạo Quận 4',
  kind: 'thematic',
  state: 'uncovered',
  people: [],
  why: [],
  uncovered: {
    reason: busy,
    count: {
      key: 'conflict.meetings_at_once',
      params: { day: day('2020-12-03'), from: '19:30', wanted: 41, branches: 38, people: 33 },
    },
    candidates: meetings
      .filter((meeting) => meeting.day === '2020-12-03' && meeting.people.length > 0)
      .slice(0, 9)
      .map((meeting) => ({
        name: meeting.people[0]?.name ?? '',
        department: meeting.people[0]?.department ?? '',
        doing: { key: 'why.doing.meeting', params: { branch: meeting.branch, from: meeting.from } },
        askHref: '/meetings/m1?ask=s1#ask',
      })),
    moreCandidates: [],
    moveHref: '/months/2020-12/calendar/m1',
  },
};

export const meetingPages: readonly GalleryPage[] = [
  galleryPage('meeting.covered', 'board', '/meetings/m12', covered satisfies MeetingPage),
  galleryPage('meeting.uncovered', 'board', '/meetings/m32', uncovered satisfies MeetingPage),
];
