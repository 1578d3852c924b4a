import { incompatibility } from '../../../src/solver/model/cannot-attend-both.ts';
import { coverageValue, seatValues } from '../../../src/solver/model/coverage-value.ts';
import { localClock } from '../../../src/solver/model/local-clock.ts';
import { linkageCosts } from '../../../src/solver/model/linkage.ts';
import { deviation, loadPrice } from '../../../src/solver/model/load-price.ts';
import { type Points, pointsOf } from '../../../src/solver/model/points.ts';
import { Settled } from '../../../src/solver/model/settled.ts';
import { pairCosts } from '../../../src/solver/verify/pair-facts.ts';
import type { Meeting, PlanProblem, Specialist, Tier } from '../../../src/solver/problem.ts';

export interface FullModel {
  readonly columns: number;
  /** Decision columns, which must be integer. */
  readonly whole: readonly number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly rows: readonly FullRow[];
  readonly tiers: readonly FullTier[];
  readonly pairs: readonly { readonly specialistId: string; readonly meetingId: string; readonly column: number }[];
}

export interface FullRow {
  readonly lower: number;
  readonly upper: number;
  readonly terms: readonly (readonly [column: number, value: number])[];
}

export interface FullTier {
  readonly tier: Tier;
  readonly constant: number;
  readonly costs: ReadonlyMap<number, number>;
}

/**
 * The whole month as one integer programme for a general solver, written directly from the problem without the engine's
 * relaxation: a column for each pair, empty seat and step of a load, and whole cliques of clashing meetings per person.
 * Tests and benchmarks compare the engine with it.
 */
export function fullModel(problem: PlanProblem): FullModel {
  return new Builder(problem).build();
}

interface Pair {
  readonly specialist: Specialist;
  readonly meeting: Meeting;
  readonly column: number;
  readonly quality: number;
}

class Builder {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly whole: number[] = [];
  private readonly rows: FullRow[] = [];
  private readonly costs = new Map<Tier, Map<number, number>>();
  private readonly pairs: Pair[] = [];
  private readonly byMeeting = new Map<string, Pair[]>();
  private readonly bySpecialist = new Map<string, Pair[]>();

  private readonly settled: Settled;

  constructor(private readonly problem: PlanProblem) {
    this.settled = new Settled(problem);
    for (const tier of problem.policy.tiers) this.costs.set(tier, new Map());
  }

  build(): FullModel {
    const { problem } = this;
    this.addPairs();
    for (const meeting of problem.meetings) this.addMeeting(meeting);
    this.addLoads();
    this.addClashes();
    this.addLimits();
    this.addCompany();
    const published = (problem.published?.assignments ?? []).reduce((sum, { price }) => sum + price, 0);
    const idle = problem.specialists.reduce((sum, specialist) => sum + loadPrice(specialist, 0), 0);
    return {
      columns: this.lower.length,
      whole: this.whole,
      lower: this.lower,
      upper: this.upper,
      rows: this.rows,
      tiers: problem.policy.tiers.map((tier) => ({
        tier,
        constant: tier === 'fairness' ? idle : tier === 'stability' ? published : 0,
        costs: this.costs.get(tier) ?? new Map(),
      })),
      pairs: this.pairs.map(({ specialist, meeting, column }) => ({
        specialistId: specialist.id,
        meetingId: meeting.id,
        column,
      })),
    };
  }

  private column(lower: number, upper: number, isWhole: boolean): number {
    this.lower.push(lower);
    this.upper.push(upper);
    const column = this.lower.length - 1;
    if (isWhole) this.whole.push(column);
    return column;
  }

  private cost(tier: Tier, column: number, cost: number): void {
    if (cost !== 0) this.costs.get(tier)?.set(column, cost);
  }

