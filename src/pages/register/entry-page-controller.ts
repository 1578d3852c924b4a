import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { BranchRef, DepartmentRef, Ref, SpecialistRef } from '../../kernel/id.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { formatDate, formatExactly } from '../../kernel/format.ts';
import { addDays } from '../../kernel/month.ts';
import { capitalised, VISIT_STATE_TERMS } from '../../kernel/vocabulary.ts';
import { RegisterEntriesReadModel } from '../../modules/directory/index.ts';
import { VisitHistoryReadModel } from '../../modules/visits/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page } from '../../platform/http/page.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { newConflict, pageOf } from './register-paths.ts';
import { RegisterScreenReadModel } from './register-screen-read-model.ts';
import { linkGroup, rightsOf, wordOf } from './thing-lines.ts';
import { ThingParts } from './thing-parts.ts';
import type { EntryPage, Fact, NamedLink } from './thing.view.ts';

const SHOWN_VISITS = 24;

/** The pages of entries of the shorter registers: what is registered, what rests on it, what became of it. */
@ApiExcludeController()
@Allows('directory.read')
@Controller()
export class EntryPageController {
  constructor(
    private readonly entries: RegisterEntriesReadModel,
    private readonly screens: RegisterScreenReadModel,
    private readonly visits: VisitHistoryReadModel,
    private readonly parts: ThingParts,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Get('departments/:id')
  async department(@Param('id') id: DepartmentRef, @Req() request: Request): Promise<Page> {
    const say = this.sayTo(request);
    const department = await this.entries.department(id);
    const people = await this.screens.peopleOf(id);
    const links = people.map(({ id: personId, name, title }): NamedLink => ({
      name,
      note: title,
      href: pageOf('specialists', personId),
    }));
    return entryPage({
      ...(await this.parts.of('departments', id, department.isInUse, request)),
      title: department.name,
      lead: null,
      facts: [fact(say('register.fact.code'), department.code), fact(say('register.fact.short'), department.shortName)],
      groups: [linkGroup(say('register.belongs.people'), say('register.nothing_below'), links)],
      versions: [],
    });
  }

  @Get('organisations/:id')
  async organisation(@Param('id') id: Ref<'Organisation'>, @Req() request: Request): Promise<Page> {
    const say = this.sayTo(request);
    const organisation = await this.entries.organisation(id);
    const { day } = this.screens.today(zoneOf(request));
    const all = await this.entries.organisations();
    const versions = await this.entries.versions(id);
    const branches = await this.entries.branchesOf(id);
    const parent = all.find((one) => one.id === organisation.parentId);
    const below = all.filter(({ parentId, isInUse }) => parentId === id && isInUse);
    const linksTo = (register: 'organisations' | 'branches', entries: readonly Named[]) =>
      entries.map(({ id: address, name, code }) => ({ name, note: code, href: pageOf(register, address) }));
    return entryPage({
      ...(await this.parts.of('organisations', id, organisation.isInUse, request)),
      title: organisation.name,
      lead: parent?.name ?? null,
      facts: [
        fact(say('register.fact.code'), organisation.code),
        fact(say('register.fact.kind'), wordOf('organisations', 'kind', organisation.kind, request.locale)),
        fact(
          say('register.fact.parent'),
          parent?.name ?? say('register.none'),
          parent ? pageOf('organisations', parent.id) : null,
        ),
      ],
      groups: [
        ...(below.length > 0 ? [linkGroup(say('register.belongs.below'), '', linksTo('organisations', below))] : []),
        linkGroup(say('register.belongs.branches'), say('register.nothing_below'), linksTo('branches', branches)),
      ],
      versions: versions.map(({ name, parent: above, from, before }) => ({
        name,
        parent: above,
        from,
        to: before === null ? null : addDays(before, -1),
        isNow: (from === null || from <= day) && (before === null || before > day),
      })),
    });
  }

  /** One that was removed is still shown, with who removed it, so that it can be taken back. */
  @Get('conflicts/:address')
  async conflict(@Param('address') address: string, @Req() request: Request): Promise<Page> {
    const say = this.sayTo(request);
    const pair = await this.entries.pair(address);
    const isInUse = pair.reason !== null;
    const common = await this.parts.of('conflicts', address, isInUse, request, isInUse);
    if (!isInUse && common.changes.length === 0)
      throw new DomainError('directory.not_found', { register: 'conflicts' });
    const rights = rightsOf(request.session?.actor);
    const visits = await this.visits.of(pair.specialistId, SHOWN_VISITS, pair.branchId);
    const links = visits.map(({ heldOn, state, meetingId }): NamedLink => ({
      name: formatDate(request.locale, heldOn),
      note: capitalised(VISIT_STATE_TERMS[state][request.locale]),
      href: meetingId !== null && rights.readsMeetings ? `/meetings/${meetingId}` : null,
    }));
    return entryPage({
      ...common,
      againHref:
        !isInUse && rights.edits ? newConflict({ specialist: pair.specialistCode, branch: pair.branchCode }) : null,
      title: `${pair.specialist} – ${pair.branch}`,
      lead: null,
      facts: [
        fact(
          say('register.head.conflicts'),
          `${pair.specialist} (${pair.department})`,
          pageOf('specialists', pair.specialistId),
        ),
        fact(say('register.branch'), pair.branch, pageOf('branches', pair.branchId)),
        ...(pair.reason === null
          ? []
          : [fact(say('register.reason'), wordOf('conflicts', 'reason', pair.reason, request.locale))]),
        ...(pair.until === null ? [] : [fact(say('conflicts.until'), formatDate(request.locale, pair.until))]),
      ],
      groups: [linkGroup(say('register.visits_of_pair'), say('register.no_visits'), links)],
      versions: [],
    });
  }

  @Get('fields/:code')
  field(@Param('code') code: string, @Req() request: Request): Promise<Page> {
    return this.term('fields', code, request);
  }

  @Get('branch-types/:code')
  branchType(@Param('code') code: string, @Req() request: Request): Promise<Page> {
    return this.term('branchTypes', code, request);
  }

  private async term(register: 'fields' | 'branchTypes', code: string, request: Request): Promise<Page> {
    const say = this.sayTo(request);
    const term = await this.entries.term(register, code);
    const branches = await this.entries.branchesNaming(register, code);
    const people = register === 'fields' ? await this.entries.peopleStrongIn(code) : [];
    const linksTo = (of: 'branches' | 'specialists', uses: typeof branches) =>
      uses.map(({ id, name, code: note, weight }): NamedLink => ({
        name,
        note: weight === null ? note : `${note} · ${formatExactly(request.locale, weight)}`,
        href: pageOf(of, id),
      }));
    const none = say('register.nothing_below');
    return entryPage({
      ...(await this.parts.of(register, code, term.isInUse, request)),
      title: term.name,
      lead: null,
      facts: [fact(say('register.fact.code'), term.code)],
      groups: [
        linkGroup(say(`register.naming.${register}`), none, linksTo('branches', branches)),
        ...(register === 'fields'
          ? [linkGroup(say('register.naming.people'), none, linksTo('specialists', people))]
          : []),
      ],
      versions: [],
    });
  }

  private sayTo({ locale }: Request): (key: PlainKey) => string {
    return (key) => translate(this.catalogues[locale], key);
  }
}

interface Named {
  readonly id: BranchRef | SpecialistRef | Ref<'Organisation'>;
  readonly name: string;
  readonly code: string;
}

function entryPage(model: EntryPage): Page {
  return new Page('entry', model);
}

function fact(label: string, value: string, href: string | null = null): Fact {
  return { label, values: [value], href };
}

function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
