import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode, type Fault } from '../kernel/domain-error.ts';
import { rewrittenProblem } from './read-problem.ts';

/** What the thread says of a file. */
export type ReadAnswer =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: string; readonly params: object; readonly faults: readonly Fault[] };

/** Read within a few milliseconds, where a thread takes a hundred to start. */
const SMALL_BYTES = 64 * 1024;

/**
 * A problem as bytes of JSON, checked and filled in as `readProblem` does, and written down again: large ones in a thread
 * of their own, so that nobody else waits.
 * @throws DomainError `input.invalid` with JSON pointers; without one where it is no JSON at all.
 */
export async function readProblemText(bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength <= SMALL_BYTES) return rewrittenProblem(bytes);
  const worker = new Worker(new URL('./problem-thread.js', import.meta.url), { workerData: bytes });
  try {
    const [answer] = (await once(worker, 'message')) as [ReadAnswer];
    if (answer.kind === 'read') return answer.text;
    throw new DomainError(answer.code as ErrorCode, answer.params as never, [...answer.faults]);
  } finally {
    await worker.terminate();
  }
}
