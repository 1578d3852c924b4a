import type { Request } from 'express';

/**
 * The address that opens the page again. Some addresses only take what is sent: a page that answers such a form is
 * opened where the form stands, which is the page that sent it, else the nearest address above that is a page.
 */
export function openingPath(request: Request, sentFrom: string): string {
  if (request.method !== 'POST') return request.originalUrl;
  const [path = '/', query] = request.originalUrl.split('?', 2);
  const search = query === undefined ? '' : `?${query}`;
  const opens = (address: string) => isPage(request, address);
  if (opens(path)) return path + search;
  if (sentFrom !== '/' && opens(sentFrom)) return sentFrom;
  const above = path.split('/').map((_, index, parts) => parts.slice(0, parts.length - index).join('/'));
  const nearest = above.find((address) => address !== '' && opens(address));
  return nearest === undefined ? '/' : nearest + search;
}

/** A layer of Express's router, of which its types leave out how it is compared with an address. */
interface Layer {
  readonly route?: { readonly stack: readonly { readonly method: string }[] };
  match(path: string): boolean;
}

function isPage({ app }: Request, path: string): boolean {
  const layers = app.router.stack as readonly unknown[] as readonly Layer[];
  return layers.some((layer) => layer.route?.stack.some(({ method }) => method === 'get') && layer.match(path));
}
