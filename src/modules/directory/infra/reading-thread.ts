import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode } from '../../../kernel/domain-error.ts';
import type { ReadDistrict } from '../application/ports.ts';
import type { DistrictAnswer, DistrictQuestion } from './district-thread.ts';

/** Starting takes a second, and keeping the thread takes memory. */
const IDLE_MS = 60_000;

/** The largest allowed file takes a few seconds; a file that takes this long was made to do so. */
const LIMIT_MS = 60_000;

interface Asker {
  readonly question: DistrictQuestion;
  resolve(read: ReadDistrict): void;
  reject(error: unknown): void;
}

/**
 * Reads import files outside the event loop, one after the other, because the largest allowed file takes seconds in
 * which other requests would wait. The thread starts with the first file and ends after some idle time; it never keeps
 * the process alive.
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
   * @param leaves aborted when the caller no longer waits @throws DomainError as the reader does; the signal's reason
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

  /** A file that takes too long is given up together with its thread; waiting files are read in a new one. */
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
    this.worker = null; // the next file gets a new thread
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
    else reading.reject(new DomainError(answer.code as ErrorCode, answer.params));
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

  /** A method, because the compiler assumes that the field has not changed meanwhile. */
  private isBusy(): boolean {
    return this.reading !== null;
  }
}

function tooSlow(milliseconds: number): DomainError<'xlsx.too_large'> {
  return new DomainError('xlsx.too_large', { seconds: milliseconds / 1000 });
}
