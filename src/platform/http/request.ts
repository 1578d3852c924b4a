import type { Locale } from '../../kernel/actor.ts';
import type { Session } from '../../kernel/authenticator.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way Express is extended
  namespace Express {
    interface Request {
      /** W3C trace id; the reference that an error page shows. */
      traceId: string;
      session: Session | null;
      locale: Locale;
    }
  }
}

export interface CookieNames {
  readonly session: string;
  readonly locale: string;
  readonly flash: string;
}

/** `__Host-` binds a cookie to this very host over https; browsers drop such a cookie on plain http. */
export function cookieNames(publicUrl: string): CookieNames {
  const prefix = publicUrl.startsWith('https:') ? '__Host-' : '';
  return { session: `${prefix}giaoban`, locale: `${prefix}giaoban-locale`, flash: `${prefix}giaoban-flash` };
}

/** Whether an error is to be a page for a person rather than problem+json for a machine. */
export function wantsPage(request: { path: string; headers: { accept?: string | undefined } }): boolean {
  return !request.path.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}
