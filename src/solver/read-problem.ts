import { DomainError } from '../kernel/domain-error.ts';
import { leaveOutUnknown } from './leave-out-unknown.ts';
import { problemFaults } from './problem-faults.ts';
import type { PlanProblem } from './problem.ts';
import { faultsOf, MOST_FAULTS, orTooDeep } from './schema-faults.ts';
import { validators } from './validators/validators.ts';

/** Problems that were read here. They are never changed; another month is a new object, which is read anew. */
const known = new WeakSet<object>();

/**
 * Reads a problem from outside: checks its form, fills in defaults, and checks its facts against each other. A problem
 * that this function returned before is returned unchanged. References of the past to something that no longer exists
 * are left out (see `leaveOutUnknown`).
 * @throws DomainError `input.invalid`, each fault with its JSON pointer.
 */
export function readProblem(json: unknown): PlanProblem {
  if (isRead(json)) return json;
  const validate = validators('problem').problem;
  const copy = orTooDeep(() => structuredClone(json));
  if (!validate(copy)) throw invalid(faultsOf(validate.errors ?? []));
  const problem = leaveOutUnknown(copy);
  const faults = problemFaults(problem);
  if (faults.length > 0) throw invalid(faults);
  return asRead(problem);
}

/** An escape for U+0000 or for half of a surrogate pair, which a PostgreSQL text cannot store. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * The same from JSON bytes, returned as JSON text with defaults filled in.
 * @throws DomainError also where the bytes are no JSON or contain text that cannot be stored.
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

/** Whether this problem came from `readProblem`. */
export function isRead(json: unknown): json is PlanProblem {
  return typeof json === 'object' && json !== null && known.has(json);
}

/** Marks a problem as read, in a thread that received it from another thread which read it. */
export function asRead(problem: PlanProblem): PlanProblem {
  known.add(problem);
  return problem;
}

function invalid(faults: DomainError['faults']): DomainError<'input.invalid'> {
  return new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
}
