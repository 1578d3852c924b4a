import { solve } from '../engine/solve.ts';
import { generateTinyMonth } from '../../../test/generate/tiny-month.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { SAMPLE, sampled } from '../../../test/support/solver-runs.ts';
import type { Plan } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { conflictingPart } from '../model/conflicting-part.ts';
import { hardFacts } from '../model/facts.ts';
import { readPlan } from '../read-plan.ts';
import { readProblem } from '../read-problem.ts';
import { verify, type Verdict } from './verify.ts';

type Path = readonly (string | number)[];

/** Parts of a plan about the run that found it, not about the month; nobody can check them afterwards. */
const OF_THE_RUN = /^\/(engine|seed|stoppedBy|effort\/.*)$/;

/** Every place of a JSON value that holds a number, a text, a boolean or null. */
function* leaves(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* leaves(item, [...path, i]);
  else for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
}

/** Every list of a JSON value. */
function* lists(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) yield path;
  for (const [key, item] of Object.entries(value))
    yield* lists(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);

function changedAt<T>(value: T, path: Path, change: (before: unknown) => unknown): T {
  const [first, ...rest] = path;
  if (first === undefined) return change(value) as T;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string | number, unknown>;
  copy[first] = changedAt(copy[first], rest, change);
  return copy as T;
}

function othersThan(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1, -value - 1, null];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') return [`${value}x`, ''];
  return [0, 1];
}

const pointer = (path: Path): string => path.map((part) => `/${part}`).join('');

/** The verdict on any content of a file; null where it cannot be read. */
function verdictOn(problem: unknown, plan: unknown): Verdict | null {
  try {
    return verify(readProblem(problem), readPlan(plan));
  } catch {
    return null;
  }
}

const crowded: PlanProblem = (() => {
  const month = generateMonth({ seed: 9, specialists: 3, meetings: 7, departments: 2, clumped: 100, teamRules: 40 });
  return { ...month, meetings: month.meetings.map((meeting) => ({ ...meeting, mandatory: false })) };
})();
/** Everybody must make one visit more than there are seats. */
const impossible: PlanProblem = {
  ...crowded,
  meetings: crowded.meetings.slice(0, 2),
  specialists: crowded.specialists.map((one) => ({ ...one, minVisits: 2, maxVisits: 2 })),
};

describe.each<[string, PlanProblem, Verdict['proven']]>([
  ['crowded', crowded, 'optimal'],
  ['with every rule', generateTinyMonth(17), 'optimal'],
  ['with pins that overrule', generateTinyMonth(271), 'optimal'],
  ['impossible', impossible, 'infeasible'],
])('a plan of a month (%s)', (_, month, proven) => {
  let problem: PlanProblem;
  let plan: Plan;
  let honest: Verdict;
  beforeAll(async () => {
    problem = readProblem(JSON.parse(JSON.stringify(month)));
    plan = readPlan(JSON.parse(JSON.stringify(await solve(problem, { seed: 1 }))));
    honest = verify(problem, plan);
    expect(honest).toMatchObject({ ok: true, proven });
  });

  /** Other prices may prove the same; a statement that is no longer proven must be refused. */
  const saysMore = (path: Path, tampered: Verdict | null): boolean => {
    if (tampered?.ok !== true || OF_THE_RUN.test(pointer(path))) return false;
    // A plan that no longer names a reason, or does not prove it, must not be credited with one.
    if (tampered.conflict !== honest.conflict) return false;
    return path[0] !== 'certificate' || JSON.stringify(tampered) !== JSON.stringify(honest);
  };

  it(`is refused with any number, text or truth in it changed (${SAMPLE})`, () => {
    const accepted = sampled(leaves(plan), 4).flatMap((path) => {
      return othersThan(at(plan, path)).flatMap((value) => {
        const verdict = verdictOn(
          problem,
          changedAt<unknown>(plan, path, () => value),
        );
        return saysMore(path, verdict) ? [`${pointer(path)} = ${JSON.stringify(value)}`] : [];
      });
    });
    expect(accepted).toEqual([]);
  });

  it(`is refused with anything taken out of a list, or in it twice (${SAMPLE})`, () => {
    const items = [...lists(plan)].flatMap((path) =>
      (at(plan, path) as unknown[]).map((_item, i): readonly [Path, number] => [path, i]),
    );
    const accepted = sampled(items, 3).flatMap(([path, i]) =>
      [(list: unknown[]) => list.toSpliced(i, 1), (list: unknown[]) => list.toSpliced(i, 0, list[i])].flatMap(
        (change) => {
          const verdict = verdictOn(
            problem,
            changedAt<unknown>(plan, path, (list) => change(list as unknown[])),
          );
          return saysMore(path, verdict) ? [`${pointer(path)} at ${i}`] : [];
        },
      ),
    );
    expect(accepted).toEqual([]);
  });

  it(`is refused with a reason that makes nothing impossible (${SAMPLE})`, async () => {
    for (const fact of sampled(hardFacts(problem), 3)) {
      const verdict = verdictOn(problem, { ...plan, conflict: [fact] });
      const { status } = await solve(conflictingPart(problem, [fact]));
      if (status !== 'infeasible') expect([fact, verdict?.ok]).toEqual([fact, false]);
    }
  });

  it(`is refused for a problem that differs in any place (${SAMPLE})`, () => {
    const accepted = sampled(leaves(problem), 4).flatMap((path) => {
      return othersThan(at(problem, path))
        .slice(0, 1)
        .flatMap((value) =>
          verdictOn(
            changedAt<unknown>(problem, path, () => value),
            plan,
          )?.ok === true
            ? [`${pointer(path)} = ${JSON.stringify(value)}`]
            : [],
        );
    });
    expect(accepted).toEqual([]);
  });
});
