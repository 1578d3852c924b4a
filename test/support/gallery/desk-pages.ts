import { buildDeskTables } from '../../../src/pages/desk/build-desk-tables.ts';
import { month } from '../../../src/kernel/month.ts';
import type { DeskEditPage } from '../../../src/pages/desk/desk-edit.view.ts';
import type { DeskPage, DeskState } from '../../../src/pages/desk/desk.view.ts';
import type { ProposalView } from '../../../src/pages/desk/proposal.view.ts';
import { deskState } from './desk-state.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { monthProgress } from './planning-data.ts';

export const DESK = '/months/2020-12/desk';

export function deskPage(state: DeskState): DeskPage {
  return {
    monthProgress: monthProgress('draft'),
    state,
    tables: buildDeskTables(state),
    proposal: null,
    planAction: `/months/2020-12/plan`,
  };
}

const large = deskState();

const proposal: ProposalView = {
  madeAt: new Date('2020-11-26T03:10:00Z'),
  onlyWhole: false,
  isNone: false,
  proposalId: 'proposal',
  isOutdated: false,
  keepsDraft: true,
  revision: 4,
  planId: 'p',
  action: `${DESK}/proposal`,
  discardAction: `${DESK}/proposal/discard`,
  wantsReason: false,
  reason: '',
  error: null,
  changes: [
    {
      meetingId: 'm1',
      lines: ['Nguyễn Thị Lan: dự Chi bộ Khu phố 3 (03/12 19:30), +1 lượt (3 → 4, phần của tháng 3,2)'],
      isBarred: false,
      wantsReason: false,
      against: [],
      isChosen: false,
    },
    {
      meetingId: 'm2',
      lines: ['Phạm Văn Minh: thôi dự Chi bộ Khu phố 5 (04/12 19:30)'],
      isBarred: true,
      wantsReason: false,
      against: [],
      isChosen: false,
    },
    {
      meetingId: 'm3',
      lines: ['Trần Quốc Dũng: dự Chi bộ Khu phố 7 (05/12 19:30), +1 lượt (5 → 6, phần của tháng 4,8)'],
      isBarred: false,
      wantsReason: true,
      against: ['Trần Quốc Dũng thành 6 lượt, quá mức tối đa 5'],
      isChosen: true,
    },
  ],
};

const proposing = (name: string, change: Partial<ProposalView>): GalleryPage =>
  galleryPage(`desk.${name}`, 'board', DESK, {
    ...deskPage(deskState(20, 60)),
    proposal: { ...proposal, ...change },
  } satisfies DeskPage);

export const deskPages: readonly GalleryPage[] = [
  galleryPage('desk.large', 'board', DESK, deskPage(large)),
  proposing('proposal', {}),
  proposing('proposal-wants-reason', {
    wantsReason: true,
    error: 'Phân công này trái với một quy định của kế hoạch. Hãy ghi lý do rồi làm lại.',
  }),
  proposing('proposal-on-newer-facts', { onlyWhole: true }),
  proposing('proposal-outdated', { onlyWhole: true, isOutdated: true, keepsDraft: false }),
  proposing('proposal-nothing-better', { changes: [] }),
  proposing('proposal-none-possible', { isNone: true, changes: [] }),
  galleryPage('desk-edit.with-reason', 'board', `${DESK}/edit`, {
    month: month('2020-12'),
    what: 'cử Nguyễn Thị Lan dự Chi bộ Khu phố 3',
    meetingHref: '/meetings/m1',
    action: `${DESK}/edit`,
    meetingId: 'm1',
    who: 's1',
    kind: 'assign',
    by: null,
    to: null,
    planId: 'p',
    revision: 4,
    can: 'with_reason',
    lines: ['Nguyễn Thị Lan: +1 lượt (3 → 4, phần của tháng 3,2), 12 km xa hơn'],
    against: ['Nguyễn Thị Lan vừa dự chi bộ này, chưa đủ khoảng cách luân phiên'],
    reason: '',
    error: 'Phân công này trái với một quy định của kế hoạch. Hãy ghi lý do rồi làm lại.',
  } satisfies DeskEditPage),
  galleryPage('desk.published', 'board', DESK, {
    ...deskPage({
      ...deskState(20, 60),
      planState: 'published',
      mayEdit: false,
      outdated: true,
      undo: null,
      figures: { ...large.figures, kilometres: null },
    }),
    monthProgress: monthProgress('visits'),
  } satisfies DeskPage),
];
