import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import { isId, type PlanId, type PlanRef, readId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { AdoptProposal, EditCosts, EditPlan, ProposalReadModel } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment, wantsPage } from '../../platform/http/request.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import { ChangeHub } from '../../platform/live/change-hub.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { actionSentence, undoneSentence } from './action-sentence.ts';
import { buildDeskChange, buildDeskState } from './build-desk-state.ts';
import { buildDeskTables } from './build-desk-tables.ts';
import { againstLines, candidateLines, costLines } from './cost-lines.ts';
import { DeskNames } from './desk-names.ts';
import { DeskNamesReadModel } from './desk-names-read-model.ts';
import { type DeskScreen, DeskScreenReadModel, type DoneMeanwhile } from './desk-screen-read-model.ts';
import { buildProposal } from './build-proposal.ts';
import type {
  DeskAdopted,
  DeskCandidates,
  DeskChange,
  DeskConflict,
  DeskCost,
  DeskPage,
  DeskState,
} from './desk.view.ts';
import type { ProposalView } from './proposal.view.ts';
import { readDeskAction } from './read-desk-action.ts';
import { reasonOf, seenOf, type Sent } from './sent-edit.ts';

/** Where a month's plan is made by hand: the page, and what its module asks. */
@ApiExcludeController()
@Controller('months/:month/desk')
export class DeskPageController {
  constructor(
    private readonly screens: DeskScreenReadModel,
    private readonly names: DeskNamesReadModel,
    private readonly editPlan: EditPlan,
    private readonly costs: EditCosts,
    private readonly proposals: ProposalReadModel,
    private readonly adoptProposal: AdoptProposal,
    private readonly changes: ChangeHub,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('plan.read')
  @Get()
  async show(
    @Param('month') text: string,
    @Query('variant') given: unknown,
    @Req() request: Request,
  ): Promise<Page | Fragment | Redirect> {
    const month = monthParam(text);
    const variantId = variantIn(given);
    // Without one the partial is empty.
    if (wantsFragment(request, 'desk-proposal'))
      return new Fragment('desk-proposal', (await this.proposal(month, variantId, request)) ?? {});
    return this.page(month, variantId, request);
  }

  /** Takes over what is chosen of the engine's proposal, or all of it. */
  @Allows('plan.make')
  @Post('proposal')
  @HttpCode(200)
  async adopt(
    @Param('month') text: string,
    @Body() body: Sent,
    @Req() request: Request,
  ): Promise<Page | Redirect | DeskAdopted> {
    const month = monthParam(text);
    const chosen = [body['change'] ?? []].flat().filter((one): one is string => typeof one === 'string');
    const isWhole = body['whole'] !== undefined;
    const say = (key: PlainKey) => translate(this.catalogues[request.locale], key);
    const sent = { chosen, reason: typeof body['reason'] === 'string' ? body['reason'] : '' };
    if (!isWhole && chosen.length === 0) {
      const why = say('desk_proposal.none_chosen');
      return wantsPage(request)
        ? this.page(month, null, request, { ...sent, why, status: 422 })
        : { said: why, change: null };
    }
    try {
      const seen = { ...seenOf(body), proposalId: proposalOf(body) };
      const outcome = await this.adoptProposal.execute(month, seen, isWhole ? null : chosen, reasonOf(body));
      const key = `desk_proposal.${outcome}` as const;
      if (wantsPage(request)) return new Redirect(`/months/${month}/desk`, { kind: 'done', key });
      return { said: say(key), change: await this.changed(month, null, request, seen) };
    } catch (error) {
      const isAsked = isDomainError(error, 'plan.edit_wants_reason') || isDomainError(error, 'plan.edit_refused');
      if (!isAsked || !wantsPage(request)) throw error;
      const why = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(month, null, request, { ...sent, why, status: this.texts[error.code].status });
    }
  }

  @Allows('plan.make')
  @Post('proposal/discard')
  @HttpCode(200)
  async discard(
    @Param('month') text: string,
    @Body() body: Sent,
    @Req() request: Request,
  ): Promise<Redirect | DeskAdopted> {
    const month = monthParam(text);
    await this.adoptProposal.discard(month, proposalOf(body));
    const key = 'desk_proposal.discarded';
    if (wantsPage(request)) return new Redirect(`/months/${month}/desk`, { kind: 'done', key });
    return { said: translate(this.catalogues[request.locale], key), change: null };
  }

  @Allows('plan.read')
  @Get('state')
  state(@Param('month') text: string, @Query() query: Sent, @Req() request: Request): Promise<DeskState | null> {
    return this.read(monthParam(text), variantIn(query['variant']), seenOf(query), request);
  }

  @Allows('plan.make')
  @Post('cost')
  @HttpCode(200)
  async cost(
    @Param('month') text: string,
    @Body() { action, planId }: Sent,
    @Req() request: Request,
  ): Promise<DeskCost> {
    const month = monthParam(text);
    const { can, faults, cost, shareOf } = await this.costs.of(month, readDeskAction(action), variantIn(planId));
    const [names, catalogue] = [await this.names.read(month, request.locale), this.catalogues[request.locale]];
    return {
      can,
      lines: costLines(cost, names, shareOf, catalogue, { isNamed: true }),
      against: againstLines(faults, names, catalogue),
    };
  }

  @Allows('plan.make')
  @Get('candidates')
  async candidates(
    @Param('month') text: string,
    @Query() { meeting: meetingId, instead, variant }: Sent,
    @Req() request: Request,
  ): Promise<DeskCandidates> {
    const month = monthParam(text);
    if (!isId(meetingId)) return { candidates: [] };
    const { candidates, shareOf } = await this.costs.candidatesAt(month, meetingId, {
      insteadOf: isId(instead) ? instead : null,
      variantId: variantIn(variant),
    });
    const [names, catalogue] = [await this.names.read(month, request.locale), this.catalogues[request.locale]];
    return {
      candidates: candidates.map((candidate) => ({
        specialistId: candidate.specialistId,
        name: names.person(candidate.specialistId),
        can: candidate.can,
        lines: candidateLines(candidate, shareOf, catalogue).lines,
        against: againstLines(candidate.faults, names, catalogue),
      })),
    };
  }

  @Allows('plan.make')
  @Post('edits')
  @HttpCode(200)
  async edit(
    @Param('month') text: string,
    @Body() body: Sent,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object | null> {
    const month = monthParam(text);
    try {
      await this.editPlan.execute(month, seenOf(body), readDeskAction(body['action']), reasonOf(body));
    } catch (error) {
      if (!isDomainError(error, 'plan.edited_meanwhile')) throw error;
      const { status } = this.texts[error.code];
      response.status(status).type('application/problem+json');
      return {
        type: `urn:giaoban:error:${error.code}`,
        title: errorSentence(this.texts, error.code, error.params, request.locale),
        status,
        code: error.code,
        reference: request.traceId,
        params: await this.conflict(month, seenOf(body), error.params, request),
      };
    }
    return this.changed(month, seenOf(body).planId, request, seenOf(body));
  }

  @Allows('plan.make')
  @Post('undo')
  @HttpCode(200)
  async undo(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<DeskChange | null> {
    const month = monthParam(text);
    await this.editPlan.undo(month, seenOf(body));
    return this.changed(month, seenOf(body).planId, request);
  }

  @Allows('plan.make')
  @Post('redo')
  @HttpCode(200)
  async redo(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<DeskChange | null> {
    const month = monthParam(text);
    await this.editPlan.redo(month, seenOf(body));
    return this.changed(month, seenOf(body).planId, request);
  }

  private async read(
    month: Month,
    variantId: PlanRef | null,
    seen: ReturnType<typeof seenOf>,
    request: Request,
  ): Promise<DeskState | null> {
    const since = await this.changes.position();
    const screen = await this.screens.read(month, variantId);
    return this.stateOf(screen, request, since, await this.screens.doneSince(screen, seen));
  }

  /** Only what a change changes: the whole month takes several times as long to read. */
  private async changed(
    month: Month,
    planId: PlanRef | null,
    { locale }: Request,
    seen: ReturnType<typeof seenOf> | null = null,
  ): Promise<DeskChange | null> {
    const { screen, done } = await this.screens.readPlan(month, planId, seen);
    return buildDeskChange(screen, new DeskNames(screen, locale), this.catalogues[locale], done);
  }

  private stateOf(
    screen: DeskScreen,
    request: Request,
    since: string,
    done: readonly DoneMeanwhile[] = [],
  ): DeskState | null {
    const names = new DeskNames(screen, request.locale);
    const mayEdit = may(request.session?.actor, 'plan.make');
    return buildDeskState(screen, { mayEdit, names, catalogue: this.catalogues[request.locale], since, done });
  }

  private async page(
    month: Month,
    variantId: PlanRef | null,
    request: Request,
    refused: RefusedProposal | null = null,
  ): Promise<Page | Redirect> {
    const since = await this.changes.position();
    const screen = await this.screens.read(month, variantId);
    const state = this.stateOf(screen, request, since);
    if (!state) return new Redirect(`/months/${month}`, { kind: 'note', key: 'desk_page.no_plan' });
    const model: DeskPage = {
      monthProgress: screen.monthProgress,
      state,
      tables: buildDeskTables(state),
      proposal: await this.proposal(month, variantId, request, refused),
      planAction: state.mayEdit && variantId === null ? `/months/${screen.month}/plan` : null,
    };
    return new Page('desk', model, refused?.status ?? 200);
  }

  /** It is proposed to the chosen variant. */
  private async proposal(
    month: Month,
    variantId: PlanRef | null,
    request: Request,
    refused: RefusedProposal | null = null,
  ): Promise<ProposalView | null> {
    const isAsked = may(request.session?.actor, 'plan.make') && variantId === null;
    const proposal = isAsked ? await this.proposals.find(month) : null;
    if (!proposal) return null;
    const names = await this.names.read(month, request.locale);
    return buildProposal(month, proposal, refused, names, this.catalogues[request.locale]);
  }

  private async conflict(
    month: Month,
    seen: ReturnType<typeof seenOf>,
    { by, action, isUndone }: { by: string | null; action: Parameters<typeof actionSentence>[0]; isUndone: boolean },
    request: Request,
  ): Promise<Omit<DeskConflict, 'state'> & { state: DeskState | null }> {
    const { planId } = seen;
    const screen = await this.screens.read(month, planId);
    const [names, catalogue] = [new DeskNames(screen, request.locale), this.catalogues[request.locale]];
    const what = (isUndone ? undoneSentence : actionSentence)(action, names, '', catalogue);
    return { by: await this.screens.nameOf(by), what, state: await this.read(month, planId, seen, request) };
  }
}

/** What was sent of a proposal's form, and why it was not done. */
interface RefusedProposal {
  readonly why: string;
  readonly status: number;
  readonly chosen: readonly string[];
  readonly reason: string;
}

/** The proposal that the sender had in sight. */
function proposalOf({ proposalId }: Sent): string {
  return typeof proposalId === 'string' ? proposalId : '';
}

/** A variant that was named; null for the chosen one. */
function variantIn(given: unknown): PlanId | null {
  return readId(given);
}
