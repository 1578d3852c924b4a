import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { isMonth, type Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
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
import { buildPolicyPage, type PolicyReturn } from './build-policy-page.ts';

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
  async show(@Param('part') part: string, @Query('month') month: unknown, @Req() request: Request): Promise<Page> {
    return this.page(await this.read(part, month), request, null, 200);
  }

  @Allows('policy.change')
  @Post(':part')
  async save(@Param('part') part: string, @Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
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
      const seen = Number(body['seen']);
      const changed = await this.change.execute({ part, from, seen }, changedBy(values, facts));
      const to = `/policy/${part}?month=${from}`;
      return changed.length === 0
        ? new Redirect(to, { kind: 'note', key: 'policy.nothing' })
        : new Redirect(to, { kind: 'done', key: 'policy.saved', params: { count: changed.length } });
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
    const reader = { catalogue: this.catalogues[locale], locale, mayChange: may(session?.actor, 'policy.change') };
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
