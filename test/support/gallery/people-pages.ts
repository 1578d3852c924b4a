import { type Day, day, month } from '../../../src/kernel/month.ts';
import { listAddress, sortHeads } from '../../../src/pages/directory/page-rows.ts';
import type { PeoplePage } from '../../../src/pages/month/people.view.ts';
import { meetings, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';
import { outdated, monthProgress, filters } from './planning-data.ts';

const loads: PeoplePage = {
  yearHref: '/years/2020',
  monthProgress: monthProgress('draft'),
  filters,
  heads: sortHeads(
    listAddress('/months/2020-12/people', { sort: '-load' }, ['sort']),
    ['name', 'load', 'target', 'bounds', 'balance', 'fields', 'away', 'meetings'],
    ['load'],
  ),
  sort: '-load',
  summary: {
    people: 46,
    isPlanned: true,
    visits: 150,
    average: 3.26,
    least: 2,
    most: 4,
    off: 1.25,
    above: 2,
    below: 1,
    away: 7,
    awayAllMonth: 1,
  },
  outdated: null,
  people: people.map((person, i) => ({
    specialistId: person.id,
    name: person.name,
    department: person.department,
    fields: person.fields,
    visits: meetings.filter((meeting) => meeting.people.includes(person)).length,
    besides: i === 1 ? 1 : 0,
    target: person.target,
    share: person.target - person.balance,
    isHigh: i === 3,
    min: 1,
    max: person.max,
    balance: person.balance,
    origin: {
      carriedIn: person.balance - 1,
      months: [{ month: month('2020-11'), visits: 4, share: 3, difference: 1 }],
      today: i === 2 ? person.balance + 0.5 : null,
    },
    away:
      person.away.length > 0
        ? [{ from: person.away[0] as Day, to: person.away.at(-1) as Day, reason: 'leave', hours: null }]
        : [],
    meetings: meetings
      .filter((meeting) => meeting.people.includes(person))
      .map(({ id, day: d, from, branch }) => ({
        meetingId: id,
        day: d,
        from,
        branch,
        state: i % 4 === 0 ? 'accepted' : null,
      })),
  })),
  awayAllMonth: [],
};

const awayAllMonth: PeoplePage['awayAllMonth'] = loads.people.slice(0, 1).map((person) => ({
  ...person,
  visits: 0,
  share: 0,
  target: 0,
  meetings: [],
  away: [{ from: day('2020-09-01'), to: day('2021-02-28'), reason: 'maternity', hours: null }],
}));

export const peoplePages: readonly GalleryPage[] = [
  galleryPage('people.full', 'board', '/months/2020-12/people', {
    ...loads,
    outdated,
    awayAllMonth,
  } satisfies PeoplePage),
  galleryPage('people.unplanned', 'board', '/months/2020-12/people', {
    ...loads,
    summary: { ...loads.summary, isPlanned: false, visits: 0 },
    people: loads.people.slice(0, 5).map((person) => ({ ...person, visits: null, meetings: [] })),
  } satisfies PeoplePage),
  galleryPage('people.none-found', 'board', '/months/2020-12/people?q=zzz', {
    ...loads,
    filters: { ...filters, q: 'zzz', isActive: true },
    people: [],
  } satisfies PeoplePage),
  galleryPage('people.empty', 'board', '/months/2020-12/people', {
    ...loads,
    summary: { ...loads.summary, people: 0 },
    people: [],
  } satisfies PeoplePage),
];
