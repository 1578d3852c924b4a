import { readFile } from 'node:fs/promises';
import { isDomainError } from '../kernel/domain-error.ts';
import type { History, KnownPlan, MonthEvent, Plan, PlanProblem, Variant } from '../solver/index.ts';
import { readEvents, readHistory, readKnownPlan, readPlan, readProblem, readVariants } from '../solver/index.ts';
import { BadInput } from './bad-input.ts';
import { faultLine } from './fault-line.ts';

/** Sentences for the error codes of a file that cannot be read. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a directory',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** @throws BadInput */
export function readProblemFile(file: string): Promise<PlanProblem> {
  return readChecked(file, 'problem', readProblem);
}

/** @throws BadInput */
export function readPlanFile(file: string): Promise<Plan> {
  return readChecked(file, 'plan', readPlan);
}

/** A plan, or just its assignments with which of them are accepted. @throws BadInput */
export function readKnownPlanFile(file: string): Promise<KnownPlan> {
  return readChecked(file, 'plan', readKnownPlan);
}

/** @throws BadInput */
export function readEventsFile(file: string): Promise<MonthEvent[]> {
  return readChecked(file, 'list of events', readEvents);
}

/** @throws BadInput */
export function readHistoryFile(file: string): Promise<History> {
  return readChecked(file, 'history', readHistory);
}

/** @throws BadInput */
export function readVariantsFile(file: string): Promise<Variant[]> {
  return readChecked(file, 'list of variants', readVariants);
}

/**
 * Runs a check of one file's facts against another file, and names the file that is wrong.
 * @throws BadInput
 */
export async function checkedAgainst<T>(file: string, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusal(file, what, error);
  }
}

async function readChecked<T>(file: string, what: string, read: (json: unknown) => T): Promise<T> {
  const json = await readJson(file);
  return checkedAgainst(file, what, async () => Promise.resolve(read(json)));
}

function refusal(file: string, what: string, error: unknown): unknown {
  if (!isDomainError(error, 'input.invalid')) return error;
  const { count } = error.params;
  const places = error.faults.map((fault) => `  ${faultLine(fault)}`);
  const more = count > places.length ? [`  … and ${count - places.length} more`] : [];
  return new BadInput(`${file} is no ${what} of the engine: ${count} ${count === 1 ? 'fault' : 'faults'}.`, [
    ...places,
    ...more,
  ]);
}

/** @throws BadInput */
export async function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new BadInput(`${file} cannot be read: ${UNREADABLE[code] ?? (error as Error).message}.`);
  });
}

async function readJson(file: string): Promise<unknown> {
  const text = Buffer.from(await readBytes(file)).toString('utf8');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new BadInput(`${file} is not JSON: ${(error as Error).message}.`);
  }
}
