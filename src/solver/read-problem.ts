import { Ajv2020 } from 'ajv/dist/2020.js';
import { DomainError } from '../kernel/domain-error.ts';
import { leaveOutUnknown } from './leave-out-unknown.ts';
import { problemFaults } from './problem-faults.ts';
import type { PlanProblem } from './problem.ts';
import problemSchema from './problem.schema.json' with { type: 'json' };
import { whenUsed } from './when-used.ts';
import { faultsOf, MOST_FAULTS, orTooDeep } from './schema-faults.ts';

const validation = whenUsed(() =>
  new Ajv2020({ allErrors: true, useDefaults: true }).compile<PlanProblem>(problemSchema),
);

/** Problems that were read here. They never change: who wants another month makes a new object, which is read anew. */
const known = new WeakSet<object>();

/**
 * A problem from outside: its form checked, what it leaves out filled in, and its facts checked against each other.
 * What came out of here before comes back as it is. What looks back on somebody or something that has left is left out.
 * @throws DomainError `input.invalid`, each fault with the JSON pointer of the fact that is wrong.
 */
export function readProblem(json: unknown): PlanProblem {
  if (isRead(json)) return json;
  const validate = validation();
  const copy = orTooDeep(() => structuredClone(json));
  if (!validate(copy)) throw invalid(faultsOf(validate.errors ?? []));
  const problem = leaveOutUnknown(copy);
  const faults = problemFaults(problem);
  if (faults.length > 0) throw invalid(faults);
  return asRead(problem);
}

/** As JSON holds it, U+0000 or half of a surrogate pair: no text that a database keeps. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * The same from bytes of JSON, written down again with what was filled in.
 * @throws DomainError also where they are no JSON, or hold what nobody could keep.
 */
export function rewrittenProblem(bytes: Uint8Array): string {
  const text = JSON.stringify(readProblemBytes(bytes));
  if (UNSTORABLE.test(text)) throw invalid([{ pointer: '', code: 'isStorable', params: {} }]);
  return text;
}

function readProblemBytes(bytes: Uint8Array): PlanProblem {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid([{ pointer: '', code: 'schema.not_json', params: {} }]);
  }
  return readProblem(json);
}

/** Whether it need not be read again. */
export function isRead(json: unknown): json is PlanProblem {
  return typeof json === 'object' && json !== null && known.has(json);
}

/** For a thread that is handed what another one has read. */
export function asRead(problem: PlanProblem): PlanProblem {
  known.add(problem);
  return problem;
}

function invalid(faults: DomainError['faults']): DomainError<'input.invalid'> {
  return new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
}
