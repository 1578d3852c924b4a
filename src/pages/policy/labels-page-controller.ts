import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import { formatActing } from '../../kernel/format.ts';
import { may } from '../../kernel/permissions.ts';
import { HistoryReadModel } from '../../modules/audit/index.ts';
import {
  ChangeLabels,
  COMMITTEE_LABEL_KEYS,
  COMMITTEE_LABELS,
  type CommitteeLabel,
  type CommitteeLabels,
  labelFaults,
  labelText,
} from '../../modules/identity/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import type { LabelsPage } from './labels.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

interface Return {
  readonly typed: CommitteeLabels;
  readonly errors: Readonly<Partial<Record<CommitteeLabel, string>>>;
  readonly error: string;
  readonly isStale: boolean;
}

const LAST_CHANGES = 20;

/** The names of the committee and its board on pages and in documents. */
@ApiExcludeController()
@Controller('policy/labels')
export class LabelsPageController {
  constructor(
    private readonly labels: ChangeLabels,
    private readonly history: HistoryReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('policy.read')
  @Get()
  show(@Req() request: Request): Promise<Page> {
    return this.page(request, null, 200);
  }

  @Allows('committee.name')
  @Post()
  async save(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const catalogue = this.catalogues[request.locale];
    const typed = Object.fromEntries(COMMITTEE_LABEL_KEYS.map((key) => [key, textOf(body[key])])) as CommitteeLabels;
    const faults = labelFaults(typed).map(({ key, code, most }) => [
      key,
      code === 'missing' ? translate(catalogue, 'labels.missing') : translate(catalogue, 'labels.too_long', { most }),
    ]);
    const errors = Object.fromEntries(faults) as Return['errors'];
    if (Object.keys(errors).length > 0) {
      return this.page(request, { typed, errors, error: translate(catalogue, 'policy.wrong'), isStale: false }, 422);
    }
    try {
      const count = await this.labels.execute(Number(body['seen']), typed);
      return count === 0
        ? new Redirect('/policy/labels', { kind: 'note', key: 'policy.nothing' })
        : new Redirect('/policy/labels', { kind: 'done', key: 'policy.saved', params: { count } });
    } catch (thrown) {
      if (!isDomainError(thrown, 'edit.stale')) throw thrown;
      const error = errorSentence(this.texts, thrown.code, thrown.params, request.locale);
      return this.page(request, { typed, errors: {}, error, isStale: true }, this.texts['edit.stale'].status);
    }
  }

  private async page(request: Request, back: Return | null, status: number): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const actor = actorOf(request);
    const { labels, revision } = await this.labels.read();
    const trail = await this.history.list({ kind: 'committee', id: actor.committeeId }, LAST_CHANGES);
    const model: LabelsPage = {
      fields: COMMITTEE_LABEL_KEYS.map((key) => ({
        key,
        value: back?.typed[key] ?? labels[key],
        ...COMMITTEE_LABELS[key],
        error: back?.errors[key] ?? null,
        warning:
          back?.isStale === true && back.typed[key] !== labels[key]
            ? translate(catalogue, 'policy.now', { value: labels[key] || translate(catalogue, 'policy.none') })
            : null,
      })),
      form: may(actor, 'committee.name')
        ? { action: '/policy/labels', seen: revision, error: back?.error ?? null }
        : null,
      trail: trail.flatMap(({ at, by, onBehalfOf, action, details }) =>
        action === 'committee.renamed'
          ? [
              {
                at,
                by: by && formatActing(request.locale, by, onBehalfOf),
                changes: (details as Told | null)?.changes ?? [],
              },
            ]
          : [],
      ),
    };
    return new Page('policy-labels', model, status);
  }
}

interface Told {
  readonly changes: LabelsPage['trail'][number]['changes'];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? labelText(value) : '';
}
