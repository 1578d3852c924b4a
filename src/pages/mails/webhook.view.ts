import type { Ref } from '../../kernel/id.ts';
import type { MessageKind } from '../../modules/notifications/index.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** `pages/webhook`: the committee's gateway for messages, and what became of the last ones. */
export interface WebhookPage {
  readonly url: string;
  readonly kinds: readonly Option[];
  /** Kinds that people may get by a message alone. */
  readonly instead: readonly Option[];
  readonly seen: number;
  readonly error: string | null;
  readonly urlError: string | null;
  /** Null before it is set up. */
  readonly gateway: {
    readonly secret: string;
    readonly isPaused: boolean;
    /** Identifies the next trial message. */
    readonly trialId: Ref<'Trial'>;
  } | null;
  readonly messages: readonly MessageRow[];
}

/** The partial `messages`: what became of messages to the gateway. */
export interface MessageRow {
  readonly name: string;
  readonly address: string;
  readonly kind: MessageKind | 'trial';
  readonly state: 'queued' | 'sent' | 'failed';
  readonly answer: string | null;
  readonly madeAt: Date;
  readonly nextAt: Date | null;
}
