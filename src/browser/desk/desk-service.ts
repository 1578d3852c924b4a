import type {
  DeskAction,
  DeskAdopted,
  DeskCandidate,
  DeskCandidates,
  DeskChange,
  DeskConflict,
  DeskCost,
  DeskEdit,
  DeskState,
  DeskUndo,
} from '../../pages/desk/desk.view.ts';
import type { Answer, DeskRequests } from './desk-requests.ts';

/** A problem document of the service (RFC 9457). */
interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly params?: unknown;
}

/** No request may wait for ever on a dead connection. */
const LIMIT_MS = 20_000;

/** The requests of the desk of one month, as they are sent. */
export class DeskService implements DeskRequests {
  constructor(
    /** `/months/2020-12/desk` */
    private readonly address: string,
    /** The CSRF token of the page. */
    private token: string,
    /** For whom a deputy acts, as the page has named them; empty for who acts in their own name. */
    private readonly principals: readonly string[],
    /** The plan that is looked at, where that is not the month's chosen one. */
    private readonly variant: string | null,
  ) {}

  state({ planId, seen }: DeskUndo): Promise<Answer<DeskState>> {
    return this.ask(`state?${new URLSearchParams({ planId, seen: String(seen), ...this.named() })}`);
  }

  cost(action: DeskAction): Promise<Answer<DeskCost>> {
    return this.ask('cost', { action, ...(this.variant !== null && { planId: this.variant }) });
  }

  async candidates(meeting: string, instead: string | null): Promise<Answer<readonly DeskCandidate[]>> {
    const asked = new URLSearchParams({ meeting, ...(instead !== null && { instead }), ...this.named() });
    const answer = await this.ask<DeskCandidates>(`candidates?${asked}`);
    return answer.kind === 'done' ? { kind: 'done', value: answer.value.candidates } : answer;
  }

  edit(edit: DeskEdit): Promise<Answer<DeskChange>> {
    return this.ask('edits', edit);
  }

  undo(seen: DeskUndo): Promise<Answer<DeskChange>> {
    return this.ask('undo', seen);
  }

  redo(seen: DeskUndo): Promise<Answer<DeskChange>> {
    return this.ask('redo', seen);
  }

  adopt(form: 'proposal' | 'proposal/discard', fields: object): Promise<Answer<DeskAdopted>> {
    return this.ask(form, fields);
  }

  private named(): Record<string, string> {
    return this.variant === null ? {} : { variant: this.variant };
  }

  private async ask<T>(path: string, body?: object): Promise<Answer<T>> {
    try {
      const answer = await this.send<T>(path, body);
      // Somebody has signed in again meanwhile, in another tab: the token belongs to the session of before.
      return answer === 'old-token' && (await this.renewToken()) ? last(await this.send<T>(path, body)) : last(answer);
    } catch {
      return { kind: 'unreached' };
    }
  }

  private async send<T>(path: string, body?: object): Promise<Answer<T> | 'old-token'> {
    const reply = await fetch(`${this.address}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json', 'x-csrf-token': this.token }),
        ...(this.principals.length > 0 && { 'x-on-behalf-of': this.principals.join(',') }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (reply.status === 401) return { kind: 'signed-out' };
    const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
    const answered: unknown = isJson ? await reply.json() : {};
    if (reply.ok && isJson) return { kind: 'done', value: answered as T };
    const { code, title, params } = answered as Problem;
    if (code === 'http.form_expired') return 'old-token';
    if (code === 'plan.edited_meanwhile') return { kind: 'meanwhile', conflict: params as DeskConflict };
    return { kind: 'refused', sentence: title ?? null };
  }

  private async renewToken(): Promise<boolean> {
    const reply = await fetch(this.address, {
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (!reply.ok || reply.redirected) return false;
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const token = page.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? this.token;
    const isNew = token !== this.token;
    this.token = token;
    return isNew;
  }
}

function last<T>(answer: Answer<T> | 'old-token'): Answer<T> {
  return answer === 'old-token' ? { kind: 'signed-out' } : answer;
}
