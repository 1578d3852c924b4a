import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { SystemClock, type Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { MailStore, type Envelope } from './mail-store.ts';
import type { Mail, MailSummary } from './read-mail.ts';

/**
 * What goes wrong with one delivery. `refuse`: the reply is this SMTP code; `drop`: the connection ends before the mail
 * has arrived; `late`: the mail is stored, the reply comes later; `break`: the mail is stored, and the connection ends
 * instead of a reply.
 */
export type MailFault =
  | { readonly kind: 'refuse'; readonly code: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'late'; readonly milliseconds: number }
  | { readonly kind: 'break' };

/** One attempt at delivery; the first one since the start has number 1. */
export interface Delivery extends Envelope {
  readonly number: number;
}

export interface MailboxOptions {
  readonly dir: string;
  /** 0: any free port. */
  readonly port?: number;
  /** Makes deliveries fail, for tests and drills. */
  readonly faults?: (delivery: Delivery) => MailFault | null;
  readonly clock?: Clock;
}

export interface Mailbox {
  /** smtp://127.0.0.1:port */
  readonly url: string;
  /** Newest first. */
  list(): Promise<MailSummary[]>;
  /** @throws DomainError mailbox.no_such_mail */
  read(id: string): Promise<Mail>;
  /** Waits up to a second for running deliveries. */
  stop(): Promise<void>;
}

const LARGEST_MAIL = 25 * 1024 * 1024;
const MOST_RECIPIENTS = 200;
const LAST_DELIVERIES = 1_000;

/** An SMTP server for trials: it accepts every mail from this machine, stores it as a file and forwards nothing. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const store = await MailStore.open(options.dir, options.clock ?? new SystemClock());
  const faultOf = options.faults ?? (() => null);
  const sockets = new Map<number, Socket>();
  const deliveries = new Set<Promise<void>>();
  let number = 0;

  const deliver = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<'answer' | 'silence'> => {
    const envelope = envelopeOf(session);
    number += 1;
    const fault = faultOf({ ...envelope, number });
    const hangUp = () => sockets.get(session.remotePort)?.destroy();
    if (fault?.kind === 'drop') {
      hangUp();
      return 'silence';
    }
    const raw = await readAll(stream);
    if (stream.sizeExceeded) return 'answer'; // smtp-server turns this into a 552
    if (raw === null) return 'silence';
    if (fault?.kind === 'refuse') throw new Refused(fault.code, 'Refused, as asked for');
    await store.put(raw, envelope).catch((error: unknown) => {
      throw new Refused(452, `The letter could not be stored: ${(error as NodeJS.ErrnoException).code ?? 'error'}`);
    });
    if (fault?.kind === 'late') await pause(fault.milliseconds, undefined, { ref: false });
    if (fault?.kind === 'break') {
      hangUp();
      return 'silence';
    }
    return 'answer';
  };

  const smtp = new SMTPServer({
    name: 'localhost',
    banner: 'Giao Ban trial mailbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideSTARTTLS: true,
    authOptional: true,
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    rejectOversized: true,
    maxRecipients: MOST_RECIPIENTS,
    maxClients: 100,
    onData(stream, session, callback) {
      const delivery = deliver(stream, session).then(
        (end) => {
          if (end === 'answer') callback();
        },
        (error: unknown) => callback(error as Error),
      );
      deliveries.add(delivery);
      void delivery.finally(() => deliveries.delete(delivery));
    },
  });
  smtp.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  const port = await listen(smtp, options.port ?? 0);

  return {
    url: `smtp://127.0.0.1:${port}`,
    list: () => store.list(),
    read: (id) => store.read(id),
    async stop() {
      const closed = once(smtp.server, 'close');
      smtp.close();
      await Promise.race([Promise.all(deliveries), pause(LAST_DELIVERIES, undefined, { ref: false })]);
      for (const socket of sockets.values()) socket.destroySoon();
      await closed;
    },
  };
}

/** smtp-server answers with `responseCode`. */
class Refused extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

async function listen(smtp: SMTPServer, port: number): Promise<number> {
  smtp.on('error', () => undefined); // a client's broken connection needs no log
  try {
    smtp.listen(port, '127.0.0.1');
    await once(smtp.server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new DomainError('mailbox.port_taken', { port });
    throw error;
  }
  return (smtp.server.address() as AddressInfo).port;
}

function envelopeOf({ envelope }: SMTPServerSession): Envelope {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map((recipient) => recipient.address),
  };
}

/** @returns null when the sender disconnected; at most the size limit of a mail is kept in memory */
function readAll(stream: SMTPServerDataStream): Promise<Buffer | null> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      if (stream.sizeExceeded) chunks = [];
      else chunks.push(chunk);
    });
    stream.once('end', () => resolve(Buffer.concat(chunks)));
    stream.once('error', () => resolve(null));
    stream.once('close', () => resolve(null));
  });
}
