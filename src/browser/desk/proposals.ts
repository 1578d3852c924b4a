import { batch, effect, signal, untracked } from '@preact/signals';
import type { DeskAction, DeskConflict, DeskCost } from '../../pages/desk/desk.view.ts';
import type { Answer } from './desk-requests.ts';
import type { DeskStore } from './desk-store.ts';

/** Where on the screen a cost is shown. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

/** A change that is looked at: the pointer is over its target, or the focus is on it. */
export interface Preview {
  readonly action: DeskAction;
  readonly anchor: Anchor;
  /** Null until the service has said it. */
  readonly cost: DeskCost | null;
  readonly trouble: Trouble | null;
}

/** A change that waits for a yes, for a reason, or for what to do about its refusal. */
export interface Question {
  /** Of which one is chosen. */
  readonly choices: readonly DeskAction[];
  readonly action: DeskAction;
  readonly cost: DeskCost | null;
  readonly reason: string;
  readonly trouble: Trouble | null;
  /** Somebody else has changed the same people or meetings. */
  readonly conflict: DeskConflict | null;
  /** Yes was said before the cost was there: it counts if the change turns out to cost nothing. */
  readonly isAnswered: boolean;
}

/** Why there is no answer; `sentence` is the service's own. */
export type Trouble =
  { readonly kind: 'refused'; readonly sentence: string | null } | { readonly kind: 'signed-out' | 'unreached' };

/** What was done, for the line that says so; `said`: in the service's own words. */
export type Done =
  DeskAction | 'undo' | 'redo' | { readonly kind: 'said'; readonly said: string; readonly undoes: boolean };

/** Whether undoing it is offered beside the line that says so. */
export function isUndoable(done: Done | null): boolean {
  if (done === null || done === 'undo') return false;
  return done === 'redo' || done.kind !== 'said' || done.undoes;
}

/** A pointer that only passes asks nothing. */
const PAUSE_MS = 120;

/**
 * Nothing is done before its cost was shown: beside its target while one looks at it, else in a question. A change that
 * was seen, and that no rule speaks against, is done without asking.
 */
export class Proposals {
  readonly preview = signal<Preview | null>(null);
  readonly question = signal<Question | null>(null);
  readonly done = signal<Done | null>(null);
  /** Why undoing or redoing failed. */
  readonly trouble = signal<Trouble | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly known = new Map<string, DeskCost>();
  private knownAt = -1;

  constructor(private readonly store: DeskStore) {
    // What is shown of a cost holds for the plan of that moment only.
    effect(() => {
      void store.base.value;
      untracked(() => this.askAgain());
    });
  }

  /** Looks at a change. */
  look(action: DeskAction, anchor: Anchor): void {
    const before = this.preview.value;
    if (before && isSame(before.action, action)) {
      this.preview.value = { ...before, anchor };
      return;
    }
    clearTimeout(this.timer);
    this.preview.value = { action, anchor, cost: this.costKnown(action), trouble: null };
    if (this.preview.value.cost) return;
    this.timer = setTimeout(() => {
      void this.ask(action).then((answer) => {
        const shown = this.preview.value;
        if (!shown || !isSame(shown.action, action)) return;
        this.preview.value = answer.kind === 'done' ? { ...shown, cost: answer.value } : troubled(shown, answer);
      });
    }, PAUSE_MS);
  }

  lookAway(): void {
    clearTimeout(this.timer);
    this.preview.value = null;
  }

  /**
   * Does what was looked at; asks first where its cost was not shown, where it needs a reason, or may mean more.
   * `read`: the cost that stands beside the button itself.
   */
  choose(choices: readonly DeskAction[], read: DeskCost | null = null): void {
    const [action] = choices;
    if (!action) return;
    const shown = this.preview.value;
    const cost = read ?? (shown && isSame(shown.action, action) ? shown.cost : null);
    this.lookAway();
    if (cost?.can === 'yes' && choices.length === 1) void this.perform(action, '');
    else this.open({ choices, action, cost, reason: '', trouble: null, conflict: null, isAnswered: false });
  }

  /** Another of the choices of the question. */
  prefer(action: DeskAction): void {
    const { question } = this;
    if (question.value)
      this.open({ ...question.value, action, cost: null, trouble: null, conflict: null, isAnswered: false });
  }

  write(reason: string): void {
    if (this.question.value) this.question.value = { ...this.question.value, reason };
  }

