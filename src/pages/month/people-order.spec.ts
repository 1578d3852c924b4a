import { day } from '../../kernel/month.ts';
import { inOrder } from './build-people-page.ts';
import type { PersonLoad } from './people.view.ts';

const person = (
  name: string,
  visits: number,
  target: number,
  balance: number,
  more?: Partial<PersonLoad>,
): PersonLoad => ({
  specialistId: name,
  name,
  department: '',
  fields: [],
  visits,
  besides: 0,
  target,
  share: target,
  isHigh: false,
  min: 0,
  max: 9,
  balance,
  origin: { carriedIn: 0, months: [], today: null },
  away: [],
  meetings: [],
  ...more,
});
const leave = { from: day('2021-01-04'), to: day('2021-01-06'), reason: 'leave', hours: null } as const;
const people = [
  person('An', 4, 3, 0.5, { fields: ['Y tế', 'Dân vận'] }),
  person('Bình', 6, 4, -1, { min: 2 }),
  person('Chi', 4, 4, 2, { max: 5, away: [leave], fields: ['Báo chí'] }),
];

describe('the people of a month', () => {
  it.each([
    ['', 'An Bình Chi'],
    ['nonsense', 'An Bình Chi'],
    ['-name', 'Chi Bình An'],
    ['-load', 'Bình An Chi'],
    ['load', 'An Chi Bình'],
    ['-target', 'Bình Chi An'],
    ['balance', 'Bình An Chi'],
    ['bounds', 'Chi An Bình'],
    ['-bounds', 'Bình An Chi'],
    ['fields', 'Bình Chi An'],
    ['-away', 'Chi An Bình'],
    ['-meetings', 'An Bình Chi'],
  ])('stand in the order of “%s”', (order, names) => {
    expect(
      inOrder(people, order)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names);
  });
});
