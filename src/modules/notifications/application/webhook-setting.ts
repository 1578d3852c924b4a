import type { ChannelKinds } from '../domain/message-kinds.ts';

/** The gateway of a committee. */
export interface WebhookSetting extends ChannelKinds {
  readonly url: string;
  readonly secret: string;
  readonly isPaused: boolean;
  readonly revision: number;
}

/** What somebody chose: no message is sent to them where the address is empty or no kind is chosen. */
export interface MessageChoice extends ChannelKinds {
  readonly address: string;
  readonly revision: number;
}
