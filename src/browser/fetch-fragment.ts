/** A part of a page as the service answered it. */
export interface FragmentReply {
  /** Null where the answer is something else, such as an error or the sign-in page. */
  readonly content: DocumentFragment | null;
  /** 0 where the service was not reached. */
  readonly status: number;
}

/** Requests one part of a page. The reply says in a header whether it really is that part. */
export async function fetchFragment(address: string, name: string, init: RequestInit = {}): Promise<FragmentReply> {
  try {
    const reply = await fetch(address, { ...init, headers: { accept: 'text/html', 'x-fragment': name } });
    if (reply.headers.get('x-fragment') !== name) return { content: null, status: reply.status };
    const holder = document.createElement('template');
    holder.innerHTML = await reply.text();
    return { content: holder.content, status: reply.status };
  } catch {
    return { content: null, status: 0 };
  }
}
