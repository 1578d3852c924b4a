/** What may be announced, by name with its facts; each module adds its own by declaration merging. */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface EventFacts {}

export type EventName = keyof EventFacts & string;

export interface EventOptions {
  /** The thing that it happened to; handlers that ask for it get the events of one subject in their order. */
  readonly subject?: string;
  /** What open pages that show it should hear of: `month/2026-08`, `plan/…`. */
  readonly about?: readonly string[];
}

/** Events are announced in the caller's transaction: they have happened exactly if it commits. */
export abstract class Events {
  abstract publish<N extends EventName>(name: N, facts: EventFacts[N], options?: EventOptions): Promise<void>;
}
