import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { type Choice, countsOf } from '../model/evaluate.ts';
import { buildModel, choiceOfPlan, type MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';
import type { Plan } from '../plan.ts';
import type { Meeting, PlanProblem, VisitLimit } from '../problem.ts';
import { clashingByTime, tooClose } from '../model/cannot-attend-both.ts';
import { limitWindows } from '../model/limit-windows.ts';
import { localClock } from '../model/local-clock.ts';

/**
 * Why a meeting has too few observers, as a count that anybody can check: these meetings want more observers than the
 * people who are eligible for any of them can provide.
 */
export interface Witness {
  /**
   * `hour`: by time a person can attend at most one of these meetings, so each person counts once. `rest`: the same,
   * because rest must lie between any two of them. `one`: the same, because any two of them are at one time, too close,
   * of one branch, or in a set that excludes them. `limit`: each person counts as often as the limit allows in this
   * window. `visits`: each person counts as often as they may be sent in the month.
   */
  readonly kind: 'hour' | 'rest' | 'one' | 'limit' | 'visits';
  readonly meetingIds: readonly MeetingRef[];
  readonly specialistIds: readonly SpecialistRef[];
  /** From the first start to the last end. */
  readonly from: number;
  readonly to: number;
  /** Observers that the meetings want together. */
  readonly wanted: number;
  /** Observers that the people can provide; less than `wanted`. */
  readonly mayGo: number;
  /** For `limit` only. */
  readonly limit?: VisitLimit;
}

/**
 * A witness for each meeting with too few observers; null where no single count shows it, only several rules together.
 */
export function shortageWitnesses(
  problem: PlanProblem,
  plan: Pick<Plan, 'assignments'>,
): { readonly meetingId: MeetingRef; readonly witness: Witness | null }[] {
  const model = buildModel(problem);
  const choice = choiceOfPlan(model, plan.assignments);
  const { observers } = countsOf(model, choice);
  const windows = windowsOf(model);
  const [atOneTime, areTooClose] = [clashingByTime(model.problem), tooClose(model.problem)];
  const witnessOf = (m: number): Witness | null => {
    const around = (kind: 'hour' | 'rest' | 'one', excludes: Excludes): Witness | null =>
      fromWindow({ model, choice, observers, kind }, m, cliqueAround(model, choice, m, excludes));
    const limited = (): Witness | null => {
      for (const window of windows) {
        if (!window.meetings.includes(m)) continue;
        const found = fromWindow({ model, choice, observers, kind: 'limit', limit: window.limit }, m, window.meetings);
        if (found !== null) return found;
      }
      return null;
    };
    return (
      around('hour', atOneTime) ??
      limited() ??
      around('rest', areTooClose) ??
      around('one', () => true) ??
      visitsWitness(model, m)
    );
  };
  return model.meetings.flatMap((meeting, m) =>
    (observers[m] ?? 0) >= meeting.minObservers ? [] : [{ meetingId: meeting.id, witness: witnessOf(m) }],
  );
}

/** The kind of window to count in, and the plan. */
interface Counted {
  readonly model: MonthModel;
  readonly choice: Choice;
  readonly observers: ArrayLike<number>;
  readonly kind: 'hour' | 'rest' | 'one' | 'limit';
  readonly limit?: VisitLimit;
}

type Excludes = (a: Meeting, b: Meeting) => boolean;

/** Every window of every limit, limits of a single visit included. */
export function windowsOf({
  problem,
}: MonthModel): { readonly limit: VisitLimit; readonly meetings: readonly number[] }[] {
  const { policy, meetings } = problem;
  const clock = localClock(policy.calendar);
  return policy.limits.flatMap((limit) =>
    limitWindows(limit, meetings, clock).map((window) => ({ limit, meetings: window })),
  );
}

/**
 * For the meetings of a window that lack observers: one count for all of them where it holds, otherwise for this
 * meeting alone.
 */
function fromWindow(counted: Counted, m: number, window: readonly number[]): Witness | null {
  const { model, observers } = counted;
  const lacking = window.filter((of) => (observers[of] ?? 0) < (model.meetings[of]?.minObservers ?? 0));
  const inside = new Set(window);
  return closedAround(counted, inside, lacking) ?? closedAround(counted, inside, [m]);
}

/**
 * The smallest closed set around these meetings, found by alternately adding the people who are eligible and the
 * meetings they attend in the window. Within it every person is already counted, so it wants more observers than it
 * has, unless somebody could come from outside it.
 */
function closedAround(
  { model, choice, kind, limit }: Counted,
  window: ReadonlySet<number>,
  seeds: readonly number[],
): Witness | null {
  const { pairs, specialists } = model;
  const chosen = new Set(seeds);
  const people = new Set<number>();
  const open = [...seeds];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const pair of pairsOfMeeting(pairs, next)) {
      const s = pairs.specialist[pair] ?? 0;
      if (pairs.mustNot[pair] === 1 || people.has(s)) continue;
      people.add(s);
      for (let other = pairs.startOfSpecialist[s] ?? 0; other < (pairs.startOfSpecialist[s + 1] ?? 0); other += 1) {
        const there = pairs.meeting[other] ?? 0;
        if (choice[other] !== 1 || !window.has(there) || chosen.has(there)) continue;
        chosen.add(there);
        open.push(there);
      }
    }
  }
  const often = (s: number): number => {
    if (limit === undefined) return 1;
    const { id = '', maxVisits = 0 } = specialists[s] ?? {};
    const isLimited = limit.specialistIds === null || limit.specialistIds.includes(id);
    return Math.min(maxVisits, chosen.size, isLimited ? limit.most : Infinity);
  };
  const found = witnessOf(model, kind, [...chosen], people, often);
  return found !== null && limit !== undefined ? { ...found, limit } : found;
}

