/** What people choose by: the kinds of messages that may also go to the committee's gateway. */
export const MESSAGE_KINDS = ['duties', 'reminders', 'swaps'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** All others go by mail only; above all those that contain a link to sign in. */
const KIND_OF: Readonly<Record<string, MessageKind>> = {
  'visits-published': 'duties',
  'visits-amended': 'duties',
  'visit-cancelled': 'duties',
  'visit-restored': 'duties',
  'visit-moved': 'duties',
  'stand-in-named': 'duties',
  'answer-missing': 'reminders',
  'form-missing': 'reminders',
  'form-returned': 'reminders',
  'availability-asked': 'reminders',
  'swap-changed': 'swaps',
};

export function messageKindOf(template: string): MessageKind | null {
  return KIND_OF[template] ?? null;
}

export function readMessageKinds(values: readonly unknown[]): MessageKind[] {
  return MESSAGE_KINDS.filter((kind) => values.includes(kind));
}
