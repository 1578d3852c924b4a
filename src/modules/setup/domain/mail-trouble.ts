/** Why a mail was not sent, in terms of what an administrator can do about it. */
export const MAIL_TROUBLES = [
  'unknown_host',
  'unreachable',
  'silent',
  'credentials',
  'encryption',
  'sender',
  'recipient',
  'later',
  'content',
  'other',
] as const;
export type MailTrouble = (typeof MAIL_TROUBLES)[number];

/** Codes and words of the mail client and the server; the first match decides. */
const SIGNS: readonly (readonly [RegExp, MailTrouble])[] = [
  [/ENOTFOUND|EAI_AGAIN|EDNS/, 'unknown_host'],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/, 'unreachable'],
  [/EAUTH|ENOAUTH|\b53[045]\b/, 'credentials'],
  [/ETLS|EREQUIRETLS|certificate|self.signed|SSL|TLS/i, 'encryption'],
  [/ETIMEDOUT|timeout|AbortError|aborted/i, 'silent'],
  [/^EENVELOPE 4|^EMESSAGE 4|\b4[25]1\b/, 'later'],
  [/^EMESSAGE/, 'content'],
];

/**
 * `error` is as the outbox stores it: `<codes>: <words of the server>`. A refused recipient ends a mail; a refused
 * sender keeps it waiting, because the fault lies in the service.
 */
export function mailTrouble(error: string, isGivenUp: boolean): MailTrouble {
  const found = SIGNS.find(([sign]) => sign.test(error))?.[1];
  if (found) return found;
  if (/^EENVELOPE/.test(error)) return isGivenUp ? 'recipient' : 'sender';
  return 'other';
}
