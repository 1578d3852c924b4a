/** A part of a page in the service's response. */
export interface FragmentReply {
  /** Null where the response is something else, such as an error or the sign-in page. */
  readonly content: DocumentFragment | null;
  /** 0 where the service was not reached in time. */
  readonly status: number;
  /** The address of a redirect, if there was one. */
  readonly ledTo: string | null;
  /**
   * False for what comes between here and the service, such as the page of a hotel's network or of a proxy: each reply
   * of the service names its trace.
   */
  readonly isOurs: boolean;
}

/** No request may wait for ever on a dead connection. */
const LIMIT_MS = 20_000;

/**
 * Requests one part of a page. The reply says in a header whether it really is that part, or the one that takes its
 * place (`or`).
 */
export async function fetchFragment(
  address: string,
  name: string,
  init: RequestInit = {},
  or: string | null = null,
): Promise<FragmentReply> {
  try {
    const headers = { accept: 'text/html', 'x-fragment': name };
    const reply = await fetch(address, { ...init, headers, signal: AbortSignal.timeout(LIMIT_MS) });
    const ledTo = reply.redirected ? reply.url : null;
    const isOurs = reply.headers.has('x-trace-id');
    const part = reply.headers.get('x-fragment');
    if (part === null || (part !== name && part !== or)) return { content: null, status: reply.status, ledTo, isOurs };
    const holder = document.createElement('template');
    holder.innerHTML = await reply.text();
    return { content: holder.content, status: reply.status, ledTo, isOurs };
  } catch {
    return { content: null, status: 0, ledTo: null, isOurs: false };
  }
}
