import { outdated } from './planning-data.ts';
import { day } from '../../../src/kernel/month.ts';
import type { PublishPage } from '../../../src/pages/month/publish.view.ts';
import { MONTH, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { draft, leftOut } from './planning-pages.ts';
import { monthReview } from '../../../src/pages/month/review-lines.ts';
import { NOBODY_APPROVES, review } from './review-data.ts';

const warnings: PublishPage['warnings'] = [
  {
    kind: 'many_in_evening',
    title: { key: 'warnings.kind.many_in_evening', params: { least: 2 } },
    count: 14,
    items: people.slice(0, 3).map(({ id, name }) => ({
      sentence: { key: 'warnings.many' as const, params: { name, day: day('2020-12-04'), count: 2 } },
      href: `/months/2020-12/people#s-${id}`,
      decided: [{ key: 'warnings.decided' as const, params: { by: 'Lê Thị Bích Ngọc', reason: 'Chi bộ đề nghị' } }],
    })),
    more: 11,
  },
  {
    kind: 'long_way',
    title: { key: 'warnings.kind.long_way', params: { km: 15 } },
    count: 1,
    items: [
      {
        sentence: { key: 'warnings.way', params: { name: 'Đỗ Thu Hà', branch: 'Chi bộ Khu phố 3', km: '22' } },
        href: '/meetings/m12',
        decided: [],
      },
    ],
    more: 0,
  },
];

export const publishPages: readonly GalleryPage[] = [
  galleryPage('publish.ask', 'board', '/months/2020-12/publish', {
    month: MONTH,
    monthHref: '/months/2020-12',
    dutiesHref: '/months/2020-12/duties',
    action: '/months/2020-12/publish',
    planVersion: '3',
    revision: 1,
    meetings: { part: 141, whole: 143 },
    people: 46,
    visits: 150,
    mails: 46,
    mailsLeaveHouse: true,
    leftOut,
    seenLeftOut: 2,
    hasMoreBegun: true,
    isAllBegun: false,
    uncovered: draft.uncovered.map(({ meetingId, branch, day: d }) => ({ meetingId, branch, day: d })),
    review: monthReview({ month: MONTH, state: 'draft' }, { rule: NOBODY_APPROVES, reviews: [] }),
    isBlocked: false,
    outdated: null,
    ownChoices: [],
    warnings,
    number: { next: '06', typed: '', error: null },
  } satisfies PublishPage),
  galleryPage('publish.unapproved', 'board', '/months/2020-12/publish', {
    month: MONTH,
    monthHref: '/months/2020-12',
    dutiesHref: '/months/2020-12/duties',
    action: '/months/2020-12/publish',
    planVersion: '3',
    revision: 1,
    meetings: { part: 141, whole: 143 },
    people: 46,
    visits: 150,
    mails: 46,
    mailsLeaveHouse: true,
    leftOut,
    seenLeftOut: 2,
    hasMoreBegun: false,
    isAllBegun: true,
    uncovered: [],
    review: review('submitted'),
    isBlocked: true,
    outdated: null,
    ownChoices: [],
    warnings: [],
    number: { next: '06', typed: '05', error: 'Số này đã cấp cho văn bản 05-TB/BTCQU, ngày 25/11/2020.' },
  } satisfies PublishPage),
  galleryPage('publish.outdated', 'board', '/months/2020-12/publish', {
    month: MONTH,
    monthHref: '/months/2020-12',
    dutiesHref: '/months/2020-12/duties',
    action: '/months/2020-12/publish',
    planVersion: '3',
    revision: 1,
    meetings: { part: 141, whole: 143 },
    people: 46,
    visits: 150,
    mails: 46,
    mailsLeaveHouse: false,
    leftOut: null,
    seenLeftOut: 0,
    hasMoreBegun: false,
    isAllBegun: false,
    uncovered: [],
    review: review('approved'),
    isBlocked: false,
    outdated,
    ownChoices: [],
    warnings: [],
    number: { next: '06', typed: '05', error: 'Số này đã cấp cho văn bản 05-TB/BTCQU, ngày 25/11/2020.' },
  } satisfies PublishPage),
];
