import { createRequire } from 'node:module';
import type { AddressInfo, Server, Socket } from 'node:net';

interface Stored {
  readonly flags: readonly string[];
  readonly raw: string;
}

/** As the package has it, which comes without types. */
interface Hoodiecrow {
  readonly server: Server;
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
  appendMessage(mailbox: string, flags: string[], date: string | null, raw: string): void;
  getMailbox(name: string): { readonly messages: readonly Stored[] };
}

const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Hoodiecrow;

/** A real IMAP server with one mailbox, on this machine. */
export class ImapServer {
  private readonly sockets = new Set<Socket>();
  private readonly server = hoodiecrow({
    plugins: ['ID', 'UNSELECT'],
    users: { giaoban: { password: 'm@t:khau' } },
    storage: { INBOX: { messages: [] }, '': {} },
  });

  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `imap://giaoban:${encodeURIComponent('m@t:khau')}@127.0.0.1:${port}/INBOX`;
  }

  async listen(): Promise<void> {
    this.server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  receive(raw: string): void {
    this.server.appendMessage('INBOX', [], null, raw);
  }

  /** How many mails have not been read. */
  get unread(): number {
    return this.server.getMailbox('INBOX').messages.filter(({ flags }) => !flags.includes('\\Seen')).length;
  }
}
