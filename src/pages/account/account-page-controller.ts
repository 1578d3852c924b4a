import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Ref } from '../../kernel/id.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import type { Config } from '../../config/config.ts';
import { ROLES } from '../../kernel/actor.ts';
import type { Session } from '../../kernel/authenticator.ts';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { readTelephone } from '../../kernel/telephone.ts';
import { SignedIn } from '../../platform/http/access.ts';
import { writeChoice } from '../../platform/http/acting-for.ts';
import { cookieNames, setCookie } from '../../platform/http/cookies.ts';
import { ownPath } from '../../platform/http/own-path.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { RateLimits } from '../../platform/http/rate-limits.ts';
import { isLocale } from '../../platform/http/session-middleware.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, CONFIG, ERROR_TEXTS } from '../../platform/tokens.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';
import {
  allowedChannels,
  CalendarAddresses,
  type ChannelKinds,
  channelKinds,
  channelOf,
  ChooseMessages,
  WebhookReadModel,
} from '../../modules/notifications/index.ts';
import {
  ChangePassword,
  ChangeProfile,
  EndSessions,
  LONGEST_NAME,
  OwnAccountReadModel,
  SessionCookies,
} from '../../modules/identity/index.ts';
import type { AccountPage } from './account.view.ts';
import { buildAccountPage, type TypedProfile } from './build-account-page.ts';

const MONTH_SECONDS = 30 * 24 * 3600;
const YEAR_SECONDS = 365 * 24 * 3600;
const QUARTER_HOUR = 900;

interface TypedMessages extends ChannelKinds {
  readonly address: string;
}

