import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import { Allows } from '../../platform/http/access.ts';
import { Page } from '../../platform/http/page.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import {
  BranchesReadModel,
  type RegisteredBranch,
  type RegisteredSpecialist,
  SpecialistsReadModel,
} from '../../modules/directory/index.ts';
import type { BranchesPage, BranchRow } from './branches.view.ts';
import { filterOptions, isFiltered, listAddress, pageWindow, pagination, withinPages } from './page-rows.ts';
import type { SpecialistRow, SpecialistsPage } from './specialists.view.ts';

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
  async showBranches(@Query() query: Record<string, unknown>, @Req() { locale }: Request): Promise<Page> {
    const asked = listAddress('/branches', query, ['q', 'type', 'organisation']);
    const { q = '', type = '', organisation = '' } = asked.filters;
    const search = { q, type, organisation };
    const total = await this.branches.count(search);
    const address = withinPages(asked, total);
    const rows = await this.branches.list(search, pageWindow(address));
    const { types, organisations } = await this.branches.choices();
    const all = (key: PlainKey) => translate(this.catalogues[locale], key);
    const model: BranchesPage = {
      filters: {
        q,
        types: filterOptions(all('branches.all_types'), types, type),
        organisations: filterOptions(all('branches.all_organisations'), organisations, organisation),
        isActive: isFiltered(address),
      },
      total,
      branches: rows.map(branchRow),
      pagination: pagination(address, rows.length, total),
    };
    return new Page('branches', model);
  }

  @Allows('directory.read')
  @Get('specialists')
  async showSpecialists(@Query() query: Record<string, unknown>, @Req() { locale }: Request): Promise<Page> {
    const asked = listAddress('/specialists', query, ['q', 'department']);
    const { q = '', department = '' } = asked.filters;
    const search = { q, department };
    const total = await this.specialists.count(search);
    const address = withinPages(asked, total);
    const rows = await this.specialists.list(search, pageWindow(address));
    const all = translate(this.catalogues[locale], 'specialists.all_departments');
    const model: SpecialistsPage = {
      filters: {
        q,
        departments: filterOptions(all, await this.specialists.departments(), department),
        isActive: isFiltered(address),
      },
      total,
      specialists: rows.map(specialistRow),
      pagination: pagination(address, rows.length, total),
    };
    return new Page('specialists', model);
  }
}

function branchRow(branch: RegisteredBranch): BranchRow {
  const { rule } = branch;
  return {
    branchId: branch.id,
    code: branch.code,
    short: branch.shortName,
    name: branch.name,
    organisation: branch.organisation.shortName,
    type: branch.type.name,
    place: branch.address,
    members: branch.members,
    rule: { key: 'branches.rule.day', params: { day: rule.day, from: rule.time } },
    weakFields: branch.weakFields.map(({ name }) => name),
    lastVisit: branch.lastVisit,
  };
}

function specialistRow(specialist: RegisteredSpecialist): SpecialistRow {
  return {
    specialistId: specialist.id,
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
