import type { SignedInPerson, TestService } from './service.ts';

export interface PageReply {
  readonly status: number;
  readonly type: string;
  readonly location: string | null;
  readonly html: string;
  /** The flash message of the next page. */
  readonly flash: unknown;
}

/** A browser without modules and with somebody's session; it does not follow redirects. */
export function browserOf(service: TestService, { cookie, csrf }: SignedInPerson) {
  const headers = { cookie, accept: 'text/html' };
  const replyOf = async (reply: Response): Promise<PageReply> => ({
    status: reply.status,
    type: reply.headers.get('content-type') ?? '',
    location: reply.headers.get('location'),
    html: await reply.text(),
    flash: flashIn(reply.headers.getSetCookie()),
  });
  return {
    open: async (path: string) => replyOf(await fetch(service.url + path, { headers, redirect: 'manual' })),
    /** `from`: the page that sends the form, as the browser states it. */
    post: async (
      path: string,
      fields: Readonly<Record<string, string | readonly string[]>> = {},
      from: string | null = null,
    ) =>
      replyOf(
        await fetch(service.url + path, {
          method: 'POST',
          headers: { ...headers, ...(from !== null && { referer: service.url + from }) },
          redirect: 'manual',
          body: fieldsOf({ _csrf: csrf, ...fields }),
        }),
      ),
  };
}

/** A page, opened or as the answer to a form, with its text as one reads it. */
export async function pageOf(
  service: TestService,
  who: SignedInPerson,
  path: string,
  form?: Readonly<Record<string, string | readonly string[]>>,
): Promise<PageReply & { readonly text: string }> {
  const browser = browserOf(service, who);
  const reply = form ? await browser.post(path, form) : await browser.open(path);
  const html = reply.html.replaceAll('&#x3D;', '=');
  return { ...reply, html, text: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

/** The fields as a form sends them; several values of one name one after the other. */
function fieldsOf(fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const sent = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) sent.append(name, value);
  return sent;
}

/** Value of a hidden field. */
export function hiddenIn(html: string, name: string): string {
  return new RegExp(`name="${name.replace(/[[\]]/g, '\\$&')}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

function flashIn(cookies: readonly string[]): unknown {
  const [, value = ''] = cookies.map((cookie) => /^giaoban-flash=([^;]+)/.exec(cookie)).find(Boolean) ?? [];
  return value === '' ? null : JSON.parse(Buffer.from(value, 'base64url').toString());
}
