import { DomainError } from '../kernel/domain-error.ts';

/** A client of the service over HTTP, as a browser or a program would be. */
export class Person {
  private constructor(
    private readonly base: string,
    private readonly cookie: string,
    private readonly csrfToken: string,
    readonly name: string,
  ) {}

  /** Opens a sign-in link and submits its form. */
  static async signIn(base: string, linkPath: string): Promise<Person> {
    const reply = await fetch(base + linkPath, { method: 'POST', redirect: 'manual' });
    const cookie = reply.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .find((pair) => pair.startsWith('giaoban='));
    if (reply.status === 503) throw new DomainError('database.unavailable', {});
    if (cookie === undefined) throw new Error(`the sign-in link was not taken: ${reply.status}`);
    const session = await fetch(`${base}/api/v1/session`, { headers: { cookie } });
    await orThrow(session, 'the session');
    const { csrfToken, name } = (await session.json()) as { csrfToken: string; name: string };
    return new Person(base, cookie, csrfToken, name);
  }

  async get<T>(path: string): Promise<T> {
    return (await this.fetch('GET', path)).json() as Promise<T>;
  }

  /** Null for a reply of 404. */
  async find<T>(path: string): Promise<T | null> {
    const reply = await this.ask('GET', path);
    if (reply.status === 404) return null;
    return (await orThrow(reply, path)).json() as Promise<T>;
  }

  async send<T>(
    method: 'POST' | 'PUT',
    path: string,
    body: object = {},
    headers: Record<string, string> = {},
  ): Promise<T> {
    const reply = await this.fetch(method, path, JSON.stringify(body), {
      'content-type': 'application/json',
      ...headers,
    });
    const text = await reply.text();
    return (text === '' ? {} : JSON.parse(text)) as T;
  }

  async upload<T>(path: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    return (await this.fetch('POST', path, form)).json() as Promise<T>;
  }

  async download(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.fetch('GET', path)).arrayBuffer());
  }

  private async fetch(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return orThrow(await this.ask(method, path, body, headers), path);
  }

  private ask(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(this.base + path, {
      method,
      redirect: 'manual',
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrfToken, ...headers },
      ...(body !== undefined && { body }),
    });
  }
}

async function orThrow(reply: Response, path: string): Promise<Response> {
  if (reply.ok) return reply;
  if (reply.status === 503) throw new DomainError('database.unavailable', {});
  throw new Error(`${path} answered ${reply.status}: ${(await reply.text()).slice(0, 500)}`);
}
