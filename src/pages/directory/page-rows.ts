import type { Option, Pagination } from '../../platform/views/page-context.ts';
import type { Choice } from '../../modules/directory/index.ts';

const ROWS_OF_A_PAGE = 50;

/** The parameters of a list in an address: search words, filters, page. */
export interface ListAddress {
  readonly path: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly page: number;
}

export function listAddress(
  path: string,
  query: Readonly<Record<string, unknown>>,
  names: readonly string[],
): ListAddress {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 100) : '');
  const filters = Object.fromEntries(names.map((name) => [name, text(name)]));
  const page = Number(text('page'));
  return { path, filters, page: Number.isSafeInteger(page) && page > 1 && page < 10_000 ? page : 1 };
}

/** The same address with the last page where a later one is requested, so that the list does not look empty. */
export function withinPages(address: ListAddress, total: number): ListAddress {
  return { ...address, page: Math.max(1, Math.min(address.page, Math.ceil(total / ROWS_OF_A_PAGE))) };
}

/** An order is no filter. */
export function isFiltered({ filters }: ListAddress): boolean {
  return Object.entries(filters).some(([name, value]) => name !== 'sort' && value !== '');
}

/** The column that an address sorts by, with `-` before it for descending order; '' where it names none of them. */
export function orderIn({ filters }: ListAddress, orders: readonly string[]): string {
  const asked = filters['sort'] ?? '';
  return orders.includes(asked.replace(/^-/, '')) ? asked : '';
}

/** A header of a list that sorts by its column; once more reverses the order. */
export interface SortHead {
  readonly href: string;
  readonly isUp: boolean;
  readonly isDown: boolean;
}

/** @param downFirst columns that are read from their largest value, such as counts */
export function sortHeads<K extends string>(
  address: ListAddress,
  orders: readonly K[],
  downFirst: readonly K[] = [],
): Record<K, SortHead> {
  const order = orderIn(address, orders);
  const headOf = (key: K): SortHead => {
    const isDownNext = order === key || (order !== `-${key}` && downFirst.includes(key));
    return {
      href: hrefOf({ ...address, filters: { ...address.filters, sort: isDownNext ? `-${key}` : key } }, 1),
      isUp: order === key,
      isDown: order === `-${key}`,
    };
  };
  return Object.fromEntries(orders.map((key) => [key, headOf(key)])) as Record<K, SortHead>;
}

/** Null where everything fits on one page. */
export function pagination(address: ListAddress, shown: number, total: number): Pagination | null {
  if (total <= ROWS_OF_A_PAGE) return null;
  const { page } = address;
  const from = (page - 1) * ROWS_OF_A_PAGE + 1;
  return {
    from,
    to: from + shown - 1,
    total,
    previousHref: page > 1 ? hrefOf(address, page - 1) : null,
    nextHref: page * ROWS_OF_A_PAGE < total ? hrefOf(address, page + 1) : null,
  };
}

/** Where a list comes back to after something was done with one of its rows: the same search, order and page. */
export function hrefOfList(address: ListAddress): string {
  return hrefOf(address, address.page);
}

function hrefOf({ path, filters }: ListAddress, page: number): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

/** The rows on the page that the address requests. */
export function pageWindow({ page }: ListAddress): { readonly limit: number; readonly offset: number } {
  return { limit: ROWS_OF_A_PAGE, offset: (page - 1) * ROWS_OF_A_PAGE };
}

/** The choices of a filter, with the choice for all of them first. */
export function filterOptions(all: string, choices: readonly Choice[], chosen: string): Option[] {
  return [{ code: '', name: all }, ...choices].map(({ code, name }) => ({
    value: code,
    label: name,
    selected: code === chosen,
  }));
}
