import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DeskAction, DeskAdopted, DeskChange, DeskState } from '../../pages/desk/desk.view.ts';
import { applyAction } from './apply-action.ts';
import { Board, pairsOf } from './board.ts';
import type { Answer, DeskRequests } from './desk-requests.ts';
import { mergeChange } from './merge-change.ts';

/** What others have done since this page was last told. */
export interface News {
  /** By whom and what, as sentences. */
  readonly said: readonly string[];
  /** Who goes where because of it. */
  readonly added: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
}

const NO_NEWS: News = { said: [], added: new Set(), gone: new Set() };

/**
 * What the service has, and on top of it what was done here and is not answered yet. Requests that change something go
 * out one after the other, so that each has seen what the one before came to.
 */
export class DeskStore {
  /** What the service last sent. */
  readonly base: Signal<DeskState>;
  /** With one's own moves, at once. */
  readonly board: ReadonlySignal<Board>;
  readonly news = signal<News>(NO_NEWS);
  /** How often others have been heard of: something beside the plan may have changed as well. */
  readonly told = signal(0);
  readonly isSaving: ReadonlySignal<boolean>;
  private readonly unanswered = signal<readonly DeskAction[]>([]);
  private readonly requests = signal(0);
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    state: DeskState,
    readonly service: DeskRequests,
  ) {
    this.base = signal(state);
    this.board = computed(() => new Board(this.unanswered.value.reduce(applyAction, this.base.value)));
    this.isSaving = computed(() => this.requests.value > 0);
  }

  /** Shows an action at once and sends it; it is taken back where the answer is not `done`. */
  async perform(action: DeskAction, reason: string): Promise<Answer<DeskChange>> {
    this.unanswered.value = [...this.unanswered.value, action];
    const answer = await this.inLine(() =>
      this.service.edit({ ...this.seen(), action, ...(reason !== '' && { reason }) }),
    );
    batch(() => {
      if (answer.kind === 'done') this.merge(answer.value, applyAction(this.base.value, action));
      if (answer.kind === 'meanwhile') this.take(answer.conflict.state, this.base.value);
      this.unanswered.value = this.unanswered.value.filter((each) => each !== action);
    });
    return answer;
  }

  async step(way: 'undo' | 'redo'): Promise<Answer<DeskChange>> {
    const answer = await this.inLine(() => this.service[way](this.seen()));
    if (answer.kind === 'done') this.merge(answer.value, null);
    if (answer.kind === 'meanwhile') this.take(answer.conflict.state, this.base.value);
    return answer;
  }

  /** Takes over what the engine proposes, or discards it; where that is refused, something else has happened meanwhile. */
  async adopt(form: 'proposal' | 'proposal/discard', fields: object): Promise<Answer<DeskAdopted>> {
    const answer = await this.inLine(() => this.service.adopt(form, { ...fields, ...this.seen() }));
    if (answer.kind !== 'done') await this.refresh();
    else if (answer.value.change) this.merge(answer.value.change, null);
    else this.told.value += 1;
    return answer;
  }

  /** Somebody else has changed the plan. In line with one's own changes, so that nothing is told twice. */
  async refresh(): Promise<void> {
    const answer = await this.inTurn(() => this.service.state(this.seen()));
    if (answer.kind === 'done') this.take(answer.value, this.base.value);
    this.told.value += 1;
  }

  /** The plan as this desk has it in sight. */
  private seen(): { planId: string; seen: number } {
    const { planId, revision } = this.base.value;
    return { planId, seen: revision };
  }

  forgetNews(): void {
    this.news.value = NO_NEWS;
  }

  /** What a change has changed; where it speaks of other lists, the whole desk is asked for. */
  private merge(change: DeskChange, expected: DeskState | null): void {
    const merged = mergeChange(this.base.value, change);
    if (merged) this.take(merged, expected);
    else void this.refresh();
  }

  /** `expected`: what the state would be if nobody else had done anything; null where that cannot be told. */
  private take(state: DeskState, expected: DeskState | null): void {
    // Answers may overtake each other.
    const { planId, revision } = this.base.value;
    if (state.planId === planId && state.revision < revision) return;
    const [before, after] = [pairsOf(expected ?? state), pairsOf(state)];
    const added = [...after].filter((pair) => !before.has(pair));
    const gone = [...before].filter((pair) => !after.has(pair));
    if (added.length + gone.length + state.news.length > 0) {
      const { news } = this;
      news.value = {
        said: [...news.value.said, ...state.news],
        added: new Set([...news.value.added, ...added].filter((pair) => after.has(pair))),
        gone: new Set([...news.value.gone, ...gone].filter((pair) => !after.has(pair))),
      };
    }
    this.base.value = state;
  }

  private inLine<T>(request: () => Promise<T>): Promise<T> {
    this.requests.value += 1;
    return this.inTurn(() => request().finally(() => (this.requests.value -= 1)));
  }

  /** What is awaited first is taken over before the next is asked. */
  private inTurn<T>(request: () => Promise<T>): Promise<T> {
    const answered = this.line.then(request);
    this.line = answered.catch(() => undefined);
    return answered;
  }
}
