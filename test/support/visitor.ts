import type { TestService } from './service.ts';

export interface VisitorReply {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
}

/**
 * A browser without modules and without a session: keeps cookies, follows no redirect, fills in forms that it received.
 */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private csrf = '';

  constructor(
    private readonly service: Pick<TestService, 'url'>,
    private readonly userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36',
  ) {}

  open(path: string): Promise<VisitorReply> {
    return this.ask(path, { method: 'GET' });
  }

  post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<VisitorReply> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams({ _csrf: this.csrf, ...fields }) });
  }

  upload(path: string, name: string, bytes: Uint8Array): Promise<VisitorReply> {
    const body = new FormData();
    body.append('_csrf', this.csrf);
    body.append('file', new Blob([Uint8Array.from(bytes)]), name);
    return this.ask(path, { method: 'POST', body });
  }

  async download(path: string): Promise<Uint8Array> {
    const reply = await fetch(this.service.url + path, { headers: this.headers() });
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}`);
    return new Uint8Array(await reply.arrayBuffer());
  }

  private async ask(path: string, init: RequestInit): Promise<VisitorReply> {
    const reply = await fetch(this.service.url + path, { ...init, headers: this.headers(), redirect: 'manual' });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const html = await reply.text();
    this.csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? this.csrf;
    return { status: reply.status, location: reply.headers.get('location'), html };
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { accept: 'text/html', 'user-agent': this.userAgent, ...(cookie !== '' && { cookie }) };
  }
}
