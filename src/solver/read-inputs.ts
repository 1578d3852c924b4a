import { Ajv2020 } from 'ajv/dist/2020.js';
import { DomainError, type Fault } from '../kernel/domain-error.ts';
import type { History, HistoryMonth } from './backtest/history.ts';
import type { Variant } from './compare/compare-variants.ts';
import inputsSchema from './inputs.schema.json' with { type: 'json' };
import { pairKey } from './model/pair-key.ts';
import { problemFaults } from './problem-faults.ts';
import problemSchema from './problem.schema.json' with { type: 'json' };
import type { KnownPlan, MonthEvent } from './repair/month-event.ts';
import { whenUsed } from './when-used.ts';
import { faultsOf, MOST_FAULTS, orTooDeep } from './schema-faults.ts';

const schemas = whenUsed(
  () =>
    new Ajv2020({
      allErrors: true,
      useDefaults: true,
      discriminator: true,
      // The parts of an event say only what is their own; that it is an object stands once, above them.
      strictTypes: false,
      schemas: [problemSchema, inputsSchema],
    }),
);

/** @throws DomainError `input.invalid`, each fault with its JSON pointer; the same for all that is read here. */
export function readKnownPlan(json: unknown): KnownPlan {
  return read('knownPlan', json) as KnownPlan;
}

export function readEvents(json: unknown): MonthEvent[] {
  return read('events', json) as MonthEvent[];
}

export function readVariants(json: unknown): Variant[] {
  return read('variants', json) as Variant[];
}

/** Its months' own facts are checked as well, each problem as `readProblem` would. */
export function readHistory(json: unknown): History {
  const history = read('history', json) as History;
  const faults = history.months.flatMap((month, i) =>
    [
      ...problemFaults(month.problem).map((fault) => ({ ...fault, pointer: `/problem${fault.pointer}` })),
      ...visitFaults(month),
    ].map((fault): Fault => ({ ...fault, pointer: `/months/${i}${fault.pointer}` })),
  );
  if (faults.length > 0) {
    throw new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
  }
  return history;
}

/** Visits of people or to meetings that the month does not know, and visits told twice. */
function visitFaults({ problem, visits = [] }: HistoryMonth): Fault[] {
  const specialists = new Set(problem.specialists.map(({ id }) => id));
  const meetings = new Set(problem.meetings.map(({ id }) => id));
  const told = new Set<string>();
  return visits.flatMap(({ specialistId, meetingId }, i) => {
    const key = pairKey({ specialistId, meetingId });
    const faults: Fault[] = [];
    const add = (pointer: string, code: string, params: Record<string, unknown>): unknown =>
      faults.push({ pointer: `/visits/${i}${pointer}`, code: `problem.${code}`, params });
    if (!specialists.has(specialistId)) add('/specialistId', 'unknown_id', { id: specialistId });
    if (!meetings.has(meetingId)) add('/meetingId', 'unknown_id', { id: meetingId });
    if (told.has(key)) add('', 'duplicate', {});
    told.add(key);
    return faults;
  });
}

function read(name: string, json: unknown): unknown {
  const validate = schemas().getSchema(`urn:giaoban:plan-inputs:1#/$defs/${name}`);
  if (validate === undefined) throw new Error(`no schema for ${name}`);
  const copy: unknown = orTooDeep(() => structuredClone(json));
  if (validate(copy)) return copy;
  const faults = faultsOf(validate.errors ?? []);
  throw new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
}
