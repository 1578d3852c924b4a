import { day, month } from '../../../src/kernel/month.ts';
import type {
  MonthSwapsPage,
  SwapAskPage,
  SwapCard,
  SwapChoice,
  SwapPage,
} from '../../../src/pages/swaps/swap.view.ts';
import { meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const visitAt = (i: number, of: string) => {
  const meeting = meetings[i] as (typeof meetings)[number];
  const { branch, from, to, place } = meeting;
  return { day: meeting.day, from, to, branch, place, of };
};
const visit = visitAt(30, 'Trần Quốc Dũng');
const other = visitAt(44, 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên');

const taker = (i: number, left: number): SwapChoice => {
  const person = people[i] as (typeof people)[number];
  return {
    value: `give:${person.id}`,
    name: `${person.name} (${person.department})`,
    detail: left > 0 ? { key: 'swaps.less', params: { left } } : { key: 'swaps.enough', params: { over: -left } },
    selected: false,
  };
};

const ask: SwapAskPage = {
  visit,
  isForOther: false,
  backHref: '/my/visits/v30',
  action: '/my/visits/v30/swap',
  takers: [2.2, 1.2, 0.4, 0.4, 0, -0.8].map((left, i) => taker(i, left)),
  moreTakers: [taker(7, -1.2), taker(8, -2)],
  exchanges: [
    {
      value: 'exchange:v44:s1',
      name: other.of,
      detail: { key: 'swaps.their_visit', params: { day: other.day, from: other.from, branch: other.branch } },
      selected: false,
    },
  ],
  kind: null,
  reason: '',
  error: null,
};

const card: SwapCard = {
  id: 'w1',
  state: 'asked',
  giver: visit.of,
  taker: other.of,
  visit,
  other,
  answerBy: day('2020-12-02'),
  askedAt: new Date('2020-11-30T03:00:00Z'),
  askedFor: null,
  reason: null,
  answer: '',
  number: null,
  what: { key: 'swaps.asks_exchange', params: { giver: visit.of } },
  askAgainHref: null,
  agreeAction: '/my/swaps/w1/agree',
  refuseAction: '/my/swaps/w1/refuse',
  withdrawAction: null,
  confirmAction: null,
  rejectAction: null,
};
const quiet = { agreeAction: null, refuseAction: null };
const base = '/months/2020-12/swaps/w1';

export const swapPages: readonly GalleryPage[] = [
  galleryPage('swap-ask.full', 'specialist', '/my/visits/v30/swap', ask satisfies SwapAskPage),
  galleryPage('swap-ask.wrong', 'specialist', '/my/visits/v30/swap', {
    ...ask,
    takers: ask.takers.map((one, i) => ({ ...one, selected: i === 1 })),
    kind: 'family',
    reason: 'Con ốm',
    error:
      'Không đổi như vậy được: trái với một quy tắc phân công ở thời điểm này. Lượt dự vẫn của người đang được cử. Hãy chọn người khác, hoặc gọi ban chủ trì.',
  } satisfies SwapAskPage),
  galleryPage('swap-ask.nobody', 'board', '/months/2020-12/swaps/ask', {
    ...ask,
    isForOther: true,
    backHref: '/months/2020-12/swaps',
    takers: [],
    moreTakers: [],
    exchanges: [],
  } satisfies SwapAskPage),
  galleryPage('swap.asked', 'specialist', '/my/swaps/w1', { swap: card, error: null, against: [] } satisfies SwapPage),
  galleryPage('swap.busy', 'specialist', '/my/swaps/w1', {
    swap: { ...card, other: null, what: { key: 'swaps.asks', params: { giver: visit.of } } },
    error: 'Không đổi như vậy được: trái với một quy tắc phân công ở thời điểm này.',
    against: [{ key: 'swaps.against_elsewhere' }],
  } satisfies SwapPage),
  galleryPage('swap.refused', 'specialist', '/my/swaps/w1', {
    swap: {
      ...card,
      ...quiet,
      state: 'refused',
      what: { key: 'swaps.stays_yours' },
      reason: { kind: 'family', words: 'Con ốm' },
      answer: 'Hôm đó tôi trực',
    },
    error: null,
    against: [],
  } satisfies SwapPage),
  galleryPage('month-swaps.full', 'board', '/months/2020-12/swaps', {
    month: month('2020-12'),
    backHref: '/months/2020-12',
    open: [
      {
        ...card,
        ...quiet,
        state: 'agreed',
        what: { key: 'swaps.board_confirms', params: { giver: visit.of } },
        reason: { kind: 'duty', words: 'Đi tập huấn ở tỉnh' },
        withdrawAction: `${base}/withdraw`,
        confirmAction: `${base}/confirm`,
        rejectAction: `${base}/reject`,
      },
      {
        ...card,
        ...quiet,
        id: 'w2',
        other: null,
        what: null,
        askedFor: 'Lê Thị Bích Ngọc',
        withdrawAction: `${base}/withdraw`,
      },
    ],
    closed: [
      {
        ...card,
        ...quiet,
        id: 'w3',
        state: 'made',
        number: 3,
        what: { key: 'swaps.exchanged', params: { giver: card.giver, taker: card.taker } },
      },
    ],
    error: null,
    ask: {
      action: '/months/2020-12/swaps/ask',
      visits: [{ value: 'v30', label: 'Trần Quốc Dũng: 08/12/2020 19:30, Chi bộ Khu phố 5', selected: false }],
    },
  } satisfies MonthSwapsPage),
  galleryPage('month-swaps.empty', 'leader', '/months/2020-12/swaps', {
    month: month('2020-12'),
    backHref: '/months/2020-12',
    open: [],
    closed: [],
    error: null,
    ask: null,
  } satisfies MonthSwapsPage),
];
