import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode } from '../../../kernel/domain-error.ts';
import type { ReadDistrict } from '../application/ports.ts';
import type { DistrictAnswer, DistrictQuestion } from './district-thread.ts';

/** It takes a second to start and some memory to keep. */
const IDLE_MS = 60_000;

/** The largest file that is allowed takes a few seconds; whatever takes this long was made to. */
const LIMIT_MS = 60_000;

interface Asker {
  readonly question: DistrictQuestion;
  resolve(read: ReadDistrict): void;
  reject(error: unknown): void;
}

/**
 * Reads import files beside the event loop, one after the other: the largest that is allowed takes seconds, in which
 * everybody else wants their pages. Started with the first file and ended when there was none for a while; it never
 * keeps the process.
 */
export class ReadingThread {
  private worker: Worker | null = null;
  private reading: Asker | null = null;
  private waiting: Asker[] = [];
  private lastId = 0;
  private idle: NodeJS.Timeout | undefined;
  private limit: NodeJS.Timeout | undefined;

  constructor(private readonly limitMs = LIMIT_MS) {}

  /**
   * @param leaves tells that whoever asked does not wait any longer
   * @throws DomainError as the reader in there does; the signal's reason
   */
  read(file: Omit<DistrictQuestion, 'id'>, leaves?: AbortSignal): Promise<ReadDistrict> {
    const question: DistrictQuestion = { id: ++this.lastId, ...file };
    return new Promise<ReadDistrict>((resolve, reject) => {
      leaves?.throwIfAborted();
      const asker = { question, resolve, reject };
      leaves?.addEventListener('abort', () => this.leave(asker, leaves.reason), { once: true });
      this.waiting.push(asker);
      this.readNext();
    });
  }

  private readNext(): void {
    if (this.reading !== null) return;
    const next = this.waiting.shift();
    if (next === undefined) return;
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.start());
    this.reading = next;
    this.limit = setTimeout(() => this.giveUp(tooSlow(this.limitMs)), this.limitMs);
    worker.ref();
    worker.postMessage(next.question);
  }

  private leave(asker: Asker, reason: unknown): void {
    if (this.reading === asker) this.giveUp(reason);
    else if (this.waiting.includes(asker)) {
      this.waiting = this.waiting.filter((other) => other !== asker);
      asker.reject(reason);
    }
  }

  /** Nobody else waits for a file that takes too long: it goes with its thread, the others are read in another. */
  private giveUp(reason: unknown): void {
    const { worker, reading } = this;
    clearTimeout(this.limit);
    this.worker = null;
    this.reading = null;
    void worker?.terminate();
    reading?.reject(reason);
    this.readNext();
  }

  async end(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = null; // the next file gets another one
    this.refuseAll(new Error('the thread that reads files was stopped'));
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL('./district-thread.js', import.meta.url));
    worker.on('message', (answer: DistrictAnswer) => this.take(answer));
    worker.on('error', (error) => this.lose(worker, error));
    worker.on('exit', (code) => this.lose(worker, new Error(`the thread that reads files ended with code ${code}`)));
    return worker;
  }

  private take(answer: DistrictAnswer): void {
    const { reading } = this;
    if (reading?.question.id !== answer.id) return;
    clearTimeout(this.limit);
    this.reading = null;
    if (answer.kind === 'read') reading.resolve(answer.read);
    else reading.reject(new DomainError(answer.code as ErrorCode, answer.params as never));
    this.readNext();
    if (this.isBusy()) return;
    this.worker?.unref();
    this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
  }

  private lose(worker: Worker, error: unknown): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.refuseAll(error);
  }

  private refuseAll(error: unknown): void {
    clearTimeout(this.limit);
    const askers = [...(this.reading === null ? [] : [this.reading]), ...this.waiting];
    this.reading = null;
    this.waiting = [];
    for (const asker of askers) asker.reject(error);
  }

  /** Asked after something else was begun, which the compiler does not see. */
  private isBusy(): boolean {
    return this.reading !== null;
  }
}

function tooSlow(milliseconds: number): DomainError<'xlsx.too_large'> {
  return new DomainError('xlsx.too_large', { seconds: milliseconds / 1000 });
}
