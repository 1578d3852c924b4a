import type { Response } from 'express';

const HEARTBEAT_MS = 20_000;
/** After this time the client reconnects and is authenticated again. */
const LONGEST_MS = 10 * 60_000;
/** A client with more unread data is disconnected; it reconnects and gets the current state. */
const MOST_UNREAD_BYTES = 64 * 1024;

export interface StreamedEvent {
  /** `message` by default. */
  readonly event?: string;
  readonly data: unknown;
}

/** Server-sent events to one client. */
export class EventStream {
  private readonly beating: NodeJS.Timeout;
  private readonly ending: NodeJS.Timeout;
  private readonly closed: Promise<void>;
  private isEnded = false;

  constructor(private readonly response: Response) {
    response.setHeader('Content-Type', 'text/event-stream');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    response.write('retry: 2000\n\n');
    this.beating = setInterval(() => this.write(':\n\n'), HEARTBEAT_MS);
    this.ending = setTimeout(() => this.end(), LONGEST_MS);
    this.closed = new Promise((resolve) => {
      const stop = () => {
        clearInterval(this.beating);
        clearTimeout(this.ending);
        resolve();
      };
      response.once('close', stop);
      // A client that left while it was let in will not close a second time.
      if (response.destroyed) stop();
    });
  }

  send({ event, data }: StreamedEvent): void {
    this.write(`${event ? `event: ${event}\n` : ''}data: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    this.isEnded = true;
    this.response.end();
  }

  /** Also called for a client that has already closed. */
  onClose(hook: () => void): void {
    void this.closed.then(hook);
  }

  private write(text: string): void {
    if (this.isEnded) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_UNREAD_BYTES) {
      this.isEnded = true;
      this.response.destroy();
    }
  }
}
