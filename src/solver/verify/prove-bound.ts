import type {
  BranchOn,
  PricedCell,
  PricedRow,
  ProofLeaf,
  ProofNode,
  TierCertificate,
} from '../certificate/certificate.ts';
import { compareText } from '../model/canonical.ts';
import { incompatibility } from '../model/cannot-attend-both.ts';
import { coverageValue, seatValues } from '../model/coverage-value.ts';
import { deviation, loadPrice, unitPrice } from '../model/load-price.ts';
import { mostUnits, pointsOf } from '../model/points.ts';
import { type LimitSet, limitSetsOf } from '../model/limit-sets.ts';
import type { PlanProblem, Tier } from '../problem.ts';
import { type BoundedPairs, boundedPairs } from './bounded-pairs.ts';
import { CertificateFlaw, ExactSum, ceilOfQuotient, exact, exactSum } from './exact.ts';
import { CompanyBound, type CompanyPrices } from './company-bound.ts';

/** A number that branchings bound on both sides. */
interface Range {
  readonly min: number;
  readonly max: number;
}

/** One case of the branching tree; what it does not mention is free. */
interface Case {
  /** By `key`. */
  readonly pairs: ReadonlyMap<number, 0 | 1>;
  readonly loads: ReadonlyMap<number, Range>;
  readonly observers: ReadonlyMap<number, Range>;
  readonly nobody: ReadonlyMap<number, 0 | 1>;
}

/**
 * The part of the problem that bounds need, by position in the order of ids; see certificate/README.md for the
 * argument.
 */
export class BoundProver {
  private readonly policyTiers: readonly Tier[];
  private readonly specialists: PlanProblem['specialists'];
  private readonly meetings: PlanProblem['meetings'];
  private readonly departments: PlanProblem['departments'];
  private readonly values: readonly (readonly number[])[];
  private readonly pairs: BoundedPairs;
  private readonly mostVisits: readonly number[];
  private readonly limitSets: readonly LimitSet[];
  /** The unit of loads that are counted in points, and an upper limit on each load; null where visits are counted. */
  private readonly points: { readonly unit: number; readonly most: readonly number[] } | null;
  private readonly company: CompanyBound;
  /** What each objective is when nobody is sent and every seat is filled. */
  private readonly constants: Readonly<Record<Tier, number>>;

  /** @throws CertificateFlaw when a clique contains two meetings that one person can attend. */
  constructor(
    problem: PlanProblem,
    private readonly cliques: readonly (readonly number[])[],
  ) {
    const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
      [...items].sort((a, b) => compareText(a.id, b.id));
    this.policyTiers = problem.policy.tiers;
    this.specialists = byId(problem.specialists);
    this.meetings = byId(problem.meetings);
    this.departments = byId(problem.departments);
    const branches = new Map(problem.branches.map((branch) => [branch.id, branch]));
    this.values = this.meetings.map((meeting) => {
      const branch = branches.get(meeting.branchId);
      if (branch === undefined) throw new CertificateFlaw('place');
      return seatValues(meeting, coverageValue(meeting, branch, problem.policy.coverage));
    });
    const published = problem.published?.assignments ?? [];
    this.constants = {
      coverage: 0,
      fairness: this.specialists.reduce((sum, specialist) => sum + loadPrice(specialist, 0), 0),
      quality: 0,
      stability: published.reduce((sum, { price }) => sum + price, 0),
      linkage: 0,
    };
    this.pairs = boundedPairs(problem, this.specialists, this.meetings);
    const eligible = this.specialists.map(() => 0);
    for (const s of this.pairs.specialist) eligible[s] = (eligible[s] ?? 0) + 1;
    const heaviest = this.specialists.map(() => 0);
    this.pairs.units.forEach((units, i) => {
      const s = this.pairs.specialist[i] ?? 0;
      heaviest[s] = Math.max(heaviest[s] ?? 0, units);
    });
    const unit = pointsOf(problem)?.unit;
    const most = this.specialists.map((one, s) => mostUnits(one, eligible[s] ?? 0, heaviest[s] ?? 0));
    this.points = unit === undefined ? null : { unit, most };
    this.mostVisits = this.specialists.map(({ maxVisits }, s) => Math.min(maxVisits, eligible[s] ?? 0));
    this.checkCliques(problem);
    this.company = new CompanyBound(problem, this.specialists, this.pairs);
    this.limitSets = limitSetsOf({ ...problem, specialists: this.specialists, meetings: this.meetings });
  }

