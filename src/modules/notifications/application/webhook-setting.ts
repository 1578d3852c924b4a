import type { MessageKind } from '../domain/message-kinds.ts';

/** The gateway of a committee. */
export interface WebhookSetting {
  readonly url: string;
  readonly secret: string;
  readonly isPaused: boolean;
  /** What people may choose to get by it. */
  readonly kinds: readonly MessageKind[];
  readonly revision: number;
}

/** What somebody chose: nothing is sent to them where the address is empty or no kind is chosen. */
export interface MessageChoice {
  readonly address: string;
  readonly kinds: readonly MessageKind[];
  readonly revision: number;
}
