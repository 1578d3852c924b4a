import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { type PlanId, type PlanRef, type Ref, isId, newId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { PlanMonth, PlanVariants, type SolveId, Solves, VARIANT_FIELDS } from '../../modules/planning/index.ts';
import { readValues } from '../../modules/policies/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, say } from '../../platform/i18n/messages.ts';
import { ChangeHub } from '../../platform/live/change-hub.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { isUnderWay, progressOf } from '../month/build-month-page.ts';
import { buildVariantPage, buildVariantsPage, type VariantReturn } from './build-variants-page.ts';
import { VariantsScreenReadModel } from './variants-screen-read-model.ts';

type Sent = Readonly<Record<string, unknown>>;

/** Errors about what was typed, which are said above the form that keeps it. */
const OF_THE_FORM = [
  'plan.variant_name',
  'plan.variant_name_taken',
  'plan.variant_not_found',
  'plan.variant_under_way',
  'plan.too_many_variants',
] as const;

/** The variants of a month side by side, and what is done with them. */
@ApiExcludeController()
@Controller('months/:month/variants')
export class VariantsPageController {
  constructor(
    private readonly screens: VariantsScreenReadModel,
    private readonly variants: PlanVariants,
    private readonly planMonth: PlanMonth,
    private readonly solves: Solves,
    private readonly changes: ChangeHub,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('plan.read')
  @Get()
  async show(@Param('month') text: string, @Req() request: Request): Promise<Page | Fragment> {
    const month = monthParam(text);
    if (wantsFragment(request, 'progress')) {
      const solve = await this.solves.findLatest(month, 'variant');
      if (isUnderWay(solve)) return new Fragment('progress', progressOf(solve, stopHref(month, solve.id)));
    }
    return this.page(month, request, null);
  }

  @Allows('plan.make')
  @Post()
  async copy(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    return this.tried(month, 'copy', body, request, async () => {
      await this.variants.copy(month, wordIn(body, 'from'), { id: idIn(body), name: wordIn(body, 'name') });
      return 'variants.copied';
    });
  }

  @Allows('plan.make')
  @Post('made')
  async make(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    const { values: chosen, faults } = readValues(VARIANT_FIELDS, body);
    if (faults.length > 0) {
      const catalogue = this.catalogues[request.locale];
      const wrong = faults.map(({ field }) => [
        field.key,
        field.kind === 'whole'
          ? say(catalogue, { key: 'variants.wrong_value', params: { least: field.least, most: field.most } })
          : say(catalogue, { key: 'variants.wrong_choice' }),
      ]);
      const errors = Object.fromEntries(wrong) as Record<string, string>;
      return this.page(month, request, { form: 'make', typed: body, error: null, errors }, 422);
    }
    return this.tried(month, 'make', body, request, async () => {
      const from = wordIn(body, 'from') as PlanId;
      await this.planMonth.variant(month, { id: idIn(body), name: wordIn(body, 'name'), from, chosen });
      return 'variants.asked';
    });
  }

  @Allows('plan.make')
  @Post('made/:solveId/stop')
  async stop(@Param('month') text: string, @Param('solveId', ParseUUIDPipe) solveId: SolveId): Promise<Redirect> {
    const month = monthParam(text);
    const solve = await this.solves.find(solveId);
    if (solve?.month !== month) throw new DomainError('http.not_found', {});
    const stopped = await this.planMonth.stop(solveId);
    return new Redirect(`/months/${month}/variants`, { kind: 'note', key: `month.stopping.${stopped}` });
  }

  /** What a variant does otherwise than the chosen one. */
  @Allows('plan.read')
  @Get(':id')
  async compare(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) id: PlanRef,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const month = monthParam(text);
    const screen = await this.screens.compare(month, id, request.locale);
    if (!screen) return new Redirect(`/months/${month}/variants`);
    return new Page('variant', buildVariantPage(screen, this.reader(request)));
  }

  @Allows('plan.make')
  @Post(':id/name')
  async rename(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) planId: PlanRef,
    @Body() body: Sent,
  ): Promise<Redirect> {
    const month = monthParam(text);
    await this.variants.rename(month, { planId, revision: seenIn(body) }, wordIn(body, 'name'));
    return new Redirect(`/months/${month}/variants`, { kind: 'done', key: 'variants.renamed' });
  }

  @Allows('plan.make')
  @Post(':id/removal')
  async remove(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) planId: PlanRef,
    @Body() body: Sent,
  ): Promise<Redirect> {
    const month = monthParam(text);
    await this.variants.remove(month, { planId, revision: seenIn(body) });
    return new Redirect(`/months/${month}/variants`, { kind: 'done', key: 'variants.removed' });
  }

  @Allows('plan.make')
  @Post(':id/choice')
  async choose(
    @Param('month') text: string,
    @Param('id', ParseUUIDPipe) planId: PlanRef,
    @Body() body: Sent,
  ): Promise<Redirect> {
    const month = monthParam(text);
    await this.variants.choose(month, { planId, revision: seenIn(body) });
    return new Redirect(`/months/${month}/variants`, { kind: 'done', key: 'variants.chosen_now' });
  }

  /** Does it, or shows the form again with everything that was typed. */
  private async tried(
    month: Month,
    form: VariantReturn['form'],
    typed: Sent,
    request: Request,
    act: () => Promise<'variants.copied' | 'variants.asked'>,
  ): Promise<Page | Redirect> {
    try {
      return new Redirect(`/months/${month}/variants`, { kind: 'done', key: await act() });
    } catch (error) {
      const code = OF_THE_FORM.find((one) => isDomainError(error, one));
      if (!code || !isDomainError(error, code)) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(month, request, { form, typed, error: sentence, errors: {} }, this.texts[error.code].status);
    }
  }

  private async page(month: Month, request: Request, back: VariantReturn | null, status = 200): Promise<Page> {
    const since = await this.changes.position();
    const screen = await this.screens.read(month, request.locale);
    const page = { ...screen, since, variantId: newId<'Plan'>() };
    return new Page('variants', buildVariantsPage(page, back, this.reader(request)), status);
  }

  private reader({ locale, session }: Request) {
    return { locale, catalogue: this.catalogues[locale], mayPlan: may(session?.actor, 'plan.make') };
  }
}

function stopHref(month: Month, id: Ref<'Solve'>): string {
  return `/months/${month}/variants/made/${id}/stop`;
}

function wordIn(body: Sent, name: string): string {
  const given = body[name];
  return typeof given === 'string' ? given : '';
}

/** Of the variant that the page offered to make. */
function idIn(body: Sent): PlanId {
  const given = wordIn(body, 'variantId');
  return isId(given) ? given : newId<'Plan'>();
}

function seenIn(body: Sent): number {
  const seen = Number(body['seen']);
  return Number.isInteger(seen) ? seen : 0;
}