@ApiExcludeController()
@SignedIn()
@Controller('account')
export class AccountPageController {
  constructor(
    private readonly own: OwnAccountReadModel,
    private readonly changeProfile: ChangeProfile,
    private readonly changePassword: ChangePassword,
    private readonly endSessions: EndSessions,
    private readonly addresses: CalendarAddresses,
    private readonly webhooks: WebhookReadModel,
    private readonly chooseMessages: ChooseMessages,
    private readonly cookies: SessionCookies,
    private readonly limits: RateLimits,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  show(@Req() request: Request): Promise<Page> {
    return this.page(request, {});
  }

  @Post('profile')
  async saveProfile(
    @Body() body: Readonly<Record<string, unknown>>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const { account } = sessionOf(request);
    const name = plainText(text(body['name'])).replace(/\s+/g, ' ');
    if (name === '' || name.length > LONGEST_NAME) {
      const error = translate(this.catalogues[request.locale], 'account.name_wrong', { most: LONGEST_NAME });
      return this.page(request, { name: error }, { typed: { name } });
    }
    const locale = isLocale(body['locale']) ? body['locale'] : account.locale;
    try {
      await this.changeProfile.execute(account.id, Number(body['revision']), { name, locale });
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      const { status } = this.texts[error.code];
      return this.page(request, this.under('name', error, request), { typed: { name, locale }, status });
    }
    const { publicUrl } = this.config;
    response.append('Set-Cookie', setCookie(publicUrl, cookieNames(publicUrl).locale, locale, YEAR_SECONDS));
    return new Redirect('/account', { kind: 'done', key: 'account.saved' });
  }

  @Post('password')
  async savePassword(
    @Body() body: Readonly<Record<string, unknown>>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const { account } = sessionOf(request);
    await this.limits.hit(`password/${account.id}`, 10, QUARTER_HOUR);
    try {
      await this.changePassword.execute({
        accountId: account.id,
        current: text(body['current']),
        wanted: text(body['password']),
        session: this.tokenOf(request),
      });
      return new Redirect('/account', { kind: 'done', key: 'account.changed' });
    } catch (error) {
      if (isDomainError(error, 'identity.wrong_password'))
        return this.page(request, this.under('current', error, request));
      if (isDomainError(error, 'identity.weak_password'))
        return this.page(request, this.under('password', error, request));
      throw error;
    }
  }

  /** What the person gets by the committee's gateway, and at which number. */
  @Post('messages')
  async saveMessages(
    @Body() body: Readonly<Record<string, unknown>>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const written = plainText(text(body['address'])).trim();
    const address = written === '' ? '' : readTelephone(written);
    const chosen = channelKinds((kind) => {
      const channel = body[`channel-${kind}`];
      return channel === 'message' || channel === 'both' ? channel : 'mail';
    });
    const messages = { address: text(body['address']).slice(0, 100), ...chosen };
    const fault =
      address === null ? 'messages.wrong' : address === '' && chosen.kinds.length > 0 ? 'messages.no_address' : null;
    if (fault || address === null)
      return this.page(
        request,
        { address: translate(this.catalogues[request.locale], fault ?? 'messages.wrong') },
        { messages },
      );
    try {
      await this.chooseMessages.execute(Number(body['seen']), address, chosen);
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      return this.page(request, this.under('address', error, request), {
        messages,
        status: this.texts[error.code].status,
      });
    }
    return new Redirect('/account', { kind: 'done', key: 'messages.saved' });
  }

  @Post('sessions/end')
  async endOthers(@Req() request: Request): Promise<Redirect> {
    await this.endSessions.others(sessionOf(request).account.id, this.tokenOf(request));
    return new Redirect('/account', { kind: 'done', key: 'account.sessions_ended' });
  }

  @Post('sessions/:id/end')
  async endOne(@Param('id') id: Ref<'Session'>, @Req() request: Request): Promise<Redirect> {
    await this.endSessions.one(sessionOf(request).account.id, id);
    return new Redirect('/account', { kind: 'done', key: 'account.session_ended' });
  }

  /** Only people with visits have a calendar of them. */
  @Post('calendar')
  async renewCalendar(@Req() request: Request): Promise<Redirect> {
    if (sessionOf(request).actor.specialistId === null) throw new DomainError('http.not_allowed', {});
    await this.addresses.renew();
    return new Redirect('/account', { kind: 'done', key: 'account.calendar_renewed' });
  }

  /** Chooses the role whose pages are shown; the roles themselves, and so the permissions, stay the same. */
  @Post('role')
  chooseRole(
    @Body('role') role: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Redirect {
    const held = request.session?.actor.roles.find((item) => item === role);
    if (held) {
      const { publicUrl } = this.config;
      response.append('Set-Cookie', setCookie(publicUrl, cookieNames(publicUrl).role, held, MONTH_SECONDS));
    }
    return new Redirect('/');
  }

  /** Of several people whose deputy they are, chooses the one for whom they act from now on. */
  @Post('acting-for')
  chooseForWhom(
    @Body() { choice, back }: Readonly<Record<string, unknown>>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Redirect {
    const { actor } = sessionOf(request);
    const chosen = (actor.deputised ?? []).find(({ role, accountId }) => writeChoice(role, accountId) === choice);
    if (!chosen) throw new DomainError('http.not_deputy', {});
    const kept = { ...actor.actsFor, [chosen.role]: chosen.accountId };
    const cookie = ROLES.flatMap((role) => (kept[role] === undefined ? [] : [writeChoice(role, kept[role])])).join('/');
    const { publicUrl } = this.config;
    response.append('Set-Cookie', setCookie(publicUrl, cookieNames(publicUrl).actsFor, cookie, MONTH_SECONDS));
    return new Redirect(ownPath(back), { kind: 'done', key: 'layout.acts_for_now', params: { name: chosen.name } });
  }

  private async page(
    request: Request,
    errors: FieldErrors,
    {
      typed = {},
      messages = null,
      status = 422,
    }: { readonly typed?: TypedProfile; readonly messages?: TypedMessages | null; readonly status?: number } = {},
  ): Promise<Page> {
    const session = sessionOf(request);
    const facts = await this.own.read(session.account.id, this.tokenOf(request));
    const isWrong = Object.keys(errors).length > 0;
    const model: AccountPage = {
      messages: await this.messages(request, messages),
      ...buildAccountPage({ ...facts, session, errors, typed, publicUrl: this.config.publicUrl }),
    };
    return new Page('account', model, isWrong ? status : 200);
  }

  private async messages({ locale }: Request, typed: TypedMessages | null): Promise<AccountPage['messages']> {
    const setting = await this.webhooks.setting();
    if (!setting) return null;
    const choice = await this.webhooks.choice();
    const catalogue = this.catalogues[locale];
    return {
      seen: choice.revision,
      address: typed?.address ?? choice.address,
      kinds: setting.kinds.map((kind) => ({
        name: `channel-${kind}`,
        label: translate(catalogue, `message.kind.${kind}`),
        channels: allowedChannels(setting, kind).map((value) => ({
          value,
          label: translate(catalogue, `messages.channel.${value}`),
          selected: value === channelOf(typed ?? choice, setting, kind),
        })),
      })),
    };
  }

  private under(field: string, { code, params }: DomainError, { locale }: Request): FieldErrors {
    return { [field]: errorSentence(this.texts, code, params, locale) };
  }

  private tokenOf(request: Request): string {
    return this.cookies.tokenOf(request) ?? '';
  }
}

/** The guard of the route ensures a session. */
function sessionOf({ session }: Request): Session {
  if (!session) throw new DomainError('http.sign_in_needed', {});
  return session;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
