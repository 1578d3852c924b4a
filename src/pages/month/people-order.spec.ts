import { month } from '../../kernel/month.ts';
import { inOrder, peopleOrder, sortLinks } from './build-people-page.ts';
import type { PersonLoad } from './people.view.ts';

const person = (name: string, visits: number, target: number, balance: number): PersonLoad => ({
  specialistId: name,
  name,
  department: '',
  fields: [],
  visits,
  target,
  share: target,
  isHigh: false,
  min: 0,
  max: 9,
  balance,
  origin: { carriedIn: 0, months: [], today: null },
  away: [],
  meetings: [],
});
const people = [person('An', 4, 3, 0.5), person('Bình', 6, 4, -1), person('Chi', 4, 4, 2)];

describe('the people of a month', () => {
  it.each([
    ['', 'An Bình Chi'],
    ['sort=nonsense', 'An Bình Chi'],
    ['sort=name&order=down', 'Chi Bình An'],
    ['sort=load&order=down', 'Bình An Chi'],
    ['sort=load&order=up', 'An Chi Bình'],
    ['sort=target&order=down', 'Bình Chi An'],
    ['sort=balance&order=up', 'Bình An Chi'],
  ])('stand in the order of %s', (search, names) => {
    const order = peopleOrder(Object.fromEntries(new URLSearchParams(search)));
    expect(
      inOrder(people, order)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names);
  });

  it('are ordered by a link that keeps the search and turns the order about', () => {
    const links = sortLinks(month('2021-01'), { q: 'An', department: '' }, { sort: 'load', isDown: true });
    expect(links).toMatchObject({
      load: { href: '/months/2021-01/people?q=An&sort=load&order=up', order: 'descending' },
      balance: { href: '/months/2021-01/people?q=An&sort=balance&order=down', order: null },
      name: { href: '/months/2021-01/people?q=An&sort=name&order=up', order: null },
    });
  });
});