  /** Yes to the question. */
  confirm(): void {
    const asked = this.question.value;
    if (!asked) return;
    this.question.value = null;
    void this.perform(asked.action, asked.reason.trim(), asked.choices);
  }

  /** Enter on the question itself: yes, as soon as it is known what to. */
  answer(): void {
    const asked = this.question.value;
    if (!asked || asked.conflict || asked.trouble) return;
    if (!asked.cost) this.question.value = { ...asked, isAnswered: true };
    else if (asked.cost.can === 'yes') this.confirm();
  }

  close(): void {
    this.question.value = null;
  }

  async step(way: 'undo' | 'redo'): Promise<void> {
    const answer = await this.store.step(way);
    batch(() => {
      this.done.value = answer.kind === 'done' ? way : null;
      this.trouble.value = answer.kind === 'done' ? null : troubleOf(answer);
    });
  }

  /** Takes over what the engine proposes, or discards it; `nothing`: none of it was chosen. */
  async adopt(form: 'proposal' | 'proposal/discard', fields: object): Promise<'done' | 'nothing' | 'refused'> {
    this.trouble.value = null;
    const { planId } = this.store.base.value;
    const answer = await this.store.adopt(form, fields);
    batch(() => {
      this.done.value =
        answer.kind === 'done'
          ? { kind: 'said', said: answer.value.said, undoes: answer.value.change?.planId === planId }
          : null;
      this.trouble.value = answer.kind === 'done' ? null : troubleOf(answer);
    });
    if (answer.kind !== 'done') return 'refused';
    return form === 'proposal' && answer.value.change === null ? 'nothing' : 'done';
  }

  private askAgain(): void {
    const [shown, asked] = [this.preview.value, this.question.value];
    if (shown) {
      this.lookAway();
      this.look(shown.action, shown.anchor);
    }
    if (asked) this.open({ ...asked, cost: null });
  }

  private async perform(action: DeskAction, reason: string, choices: readonly DeskAction[] = [action]): Promise<void> {
    this.trouble.value = null;
    const answer = await this.store.perform(action, reason);
    if (answer.kind === 'done') {
      this.done.value = action;
      return;
    }
    this.done.value = null;
    const conflict = answer.kind === 'meanwhile' ? answer.conflict : null;
    const trouble = conflict ? null : troubleOf(answer);
    this.open({ choices, action, cost: null, reason, trouble, conflict, isAnswered: false });
  }

  private open(question: Question): void {
    const cost = question.cost ?? this.costKnown(question.action);
    this.question.value = { ...question, cost };
    if (cost) return;
    void this.ask(question.action).then((answer) => {
      const asked = this.question.value;
      if (!asked || asked.action !== question.action) return;
      this.question.value = answer.kind === 'done' ? { ...asked, cost: answer.value } : troubled(asked, answer);
      if (asked.isAnswered && asked.choices.length === 1 && answer.kind === 'done' && isFree(answer.value))
        this.confirm();
    });
  }

  private costKnown(action: DeskAction): DeskCost | null {
    return this.knownAt === this.store.base.value.revision ? (this.known.get(JSON.stringify(action)) ?? null) : null;
  }

  private async ask(action: DeskAction): Promise<Answer<DeskCost>> {
    const { revision } = this.store.base.value;
    const answer = await this.store.service.cost(action);
    if (answer.kind === 'done') {
      if (revision > this.knownAt) {
        this.known.clear();
        this.knownAt = revision;
      }
      if (revision === this.knownAt) this.known.set(JSON.stringify(action), answer.value);
    }
    return answer;
  }
}

/** Nothing speaks against it, and nothing else changes by it. */
function isFree({ can, lines }: DeskCost): boolean {
  return can === 'yes' && lines.length === 0;
}

export function isSame(a: DeskAction, b: DeskAction): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Below an element. */
export function anchorOf(element: Element): Anchor {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom + 6 };
}

type Failure = Exclude<Answer<unknown>, { kind: 'done' }>;

function troubleOf(answer: Failure): Trouble {
  if (answer.kind === 'meanwhile')
    return { kind: 'refused', sentence: `${answer.conflict.by}: ${answer.conflict.what}` };
  return answer.kind === 'refused' ? answer : { kind: answer.kind };
}

function troubled<T extends { readonly trouble: Trouble | null }>(shown: T, answer: Failure): T {
  return { ...shown, trouble: troubleOf(answer) };
}
