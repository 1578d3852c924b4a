import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '../../kernel/actor.ts';
import type { Session } from '../../kernel/authenticator.ts';

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the way Express is extended
  namespace Express {
    interface Request {
      /** W3C trace id; the reference that an error page shows. */
      traceId: string;
      session: Session | null;
      locale: Locale;
      /** A file of a form that was too large to be read on; whoever wants the file learns it from `uploadOf`. */
      isUploadTooLarge?: boolean;
    }
  }
}

/** The name of the part of a page that a module asks for; a reply that is that part names it too. */
export const FRAGMENT_HEADER = 'X-Fragment';

/** Whether a module asks for this part rather than for the whole page. */
export function wantsFragment(request: { headers: IncomingHttpHeaders }, partial: string): boolean {
  return request.headers['x-fragment'] === partial;
}

/** Whether an error is to be a page for a person rather than problem+json for a machine. */
export function wantsPage(request: { path: string; headers: IncomingHttpHeaders }): boolean {
  const { accept = '', 'x-fragment': fragment } = request.headers;
  return !request.path.startsWith('/api/') && fragment === undefined && accept.includes('text/html');
}

/** A path as it may stand in a log: without its query, and without the secret of a sign-in link or a calendar. */
export function loggedPath(url: string): string {
  return (url.split('?')[0] ?? url).replace(/^\/(sign-in\/link|calendar)\/.*/, '/$1/…');
}