  private addPairs(): void {
    const { specialists, meetings, pins, published } = this.problem;
    const costsOf = pairCosts(this.problem);
    const linkageAt = linkageCosts(this.problem);
    const key = (s: string, m: string): string => JSON.stringify([s, m]);
    const pinned = new Map(pins.map((pin) => [key(pin.specialistId, pin.meetingId), pin.kind]));
    const known = new Map((published?.assignments ?? []).map((one) => [key(one.specialistId, one.meetingId), one]));
    for (const specialist of specialists) {
      for (const meeting of meetings) {
        const costs = costsOf(specialist, meeting);
        const isOver = this.settled.isOver(meeting);
        const pin = isOver ? undefined : pinned.get(key(specialist.id, meeting.id));
        if (costs === null) {
          // A pin on an ineligible pair: a row that cannot be satisfied.
          if (pin === 'must') this.rows.push({ lower: 1, upper: 1, terms: [] });
          continue;
        }
        const before = known.get(key(specialist.id, meeting.id));
        const held =
          before?.accepted === true && pin !== 'must_not' && !published?.changedMeetingIds.includes(meeting.id);
        const column = this.column(isOver || pin === 'must' || held ? 1 : 0, pin === 'must_not' ? 0 : 1, true);
        const quality = Object.values(costs).reduce((sum, cost) => sum + cost, 0);
        this.cost('quality', column, quality);
        this.cost('stability', column, before === undefined ? (published?.priceOfNew ?? 0) : -before.price);
        this.cost('linkage', column, linkageAt(specialist.id)(meeting.branchId));
        const pair = { specialist, meeting, column, quality };
        this.pairs.push(pair);
        this.byMeeting.set(meeting.id, [...(this.byMeeting.get(meeting.id) ?? []), pair]);
        this.bySpecialist.set(specialist.id, [...(this.bySpecialist.get(specialist.id) ?? []), pair]);
      }
    }
  }

  private addMeeting(meeting: Meeting): void {
    const { branches, policy } = this.problem;
    const branch = branches.find(({ id }) => id === meeting.branchId);
    if (branch === undefined) throw new Error(`no branch ${meeting.branchId}`);
    const going = this.byMeeting.get(meeting.id) ?? [];
    const seats = seatValues(meeting, coverageValue(meeting, branch, policy.coverage)).map((value, seat) => {
      const column = this.column(0, meeting.mandatory && seat < meeting.minObservers ? 0 : 1, false);
      this.cost('coverage', column, value);
      return column;
    });
    const ones = (columns: readonly number[]): [number, number][] => columns.map((column) => [column, 1]);
    const all = ones([...going.map(({ column }) => column), ...seats]);
    this.rows.push({ lower: meeting.maxObservers, upper: meeting.maxObservers, terms: all });
    const drop = meeting.team.lead ? this.column(0, 1, true) : null;
    if (drop !== null) {
      const leads = going.filter(({ specialist }) => specialist.mayLead).map(({ column }) => column);
      this.rows.push({ lower: 1, upper: Infinity, terms: ones([...leads, drop]) });
      for (const seat of seats) {
        this.rows.push({
          lower: 0,
          upper: Infinity,
          terms: [
            [seat, 1],
            [drop, -1],
          ],
        });
      }
    }
    if (!meeting.team.differentDepartments) return;
    for (const department of new Set(going.map(({ specialist }) => specialist.departmentId))) {
      const same = going.filter(({ specialist }) => specialist.departmentId === department);
      const columns = same.map(({ column }) => column);
      if (same.length > 1) this.rows.push({ lower: -Infinity, upper: 1, terms: ones(columns) });
    }
  }

  private addLoads(): void {
    const { specialists, departments } = this.problem;
    const points = pointsOf(this.problem);
    const steps = new Map<string, number[]>(departments.map(({ id }) => [id, []]));
    for (const specialist of specialists) {
      const going = this.bySpecialist.get(specialist.id) ?? [];
      const most = Math.max(specialist.minVisits, Math.min(specialist.maxVisits, going.length));
      const own = Array.from({ length: most }, (_, step) => {
        const column = this.column(step < specialist.minVisits ? 1 : 0, 1, false);
        const [before, after] = [deviation(specialist, step), deviation(specialist, step + 1)];
        if (points === null) this.cost('fairness', column, after * after - before * before);
        return column;
      });
      steps.get(specialist.departmentId)?.push(...own);
      this.rows.push({
        lower: 0,
        upper: 0,
        terms: [
          ...going.map(({ column }): [number, number] => [column, 1]),
          ...own.map((column): [number, number] => [column, -1]),
        ],
      });
    }
    if (points !== null) this.addPoints(points);
    for (const { id, minVisits, maxVisits } of departments) {
      if (minVisits === null && maxVisits === null) continue;
      const terms = (steps.get(id) ?? []).map((column): [number, number] => [column, 1]);
      this.rows.push({ lower: minVisits ?? -Infinity, upper: maxVisits ?? Infinity, terms });
    }
  }

