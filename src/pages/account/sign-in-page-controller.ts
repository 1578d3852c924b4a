import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import { Public, SignedIn } from '../../platform/http/access.ts';
import { clientAddress } from '../../platform/http/client-address.ts';
import { ownPath } from '../../platform/http/own-path.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { RateLimits } from '../../platform/http/rate-limits.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { ERROR_TEXTS } from '../../platform/tokens.ts';
import {
  MailSignInLink,
  MakeSignInLink,
  normaliseEmail,
  SessionCookies,
  type SignedIn as Opened,
  SignIn,
} from '../../modules/identity/index.ts';
import type { SignInLinkPage, SignInPage } from './sign-in.view.ts';

interface Form {
  readonly email?: unknown;
  readonly password?: unknown;
  readonly returnTo?: unknown;
}

const QUARTER_HOUR = 900;

@ApiExcludeController()
@Controller()
export class SignInPageController {
  constructor(
    private readonly signIn: SignIn,
    private readonly makeLink: MakeSignInLink,
    private readonly mailLink: MailSignInLink,
    private readonly limits: RateLimits,
    private readonly cookies: SessionCookies,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Public()
  @Get('sign-in')
  show(@Req() request: Request, @Query('to') to?: unknown): Page | Redirect {
    if (request.session) return new Redirect(ownPath(to));
    return signInPage({ returnTo: to === undefined ? null : ownPath(to) });
  }

  @Public()
  @Post('sign-in')
  async withPassword(
    @Body() form: Form,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const email = text(form.email);
    await this.limits.hit(`sign-in/${counted(email)}`, 10, QUARTER_HOUR);
    await this.limits.hit(`sign-in-from/${clientAddress(request)}`, 100, QUARTER_HOUR);
    try {
      const opened = await this.signIn.withPassword(email, text(form.password), this.cookies.deviceOf(request));
      return await this.enter(request, response, { ...opened, leadsTo: ownPath(form.returnTo) });
    } catch (error) {
      if (!isDomainError(error, 'identity.wrong_credentials')) throw error;
      const returnTo = form.returnTo === undefined ? null : ownPath(form.returnTo);
      return signInPage(
        { email, returnTo, error: errorSentence(this.texts, error.code, error.params, request.locale) },
        401,
      );
    }
  }

  /** Shows the same whether or not the address has an account. */
  @Public()
  @Post('sign-in/link')
  async askForLink(@Body() form: Form, @Req() request: Request): Promise<Page> {
    const email = text(form.email);
    await this.limits.hit(`link/${counted(email)}`, 5, QUARTER_HOUR);
    await this.limits.hit(`link-from/${clientAddress(request)}`, 50, QUARTER_HOUR);
    await this.mailLink.execute(email, ownPath(form.returnTo));
    return signInPage({ email, linkSentTo: email });
  }

  @Public()
  @Get('sign-in/link/:token')
  async showLink(@Param('token') token: string, @Req() request: Request): Promise<Page | Redirect> {
    const holder = await this.makeLink.holderOf(token);
    // A person who has used the link is signed in already and only wants to continue.
    if (!holder && request.session) return new Redirect('/');
    const model: SignInLinkPage = holder
      ? { isValid: true, name: holder.name, action: `/sign-in/link/${token}` }
      : { isValid: false };
    return new Page('sign-in-link', model, holder ? 200 : 410);
  }

  /** Only the button signs in, because mail scanners follow links. */
  @Public()
  @Post('sign-in/link/:token')
  async withLink(
    @Param('token') token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    await this.limits.hit(`link-use-from/${clientAddress(request)}`, 200, QUARTER_HOUR);
    try {
      return await this.enter(request, response, await this.signIn.withLink(token, this.cookies.deviceOf(request)));
    } catch (error) {
      if (!isDomainError(error, 'identity.link_spent')) throw error;
      return new Page('sign-in-link', { isValid: false } satisfies SignInLinkPage, 410);
    }
  }

  @SignedIn()
  @Post('sign-out')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Redirect> {
    await this.cookies.leave(request, response);
    return new Redirect('/sign-in', { kind: 'done', key: 'sign_in.signed_out' });
  }

  private async enter(request: Request, response: Response, opened: Opened): Promise<Redirect> {
    await this.cookies.enter(request, response, opened);
    return new Redirect(opened.leadsTo);
  }
}

function signInPage(given: Partial<SignInPage>, status = 200): Page {
  const model: SignInPage = { email: '', error: null, errors: {}, linkSentTo: null, returnTo: null, ...given };
  return new Page('sign-in', model, status);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * Normalised as for the look-up of accounts, so that blanks and capitals are not counted as other addresses; a text
 * longer than any address counts as none.
 */
function counted(email: string): string {
  return normaliseEmail(email).slice(0, 254);
}
