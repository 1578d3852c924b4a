import { parentPort, workerData } from 'node:worker_threads';
import { isDomainError } from '../kernel/domain-error.ts';
import { rewrittenProblem } from './read-problem.ts';
import type { ReadAnswer } from './read-problem-text.ts';

function answer(): ReadAnswer {
  try {
    return { kind: 'read', text: rewrittenProblem(workerData as Uint8Array) };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { kind: 'refused', code: error.code, params: error.params, faults: error.faults };
  }
}

parentPort?.postMessage(answer());
