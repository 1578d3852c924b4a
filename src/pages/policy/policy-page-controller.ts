import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { isMonth, type Month } from '../../kernel/month.ts';
import { isId } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { type PolicyTrialId, PolicyTrials, TryPolicy } from '../../modules/planning/index.ts';
import {
  ChangePolicy,
  PoliciesReadModel,
  type PolicyFacts,
  type PolicyValues,
  readValues,
} from '../../modules/policies/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { faultSentence } from '../../platform/http/error-filter.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { buildPolicyPage, type PolicyReturn, writtenValue } from './build-policy-page.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** The field beside which a refusal of the whole policy is shown. */
const FIELD_OF: Readonly<Partial<Record<ErrorCode, string>>> = { 'plan.observers_contradict': 'observersMost' };

/** What a committee decides itself, part by part. */
@ApiExcludeController()
@Controller('policy')
export class PolicyPageController {
  constructor(
    private readonly policies: PoliciesReadModel,
    private readonly change: ChangePolicy,
    private readonly trying: TryPolicy,
    private readonly trials: PolicyTrials,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('policy.read')
  @Get()
  first(): Redirect {
    return new Redirect('/policy/planning');
  }

  @Allows('policy.read')
  @Get(':part')
  async show(
    @Param('part') part: string,
    @Query('month') month: unknown,
    @Query('trial') trial: unknown,
    @Req() request: Request,
  ): Promise<Page> {
    if (part === 'planning' && isId(trial) && may(request.session?.actor, 'policy.try')) {
      return this.tried(trial, request);
    }
    return this.page(await this.read(part, month), request, null, 200);
  }

  @Allows('policy.change')
  @Post(':part')
  save(@Param('part') part: string, @Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    return this.sent(part, body, request, async ({ from, seen }, values) => {
      const changed = await this.change.execute({ part, from, seen }, values);
      const to = `/policy/${part}?month=${from}`;
      return changed.length === 0
        ? new Redirect(to, { kind: 'note', key: 'policy.nothing' })
        : new Redirect(to, { kind: 'done', key: 'policy.saved', params: { count: changed.length } });
    });
  }

  /** Takes the form of the planning policy and shows what it would do; nothing is kept. */
  @Allows('policy.try')
  @Post('planning/trials')
  try(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    return this.sent('planning', body, request, async ({ from, seen }, values) => {
      const id = await this.trying.execute({ from, seen, values });
      return id === null
        ? new Redirect(`/policy/planning?month=${from}`, { kind: 'note', key: 'policy.nothing' })
        : new Redirect(`/policy/planning/trials/${id}`);
    });
  }

  /** Does what was asked with the values that were changed, or shows the form again with everything that was typed. */
  private async sent(
    part: string,
    body: FormBody,
    request: Request,
    act: (edit: { readonly from: Month; readonly seen: number }, values: PolicyValues) => Promise<Redirect>,
  ): Promise<Page | Redirect> {
    const catalogue = this.catalogues[request.locale];
    const facts = await this.read(part, body['shown']);
    const { values, faults } = readValues(facts.fields, body);
    const from = typeof body['from'] === 'string' ? body['from'] : '';
    const back = { typed: body, from, errors: {}, monthError: null, error: null, isStale: false };
    if (faults.length > 0 || !isMonth(from)) {
      const errors = Object.fromEntries(
        faults.map(({ field, code }) => [field.key, faultSentence(catalogue, `policy.${code}`, { ...field })]),
      );
      const error = translate(catalogue, 'policy.wrong');
      return this.page(facts, request, { ...back, errors, error }, 422);
    }
    try {
      return await act({ from, seen: Number(body['seen']) }, changedBy(values, facts));
    } catch (error) {
      const refused = this.refusalOf(error, request);
      if (refused === null) throw error;
      const { code, sentence, status } = refused;
      const field = FIELD_OF[code];
      return this.page(
        await this.read(part, body['shown']),
        request,
        {
          ...back,
          errors: field === undefined ? {} : { [field]: sentence },
          monthError: code === 'policy.starts_too_early' ? sentence : null,
          error: code === 'edit.stale' ? sentence : translate(catalogue, 'policy.wrong'),
          isStale: code === 'edit.stale',
        },
        status,
      );
    }
  }

  /** The form again with what was tried. */
  private async tried(id: PolicyTrialId, request: Request): Promise<Page> {
    const { from, values } = await this.trials.get(id);
    const typed = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, writtenValue(value)]));
    const back = { typed, from, errors: {}, monthError: null, error: null, isStale: false };
    return this.page(await this.read('planning', from), request, back, 200);
  }

  @Allows('policy.change')
  @Post(':part/take-back')
  async takeBack(@Param('part') part: string, @Body() body: FormBody): Promise<Redirect> {
    if (isMonth(body['from'])) {
      await this.change.takeBack({ part, from: body['from'], seen: Number(body['seen']) });
    }
    return new Redirect(`/policy/${part}`, { kind: 'done', key: 'policy.taken_back' });
  }

  private read(part: string, month: unknown): Promise<PolicyFacts> {
    return this.policies.read(part, isMonth(month) ? (month satisfies Month) : undefined);
  }

  private refusalOf(error: unknown, { locale }: Request) {
    if (!isDomainError(error)) return null;
    const isOurs = error.code in FIELD_OF || error.code === 'policy.starts_too_early' || error.code === 'edit.stale';
    if (!isOurs) return null;
    const sentence = errorSentence(this.texts, error.code, error.params, locale);
    return { code: error.code, sentence, status: this.texts[error.code].status };
  }

  private page(facts: PolicyFacts, request: Request, back: PolicyReturn | null, status: number): Page {
    const { locale, session } = request;
    const actor = session?.actor;
    const reader = {
      catalogue: this.catalogues[locale],
      locale,
      mayChange: may(actor, 'policy.change'),
      mayTry: may(actor, 'policy.try'),
    };
    return new Page('policy', buildPolicyPage(facts, back, reader), status);
  }
}

/**
 * Only values that were changed on the page, compared with the month that it showed, because other values may differ in
 * another month.
 */
function changedBy(values: PolicyValues, facts: PolicyFacts): PolicyValues {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== (facts.values[key] ?? null)));
}
