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
 * Reads import files beside the event loop: the largest that is allowed takes seconds, in which everybody else wants
 * their pages. Started with the first file and ended when there was none for a while; it never keeps the process.
 */
export class ReadingThread {
  private worker: Worker | null = null;
  private readonly asking = new Map<number, Asker>();
  private lastId = 0;
  private idle: NodeJS.Timeout | undefined;
  private limit: NodeJS.Timeout | undefined;

  constructor(private readonly limitMs = LIMIT_MS) {}

  /** @throws DomainError as the reader in there does */
  read(file: Omit<DistrictQuestion, 'id'>): Promise<ReadDistrict> {
    const question: DistrictQuestion = { id: ++this.lastId, ...file };
    return new Promise<ReadDistrict>((resolve, reject) => this.ask({ question, resolve, reject }));
  }

  private ask(asker: Asker): void {
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.start());
    this.asking.set(asker.question.id, asker);
    if (this.asking.size === 1) this.watch();
    worker.ref();
    worker.postMessage(asker.question);
  }

  /** One file after the other is read, so the limit is that of the first one that waits. */
  private watch(): void {
    clearTimeout(this.limit);
    if (this.asking.size > 0) this.limit = setTimeout(() => this.giveUp(), this.limitMs);
  }

  /** Nobody else waits for a file that takes too long: it goes with its thread, the others are read in another. */
  private giveUp(): void {
    const [first, ...waiting] = this.asking.values();
    const { worker } = this;
    this.asking.clear();
    this.worker = null;
    void worker?.terminate();
    first?.reject(new DomainError('xlsx.too_large', { seconds: this.limitMs / 1000 }));
    for (const asker of waiting) this.ask(asker);
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
    const asker = this.asking.get(answer.id);
    this.asking.delete(answer.id);
    this.watch();
    if (answer.kind === 'read') asker?.resolve(answer.read);
    else asker?.reject(new DomainError(answer.code as ErrorCode, answer.params as never));
    if (this.asking.size > 0) return;
    this.worker?.unref();
    this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
  }

  private lose(worker: Worker, error: unknown): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.refuseAll(error);
  }

  private refuseAll(error: unknown): void {
    for (const asker of this.asking.values()) asker.reject(error);
    this.asking.clear();
    clearTimeout(this.limit);
  }
}
