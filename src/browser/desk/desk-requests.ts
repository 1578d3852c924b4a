import type {
  DeskAction,
  DeskAdopted,
  DeskCandidate,
  DeskChange,
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

/** What a desk asks of the service. */
export interface DeskRequests {
  /** `seen`: what others have done since then is told. */
  state(seen: DeskUndo): Promise<Answer<DeskState>>;
  cost(action: DeskAction): Promise<Answer<DeskCost>>;
  /** As well as those who go there, or in place of one of them. */
  candidates(meeting: string, instead: string | null): Promise<Answer<readonly DeskCandidate[]>>;
  edit(edit: DeskEdit): Promise<Answer<DeskChange>>;
  undo(seen: DeskUndo): Promise<Answer<DeskChange>>;
  redo(seen: DeskUndo): Promise<Answer<DeskChange>>;
  /** Sends the form of what the engine proposes: takes some of it over, or discards it. */
  adopt(form: 'proposal' | 'proposal/discard', fields: object): Promise<Answer<DeskAdopted>>;
}
