import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import type { Config } from '../../config/config.ts';
import type { Session } from '../../kernel/authenticator.ts';
import { DomainError, type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { isId } from '../../kernel/id.ts';
import { Allows, Public } from '../../platform/http/access.ts';
import { clientAddress } from '../../platform/http/client-address.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { RateLimits } from '../../platform/http/rate-limits.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, say } from '../../platform/i18n/messages.ts';
import { CATALOGUES, CONFIG, ERROR_TEXTS } from '../../platform/tokens.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';
import { SessionCookies, SignIn } from '../../modules/identity/index.ts';
import { SendTestMail, SetupCodes, SetUpService } from '../../modules/setup/index.ts';
import { blankSetupForm, type SetupForm, setupForm } from './setup-form.ts';
import type { SetupPage } from './setup.view.ts';
import { testMailOutcome } from './test-mail-outcome.ts';

const QUARTER_HOUR = 900;
/** Errors of the whole form that belong to one field. */
const FIELD_OF: Partial<Record<ErrorCode, string>> = {
  'setup.wrong_code': 'setupCode',
  'identity.weak_password': 'password',
};

@ApiExcludeController()
@Controller('setup')
export class SetupPageController {
  constructor(
    private readonly setUp: SetUpService,
    private readonly codes: SetupCodes,
    private readonly testMail: SendTestMail,
    private readonly signIn: SignIn,
    private readonly cookies: SessionCookies,
    private readonly limits: RateLimits,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Get()
  async show(): Promise<Page | Redirect> {
    if (!(await this.setUp.isNeeded())) return new Redirect('/');
    return this.page(blankSetupForm(), {}, 200);
  }

  @Public()
  @Post()
  async save(
    @Body() body: Readonly<Record<string, unknown>>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    await this.limits.hit(`setup-from/${clientAddress(request)}`, 30, QUARTER_HOUR);
    const form = setupForm(body, { asksForCode: this.codes.isAsked, locale: request.locale });
    if (!form.wish) return this.page(form, this.sentences(form.faults, request), 422);
    const { committee, first } = form.wish;
    await this.limits.hit(`sign-in/${first.email.toLowerCase()}`, 10, QUARTER_HOUR);
    try {
      await this.setUp.execute(committee, first, form.values.setupCode);
      const opened = await this.signIn.withPassword(first.email, first.password, this.cookies.deviceOf(request));
      await this.cookies.enter(request, response, opened);
      return new Redirect('/setup/mail', { kind: 'done', key: 'setup.done', params: { name: committee.name } });
    } catch (error) {
      if (isDomainError(error, 'identity.already_set_up') || isDomainError(error, 'identity.wrong_credentials')) {
        return new Redirect('/sign-in', { kind: 'note', key: 'setup.already' });
      }
      const field = isDomainError(error) ? FIELD_OF[error.code] : undefined;
      if (!isDomainError(error) || field === undefined) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(form, { [field]: sentence }, this.texts[error.code].status);
    }
  }

  /** The state of the test mail that `mail` names; an administrator can return to it at any time. */
  @Allows('mail.test')
  @Get('mail')
  async showMail(@Query('mail') mail: unknown, @Req() { session }: Request): Promise<Page> {
    const stored = isId(mail) ? await this.testMail.find(mail) : null;
    const model: SetupPage = {
      step: 'mail',
      action: '/setup/mail',
      to: accountOf(session).email,
      isBuiltIn: this.config.smtpUrl === null,
      outcome: stored && testMailOutcome(stored, serverOf(this.config), `/setup/mail?mail=${String(mail)}`),
    };
    return new Page('setup', model);
  }

  @Allows('mail.test')
  @Post('mail')
  async sendMail(@Req() { session, locale }: Request): Promise<Redirect> {
    const { id: accountId, email: address, name } = accountOf(session);
    await this.limits.hit(`test-mail/${accountId}`, 10, QUARTER_HOUR);
    const link = `${this.config.publicUrl}/setup/mail`;
    const mail = await this.testMail.execute({ to: { accountId, address, name }, locale, link });
    return new Redirect(`/setup/mail?mail=${mail}`);
  }

  private page(
    { committeeId, values }: Pick<SetupForm, 'committeeId' | 'values'>,
    errors: FieldErrors,
    status: number,
  ): Page {
    const asksForCode = this.codes.isAsked;
    const [first, ...others] = Object.keys(errors);
    const wrong = first === undefined ? null : { count: others.length + 1, firstHref: `#${first}` };
    const model: SetupPage = { step: 'committee', action: '/setup', committeeId, asksForCode, values, errors, wrong };
    return new Page('setup', model, status);
  }

  private sentences(faults: SetupForm['faults'], { locale }: Request): FieldErrors {
    const catalogue = this.catalogues[locale];
    return Object.fromEntries(Object.entries(faults).map(([field, sentence]) => [field, say(catalogue, sentence)]));
  }
}

/** The role implies an account. */
function accountOf(session: Session | null): Session['account'] {
  if (!session) throw new DomainError('http.sign_in_needed', {});
  return session.account;
}

/** Host and port of the mail server, without credentials. */
function serverOf({ smtpUrl }: Config): string {
  return smtpUrl === null ? '' : new URL(smtpUrl).host;
}