  /**
   * The least objective that any plan can have in this tier while it is as good as `reached` in all earlier ones; null
   * where no such plan exists.
   * @throws CertificateFlaw when the certificate is malformed.
   */
  bound(certificate: TierCertificate, reached: readonly number[]): number | null {
    const position = this.policyTiers.indexOf(certificate.tier);
    const everything: Case = { pairs: new Map(), loads: new Map(), observers: new Map(), nobody: new Map() };
    const open: { readonly node: ProofNode; readonly at: Case }[] = [{ node: certificate.tree, at: everything }];
    let lowest = Infinity;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { node, at } = next;
      if ('branch' in node) {
        open.push({ node: node.yes, at: this.child(at, node.branch, true) });
        open.push({ node: node.no, at: this.child(at, node.branch, false) });
      } else {
        lowest = Math.min(lowest, this.leaf(node, position, reached, at));
      }
    }
    return lowest === Infinity ? null : lowest;
  }

  private child(at: Case, on: BranchOn, yes: boolean): Case {
    const narrowed = (known: ReadonlyMap<number, Range>, key: number, limit: number): Map<number, Range> => {
      const { min, max } = known.get(key) ?? { min: 0, max: Infinity };
      const range = yes ? { min: Math.max(min, limit + 1), max } : { min, max: Math.min(max, limit) };
      return new Map(known).set(key, range);
    };
    switch (on.on) {
      case 'pair':
        return { ...at, pairs: new Map(at.pairs).set(this.key(on.specialist, on.meeting), yes ? 1 : 0) };
      case 'load_above':
        return { ...at, loads: narrowed(at.loads, on.specialist, on.limit) };
      case 'observers_above':
        return { ...at, observers: narrowed(at.observers, on.meeting, on.limit) };
      case 'nobody':
        return { ...at, nobody: new Map(at.nobody).set(on.meeting, yes ? 1 : 0) };
    }
  }

  /**
   * The Lagrangian bound of the prices over the case. A plan breaks no row, so no price is paid in its favour, and its
   * objective is at least the sum of the least that each decision by itself can contribute.
   */
  private leaf({ scale, prices }: ProofLeaf, position: number, reached: readonly number[], at: Case): number {
    const { specialists, meetings, departments } = this;
    if (!Number.isSafeInteger(scale) || scale < 0) throw new CertificateFlaw('number');
    const sum = new ExactSum();
    const weights = { coverage: 0, fairness: 0, quality: 0, stability: 0, linkage: 0 };
    const own = this.policyTiers[position];
    if (own === undefined) throw new CertificateFlaw('place');
    weights[own] = scale;
    for (const [tier, price] of this.priced(prices.tiers, position, 'most')) {
      const name = this.policyTiers[tier];
      if (name === undefined) throw new CertificateFlaw('place');
      weights[name] = -price;
      sum.add(price * ((reached[tier] ?? 0) - this.constants[name]));
    }

    const ofMeeting = this.column(prices.meetings, meetings.length, 'equal');
    const ofLoad = this.column(prices.loads, specialists.length, 'equal');
    const ofLead = this.column(prices.leads, meetings.length, 'least');
    const ofSeat = this.table(prices.emptySeats, meetings.length, (m) => meetings[m]?.maxObservers ?? 0, 'least');
    const ofTeam = this.table(prices.departments, meetings.length, () => departments.length, 'most');
    const ofClique = this.table(prices.cliques, specialists.length, () => this.cliques.length, 'most');
    const ofLimit = this.table(prices.limits ?? [], specialists.length, () => this.limitSets.length, 'most');
    const ofPoints = this.column(prices.points ?? [], this.points === null ? 0 : specialists.length, 'equal');
    const company = this.companyPrices(prices);
    for (const row of company.apart) for (const price of row.values()) sum.add(price);
    const departmentMin = this.column(prices.departmentMin, departments.length, 'least');
    const departmentMax = this.column(prices.departmentMax, departments.length, 'most');
    const departmentOf = new Map(departments.map(({ id }, d) => [id, d]));

    const departmentAt = specialists.map(({ departmentId }) => departmentOf.get(departmentId) ?? -1);
    const clash = new Float64Array(meetings.length);
    let clashOf = -1;
    /** What the cliques of one person pay at each meeting; pairs come sorted by person. */
    const enter = (s: number): void => {
      clash.fill(0);
      for (const [clique, price] of ofClique[s] ?? []) {
        for (const m of this.cliques[clique] ?? []) clash[m] = exact((clash[m] ?? 0) + price);
      }
      for (const [limit, price] of ofLimit[s] ?? []) {
        for (const m of this.limitSets[limit]?.meetings ?? []) clash[m] = exact((clash[m] ?? 0) + price);
      }
      clashOf = s;
    };
    ofLimit.forEach((row, s) => {
      for (const [limit, price] of row) {
        const set = this.limitSets[limit];
        if (set === undefined || (set.people !== null && set.people[s] !== 1)) throw new CertificateFlaw('place');
        sum.add(exact(price * set.most));
      }
    });
    for (const priced of ofClique) for (const price of priced.values()) sum.add(price);
    const { pairs } = this;
    const isPlain = this.company.pairings === 0 && this.points === null;
    for (let i = 0; i < pairs.specialist.length; i += 1) {
      const [s, m] = [pairs.specialist[i] ?? 0, pairs.meeting[i] ?? 0];
      const specialist = specialists[s];
      const meeting = meetings[m];
      if (specialist === undefined || meeting === undefined) continue;
      if (s !== clashOf) enter(s);
      const department = departmentAt[s] ?? -1;
      const own = exact(weights.quality * (pairs.quality[i] ?? 0));
      const change = exact(weights.stability * (pairs.stability[i] ?? 0));
      const link = exact(weights.linkage * (pairs.linkage[i] ?? 0));
      const lead = meeting.team.lead && specialist.mayLead ? (ofLead[m] ?? 0) : 0;
      const team = meeting.team.differentDepartments ? (ofTeam[m]?.get(department) ?? 0) : 0;
      const paid = exact(exact((ofMeeting[m] ?? 0) + (ofLoad[s] ?? 0)) + exact((clash[m] ?? 0) + lead));
      const others = isPlain
        ? 0
        : exact(exact(this.company.paidAt(company, s, m)) + exact((ofPoints[s] ?? 0) * (pairs.units[i] ?? 0)));
      const cost = exact(exact(exact(own + change) + link) - exact(exact(paid + team) + others));
      const fixed = at.pairs.size === 0 ? undefined : at.pairs.get(this.key(s, m));
      const [must, mustNot] = [pairs.must[i] === 1, pairs.mustNot[i] === 1];
      if ((must && fixed === 0) || (mustNot && fixed === 1)) return Infinity;
      sum.addLeast(cost, must || fixed === 1 ? 1 : 0, mustNot || fixed === 0 ? 0 : 1);
    }
    for (const { reward, paid } of this.company.together(company)) {
      sum.addLeast(exact(paid - exact(weights.quality * reward)), 0, 1);
    }
    for (const [m, meeting] of meetings.entries()) {
      const { min, max } = at.observers.get(m) ?? { min: 0, max: Infinity };
      const filled = Math.max(min, meeting.mandatory ? meeting.minObservers : 0);
      if (filled > Math.min(max, meeting.maxObservers)) return Infinity;
      sum.add(exact((ofMeeting[m] ?? 0) * meeting.maxObservers));
      (this.values[m] ?? []).forEach((value, seat) => {
        const cost = exactSum([weights.coverage * value, -(ofMeeting[m] ?? 0), -(ofSeat[m]?.get(seat) ?? 0)]);
        sum.addLeast(cost, seat >= max ? 1 : 0, seat < filled ? 0 : 1);
      });
      const seats = [...(ofSeat[m]?.values() ?? [])];
      const teams = [...(ofTeam[m]?.values() ?? [])];
      teams.forEach((price) => sum.add(price));
      if (teams.length > 0 && !meeting.team.differentDepartments) throw new CertificateFlaw('place');
      if (!meeting.team.lead) {
        if (seats.length > 0 || (ofLead[m] ?? 0) !== 0) throw new CertificateFlaw('place');
        continue;
      }
      sum.add(ofLead[m] ?? 0);
      const nobody = exactSum([-(ofLead[m] ?? 0), ...seats, ...teams.map((price) => -price)]);
      const fixed = at.nobody.get(m);
      sum.addLeast(nobody, fixed ?? 0, fixed ?? 1);
    }
    for (const [s, specialist] of specialists.entries()) {
      const { min, max } = at.loads.get(s) ?? { min: 0, max: Infinity };
      const least = Math.max(min, specialist.minVisits);
      const most = Math.min(max, this.mostVisits[s] ?? 0);
      if (least > most) return Infinity;
      const department = departmentAt[s] ?? -1;
      for (let step = 0; step < most; step += 1) {
        const cost = exactSum([
          this.points === null ? weights.fairness * (200 * deviation(specialist, step) + 10_000) : 0,
          ofLoad[s] ?? 0,
          -(departmentMin[department] ?? 0),
          -(departmentMax[department] ?? 0),
        ]);
        sum.addLeast(cost, step < least ? 1 : 0, 1);
      }
    }
    this.points?.most.forEach((most, s) => {
      const specialist = specialists[s];
      if (specialist === undefined || this.points === null) return;
      for (let unit = 0; unit < most; unit += 1) {
        const price = exact(weights.fairness * unitPrice(specialist, this.points.unit, unit));
        sum.addLeast(exact(price + (ofPoints[s] ?? 0)), 0, 1);
      }
    });
    departments.forEach((department, d) => {
      const [least, most] = [departmentMin[d] ?? 0, departmentMax[d] ?? 0];
      if ((least !== 0 && department.minVisits === null) || (most !== 0 && department.maxVisits === null)) {
        throw new CertificateFlaw('place');
      }
      sum.add(exact(least * (department.minVisits ?? 0)));
      sum.add(exact(most * (department.maxVisits ?? 0)));
    });
    if (scale === 0) return sum.total > 0n ? Infinity : -Infinity;
    return this.constants[own] + ceilOfQuotient(sum.total, BigInt(scale));
  }

  private companyPrices({ apart, togetherFirst, togetherSecond }: ProofLeaf['prices']): CompanyPrices {
    const byPairing = (cells: readonly PricedCell[] | undefined, sense: Sense): Map<number, number>[] =>
      this.table(cells ?? [], this.company.pairings, () => this.meetings.length, sense);
    const prices = {
      apart: byPairing(apart, 'most'),
      first: byPairing(togetherFirst, 'least'),
      second: byPairing(togetherSecond, 'least'),
    };
    if (!this.company.isSound(prices)) throw new CertificateFlaw('place');
    return prices;
  }

  private priced(rows: readonly PricedRow[], size: number, sense: Sense): readonly PricedRow[] {
    for (const [index, price] of rows) {
      if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new CertificateFlaw('place');
      if (!Number.isSafeInteger(price)) throw new CertificateFlaw('number');
      if ((sense === 'most' && price > 0) || (sense === 'least' && price < 0)) throw new CertificateFlaw('sign');
    }
    if (new Set(rows.map(([index]) => index)).size < rows.length) throw new CertificateFlaw('place');
    return rows;
  }

  /** The prices by row; 0 where none is given. */
  private column(rows: readonly PricedRow[], size: number, sense: Sense): Float64Array {
    const column = new Float64Array(size);
    for (const [row, price] of this.priced(rows, size, sense)) column[row] = price;
    return column;
  }

  private table(
    cells: readonly PricedCell[],
    size: number,
    width: (row: number) => number,
    sense: Sense,
  ): Map<number, number>[] {
    const rows = Array.from({ length: size }, () => [] as PricedRow[]);
    for (const [a, b, price] of cells) {
      const row = rows[a];
      if (row === undefined) throw new CertificateFlaw('place');
      row.push([b, price]);
    }
    return rows.map((row, a) => new Map(this.priced(row, width(a), sense)));
  }

  private checkCliques(problem: PlanProblem): void {
    const cannotAttendBoth = incompatibility(problem);
    for (const clique of this.cliques) {
      const members = clique.map((m) => this.meetings[m]);
      members.forEach((a, i) => {
        members.slice(i + 1).forEach((b) => {
          if (a === undefined || b === undefined || !cannotAttendBoth(a, b)) throw new CertificateFlaw('clique');
        });
      });
    }
  }

  private key(specialist: number, meeting: number): number {
    return specialist * this.meetings.length + meeting;
  }
}

/** Prices of `most` rows (≤) must be at most 0, those of `least` rows (≥) at least 0, those of `equal` rows any. */
type Sense = 'most' | 'least' | 'equal';
