import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'cookie';
import type { Request } from 'express';
import type { Config } from '../../config/config.ts';
import { type Role, ROLES_BY_PRECEDENCE } from '../../kernel/actor.ts';
import { OfficeClock } from '../clock/office-clock.ts';
import { type Catalogue, type Catalogues, say } from '../i18n/messages.ts';
import { CATALOGUES, CONFIG } from '../tokens.ts';
import { type ErrorPage, type ErrorPageKind, errorPageKind } from '../views/error.view.ts';
import type { Flash, PageContext } from '../views/page-context.ts';
import { Views } from '../views/views.ts';
import type { FlashMessage, Fragment, Page } from './page.ts';
import { actingFor, writeChoice } from './acting-for.ts';
import { cookieNames } from './cookies.ts';
import { mayReadMailbox } from './access.ts';
import { Navigation } from './navigation.ts';
import { openingPath } from './opening-path.ts';
import { ownPath } from './own-path.ts';
import { type WaitingCounts, WaitingWork } from './waiting-work.ts';
import { WHOLE_PAGE, wantsFragment } from './request.ts';
import { holdsSecret, sentFields, wordsTyped } from './sent-fields.ts';

const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';

/** All roles of a person; the first is the one whose pages are shown. */
export function rolesInOrder(held: readonly Role[], chosen: string | undefined): Role[] {
  const rank = (role: Role) => (role === chosen ? -1 : ROLES_BY_PRECEDENCE.indexOf(role));
  return [...held].sort((a, b) => rank(a) - rank(b));
}

/** Kinds of errors after which the same form can be sent again, because nothing was wrong with it. */
const RESENT: ReadonlySet<ErrorPageKind> = new Set(['signed_out', 'expired', 'unavailable', 'failed']);

/** What pages show besides the work itself; the demo turns these on. */
export abstract class PageFeatures {
  abstract readonly hasMailbox: boolean;
}

type ErrorFacts = Pick<ErrorPage, 'status' | 'sentence' | 'faults' | 'reference'> & { readonly code: string };

/** Renders pages for the person who asks. */
@Injectable()
export class Pages {
  constructor(
    private readonly views: Views,
    private readonly clock: OfficeClock,
    private readonly features: PageFeatures,
    private readonly navigation: Navigation,
    private readonly waiting: WaitingWork,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async render(request: Request, page: Page): Promise<string> {
    const waiting = request.session ? await this.waiting.counts() : {};
    return this.views.render(page.template, page.model, this.context(request, waiting));
  }

  renderFragment(request: Request, fragment: Fragment): string {
    return this.views.renderPart(fragment.partial, fragment.model, this.context(request));
  }

  error(request: Request, { code, ...facts }: ErrorFacts): string {
    const kind = errorPageKind(facts.status, code);
    const isPost = request.method === 'POST';
    const sentFrom = refererPath(request);
    const fields = isPost && !request.is('multipart/form-data') ? sentFields(request.body) : [];
    // Only data from our own page may be offered for sending again: another site could have filled in the fields.
    const isOwn = sentFrom !== '/' || request.get('sec-fetch-site') === 'same-origin';
    const mayResend = RESENT.has(kind) && isOwn && fields.length > 0 && !holdsSecret(fields);
    const model: ErrorPage = {
      ...facts,
      kind,
      sentence: mayResend && facts.status < 500 ? null : facts.sentence,
      typed: wordsTyped(fields),
      resend: mayResend ? { action: request.originalUrl, fields } : null,
      signInHref: kind === 'signed_out' ? `/sign-in?to=${encodeURIComponent(sentFrom)}` : null,
      backHref: isPost && !RESENT.has(kind) && sentFrom !== '/' ? sentFrom : null,
      retryHref: request.method === 'GET' && facts.status >= 500 ? request.originalUrl : null,
    };
    return this.views.render('error', model, this.context(request));
  }

  /** The cookie that carries one sentence to the next page. */
  static flashCookie(flash: FlashMessage): string {
    return Buffer.from(JSON.stringify(flash)).toString('base64url');
  }

  private context(request: Request, waiting: WaitingCounts = {}): PageContext {
    const { session, locale } = request;
    const catalogue = this.catalogues[locale];
    const zone = session?.committee.timeZone ?? DEFAULT_ZONE;
    const cookies = parse(request.headers.cookie ?? '');
    const names = cookieNames(this.config.publicUrl);
    const activeRole = rolesInOrder(session?.actor.roles ?? [], cookies[names.role])[0];
    return {
      locale,
      catalogue,
      zone,
      committee: session && { name: session.committee.name, isSample: session.committee.isSample },
      clock: { officeNow: this.clock.now(), moved: this.clock.moved },
      user: session && activeRole ? { name: session.account.name, roles: session.actor.roles, activeRole } : null,
      actingFor: session
        ? actingFor(session.actor).map((each) => ({ ...each, choice: writeChoice(each.role, each.id) }))
        : [],
      nav: activeRole
        ? this.navigation.itemsFor({
            role: activeRole,
            path: request.path,
            now: this.clock.now(),
            zone,
            hasMailbox: this.features.hasMailbox && mayReadMailbox(session),
            waiting,
          })
        : [],
      csrfToken: session?.csrfToken ?? '',
      path: openingPath(request, refererPath(request)),
      flash: wantsFragment(request, WHOLE_PAGE) ? [] : flashOf(cookies[names.flash], catalogue),
    };
  }
}

function flashOf(cookie: string | undefined, catalogue: Catalogue): Flash[] {
  if (cookie === undefined) return [];
  try {
    const flash = JSON.parse(Buffer.from(cookie, 'base64url').toString()) as FlashMessage;
    if (!['done', 'note', 'warning', 'error'].includes(flash.kind)) return [];
    return [{ kind: flash.kind, text: say(catalogue, flash) }];
  } catch {
    return []; // not written by this release
  }
}

/** The page that sent the request, if it is one of ours. */
function refererPath(request: Request): string {
  const referer = request.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/';
  const { host, pathname } = new URL(referer);
  return host === request.get('host') ? ownPath(pathname) : '/';
}
