import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { concatMap, type Observable } from 'rxjs';
import type { Config } from '../../config/config.ts';
import { CONFIG } from '../tokens.ts';
import { cookieNames, setCookie } from './cookies.ts';
import { Fragment, Page, Redirect } from './page.ts';
import { Pages } from './pages.ts';
import { FRAGMENT_HEADER, PAGE_OF_HEADER, WHOLE_PAGE, wantsFragment } from './request.ts';

/** Sends what page controllers return: a Page or a Fragment as HTML, a Redirect as 303 with its sentence in a short-lived cookie. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly pages: Pages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(concatMap((result: unknown) => this.send(result, request, response)));
  }

  private async send(result: unknown, request: Request, response: Response): Promise<unknown> {
    if (result instanceof Page) {
      const html = await this.pages.render(request, result);
      sayHtml(response, result.status);
      if (request.session) response.setHeader(PAGE_OF_HEADER, request.session.account.id);
      if (!wantsFragment(request, WHOLE_PAGE)) this.setFlash(response, null);
      return html;
    }
    if (result instanceof Fragment) {
      const html = this.pages.renderFragment(request, result);
      sayHtml(response, result.status);
      response.setHeader(FRAGMENT_HEADER, result.partial);
      return html;
    }
    if (result instanceof Redirect) {
      if (result.flash) this.setFlash(response, Pages.flashCookie(result.flash));
      response.redirect(303, result.to);
      return undefined;
    }
    return result;
  }

  private setFlash(response: Response, value: string | null): void {
    const { publicUrl } = this.config;
    response.append('Set-Cookie', setCookie(publicUrl, cookieNames(publicUrl).flash, value, 60));
  }
}

/** The same address may return a page or a part of it, in either language, and must not be cached. */
function sayHtml(response: Response, status: number): void {
  response.status(status).type('html').vary(`Cookie, Accept-Language, ${FRAGMENT_HEADER}`);
  response.setHeader('Cache-Control', 'no-store');
}
