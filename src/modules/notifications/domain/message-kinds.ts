/** What people choose by: the kinds of messages that may go to the committee's gateway. */
export const MESSAGE_KINDS = ['duties', 'reminders', 'swaps'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** All others go by mail only; above all those that contain a link to sign in. */
const KIND_OF: Readonly<Record<string, MessageKind>> = {
  'visits-published': 'duties',
  'visits-amended': 'duties',
  'visit-cancelled': 'duties',
  'visit-restored': 'duties',
  'visit-moved': 'duties',
  'visits-moved': 'duties',
  'stand-in-named': 'duties',
  'answer-missing': 'reminders',
  'form-missing': 'reminders',
  'form-returned': 'reminders',
  'availability-asked': 'reminders',
  'swap-changed': 'swaps',
};

/** The mails that may also be messages. */
export const MESSAGE_TEMPLATES: readonly string[] = Object.keys(KIND_OF);

export function messageKindOf(template: string): MessageKind | null {
  return KIND_OF[template] ?? null;
}

/** By which way somebody gets a kind of message. */
export const CHANNELS = ['mail', 'both', 'message'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Kinds that go to the gateway, and those of them of which no mail is sent. */
export interface ChannelKinds {
  readonly kinds: readonly MessageKind[];
  readonly instead: readonly MessageKind[];
}

/** What the committee allows for a kind; the mail alone is always possible. */
export function allowedChannels(policy: ChannelKinds, kind: MessageKind): readonly Channel[] {
  if (!policy.kinds.includes(kind)) return ['mail'];
  return policy.instead.includes(kind) ? CHANNELS : ['mail', 'both'];
}

/** The way that somebody chose, or the next one to it that the committee allows now. */
export function channelOf(choice: ChannelKinds, policy: ChannelKinds, kind: MessageKind): Channel {
  if (!choice.kinds.includes(kind) || !policy.kinds.includes(kind)) return 'mail';
  return choice.instead.includes(kind) && policy.instead.includes(kind) ? 'message' : 'both';
}

/** A choice of one way for each kind. */
export function channelKinds(channelFor: (kind: MessageKind) => Channel): ChannelKinds {
  return {
    kinds: MESSAGE_KINDS.filter((kind) => channelFor(kind) !== 'mail'),
    instead: MESSAGE_KINDS.filter((kind) => channelFor(kind) === 'message'),
  };
}

export function readMessageKinds(values: readonly unknown[]): MessageKind[] {
  return MESSAGE_KINDS.filter((kind) => values.includes(kind));
}
