import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/**
 * What a server does to one mail instead of accepting it. `late` and `unsaid` accept the mail without the sender
 * knowing: the reply comes too late, or the connection ends before it. `cut` ends the connection right after the reply.
 */
export type MailFault =
  'defers' | 'rejects' | 'rejects content' | 'hangs up' | 'hangs up in data' | 'late' | 'unsaid' | 'cut';

export interface TakenMail {
  readonly to: string;
  readonly mime: string;
}

/** A real SMTP server with faults chosen per recipient, one per attempt, before it accepts the mail. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  connections = 0;
  /** Refuses every mail, as a server does that does not allow this sender. */
  refusesAll = false;
  private readonly faults = new Map<string, MailFault[]>();
  private readonly sockets = new Map<number, Socket>();
  private server = this.build();

  constructor(private readonly lateSeconds = 1.5) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  private port = 0;

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  /** Refuses connections until it listens again on the same port. */
  async close(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(resolve));
    this.server = this.build();
  }

  willFail(address: string, ...faults: MailFault[]): void {
    this.faults.set(address, faults);
  }

  takenBy(address: string): string[] {
    return this.taken.filter(({ to }) => to === address).map(({ mime }) => mime);
  }

  private build(): SMTPServer {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, session, done) => {
        const fault = this.faults.get(address)?.shift();
        session.user = fault;
        if (fault === 'defers') done(smtpError(451, `4.7.1 <${address}> greylisted`));
        else if (fault === 'rejects') done(smtpError(550, `5.1.1 <${address}> no such user`));
        else if (fault === 'hangs up') this.hangUp(session);
        else done();
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        const fault = session.user as MailFault | undefined;
        if (fault === 'hangs up in data') stream.once('data', () => this.hangUp(session));
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (this.refusesAll) {
            done(smtpError(550, '5.7.60 not allowed to send as this sender'));
            return;
          }
          if (fault === 'rejects content') {
            done(smtpError(554, '5.7.1 refused as spam'));
            return;
          }
          if (fault === 'hangs up in data') return;
          for (const { address } of session.envelope.rcptTo) {
            this.taken.push({ to: address, mime: Buffer.concat(parts).toString('latin1') });
          }
          if (fault === 'unsaid') this.hangUp(session);
          else if (fault === 'late') void sleep(this.lateSeconds * 1000).then(() => done());
          else {
            done();
            if (fault === 'cut') setImmediate(() => this.hangUp(session));
          }
        });
      },
    });
    server.server.on('connection', (socket: Socket) => {
      const port = socket.remotePort ?? 0;
      this.connections++;
      this.sockets.set(port, socket);
      socket.on('close', () => this.sockets.delete(port));
    });
    // A connection closed by the client is reported as an error of the server.
    server.on('error', () => undefined);
    return server;
  }

  private hangUp(session: SMTPServerSession): void {
    this.sockets.get(session.remotePort)?.destroy();
  }
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
