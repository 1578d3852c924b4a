import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import {
  BranchesReadModel,
  ChangeRegister,
  type ImportId,
  type Register,
  RegisterEntriesReadModel,
  RegisterHistoryReadModel,
  SpecialistsReadModel,
  TakeBackImport,
  type ThingChange,
} from '../../modules/directory/index.ts';
import { PlanGroundReadModel } from '../../modules/planning/index.ts';
import { holdsSeat, VisitHistoryReadModel } from '../../modules/visits/index.ts';
import { addDays } from '../../kernel/month.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page } from '../../platform/http/page.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { branchFacts } from './build-branch-page.ts';
import { balanceOf, specialistFacts } from './build-specialist-page.ts';
import { RegisterScreenReadModel } from './register-screen-read-model.ts';
import { pageOf, REGISTER_PATHS, takeBackOf } from './register-paths.ts';
import type { BranchPage, DepartmentPage, OrganisationPage, SpecialistPage, ThingPage } from './thing.view.ts';
import { actionsOf, changeLine, excludedLink, rightsOf, visitRow, wordOf } from './thing-lines.ts';

const SHOWN_VISITS = 24;
const SHOWN_CHANGES = 20;

/** A page for each branch, person, department and organisation: the entry, what depends on it, and its history. */
@ApiExcludeController()
@Allows('directory.read')
@Controller()
export class ThingPageController {
  constructor(
    private readonly branches: BranchesReadModel,
    private readonly specialists: SpecialistsReadModel,
    private readonly entries: RegisterEntriesReadModel,
    private readonly changes: RegisterHistoryReadModel,
    private readonly register: ChangeRegister,
    private readonly takeBack: TakeBackImport,
    private readonly screens: RegisterScreenReadModel,
    private readonly visits: VisitHistoryReadModel,
    private readonly ground: PlanGroundReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Get('branches/:id')
  async branch(@Param('id') id: string, @Req() request: Request): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const branch = await this.branches.get(id);
    const { day, month } = this.screens.today(zoneOf(request));
    const path = await this.screens.pathOf(branch.organisation.id, day);
    const excluded = await this.screens.excludedFrom(id);
    const meetings = await this.screens.meetingsOf(id);
    const visits = await this.visits.of(id, SHOWN_VISITS);
    const visitCount = await this.visits.count(id);
    const rights = rightsOf(request.session?.actor);
    const model: BranchPage = {
      ...(await this.common('branches', id, branch.isInUse, request)),
      title: branch.name,
      lead: path.at(-1)?.name ?? branch.organisation.name,
      facts: branchFacts(branch, path, request.locale, catalogue),
      meetings: meetings.map(({ id: meetingId, ...meeting }) => ({
        ...meeting,
        href: rights.readsMeetings ? `/meetings/${meetingId}` : null,
      })),
      calendarHref: rights.readsCalendar ? `/months/${month}/calendar` : null,
      visits: visits.map((visit) => visitRow(visit, 'specialist', request.locale, rights)),
      visitCount,
      isCut: visitCount > visits.length,
      excluded: excluded.map((one) => excludedLink(one, 'specialists', catalogue)),
      addConflictHref: rights.edits && branch.isInUse ? newConflict('branch', branch.code) : null,
    };
    return new Page('branch', model);
  }

