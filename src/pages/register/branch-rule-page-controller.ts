import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { BranchRef } from '../../kernel/id.ts';
import { Clock } from '../../kernel/clock.ts';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { addMonths, monthIn } from '../../kernel/month.ts';
import {
  type Answers,
  answersIn,
  type BranchRule,
  type BranchRuleView,
  ChangeRegister,
  type FieldFault,
  type ImportQuestion,
  LookAtBranchRule,
  RULE_COLUMNS,
  type TypedRow,
} from '../../modules/directory/index.ts';
import { previewRule, WorkCalendarReadModel } from '../../modules/meetings/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { type FlashMessage, Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import type { BranchRulePage, RulePreview } from './branch-rule.view.ts';
import { askedQuestion, formParts } from './build-register-form.ts';
import { meetingRuleOf, rulePreview } from './build-rule-preview.ts';
import { faultSentences } from './fault-sentences.ts';
import { type FormBody, typedIn } from './form-body.ts';
import { doneWith, monthNames } from './done-with.ts';
import { pageOf } from './register-paths.ts';

const MONTHS_AHEAD = 12;

/** Why the form is shown again. */
interface Return {
  readonly status: number;
  readonly seen: number;
  readonly faults?: readonly FieldFault[];
  readonly questions?: readonly ImportQuestion[];
  readonly answers?: Answers;
  readonly error?: DomainError;
}

/** When one branch meets: the part of its entry that makes the calendar, with a preview of the days that follow from it. */
@ApiExcludeController()
@Allows('directory.edit')
@Controller('branches/:id/rule')
export class BranchRulePageController {
  constructor(
    private readonly look: LookAtBranchRule,
    private readonly change: ChangeRegister,
    private readonly workdays: WorkCalendarReadModel,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Get()
  async show(@Param('id') id: BranchRef, @Req() request: Request): Promise<Page> {
    return this.page(id, await this.look.execute(id), request);
  }

  @Post('preview')
  async preview(@Param('id') id: BranchRef, @Body() body: FormBody, @Req() request: Request): Promise<Page | Fragment> {
    const view = await this.look.execute(id, ruleIn(body));
    if (wantsFragment(request, 'rule-preview')) {
      return new Fragment('rule-preview', await this.previewOf(view.rule, request));
    }
    const status = view.faults.length > 0 ? 422 : 200;
    return this.page(id, view, request, { status, seen: Number(body['seen']), faults: view.faults });
  }

  @Post()
  async save(@Param('id') id: BranchRef, @Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const view = await this.look.execute(id, ruleIn(body));
    const [seen, answers] = [Number(body['seen']), answersIn(body['answers'])];
    const address = pageOf('branches', id);
    try {
      const outcome = await this.change.change('branches', id, [view.row], { seen, answers });
      switch (outcome.kind) {
        case 'refused':
          return await this.page(id, view, request, { status: 422, seen, faults: outcome.faults });
        case 'asked':
          return await this.page(id, view, request, { status: 422, seen, questions: outcome.questions, answers });
        case 'done': {
          const preview = await this.previewOf(view.rule, request);
          return new Redirect(address, savedWith(view.row['name'] ?? '', outcome.months, preview, request));
        }
        case 'unchanged':
          return new Redirect(address, doneWith('register.unchanged', '', [], request));
      }
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      return this.page(id, view, request, { status: this.texts[error.code].status, seen, error });
    }
  }

  private async page(id: BranchRef, view: BranchRuleView, request: Request, back?: Return): Promise<Page> {
    const { locale } = request;
    const catalogue = this.catalogues[locale];
    const { errors, faults } = faultSentences(back?.faults ?? [], catalogue);
    const content = { register: 'branches', rows: [view.row], isNew: false, choices: new Map(), errors } as const;
    const names = new Set(RULE_COLUMNS.map((key) => `rows[0][${key}]`));
    const fields = formParts(content, locale, catalogue).sections.flatMap((section) => section.fields);
    const name = view.row['name'] ?? '';
    const address = pageOf('branches', id);
    const model: BranchRulePage = {
      title: translate(catalogue, 'register.rule.title', { name }),
      backHref: address,
      back: name,
      action: `${address}/rule`,
      previewAction: `${address}/rule/preview`,
      seen: back?.seen ?? view.revision,
      error: back?.error ? errorSentence(this.texts, back.error.code, back.error.params, locale) : null,
      faults,
      questions: (back?.questions ?? []).map((one) => askedQuestion(one, back?.answers ?? {}, locale)),
      fields: fields.filter((field) => names.has(field.name)),
      preview: await this.previewOf(view.rule, request),
    };
    return new Page('branch-rule', model, back?.status ?? 200);
  }

  private async previewOf(rule: BranchRule | null, { session }: Request): Promise<RulePreview> {
    const zone = session?.committee.timeZone ?? 'UTC';
    if (rule === null) return rulePreview(null, zone);
    const next = addMonths(monthIn(zone, this.clock.now()), 1);
    const months = Array.from({ length: MONTHS_AHEAD }, (_, index) => addMonths(next, index));
    return rulePreview(previewRule(meetingRuleOf(rule), months, await this.workdays.read(), zone), zone);
  }
}

/** What is said of a kept rule, with those of the coming months in which it gives a meeting too few. */
function savedWith(name: string, behind: readonly string[], { months }: RulePreview, request: Request): FlashMessage {
  const lacking = (months ?? []).flatMap(({ month, without }) => (without.length > 0 ? [month] : []));
  if (lacking.length === 0) return doneWith('register.saved', name, behind, request);
  const [named, without] = [behind, lacking].map((each) => monthNames(each, request.locale));
  return {
    kind: 'warning',
    key: 'register.rule.saved',
    params: { name, months: named ?? '', without: without ?? '' },
  };
}

/** What was typed of the rule; the rest of the entry stays as it is. */
function ruleIn(body: FormBody): TypedRow {
  const [row = {}] = typedIn('branches', body);
  return Object.fromEntries(RULE_COLUMNS.map((key) => [key, row[key] ?? '']));
}
