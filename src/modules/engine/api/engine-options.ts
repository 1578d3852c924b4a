import { DomainError, type Fault } from '../../../kernel/domain-error.ts';
import type { SolveOptions } from '../../../solver/index.ts';

const MOST_SECONDS = 600;
const MOST_SEED = 2 ** 31 - 1;

/** @throws DomainError input.invalid for options that are no whole numbers within their limits */
export function optionsOf(query: Readonly<Record<string, unknown>>): SolveOptions {
  const faults: Fault[] = [];
  const number = (name: string, least: number, most: number): number | null => {
    const text = query[name];
    if (text === undefined) return null;
    const value = typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    const code = value > most ? 'schema.maximum' : value < least ? 'schema.minimum' : 'schema.type';
    faults.push({ pointer: `/${name}`, code, params: { limit: value > most ? most : least, type: 'integer' } });
    return null;
  };
  const time = number('time', 1, MOST_SECONDS);
  const seed = number('seed', 0, MOST_SEED);
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
  return { ...(time !== null && { timeLimitMs: time * 1000 }), ...(seed !== null && { seed }) };
}
