import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import type { PlanRef } from '../../kernel/id.ts';
import { ApprovePlan, SendPlanBack, SubmitPlan } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { ERROR_TEXTS } from '../../platform/tokens.ts';
import { buildPlanReviewPage } from './build-plan-review-page.ts';
import type { ReviewRefused, ReviewStep } from './plan-review.view.ts';
import { ReviewScreenReadModel } from './review-screen-read-model.ts';

type Sent = Readonly<Record<string, unknown>>;

const DONE = {
  submit: 'plan_review.submitted_now',
  withdraw: 'plan_review.withdrawn_now',
  approve: 'plan_review.approved_now',
  'send-back': 'plan_review.sent_back_now',
} as const satisfies Record<ReviewStep, string>;

/** Told on the page itself, with what was typed; other errors have a page of their own. */
const SHOWN_ON_PAGE: ReadonlySet<ErrorCode> = new Set([
  'edit.stale',
  'plan.wrong_step',
  'plan.outdated',
  'plan.outdated_in_review',
  'plan.own_submission',
  'plan.nobody_approves',
  'plan.needs_no_approval',
  'plan.comment_missing',
  'plan.comment_long',
]);

/** The page on which a month's plan is read before it is approved, and each step of its review. */
@ApiExcludeController()
@Controller('months/:month/plan')
export class PlanReviewPageController {
  constructor(
    private readonly screens: ReviewScreenReadModel,
    private readonly submitPlan: SubmitPlan,
    private readonly approvePlan: ApprovePlan,
    private readonly sendPlanBack: SendPlanBack,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Allows('plan.read')
  @Get('review')
  show(@Param('month') month: string, @Req() request: Request): Promise<Page | Redirect> {
    return this.page(monthParam(month), request);
  }

  @Allows('plan.make')
  @Post('submit')
  submit(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    return this.attempt('submit', month, body, request, (comment) =>
      this.submitPlan.execute(month, seenOf(body), comment),
    );
  }

  @Allows('plan.make')
  @Post('withdraw')
  withdraw(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    return this.attempt('withdraw', month, body, request, (comment) =>
      this.submitPlan.withdraw(month, seenOf(body), comment),
    );
  }

  @Allows('plan.approve')
  @Post('approve')
  approve(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    return this.attempt('approve', month, body, request, (comment) =>
      this.approvePlan.execute(month, seenOf(body), comment),
    );
  }

  @Allows('plan.approve')
  @Post('send-back')
  sendBack(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    return this.attempt('send-back', month, body, request, (comment) =>
      this.sendPlanBack.execute(month, seenOf(body), comment),
    );
  }

  /** Shows the plan as it is now, with the reason why nothing was done and what was typed. */
  private async attempt(
    step: ReviewStep,
    month: Month,
    body: Sent,
    request: Request,
    take: (comment: string) => Promise<void>,
  ): Promise<Page | Redirect> {
    const comment = typeof body['comment'] === 'string' ? body['comment'] : '';
    try {
      await take(comment);
      return new Redirect(`/months/${month}/plan/review`, { kind: 'done', key: DONE[step] });
    } catch (error) {
      if (!isDomainError(error) || !SHOWN_ON_PAGE.has(error.code)) throw error;
      const sentence = errorSentence(this.errors, error.code, error.params, request.locale);
      const isAboutComment = error.code === 'plan.comment_missing' || error.code === 'plan.comment_long';
      const refused = { step, comment, error: sentence, isAboutComment };
      return this.page(month, request, refused, this.errors[error.code].status);
    }
  }

  private async page(
    month: Month,
    { session }: Request,
    refused: ReviewRefused | null = null,
    status = 200,
  ): Promise<Page | Redirect> {
    const screen = await this.screens.read(month);
    if (!screen) return new Redirect(`/months/${month}`, { kind: 'note', key: 'month.nothing_to_publish' });
    const rights = {
      plans: may(session?.actor, 'plan.make'),
      approves: may(session?.actor, 'plan.approve'),
      publishes: may(session?.actor, 'plan.publish'),
    };
    return new Page('plan-review', buildPlanReviewPage(screen, rights, refused), status);
  }
}

function seenOf({ planId, seen }: Sent): { planId: PlanRef; revision: number } {
  return { planId: typeof planId === 'string' ? planId : '', revision: Number(seen) };
}
