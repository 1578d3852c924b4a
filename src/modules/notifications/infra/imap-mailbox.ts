import { ImapFlow } from 'imapflow';
import { isLoopback } from '../../../config/config.ts';

/** Larger mails hold no reply of a calendar program and no report of a delivery. */
const LARGEST_MAIL = 5 * 2 ** 20;
const CONNECT_MS = 20_000;
const SILENCE_MS = 60_000;
const MOST_AT_ONCE = 200;

/**
 * Hands each unread mail of a mailbox to `take`, and marks it as read after that. If the process ends in between, it is
 * handed over again.
 */
export async function readUnread(url: string, take: (raw: Uint8Array) => Promise<void>): Promise<number> {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const isSecure = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname,
    port: port === '' ? (isSecure ? 993 : 143) : Number(port),
    secure: isSecure,
    // The password never travels in the clear, except within this machine.
    ...(!isSecure && { doSTARTTLS: !isLoopback(url) }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    logger: false,
  });
  // What breaks the connection also rejects the command that waits for it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || 'INBOX');
    const found = await client.search({ seen: false }, { uid: true });
    const unread = (found || []).slice(0, MOST_AT_ONCE);
    for (const uid of unread) {
      const mail = await client.fetchOne(String(uid), { source: { maxLength: LARGEST_MAIL } }, { uid: true });
      if (mail && mail.source) await take(mail.source);
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    }
    return unread.length;
  } finally {
    await client.logout().catch(() => client.close());
  }
}
