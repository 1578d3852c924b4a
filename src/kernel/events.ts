/** Every kind of event with its facts; each module adds its own by declaration merging. */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface EventFacts {}

export type EventName = keyof EventFacts & string;

export interface EventOptions {
  /** Handlers registered for ordered delivery get the events of one subject in order. */
  readonly subject?: string;
  /** Topics of the open pages to be notified: `month/2026-08`, `plan/…`. */
  readonly about?: readonly string[];
}

/** Events are published in the caller's transaction: they exist exactly if it commits. */
export abstract class Events {
  abstract publish<N extends EventName>(name: N, facts: EventFacts[N], options?: EventOptions): Promise<void>;
}
