import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ComposedFor, RenderAnswer, RenderRequest } from './render-child.ts';

const CHILD = fileURLToPath(new URL('./render-child.js', import.meta.url));
// Documents are rare, so starting in half the time with half the memory is better than running faster later.
const NODE_ARGUMENTS = ['--liftoff-only'];

export interface RenderProcessOptions {
  /** After this time with one document the process is considered stuck. */
  readonly timeoutMs?: number;
  /** How long an idle process is kept. */
  readonly idleMs?: number;
}

/** The renderer ended or had to be ended; the document itself may be fine. */
export class RendererLost extends Error {
  override readonly name = 'RendererLost';
}

/**
 * Renders in a child process, which is started with the first document and ended when idle, so that a long annex does
 * not block the service. A process rather than a thread, because it can be stopped whatever it does, frees its memory
 * when it ends, and only it fails when memory runs out. Documents wait for their turn in this process, so that a
 * failing child affects one document only.
 */
export class RenderProcess {
  private child: ChildProcess | null = null;
  private current: { readonly id: number; readonly settle: (answer: RenderAnswer | RendererLost) => void } | null =
    null;
  private queue: Promise<unknown> = Promise.resolve();
  private lastId = 0;
  private timer: NodeJS.Timeout | undefined;
  private disposed = false;
  private readonly timeoutMs: number;
  private readonly idleMs: number;

  constructor(options: RenderProcessOptions = {}) {
    this.timeoutMs = options.timeoutMs ?? 60_000;
    this.idleMs = options.idleMs ?? 300_000;
  }

  /** The id of the running process, if any. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws RendererLost when two processes failed for this document; Error when it cannot be rendered at all */
  render<F extends keyof ComposedFor>(format: F, composed: ComposedFor[F]): Promise<Uint8Array> {
    const once = (): Promise<Uint8Array> => this.renderNow(format, composed);
    // Rendering has no side effects, so after a crash a second process may try.
    const turn = this.queue.then(() =>
      once().catch((error: unknown) => {
        if (error instanceof RendererLost) return once();
        throw error;
      }),
    );
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the process for good; current and waiting documents are rejected. */
  async dispose(): Promise<void> {
    this.disposed = true;
    const child = this.child;
    if (child === null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    this.lose(child, 'the renderer was shut down');
    await ended;
  }

  private async renderNow<F extends keyof ComposedFor>(format: F, composed: ComposedFor[F]): Promise<Uint8Array> {
    if (this.disposed) throw new RendererLost('the renderer was shut down');
    const child = (this.child ??= this.start());
    const id = (this.lastId += 1);
    const request: RenderRequest = { id, format, document: JSON.stringify(composed) };
    // A busy renderer keeps the service alive, an idle one does not.
    child.channel?.ref();
    this.await(child, this.timeoutMs, `the renderer did not answer within ${this.timeoutMs} ms`);
    const answer = await new Promise<RenderAnswer | RendererLost>((settle) => {
      this.current = { id, settle };
      child.send(request, (error) => {
        if (error !== null) this.lose(child, error.message);
      });
    });
    this.current = null;
    if (answer instanceof RendererLost) throw answer;
    child.channel?.unref();
    if (answer.spent) this.lose(child, 'spent');
    else this.await(child, this.idleMs, 'idle').unref();
    if ('error' in answer.result) throw new Error(`the document was not rendered: ${answer.result.error}`);
    return new Uint8Array(answer.result.bytes);
  }

  private start(): ChildProcess {
    const child = fork(CHILD, {
      // Nothing of the service's environment, which contains secrets.
      env: {},
      execArgv: NODE_ARGUMENTS,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.unref();
    child.on('message', (message) => {
      const answer = message as RenderAnswer;
      if (this.current?.id === answer.id) this.current.settle(answer);
    });
    child.on('error', (error) => {
      this.lose(child, error.message);
    });
    child.on('exit', (code, signal) => {
      this.lose(child, `the renderer ended with ${signal ?? String(code)}`);
    });
    return child;
  }

  private await(child: ChildProcess, ms: number, reason: string): NodeJS.Timeout {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.lose(child, reason);
    }, ms);
    return this.timer;
  }

  private lose(child: ChildProcess, reason: string): void {
    if (this.child !== child) return;
    this.child = null;
    clearTimeout(this.timer);
    child.kill('SIGKILL');
    this.current?.settle(new RendererLost(reason));
  }
}