  /** Cliques in the order of time, each grown as far as possible, until every two clashing meetings are in one. */
  private addClashes(): void {
    const clashes = incompatibility(this.problem);
    for (const going of this.bySpecialist.values()) {
      const sorted = [...going].sort((a, b) => a.meeting.start - b.meeting.start);
      const covered = new Set<string>();
      sorted.forEach((a, i) => {
        for (const b of sorted.slice(i + 1)) {
          if (!clashes(a.meeting, b.meeting) || covered.has(`${a.column} ${b.column}`)) continue;
          const clique = [a, b];
          for (const c of sorted) {
            if (!clique.includes(c) && clique.every((member) => clashes(member.meeting, c.meeting))) clique.push(c);
          }
          for (const x of clique) for (const y of clique) covered.add(`${x.column} ${y.column}`);
          this.rows.push({ lower: -Infinity, upper: 1, terms: clique.map(({ column }) => [column, 1]) });
        }
      });
    }
  }

  /** A column per unit of a load, priced by the increase of the squared deviation. */
  private addPoints({ unit, units }: Points): void {
    for (const specialist of this.problem.specialists) {
      const terms = (this.bySpecialist.get(specialist.id) ?? []).map(({ meeting, column }): [number, number] => [
        column,
        units(specialist)(meeting),
      ]);
      const most = terms.reduce((sum, [, weight]) => sum + weight, 0);
      for (let step = 0; step < most; step += 1) {
        const column = this.column(0, 1, false);
        const [before, after] = [unit * step, unit * (step + 1)].map((p) => p + specialist.balance - specialist.target);
        this.cost('fairness', column, (after ?? 0) ** 2 - (before ?? 0) ** 2);
        terms.push([column, -1]);
      }
      this.rows.push({ lower: 0, upper: 0, terms });
    }
  }

  private addCompany(): void {
    for (const { id } of this.problem.meetings) {
      for (const pairing of this.problem.pairings ?? []) {
        const going = (this.byMeeting.get(id) ?? []).filter(({ specialist }) =>
          pairing.specialistIds.includes(specialist.id),
        );
        if (going.length < 2) continue;
        if (pairing.kind === 'apart') {
          const terms = going.map(({ column }): [number, number] => [column, 1]);
          this.rows.push({ lower: -Infinity, upper: 1, terms });
          continue;
        }
        const both = this.column(0, 1, false);
        this.cost('quality', both, -pairing.reward);
        for (const { column } of going)
          this.rows.push({
            lower: 0,
            upper: Infinity,
            terms: [
              [column, 1],
              [both, -1],
            ],
          });
      }
    }
  }

  /** One row per person and run of days, without leaving out redundant ones. */
  private addLimits(): void {
    const { policy } = this.problem;
    const clock = localClock(policy.calendar);
    for (const { most, per, days, from, to, meetingIds = [], part, specialistIds } of policy.limits) {
      const length = per === 'days' ? (days ?? 1) : 1;
      for (const [specialistId, going] of this.bySpecialist) {
        if (specialistIds !== null && !specialistIds.includes(specialistId)) continue;
        const windows = new Map<number, Pair[]>();
        for (const pair of going) {
          const { meeting } = pair;
          const at = clock(meeting.start);
          if (part !== null && at.part !== part) continue;
          if (per === 'interval' && (meeting.start < (from ?? 0) || meeting.start >= (to ?? 0))) continue;
          if (per === 'meetings' && !meetingIds.includes(meeting.id)) continue;
          const last = per === 'week' ? at.day - at.weekday : per === 'day' || per === 'days' ? at.day : 0;
          for (let first = last - length + 1; first <= last; first += 1) {
            windows.set(first, [...(windows.get(first) ?? []), pair]);
          }
        }
        for (const pairs of windows.values()) {
          const terms = pairs.map(({ column }): [number, number] => [column, 1]);
          const made = pairs.filter(({ meeting }) => this.settled.isOver(meeting)).length;
          this.rows.push({ lower: -Infinity, upper: Math.max(most, made), terms });
        }
      }
    }
  }
}
