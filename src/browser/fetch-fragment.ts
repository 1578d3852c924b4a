/** A part of a page in the service's response. */
export interface FragmentReply {
  /** Null where the response is something else, such as an error or the sign-in page. */
  readonly content: DocumentFragment | null;
  /** 0 where the service was not reached in time. */
  readonly status: number;
  /** The address of a redirect, if there was one. */
  readonly ledTo: string | null;
}

/** No request may wait for ever on a dead connection. */
const LIMIT_MS = 20_000;

/** Requests one part of a page. The reply says in a header whether it really is that part. */
export async function fetchFragment(address: string, name: string, init: RequestInit = {}): Promise<FragmentReply> {
  try {
    const headers = { accept: 'text/html', 'x-fragment': name };
    const reply = await fetch(address, { ...init, headers, signal: AbortSignal.timeout(LIMIT_MS) });
    const ledTo = reply.redirected ? reply.url : null;
    if (reply.headers.get('x-fragment') !== name) return { content: null, status: reply.status, ledTo };
    const holder = document.createElement('template');
    holder.innerHTML = await reply.text();
    return { content: holder.content, status: reply.status, ledTo };
  } catch {
    return { content: null, status: 0, ledTo: null };
  }
}
