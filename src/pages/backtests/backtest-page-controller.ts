import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { type Month, monthIn } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { REPLAY_CHARTS, replayChart, type ReplayChartName } from '../../modules/engine/index.ts';
import type { BacktestId } from '../../modules/planning/index.ts';
import { StartBacktest } from '../../modules/planning/index.ts';
import { readValues } from '../../modules/policies/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { faultSentence } from '../../platform/http/error-filter.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { buildPolicyPage, policyLines, type PolicyReturn } from '../policy/build-policy-page.ts';
import type { BacktestLine, BacktestsPage } from './backtest.view.ts';
import { BacktestScreenReadModel, type NamedBacktest } from './backtest-screen-read-model.ts';
import { backtestProgress, backtestTrouble, backtestView } from './build-backtest-page.ts';

type FormBody = Readonly<Record<string, unknown>>;

const SPANS = [6, 12, 18, 24];
const USUAL_SPAN = 12;
/** What is lost in value depends on the prices of a policy, so that it cannot be compared between two of them. */
const CHARTS: readonly ReplayChartName[] = REPLAY_CHARTS.filter((name) => name !== 'coverage');
/** The field beside which a refusal is shown; others are shown above the form. */
const REFUSED: Readonly<Partial<Record<ErrorCode, string | null>>> = {
  'plan.observers_contradict': 'observersMost',
  'backtest.nothing_tried': null,
  'backtest.under_way': null,
};

/** What would have become of past months under another policy. */
@ApiExcludeController()
@Controller('backtests')
export class BacktestPageController {
  constructor(
    private readonly screens: BacktestScreenReadModel,
    private readonly starting: StartBacktest,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('plan.read')
  @Get()
  async list(@Req() request: Request): Promise<Page> {
    return new Page('backtests', await this.page(request, USUAL_SPAN, null));
  }

  @Allows('plan.make')
  @Post()
  async start(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const catalogue = this.catalogues[request.locale];
    const month = this.monthOf(request);
    const { fields } = await this.screens.policy(month);
    const { values, faults } = readValues(fields, body);
    const span = SPANS.find((each) => String(each) === body['months']) ?? USUAL_SPAN;
    const back = { typed: body, from: '', errors: {}, monthError: null, error: null, isStale: false };
    if (faults.length > 0) {
      const errors = Object.fromEntries(
        faults.map(({ field, code }) => [field.key, faultSentence(catalogue, `policy.${code}`, { ...field })]),
      );
      const error = translate(catalogue, 'policy.wrong');
      return new Page('backtests', await this.page(request, span, { ...back, errors, error }), 422);
    }
    try {
      const id = await this.starting.execute(month, span, values);
      return new Redirect(`/backtests/${id}`, { kind: 'done', key: 'backtest.started' });
    } catch (error) {
      if (!isDomainError(error) || !(error.code in REFUSED)) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      const field = REFUSED[error.code];
      const told = field ? { errors: { [field]: sentence } } : {};
      const page = await this.page(request, span, { ...back, error: sentence, ...told });
      return new Page('backtests', page, this.texts[error.code].status);
    }
  }

  @Allows('plan.read')
  @Get(':id')
  async show(@Param('id', ParseUUIDPipe) id: BacktestId, @Req() request: Request): Promise<Page | Fragment> {
    const { locale, session } = request;
    const catalogue = this.catalogues[locale];
    const found = await this.screens.get(id);
    const running = backtestProgress(id, found.job);
    const progress = running && !may(session?.actor, 'plan.make') ? { ...running, cancel: null } : running;
    if (progress && wantsFragment(request, 'progress')) return new Fragment('progress', progress);
    const { result } = found;
    const charts = result
      ? await Promise.all(
          CHARTS.map((name) =>
            replayChart([result.actual, result.inForce, result.tried], name, locale, (replay) =>
              translate(catalogue, NAMES[replay] ?? 'backtest.tried_policy'),
            ),
          ),
        )
      : [];
    return new Page('backtest', {
      ...(await this.line(found, request)),
      progress: found.isAbandoned ? null : progress,
      trouble: backtestTrouble(found.job, result !== null, found.isAbandoned),
      result: result && backtestView(result, charts, catalogue, locale),
    });
  }

  @Allows('plan.make')
  @Post(':id/stop')
  async stop(@Param('id', ParseUUIDPipe) id: BacktestId): Promise<Redirect> {
    await this.starting.stop(id);
    return new Redirect(`/backtests/${id}`, { kind: 'note', key: 'backtest.stopping' });
  }

  private async page(request: Request, span: number, back: PolicyReturn | null): Promise<BacktestsPage> {
    const { locale, session } = request;
    const catalogue = this.catalogues[locale];
    const month = this.monthOf(request);
    const { open, earlier } = await this.screens.list();
    const facts = await this.screens.policy(month);
    const { groups } = buildPolicyPage(facts, back, { catalogue, locale, mayChange: true });
    return {
      form:
        may(session?.actor, 'plan.make') && open === null
          ? {
              before: month,
              months: SPANS.map((count) => ({
                value: String(count),
                label: translate(catalogue, 'backtest.months_option', { count }),
                selected: count === span,
              })),
              groups,
              error: back?.error ?? null,
            }
          : null,
      underWay: open && { href: `/backtests/${open}` },
      earlier: await Promise.all(earlier.map((one) => this.line(one, request))),
    };
  }

  private async line(
    { id, askedAt, by, months, before, changes }: NamedBacktest,
    { locale }: Request,
  ): Promise<BacktestLine> {
    const facts = await this.screens.policy(before);
    const lines = policyLines(facts, changes, { catalogue: this.catalogues[locale], locale, mayChange: false });
    return { href: `/backtests/${id}`, at: askedAt, by, months, before, changes: lines };
  }

  private monthOf({ session }: Request): Month {
    return monthIn(session?.committee.timeZone ?? 'UTC', this.clock.now());
  }
}

const NAMES: Readonly<Record<string, 'backtest.actual' | 'backtest.in_force' | 'backtest.tried_policy'>> = {
  actual: 'backtest.actual',
  in_force: 'backtest.in_force',
  tried: 'backtest.tried_policy',
};
