import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Config } from '../../config/config.ts';
import { isDomainError } from '../../kernel/domain-error.ts';
import { newId } from '../../kernel/id.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { ChangeWebhook, MESSAGE_KINDS, readMessageKinds, WebhookReadModel } from '../../modules/notifications/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, CONFIG, ERROR_TEXTS } from '../../platform/tokens.ts';
import { urlFault } from '../../platform/webhook/signed-post.ts';
import { messageRow } from './message-row.ts';
import type { WebhookPage } from './webhook.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

const LAST_MESSAGES = 50;
const LONGEST_URL = 500;
const LONGEST_ADDRESS = 100;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The committee's gateway for messages, for its administrators. */
@ApiExcludeController()
@Allows('webhook.manage')
@Controller('webhook')
export class WebhookPageController {
  constructor(
    private readonly webhooks: WebhookReadModel,
    private readonly change: ChangeWebhook,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  show(@Req() request: Request): Promise<Page> {
    return this.page(request);
  }

  @Post()
  async save(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const url = plainText(text(body['url']));
    const kinds = readMessageKinds([body['kind']].flat());
    const instead = readMessageKinds([body['instead']].flat()).filter((kind) => kinds.includes(kind));
    const fault = url.length > LONGEST_URL ? 'no_url' : urlFault(url, this.config.webhookAllowsPrivate);
    if (fault !== null) {
      const urlError = translate(this.catalogues[request.locale], `webhook.fault.${fault}`);
      return this.page(request, { url, kinds, instead, urlError }, 422);
    }
    return this.changed(request, { url, kinds, instead }, async () => {
      const isChanged = await this.change.save(Number(body['seen']), url, { kinds, instead });
      return isChanged ? 'webhook.saved' : 'webhook.nothing';
    });
  }

  @Post('secret')
  renew(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    return this.changed(request, {}, async () => {
      await this.change.renewSecret(Number(body['seen']));
      return 'webhook.renewed';
    });
  }

  @Post('pause')
  pause(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const isPaused = body['pause'] === 'yes';
    return this.changed(request, {}, async () => {
      await this.change.pause(Number(body['seen']), isPaused);
      return isPaused ? 'webhook.paused' : 'webhook.resumed';
    });
  }

  @Post('trial')
  async tryOut(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const address = plainText(text(body['address'])).slice(0, LONGEST_ADDRESS);
    const id = UUID.test(text(body['id'])) ? text(body['id']) : newId();
    return this.changed(request, {}, async () => {
      const words = translate(this.catalogues[request.locale], 'webhook.trial_text');
      await this.change.tryOut(id, address, words, request.locale);
      return 'webhook.tried';
    });
  }

  @Post('again')
  async again(): Promise<Redirect> {
    const count = await this.change.sendAgain();
    return new Redirect('/webhook', { kind: 'done', key: 'webhook.sent_again', params: { count } });
  }

  private async changed(
    request: Request,
    typed: Typed,
    work: () => Promise<
      'webhook.saved' | 'webhook.nothing' | 'webhook.renewed' | 'webhook.paused' | 'webhook.resumed' | 'webhook.tried'
    >,
  ): Promise<Page | Redirect> {
    try {
      return new Redirect('/webhook', { kind: 'done', key: await work() });
    } catch (thrown) {
      if (!isDomainError(thrown, 'edit.stale') && !isDomainError(thrown, 'webhook.missing')) throw thrown;
      const error = errorSentence(this.texts, thrown.code, thrown.params, request.locale);
      return this.page(request, { ...typed, error }, this.texts[thrown.code].status);
    }
  }

  private async page(
    request: Request,
    back: Typed & Partial<Pick<WebhookPage, 'error' | 'urlError'>> = {},
    status = 200,
  ): Promise<Page> {
    const setting = await this.webhooks.setting();
    const chosen = back.kinds ?? setting?.kinds ?? MESSAGE_KINDS;
    const alone = back.instead ?? setting?.instead ?? [];
    const catalogue = this.catalogues[request.locale];
    const model: WebhookPage = {
      url: back.url ?? setting?.url ?? '',
      kinds: MESSAGE_KINDS.map((value) => ({
        value,
        label: translate(catalogue, `message.kind.${value}`),
        selected: chosen.includes(value),
      })),
      instead: MESSAGE_KINDS.map((value) => ({
        value,
        label: translate(catalogue, `message.kind.${value}`),
        selected: alone.includes(value),
      })),
      seen: setting?.revision ?? 0,
      error: back.error ?? null,
      urlError: back.urlError ?? null,
      gateway: setting && { secret: setting.secret, isPaused: setting.isPaused, trialId: newId() },
      messages: (await this.webhooks.latest(LAST_MESSAGES)).map(messageRow),
    };
    return new Page('webhook', model, status);
  }
}

interface Typed extends Partial<Pick<WebhookPage, 'url'>> {
  readonly kinds?: readonly string[];
  readonly instead?: readonly string[];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