/** Counts everybody eligible for the meeting, and all meetings for which nobody else is eligible. */
function visitsWitness(model: MonthModel, m: number): Witness | null {
  const { pairs, meetings, specialists } = model;
  const goers = (of: number): number[] =>
    [...pairsOfMeeting(pairs, of)]
      .filter((pair) => pairs.mustNot[pair] === 0)
      .map((pair) => pairs.specialist[pair] ?? 0);
  const people = new Set(goers(m));
  const chosen = [...meetings.keys()].filter((of) => {
    const going = goers(of);
    return going.length > 0 && going.every((s) => people.has(s));
  });
  return witnessOf(model, 'visits', chosen.length > 0 ? chosen : [m], people, (s) => specialists[s]?.maxVisits ?? 0);
}

/** The most visits these people can make, each at most `often`, and each department within its quota. */
function mostOf(model: MonthModel, people: Iterable<number>, often: (specialist: number) => number): number {
  const sent = new Map<number, number>();
  for (const s of people) {
    const d = model.departmentOf[s] ?? 0;
    sent.set(d, (sent.get(d) ?? 0) + often(s));
  }
  return [...sent].reduce(
    (sum, [d, visits]) => sum + Math.min(visits, model.problem.departments[d]?.maxVisits ?? Infinity),
    0,
  );
}

/** The meeting and others around its hour, any two of which exclude each other; meetings with observers come first. */
function cliqueAround(
  { exclusions, pairs, meetings }: MonthModel,
  choice: Choice,
  m: number,
  excludes: Excludes,
): number[] {
  const apart = (a: number, b: number): boolean => {
    const [first, second] = [meetings[a], meetings[b]];
    if (first === undefined || second === undefined || !exclusions.has(a, b)) return false;
    return excludes(first, second);
  };
  const attended = new Int32Array(meetings.length);
  choice.forEach((one, pair) => {
    const there = pairs.meeting[pair] ?? 0;
    if (one === 1) attended[there] = (attended[there] ?? 0) + 1;
  });
  const clique = [m];
  const start = meetings[m]?.start ?? 0;
  const candidates = [...meetings.keys()].filter((other) => apart(m, other));
  const distance = (other: number): number => Math.abs((meetings[other]?.start ?? 0) - start);
  candidates.sort((a, b) => distance(a) - distance(b) || (attended[b] ?? 0) - (attended[a] ?? 0) || a - b);
  for (const other of candidates) if (clique.every((member) => apart(member, other))) clique.push(other);
  return clique;
}

/**
 * The count that these meetings want more than these people can give; null where they do not.
 * @param kind told as it is given: whether it is so of these meetings is the caller's to know.
 * @param often how many of the meetings a person can attend at most.
 */
export function witnessOf(
  model: MonthModel,
  kind: Witness['kind'],
  chosen: readonly number[],
  people: ReadonlySet<number>,
  often: (specialist: number) => number,
): Witness | null {
  const { meetings, specialists } = model;
  const mayGo = mostOf(model, people, often);
  const members = [...chosen].sort((a, b) => a - b).flatMap((m) => meetings[m] ?? []);
  const wanted = members.reduce((sum, { minObservers }) => sum + minObservers, 0);
  if (wanted <= mayGo) return null;
  return {
    kind,
    meetingIds: members.map(({ id }) => id),
    specialistIds: [...people].sort((a, b) => a - b).flatMap((s) => specialists[s]?.id ?? []),
    from: members.reduce((from, { start }) => Math.min(from, start), Infinity),
    to: members.reduce((to, { end }) => Math.max(to, end), -Infinity),
    wanted,
    mayGo,
  };
}
