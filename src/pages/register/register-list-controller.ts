import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Locale } from '../../kernel/actor.ts';
import { formatDate, formatNumber } from '../../kernel/format.ts';
import { may } from '../../kernel/permissions.ts';
import { type Register, RegisterEntriesReadModel, type RegisteredOrganisation } from '../../modules/directory/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page } from '../../platform/http/page.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { listAddress, orderIn, sortHeads } from '../directory/page-rows.ts';
import { type SortValue, sortRows } from '../directory/sort-rows.ts';
import { pageOf, REGISTER_PATHS } from './register-paths.ts';
import type { RegisterListPage, RegisterListRow } from './thing.view.ts';
import { wordOf } from './thing-lines.ts';

/** A row before its cells know below which heads they stand. */
type ListRow = Omit<RegisterListRow, 'cells'> & { readonly cells: readonly SortValue[] };
type ListRegister = Exclude<Register, 'branches' | 'specialists'>;

/** An upload of one sheet only adds: entries that are not in it stay. */
const ONE_SHEET = '/imports?scope=additions';

/** The shorter registers, each on one page. */
@ApiExcludeController()
@Allows('directory.read')
@Controller()
export class RegisterListController {
  constructor(
    private readonly entries: RegisterEntriesReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Get('departments')
  async departments(@Req() request: Request): Promise<Page> {
    const rows = (await this.entries.departments()).map(({ id, code, name, shortName, isInUse, people }) => ({
      ...rowOf('departments', id, name, code),
      cells: [shortName, people],
      isInUse,
    }));
    return this.page('departments', rows, ['register.fact.short', 'register.people'], request);
  }

  /** As a tree, each below its superior. */
  @Get('organisations')
  async organisations(@Req() request: Request): Promise<Page> {
    const rows = treeOf(await this.entries.organisations()).map(({ entry, depth }) => ({
      ...rowOf('organisations', entry.id, entry.name, entry.code),
      cells: [
        wordOf('organisations', 'kind', entry.kind, request.locale),
        entry.branches === 0 ? null : entry.branches,
      ],
      depth,
      isInUse: entry.isInUse,
    }));
    return this.page('organisations', rows, ['register.fact.kind', 'register.branches'], request);
  }

  @Get('conflicts')
  async conflicts(@Req() request: Request): Promise<Page> {
    const rows = (await this.entries.conflicts()).map((conflict): ListRow => {
      const address = `${conflict.specialistId}.${conflict.branchId}`;
      return {
        ...rowOf('conflicts', address, conflict.specialist, conflict.department),
        cells: [
          conflict.branch,
          wordOf('conflicts', 'reason', conflict.reason, request.locale),
          conflict.until === null ? '' : formatDate(request.locale, conflict.until),
        ],
      };
    });
    return this.page('conflicts', rows, ['register.branch', 'register.reason', 'conflicts.until'], request);
  }

  @Get('fields')
  fields(@Req() request: Request): Promise<Page> {
    return this.terms('fields', request);
  }

  @Get('branch-types')
  branchTypes(@Req() request: Request): Promise<Page> {
    return this.terms('branchTypes', request);
  }

  private async terms(register: 'fields' | 'branchTypes', request: Request): Promise<Page> {
    const rows = (await this.entries.terms(register)).map(({ code, name, uses, isInUse }) => ({
      ...rowOf(register, code, name, code),
      cells: [uses],
      isInUse,
    }));
    return this.page(register, rows, ['register.uses'], request);
  }

  private page(
    register: ListRegister,
    rows: readonly ListRow[],
    heads: readonly PlainKey[],
    { locale, session, query }: Request,
  ): Page {
    const say = (key: PlainKey) => translate(this.catalogues[locale], key);
    const names = [say(`register.head.${register}`), ...heads.map(say)];
    const columns = names.map((_, index) => String(index));
    const address = listAddress(REGISTER_PATHS[register], query, ['sort']);
    const order = orderIn(address, columns);
    const model: RegisterListPage = {
      title: say(`register.list.${register}`),
      tab: register,
      lead: say(`register.lead.${register}`),
      stays: register === 'organisations' ? say('register.stays.organisations') : null,
      importHref: may(session?.actor, 'directory.import') ? ONE_SHEET : null,
      total: rows.length,
      heads: Object.values(sortHeads(address, columns)).map((sort, index) => ({ label: names[index] ?? '', sort })),
      rows: inOrder(rows, order).map(({ cells, ...row }) => ({
        ...row,
        cells: cells.map((cell, index) => ({ head: names[index + 1] ?? '', text: textOf(cell, locale) })),
      })),
      addHref: may(session?.actor, 'directory.edit') ? `${REGISTER_PATHS[register]}/new` : null,
      add: say(`register.new.${register}`),
      empty: say('register.none_yet'),
    };
    return new Page('register-list', model);
  }
}

function textOf(cell: SortValue, locale: Locale): string {
  return typeof cell === 'number' ? formatNumber(locale, cell) : (cell ?? '');
}

/** Without an order as the register has them; by a column, a tree becomes a plain list. */
function inOrder(rows: readonly ListRow[], order: string): ListRow[] {
  if (order === '') return [...rows];
  const cellsOf = ({ name, cells }: ListRow) => [name, ...cells];
  const columns = (rows[0] ? cellsOf(rows[0]) : []).keys();
  const values = Object.fromEntries(
    Array.from(columns, (index) => [String(index), (row: ListRow) => cellsOf(row)[index] ?? null]),
  );
  return sortRows(
    rows.map((row) => ({ ...row, depth: 0 })),
    order,
    values,
  );
}

function rowOf(register: ListRegister, address: string, name: string, code: string): ListRow {
  return {
    id: `r-${address}`,
    name,
    code,
    href: pageOf(register, address),
    cells: [],
    depth: 0,
    isInUse: true,
  };
}

/** Each organisation below its superior; one whose superior is missing is at the top. */
function treeOf(all: readonly RegisteredOrganisation[]): { entry: RegisteredOrganisation; depth: number }[] {
  const ids = new Set(all.map(({ id }) => id));
  const below = (parent: string | null, depth: number): { entry: RegisteredOrganisation; depth: number }[] =>
    all
      .filter(({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null) === parent)
      .flatMap((entry) => [{ entry, depth }, ...below(entry.id, depth + 1)]);
  return below(null, 0);
}
