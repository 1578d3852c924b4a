import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { capitalised } from '../../kernel/vocabulary.ts';
import { EditCosts, EditPlan } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { actionSentence } from './action-sentence.ts';
import { againstLines, costLines } from './cost-lines.ts';
import type { DeskEditPage } from './desk-edit.view.ts';
import { DeskNames } from './desk-names.ts';
import { DeskScreenReadModel } from './desk-screen-read-model.ts';
import { readDeskAction } from './read-desk-action.ts';
import { reasonOf, seenOf, type Sent } from './sent-edit.ts';

/** One change of a plan by hand, asked on a page of its own: the desk for browsers without modules. */
@ApiExcludeController()
@Controller('months/:month/desk/edit')
export class DeskEditPageController {
  constructor(
    private readonly screens: DeskScreenReadModel,
    private readonly editPlan: EditPlan,
    private readonly costs: EditCosts,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('plan.make')
  @Get()
  async ask(@Param('month') month: string, @Query() query: Sent, @Req() request: Request): Promise<Page | Redirect> {
    if (query['kind'] === undefined) return new Redirect(`/months/${month}/desk`);
    return this.page(month, query, request, null);
  }

  @Allows('plan.make')
  @Post()
  async make(@Param('month') month: string, @Body() body: Sent, @Req() request: Request): Promise<Page | Redirect> {
    const action = readDeskAction(sentAction(body));
    try {
      await this.editPlan.execute(monthParam(month), seenOf(body), action, reasonOf(body));
    } catch (error) {
      if (!isDomainError(error) || this.texts[error.code].status >= 500) throw error;
      return this.page(month, body, request, error);
    }
    return new Redirect(`/meetings/${action.meetingId}`, { kind: 'done', key: 'desk_edit.done' });
  }

  private async page(text: string, sent: Sent, request: Request, refused: DomainError | null): Promise<Page> {
    const month = monthParam(text);
    const action = readDeskAction(sentAction(sent));
    const screen = await this.screens.read(month);
    const [names, catalogue] = [new DeskNames(screen, request.locale), this.catalogues[request.locale]];
    const judged = await this.costs.of(month, action).catch((error: unknown) => {
      if (isDomainError(error)) return error;
      throw error;
    });
    const isJudged = 'can' in judged;
    const error = refused ?? (isJudged ? null : judged);
    const model: DeskEditPage = {
      month,
      what: capitalised(actionSentence(action, names, '', catalogue)),
      meetingHref: `/meetings/${action.meetingId}`,
      action: `/months/${month}/desk/edit`,
      meetingId: action.meetingId,
      who: action.specialistId,
      kind: action.kind,
      by: action.kind === 'replace' ? action.bySpecialistId : null,
      to: action.kind === 'move' ? action.toMeetingId : null,
      planId: screen.plan?.id ?? '',
      revision: screen.plan?.revision ?? 0,
      can: isJudged ? judged.can : 'no',
      lines: isJudged ? costLines(judged.cost, names, judged.shareOf, catalogue, { isNamed: true }) : [],
      against: isJudged ? againstLines(judged.faults, names, catalogue) : [],
      reason: typeof sent['reason'] === 'string' ? sent['reason'] : '',
      error: error && errorSentence(this.texts, error.code, error.params, request.locale),
    };
    return new Page('desk-edit', model, refused ? this.texts[refused.code].status : 200);
  }
}

/** The form names an action by its fields. */
function sentAction({ kind, who, meeting, by, to }: Sent) {
  return { kind, specialistId: who, meetingId: meeting, bySpecialistId: by, toMeetingId: to };
}
