import { parentPort } from 'node:worker_threads';
import { type Commune, generateCommuneMonth } from '../generate/commune-month.ts';
import { solve, verify } from '../../src/solver/index.ts';
import type { CommuneAnswer } from './bench-country.ts';

parentPort?.on('message', (commune: Commune) => {
  void answerFor(commune).then((answer) => parentPort?.postMessage(answer));
});

async function answerFor(commune: Commune): Promise<CommuneAnswer> {
  const problem = generateCommuneMonth(commune);
  const began = performance.now();
  const plan = await solve(problem);
  const ms = performance.now() - began;
  const { ok, proven } = verify(problem, plan);
  return {
    code: commune.code,
    meetings: problem.meetings.length,
    visits: plan.assignments.length,
    isOptimal: plan.status === 'optimal',
    isVerified: ok && proven === 'optimal',
    ms,
  };
}
