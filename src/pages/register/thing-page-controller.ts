import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { BranchRef, SpecialistRef } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { BranchesReadModel, SpecialistsReadModel } from '../../modules/directory/index.ts';
import { MailsReadModel } from '../../modules/notifications/index.ts';
import { BalanceReadModel } from '../../modules/planning/index.ts';
import { holdsSeat, VisitHistoryReadModel } from '../../modules/visits/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page } from '../../platform/http/page.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { addressTrouble } from '../mails/address-trouble.ts';
import { branchFacts } from './build-branch-page.ts';
import { balanceOf, specialistFacts } from './build-specialist-page.ts';
import { RegisterScreenReadModel } from './register-screen-read-model.ts';
import { newConflict, pageOf } from './register-paths.ts';
import type { BranchPage, SpecialistPage } from './thing.view.ts';
import { excludedLinks, linkGroup, rightsOf, visitRow } from './thing-lines.ts';
import { ThingParts } from './thing-parts.ts';

const SHOWN_VISITS = 24;

/** A page for each branch and each person: what is registered, what rests on it, what became of it. */
@ApiExcludeController()
@Allows('directory.read')
@Controller()
export class ThingPageController {
  constructor(
    private readonly branches: BranchesReadModel,
    private readonly specialists: SpecialistsReadModel,
    private readonly screens: RegisterScreenReadModel,
    private readonly visits: VisitHistoryReadModel,
    private readonly balances: BalanceReadModel,
    private readonly mails: MailsReadModel,
    private readonly parts: ThingParts,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Get('branches/:id')
  async branch(@Param('id') id: BranchRef, @Req() request: Request): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const branch = await this.branches.get(id);
    const { day, month } = this.screens.today(zoneOf(request));
    const path = await this.screens.pathOf(branch.organisation.id, day);
    const excluded = await this.screens.excludedFrom(id, day);
    const meetings = await this.screens.meetingsOf(id);
    const visits = await this.visits.of(id, SHOWN_VISITS);
    const visitCount = await this.visits.count(id);
    const rights = rightsOf(request.session?.actor);
    const model: BranchPage = {
      ...(await this.parts.of('branches', id, branch.isInUse, request)),
      title: branch.name,
      lead: path.at(-1)?.name ?? branch.organisation.name,
      facts: branchFacts(branch, path, request.locale, catalogue),
      meetings: meetings.map(({ id: meetingId, ...meeting }) => ({
        ...meeting,
        href: rights.readsMeetings ? `/meetings/${meetingId}` : null,
      })),
      ruleHref: rights.edits && branch.isInUse ? `${pageOf('branches', id)}/rule` : null,
      calendarHref: rights.readsCalendar ? `/months/${month}/calendar` : null,
      visits: visits.map((visit) => visitRow(visit, 'specialist', request.locale, rights)),
      visitCount,
      isCut: visitCount > visits.length,
      excluded: linkGroup(
        translate(catalogue, 'register.excluded_people'),
        translate(catalogue, 'register.no_excluded'),
        excludedLinks(excluded, 'specialists', catalogue),
        rights.edits && branch.isInUse ? newConflict({ branch: branch.code }) : null,
      ),
    };
    return new Page('branch', model);
  }

  @Get('specialists/:id')
  async specialist(@Param('id') id: SpecialistRef, @Req() request: Request): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const person = await this.specialists.get(id);
    const { day, month } = this.screens.today(zoneOf(request));
    const visits = await this.visits.of(id, SHOWN_VISITS);
    const earlier = visits.filter(({ heldOn }) => heldOn < day);
    const excluded = await this.screens.excludedFor(id, day);
    // Visits ahead are in a list of their own.
    const visitCount = (await this.visits.count(id)) - (visits.length - earlier.length);
    const rights = rightsOf(request.session?.actor);
    const row = (visit: (typeof visits)[number]) => visitRow(visit, 'branch', request.locale, rights);
    const coming = visits.filter(({ heldOn, state }) => heldOn >= day && holdsSeat(state));
    const [addressFault] = await this.mails.undeliverable(person.email);
    const model: SpecialistPage = {
      ...(await this.parts.of('specialists', id, person.isInUse, request)),
      title: person.name,
      lead: person.department.name,
      facts: specialistFacts(person, request.locale, catalogue),
      addressFault: addressFault && person.isInUse ? { ...addressTrouble(addressFault), href: null } : null,
      visits: earlier.map(row),
      visitCount,
      isCut: visitCount > earlier.length,
      coming: coming.toReversed().map(row),
      handoverHref:
        coming.length > 0 && may(request.session?.actor, 'plan.amend') ? `/specialists/${id}/handover` : null,
      absences: await this.screens.absencesOf(id, day),
      absencesHref: rights.recordsAbsences ? `/absences?q=${encodeURIComponent(person.name)}` : null,
      excluded: linkGroup(
        translate(catalogue, 'register.excluded_branches'),
        translate(catalogue, 'register.no_excluded'),
        excludedLinks(excluded, 'branches', catalogue),
        rights.edits && person.isInUse ? newConflict({ specialist: person.code }) : null,
      ),
      balance: balanceOf(await this.balances.before(month, id)),
    };
    return new Page('specialist', model);
  }
}

function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
