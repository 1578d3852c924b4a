import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root.ts';

const TEMPLATES = join(packageRoot, 'templates', 'documents');
const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));

export interface TypstProcessOptions {
  /** How long one document may take before the process is taken for stuck. */
  readonly timeoutMs?: number;
  /** How long the process is kept with nothing to do. */
  readonly idleMs?: number;
}

/** The renderer ended or had to be ended; the document itself may be fine. */
export class TypstProcessLost extends Error {
  override readonly name = 'TypstProcessLost';
}

type Answer =
  { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly error: string | undefined };

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Typst in a child process, started with the first document and ended when idle. A process rather than a thread: the
 * compiler is native code, so that only a process can be stopped when it hangs, survives its crash, gives its memory
 * back, and can be told by its environment to see no system fonts (the compiler has no other switch for it).
 */
export class TypstProcess {
  private child: ChildProcess | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly timeoutMs: number;
  private readonly idleMs: number;

  constructor(options: TypstProcessOptions = {}) {
    this.timeoutMs = options.timeoutMs ?? 60_000;
    this.idleMs = options.idleMs ?? 60_000;
  }

  /** The id of the running process, if one runs. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws TypstProcessLost when the process ended or took too long; Error when the template does not compile. */
  async render(document: string): Promise<Uint8Array> {
    const child = (this.child ??= this.start());
    const id = (this.lastId += 1);
    return new Promise<Uint8Array>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      if (this.waiting.size === 1) this.watch(child);
      child.send({ id, document }, (error) => {
        if (error !== null) this.settle(id, (one) => one.reject(new TypstProcessLost(error.message)));
      });
    });
  }

  /** Ends the process; documents under way are refused. */
  async dispose(): Promise<void> {
    const child = this.child;
    if (child === null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    this.lose(child, 'the renderer was shut down');
    await ended;
  }

  private start(): ChildProcess {
    const child = fork(join(TEMPLATES, 'typst-process.mjs'), [TEMPLATES, FONTS, packageRoot], {
      env: { FONTCONFIG_FILE: join(TEMPLATES, 'no-fonts.conf') },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (message) => {
      this.receive(child, message as Answer);
    });
    child.on('error', (error) => {
      this.lose(child, error.message);
    });
    child.on('exit', (code, signal) => {
      this.lose(child, `the renderer ended with ${signal ?? String(code)}`);
    });
    // Rendering keeps the service alive by its promise; an idle renderer must not.
    child.unref();
    child.channel?.unref();
    return child;
  }

  private receive(child: ChildProcess, answer: Answer): void {
    this.settle(answer.id, (one) => {
      if ('bytes' in answer) one.resolve(new Uint8Array(answer.bytes));
      else one.reject(new Error(`the document template does not compile: ${answer.error ?? 'no reason given'}`));
    });
    this.watch(child);
  }

  /** While documents wait, the timer looks for a stuck process; afterwards for an idle one. */
  private watch(child: ChildProcess): void {
    clearTimeout(this.timer);
    const busy = this.waiting.size > 0;
    if (busy) {
      child.channel?.ref();
      this.timer = setTimeout(() => {
        this.lose(child, `the renderer did not answer within ${this.timeoutMs} ms`);
      }, this.timeoutMs);
    } else {
      child.channel?.unref();
      this.timer = setTimeout(() => {
        this.lose(child, 'idle');
      }, this.idleMs).unref();
    }
  }

  private lose(child: ChildProcess, reason: string): void {
    if (this.child !== child) return;
    this.child = null;
    clearTimeout(this.timer);
    child.kill('SIGKILL');
    for (const id of [...this.waiting.keys()]) this.settle(id, (one) => one.reject(new TypstProcessLost(reason)));
  }

  private settle(id: number, how: (one: Waiting) => void): void {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    if (one !== undefined) how(one);
  }
}
