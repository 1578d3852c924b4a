import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '../../kernel/actor.ts';
import type { Session } from '../../kernel/authenticator.ts';

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the way Express is extended
  namespace Express {
    interface Request {
      /** W3C trace id; error pages show it as the reference. */
      traceId: string;
      session: Session | null;
      /** Whether the person is signed in and has no role any more. */
      hasLostRoles?: boolean;
      locale: Locale;
      /** Whether a form's file was too large to be read; `uploadOf` reports it to the route that uses the file. */
      isUploadTooLarge?: boolean;
    }
  }
}

/** The header that names the part of a page that a module requests; a reply with that part carries it too. */
export const FRAGMENT_HEADER = 'X-Fragment';

/**
 * The name by which a whole page is requested as a part: it neither shows nor removes the flash message, and an error is
 * problem+json.
 */
export const WHOLE_PAGE = 'page';

/** Whose page it is; what a device keeps of it is readable only in a session of that account. */
export const PAGE_OF_HEADER = 'X-Page-Of';

/** Whether a module asks for this part rather than for the whole page. */
export function wantsFragment(request: { headers: IncomingHttpHeaders }, partial: string): boolean {
  return request.headers['x-fragment'] === partial;
}

/** Whether an error is to be a page for a person rather than problem+json for a machine. */
export function wantsPage(request: { path: string; headers: IncomingHttpHeaders }): boolean {
  const { accept = '', 'x-fragment': fragment } = request.headers;
  return !request.path.startsWith('/api/') && fragment === undefined && accept.includes('text/html');
}

/**
 * A path as it may be logged: without its query, and without the secret of a link in a mail or of a calendar. Routes are
 * found whatever the case of their letters.
 */
export function loggedPath(url: string): string {
  return (url.split('?')[0] ?? url).replace(/^\/+(sign-in\/link|calendar|meeting-date|nothing-to-block)\/.*/i, '/$1/…');
}
