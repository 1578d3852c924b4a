import { Ajv2020 } from 'ajv/dist/2020.js';
import { DomainError, type Fault } from '../kernel/domain-error.ts';
import type { History, HistoryMonth } from './backtest/history.ts';
import type { Variant } from './compare/compare-variants.ts';
import inputsSchema from './inputs.schema.json' with { type: 'json' };
import { leaveOutUnknown } from './leave-out-unknown.ts';
import { pairKey } from './model/pair-key.ts';
import { problemFaults } from './problem-faults.ts';
import type { LeftOut } from './problem.ts';
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
  const given = read('history', json) as History;
  const history = { ...given, months: given.months.map(withoutStrangers) };
  const faults = history.months.flatMap((month, i) =>
    [
      ...problemFaults(month.problem).map((fault) => ({ ...fault, pointer: `/problem${fault.pointer}` })),
      ...visitFaults(given.months[i]),
    ].map((fault): Fault => ({ ...fault, pointer: `/months/${i}${fault.pointer}` })),
  );
  if (faults.length > 0) {
    throw new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
  }
  return history;
}

/** A month without what refers to people, branches or meetings that it does not have; its problem tells what that was. */
function withoutStrangers(month: HistoryMonth): HistoryMonth {
  const problem = leaveOutUnknown(month.problem);
  const specialists = new Set(problem.specialists.map(({ id }) => id));
  const meetings = new Set(problem.meetings.map(({ id }) => id));
  const leftOut: LeftOut[] = [];
  const visits = month.visits?.filter(({ specialistId, meetingId }, i) => {
    if (!specialists.has(specialistId)) leftOut.push({ pointer: `/visits/${i}/specialistId`, id: specialistId });
    else if (!meetings.has(meetingId)) leftOut.push({ pointer: `/visits/${i}/meetingId`, id: meetingId });
    else return true;
    return false;
  });
  return {
    ...month,
    problem: leftOut.length === 0 ? problem : { ...problem, leftOut: [...(problem.leftOut ?? []), ...leftOut] },
    ...(visits && { visits }),
  };
}

/** Visits told twice. */
function visitFaults({ visits = [] }: Pick<HistoryMonth, 'visits'> = {}): Fault[] {
  const told = new Set<string>();
  return visits.flatMap((visit, i) => {
    const key = pairKey(visit);
    const isTold = told.has(key);
    told.add(key);
    return isTold ? [{ pointer: `/visits/${i}`, code: 'problem.duplicate', params: {} }] : [];
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