  @Get('specialists/:id')
  async specialist(@Param('id') id: string, @Req() request: Request): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const person = await this.specialists.get(id);
    const { day, month } = this.screens.today(zoneOf(request));
    const visits = await this.visits.of(id, SHOWN_VISITS);
    const earlier = visits.filter(({ heldOn }) => heldOn < day);
    const excluded = await this.screens.excludedFor(id);
    // Visits ahead are in a list of their own.
    const visitCount = (await this.visits.count(id)) - (visits.length - earlier.length);
    const rights = rightsOf(request.session?.actor);
    const { balances } = await this.ground.read(month, null);
    const row = (visit: (typeof visits)[number]) => visitRow(visit, 'branch', request.locale, rights);
    const model: SpecialistPage = {
      ...(await this.common('specialists', id, person.isInUse, request)),
      title: person.name,
      lead: person.department.name,
      facts: specialistFacts(person, request.locale, catalogue),
      visits: earlier.map(row),
      visitCount,
      isCut: visitCount > earlier.length,
      coming: visits
        .filter(({ heldOn, state }) => heldOn >= day && holdsSeat(state))
        .reverse()
        .map(row),
      absences: await this.screens.absencesOf(id, day),
      absencesHref: rights.recordsAbsences ? `/absences?q=${encodeURIComponent(person.name)}` : null,
      excluded: excluded.map((one) => excludedLink(one, 'branches', catalogue)),
      addConflictHref: rights.edits && person.isInUse ? newConflict('specialist', person.code) : null,
      balance: balanceOf(balances.get(id)),
    };
    return new Page('specialist', model);
  }

  @Get('departments/:id')
  async department(@Param('id') id: string, @Req() request: Request): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const department = await this.entries.department(id);
    const people = await this.screens.peopleOf(id);
    const model: DepartmentPage = {
      ...(await this.common('departments', id, department.isInUse, request)),
      title: department.name,
      lead: null,
      facts: [
        { label: translate(catalogue, 'register.fact.code'), values: [department.code], href: null },
        { label: translate(catalogue, 'register.fact.short'), values: [department.shortName], href: null },
      ],
      people: people.map(({ id: personId, name, title }) => ({
        name,
        note: title,
        href: pageOf('specialists', personId),
      })),
    };
    return new Page('department', model);
  }

  @Get('organisations/:id')
  async organisation(@Param('id') id: string, @Req() request: Request): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const organisation = await this.entries.organisation(id);
    const { day } = this.screens.today(zoneOf(request));
    const all = await this.entries.organisations();
    const versions = await this.entries.versions(id);
    const branches = await this.entries.branchesOf(id);
    const parent = all.find((one) => one.id === organisation.parentId);
    const model: OrganisationPage = {
      ...(await this.common('organisations', id, organisation.isInUse, request)),
      ...actionsOf('organisations', id, {
        isInUse: true,
        mayEdit: rightsOf(request.session?.actor).edits,
        seen: (await this.register.open('organisations', id)).revision,
      }),
      title: organisation.name,
      lead: parent?.name ?? null,
      facts: [
        { label: translate(catalogue, 'register.fact.code'), values: [organisation.code], href: null },
        {
          label: translate(catalogue, 'register.fact.kind'),
          values: [wordOf('organisations', 'kind', organisation.kind, request.locale)],
          href: null,
        },
        {
          label: translate(catalogue, 'register.fact.parent'),
          values: [parent?.name ?? translate(catalogue, 'register.none')],
          href: parent ? pageOf('organisations', parent.id) : null,
        },
      ],
      versions: versions.map(({ name, parent: above, from, before }) => ({
        name,
        parent: above,
        from,
        to: before === null ? null : addDays(before, -1),
        isNow: (from === null || from <= day) && (before === null || before > day),
      })),
      below: all
        .filter(({ parentId, isInUse }) => parentId === id && isInUse)
        .map(({ id: below, name, code }) => ({ name, note: code, href: pageOf('organisations', below) })),
      branches: branches.map(({ id: branchId, name, code }) => ({
        name,
        note: code,
        href: pageOf('branches', branchId),
      })),
    };
    return new Page('organisation', model);
  }

  private async common(
    register: Register,
    address: string,
    isInUse: boolean,
    request: Request,
  ): Promise<Omit<ThingPage, 'title' | 'lead' | 'facts'>> {
    const { revision } = await this.register.open(register, address);
    const changes = await this.changes.list(register, address, SHOWN_CHANGES);
    const rights = rightsOf(request.session?.actor);
    const last = await this.lastToTakeBack(changes, rights.edits);
    return {
      ...actionsOf(register, address, { isInUse, mayEdit: rights.edits, seen: revision }),
      backHref: REGISTER_PATHS[register],
      back: translate(this.catalogues[request.locale], `register.list.${register}`),
      isInUse,
      changes: changes.map((change) =>
        changeLine(
          register,
          change,
          request.locale,
          rights.readsImports,
          change === last ? takeBackOf(register, address, change.importId) : null,
        ),
      ),
    };
  }

  /**
   * The latest change in effect, if it was made on a page and nothing depends on it; earlier changes cannot be taken
   * back before it.
   */
  private async lastToTakeBack(changes: readonly ThingChange[], mayEdit: boolean): Promise<ThingChange | null> {
    const last = changes.find(({ isTakenBack }) => !isTakenBack);
    if (!mayEdit || !last || last.fileName !== null) return null;
    return (await this.takeBack.hindrance(last.importId as ImportId)) === null ? last : null;
  }
}

/** The form for a conflict of interest with one side filled in. */
function newConflict(side: 'branch' | 'specialist', code: string): string {
  return `${REGISTER_PATHS.conflicts}/new?${side}=${encodeURIComponent(code)}`;
}

function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
