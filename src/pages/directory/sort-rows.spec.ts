import { listAddress, sortHeads } from './page-rows.ts';
import { sortRows } from './sort-rows.ts';

interface Row {
  readonly name: string;
  readonly count: number | null;
}

const rows: readonly Row[] = [
  { name: 'Ấp 10', count: 2 },
  { name: 'Ấp 2', count: null },
  { name: 'An Khánh', count: 2 },
];
const values = { name: ({ name }: Row) => name, count: ({ count }: Row) => count };

describe('the rows of a list', () => {
  it.each([
    ['', 'Ấp 10, Ấp 2, An Khánh'],
    ['nonsense', 'Ấp 10, Ấp 2, An Khánh'],
    ['constructor', 'Ấp 10, Ấp 2, An Khánh'],
    ['name', 'An Khánh, Ấp 2, Ấp 10'],
    ['-name', 'Ấp 10, Ấp 2, An Khánh'],
    ['count', 'Ấp 2, Ấp 10, An Khánh'],
    ['-count', 'Ấp 10, An Khánh, Ấp 2'],
  ])('stand in the order of “%s”', (order, names) => {
    expect(
      sortRows(rows, order, values)
        .map(({ name }) => name)
        .join(', '),
    ).toBe(names);
  });

  it('are ordered by heads that keep the search, begin anew at the first page, and turn the order about', () => {
    const hrefs = (sort: string) => {
      const address = listAddress('/list', { q: 'an', sort, page: '3' }, ['q', 'sort']);
      const { name, count } = sortHeads(address, ['name', 'count'], ['count']);
      return [name, count].map(({ href, isUp, isDown }) => [href, isUp, isDown]);
    };
    expect(hrefs('')).toEqual([
      ['/list?q=an&sort=name', false, false],
      ['/list?q=an&sort=-count', false, false],
    ]);
    expect(hrefs('name')[0]).toEqual(['/list?q=an&sort=-name', true, false]);
    expect(hrefs('-count')[1]).toEqual(['/list?q=an&sort=count', false, true]);
    expect(hrefs('count')[1]).toEqual(['/list?q=an&sort=-count', true, false]);
  });
});
