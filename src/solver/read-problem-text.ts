import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode, type Fault } from '../kernel/domain-error.ts';
import { rewrittenProblem } from './read-problem.ts';

/** The answer of the reading thread. */
export type ReadAnswer =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: string; readonly params: object; readonly faults: readonly Fault[] };

/** A file up to this size is read in a few milliseconds, while starting a thread takes a hundred. */
const SMALL_BYTES = 64 * 1024;

/**
 * Reads a problem from JSON bytes as `readProblem` does and returns it as JSON text with defaults filled in; large
 * files are read in a thread of their own, so that the event loop stays free.
 * @throws DomainError `input.invalid` with JSON pointers; without pointers where the bytes are no JSON.
 */
export async function readProblemText(bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength <= SMALL_BYTES) return rewrittenProblem(bytes);
  const worker = new Worker(new URL('./problem-thread.js', import.meta.url), { workerData: bytes });
  try {
    const [answer] = (await once(worker, 'message')) as [ReadAnswer];
    if (answer.kind === 'read') return answer.text;
    throw new DomainError(answer.code as ErrorCode, answer.params, [...answer.faults]);
  } finally {
    await worker.terminate();
  }
}
