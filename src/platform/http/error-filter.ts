import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { DomainError, isDomainError, type ErrorCode, type ErrorParams, type Fault } from '../../kernel/domain-error.ts';
import { errorSentence, type ErrorTexts } from '../i18n/errors.ts';
import { type Catalogues, type Catalogue, messageOf } from '../i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS, LOGGER } from '../tokens.ts';
import { Pages } from './pages.ts';
import { loggedPath, wantsPage } from './request.ts';

/** RFC 9457, with one entry per wrong place. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly reference: string;
  readonly params?: unknown;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

/** Turns every error into a page for a person or problem+json for a machine, in the reader's language. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly pages: Pages,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = asDomainError(thrown, request.traceId);
    const status = this.texts[error.code].status;
    if (status >= 500)
      this.log.error({ err: thrown, reference: request.traceId, path: loggedPath(request.path) }, 'http.failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    const title = errorSentence(this.texts, error.code, error.params, request.locale);
    if (wantsPage(request)) {
      if (error.code === 'http.sign_in_needed' && request.method === 'GET') {
        response.redirect(303, `/sign-in?to=${encodeURIComponent(request.originalUrl)}`);
        return;
      }
      const faults = this.details(error.faults, this.catalogues[request.locale]).map(({ detail }) => detail);
      const page = this.pages.error(request, {
        status,
        code: error.code,
        sentence: title,
        faults,
        reference: request.traceId,
      });
      response.status(status).type('html').send(page);
      return;
    }
    const problem: Problem = {
      type: `urn:giaoban:error:${error.code}`,
      title,
      status,
      code: error.code,
      reference: request.traceId,
      ...(Object.keys(error.params).length > 0 && { params: error.params }),
      ...(error.faults.length > 0 && { errors: this.details(error.faults, this.catalogues[request.locale]) }),
    };
    if (status === 503) response.setHeader('Retry-After', '10');
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private details(faults: readonly Fault[], catalogue: Catalogue): NonNullable<Problem['errors']> {
    return faults.map(({ pointer, code, params }) => ({
      pointer,
      code,
      detail: faultSentence(catalogue, code, params),
    }));
  }
}

/** The sentence of one wrong place: message `fault.<code>`, or the one that the code names. */
export function faultSentence(catalogue: Catalogue, code: string, params: Fault['params'] = {}): string {
  const key = [`fault.${code}`, code].find((each) => each in catalogue) ?? 'fault.invalid';
  return messageOf(catalogue, key, params);
}

function asDomainError(thrown: unknown, reference: string): DomainError {
  if (isDomainError(thrown)) return thrown;
  const status = thrown instanceof HttpException ? thrown.getStatus() : bodyParserStatus(thrown);
  const code = codeOfStatus(status);
  const params: ErrorParams[ErrorCode] =
    code === 'http.unexpected' ? { reference } : code === 'http.too_large' ? { megabytes: null } : {};
  return new DomainError(code, params);
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 404 || status === 405) return 'http.not_found';
  if (status === 413) return 'http.too_large';
  if (status === 415) return 'http.unsupported_type';
  if (status === 401) return 'http.sign_in_needed';
  if (status === 403) return 'http.not_allowed';
  if (status >= 400 && status < 500) return 'http.malformed';
  return 'http.unexpected';
}

function bodyParserStatus(thrown: unknown): number {
  const status = (thrown as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 500;
}
