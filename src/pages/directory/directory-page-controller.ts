import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import type { Locale } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { Allows } from '../../platform/http/access.ts';
import { Page } from '../../platform/http/page.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import {
  BRANCH_ORDERS,
  BranchesReadModel,
  type RegisteredBranch,
  type RegisteredSpecialist,
  SPECIALIST_ORDERS,
  SpecialistsReadModel,
} from '../../modules/directory/index.ts';
import type { BranchesPage, BranchRow } from './branches.view.ts';
import {
  filterOptions,
  isFiltered,
  listAddress,
  orderIn,
  pageWindow,
  pagination,
  sortHeads,
  withinPages,
} from './page-rows.ts';
import type { SpecialistRow, SpecialistsPage } from './specialists.view.ts';

const RETIRED = 'retired';

@ApiExcludeController()
@Controller()
export class DirectoryPageController {
  constructor(
    private readonly branches: BranchesReadModel,
    private readonly specialists: SpecialistsReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Allows('directory.read')
  @Get('branches')
  async showBranches(@Query() query: Record<string, unknown>, @Req() { locale, session }: Request): Promise<Page> {
    const asked = listAddress('/branches', query, ['q', 'type', 'organisation', 'use', 'sort']);
    const { q = '', type = '', organisation = '', use = '' } = asked.filters;
    const search = { q, type, organisation, retired: use === RETIRED };
    const total = await this.branches.count(search);
    const address = withinPages(asked, total);
    const order = orderIn(address, BRANCH_ORDERS) || (q.trim() === '' ? '' : 'found');
    const rows = await this.branches.list(search, { ...pageWindow(address), order });
    const { types, organisations } = await this.branches.choices();
    const all = (key: PlainKey) => translate(this.catalogues[locale], key);
    const model: BranchesPage = {
      filters: {
        q,
        types: filterOptions(all('branches.all_types'), types, type),
        organisations: filterOptions(all('branches.all_organisations'), organisations, organisation),
        uses: this.uses(use, locale),
        sort: orderIn(address, BRANCH_ORDERS),
        isActive: isFiltered(address),
      },
      heads: sortHeads(address, BRANCH_ORDERS),
      addHref: may(session?.actor, 'directory.edit') ? '/branches/new' : null,
      total,
      branches: rows.map(branchRow),
      pagination: pagination(address, rows.length, total),
    };
    return new Page('branches', model);
  }

  @Allows('directory.read')
  @Get('specialists')
  async showSpecialists(@Query() query: Record<string, unknown>, @Req() { locale, session }: Request): Promise<Page> {
    const asked = listAddress('/specialists', query, ['q', 'department', 'use', 'sort']);
    const { q = '', department = '', use = '' } = asked.filters;
    const search = { q, department, retired: use === RETIRED };
    const total = await this.specialists.count(search);
    const address = withinPages(asked, total);
    const order = orderIn(address, SPECIALIST_ORDERS) || (q.trim() === '' ? '' : 'found');
    const rows = await this.specialists.list(search, { ...pageWindow(address), order });
    const all = translate(this.catalogues[locale], 'specialists.all_departments');
    const model: SpecialistsPage = {
      filters: {
        q,
        departments: filterOptions(all, await this.specialists.departments(), department),
        uses: this.uses(use, locale),
        sort: orderIn(address, SPECIALIST_ORDERS),
        isActive: isFiltered(address),
      },
      heads: sortHeads(address, SPECIALIST_ORDERS),
      addHref: may(session?.actor, 'directory.edit') ? '/specialists/new' : null,
      total,
      specialists: rows.map(specialistRow),
      pagination: pagination(address, rows.length, total),
    };
    return new Page('specialists', model);
  }

  private uses(use: string, locale: Locale): Option[] {
    const say = (key: PlainKey) => translate(this.catalogues[locale], key);
    return filterOptions(say('directory.in_use'), [{ code: RETIRED, name: say('directory.retired') }], use);
  }
}

function branchRow(branch: RegisteredBranch): BranchRow {
  const { rule } = branch;
  return {
    branchId: branch.id,
    href: `/branches/${branch.id}`,
    code: branch.code,
    short: branch.shortName,
    name: branch.name,
    organisation: branch.organisation.shortName,
    type: branch.type.name,
    place: branch.address,
    members: branch.members,
    rule: {
      key: 'branches.rule.day',
      params: { day: rule.weekday === null ? rule.day : rule.weekday, from: rule.time },
    },
    weakFields: branch.weakFields.map(({ name }) => name),
    lastVisit: branch.lastVisit,
  };
}

function specialistRow(specialist: RegisteredSpecialist): SpecialistRow {
  return {
    specialistId: specialist.id,
    href: `/specialists/${specialist.id}`,
    name: specialist.name,
    title: specialist.title,
    department: specialist.department.shortName,
    email: specialist.email,
    fields: specialist.fields.map(({ name }) => name),
    min: specialist.minVisits,
    max: specialist.maxVisits,
    target: specialist.targetVisits,
    mayLead: specialist.mayLead,
    conflicts: [...new Set(specialist.neverVisits.map(({ shortName }) => shortName))],
  };
}
