import type {
  DeskAction,
  DeskCandidate,
  DeskCandidates,
  DeskConflict,
  DeskCost,
  DeskEdit,
  DeskState,
  DeskUndo,
} from '../../pages/desk/desk.view.ts';

/** The outcome of a request. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Somebody else has changed the same people or meetings since. */
  | { readonly kind: 'meanwhile'; readonly conflict: DeskConflict }
  /** Refused, with a sentence that says why; null where the response was unreadable. */
  | { readonly kind: 'refused'; readonly sentence: string | null }
  /** The session has ended. */
  | { readonly kind: 'signed-out' }
  /** The service was not reached in time. */
  | { readonly kind: 'unreached' };

/** A problem document of the service (RFC 9457). */
interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly params?: unknown;
}

/** No request may wait for ever on a dead connection. */
const LIMIT_MS = 20_000;

/** The requests of the desk of one month. */
export class DeskService {
  constructor(
    /** `/months/2020-12/desk` */
    private readonly address: string,
    /** The CSRF token of the page. */
    private readonly token: string,
  ) {}

  state(): Promise<Answer<DeskState>> {
    return this.ask('state');
  }

  cost(action: DeskAction): Promise<Answer<DeskCost>> {
    return this.ask('cost', { action });
  }

  async candidates(meetingId: string): Promise<Answer<readonly DeskCandidate[]>> {
    const answer = await this.ask<DeskCandidates>(`candidates?meeting=${encodeURIComponent(meetingId)}`);
    return answer.kind === 'done' ? { kind: 'done', value: answer.value.candidates } : answer;
  }

  edit(edit: DeskEdit): Promise<Answer<DeskState>> {
    return this.ask('edits', edit);
  }

  undo(seen: DeskUndo): Promise<Answer<DeskState>> {
    return this.ask('undo', seen);
  }

  redo(seen: DeskUndo): Promise<Answer<DeskState>> {
    return this.ask('redo', seen);
  }

  private async ask<T>(path: string, body?: object): Promise<Answer<T>> {
    try {
      const reply = await fetch(`${this.address}/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json', 'x-csrf-token': this.token }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      if (reply.status === 401) return { kind: 'signed-out' };
      const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
      const answered: unknown = isJson ? await reply.json() : {};
      if (reply.ok && isJson) return { kind: 'done', value: answered as T };
      const { code, title, params } = answered as Problem;
      // The token belongs to the session with which the page was opened.
      if (code === 'http.form_expired') return { kind: 'signed-out' };
      if (code === 'plan.edited_meanwhile') return { kind: 'meanwhile', conflict: params as DeskConflict };
      return { kind: 'refused', sentence: title ?? null };
    } catch {
      return { kind: 'unreached' };
    }
  }
}
