import type { MonthModel } from '../model/month-model.ts';

/**
 * Sets of meetings of which one person can attend at most so many. First the sets of the limits, by their positions in
 * the model; then cliques, of which one person can attend at most one. A row per clique and person is far stronger than
 * a row per two meetings, so each clique is grown until no meeting can be added.
 */
export class CliquePool {
  private readonly cliques: Int32Array[] = [];
  private readonly ofMeeting: number[][];
  private readonly membership: Int32Array[] = [];
  /** Position of each meeting by its start: cliques grow by meetings close in time. */
  private readonly rank: Int32Array;

  constructor(private readonly model: MonthModel) {
    this.ofMeeting = model.meetings.map(() => []);
    for (const { meetings } of model.limits.sets) this.keep(meetings);
    this.rank = new Int32Array(model.meetings.length);
    [...model.meetings.keys()]
      .sort((a, b) => (model.meetings[a]?.start ?? 0) - (model.meetings[b]?.start ?? 0) || a - b)
      .forEach((m, rank) => (this.rank[m] = rank));
  }

  /** Sets before this position are those of the limits. */
  get limits(): number {
    return this.model.limits.sets.length;
  }

  /** How many meetings of a set one person can attend. */
  most(clique: number): number {
    return this.model.limits.sets[clique]?.most ?? 1;
  }

  /** Whether a set applies to this person. */
  holds(clique: number, specialist: number): boolean {
    return clique >= this.limits || this.model.limits.holds(clique, specialist);
  }

  /** The meetings of a set, by rising position. */
  members(clique: number): Int32Array {
    return this.cliques[clique] ?? new Int32Array();
  }

  has(clique: number, meeting: number): boolean {
    return ((this.membership[clique]?.[meeting >>> 5] ?? 0) & (1 << (meeting & 31))) !== 0;
  }

  /** A clique that contains all these meetings, any two of which must exclude each other. */
  around(meetings: readonly number[]): number {
    const [first] = meetings;
    if (first === undefined) throw new Error('a clique of nothing');
    for (const clique of this.ofMeeting[first] ?? []) {
      if (meetings.every((m) => this.has(clique, m))) return clique;
    }
    return this.add(this.grown(meetings));
  }

  /** Cliques that together contain every two meetings that exclude each other. */
  coverAll(): Set<number> {
    const { exclusions, meetings } = this.model;
    const found = new Set<number>();
    meetings.forEach((_, m) => {
      const open = exclusions.row(m).slice();
      const cover = (clique: number): void => {
        const members = this.membership[clique];
        for (let word = 0; word < open.length; word += 1) open[word] = (open[word] ?? 0) & ~(members?.[word] ?? 0);
      };
      for (const clique of this.ofMeeting[m] ?? []) if (found.has(clique)) cover(clique);
      for (let [other] = setBits(open); other !== undefined; [other] = setBits(open)) {
        const clique = this.around([m, other]);
        found.add(clique);
        cover(clique);
      }
    });
    return found;
  }

  private add(members: readonly number[]): number {
    const clique = this.keep(members);
    for (const m of members) this.ofMeeting[m]?.push(clique);
    return clique;
  }

  private keep(members: readonly number[]): number {
    const clique = this.cliques.length;
    const membership = new Int32Array(this.model.exclusions.words);
    for (const m of members) membership[m >>> 5] = (membership[m >>> 5] ?? 0) | (1 << (m & 31));
    this.cliques.push(Int32Array.from(members).sort());
    this.membership.push(membership);
    return clique;
  }

  private grown(meetings: readonly number[]): number[] {
    const { exclusions } = this.model;
    const common = new Int32Array(exclusions.words).fill(-1);
    const keepOnly = (m: number): void => {
      const row = exclusions.row(m);
      for (let word = 0; word < common.length; word += 1) common[word] = (common[word] ?? 0) & (row[word] ?? 0);
    };
    meetings.forEach(keepOnly);
    const middle = meetings.reduce((sum, m) => sum + (this.rank[m] ?? 0), 0) / meetings.length;
    const distance = (m: number): number => Math.abs((this.rank[m] ?? 0) - middle);
    const members = [...meetings];
    const candidates = setBits(common).sort((a, b) => distance(a) - distance(b) || a - b);
    for (const m of candidates) {
      if (((common[m >>> 5] ?? 0) & (1 << (m & 31))) === 0) continue;
      members.push(m);
      keepOnly(m);
    }
    return members;
  }

  /**
   * The sets that a person's fractional month overfills; the month lists meetings with the share attended. Empty only
   * if no limit is overfilled, and no two meetings that exclude each other sum to more than one.
   */
  overfilled(specialist: number, month: readonly { readonly meeting: number; readonly weight: number }[]): number[] {
    const { exclusions, limits } = this.model;
    const found = new Set(limits.overfilled(specialist, month, OVERFILL));
    if (month.length < 2) return [...found];
    const heaviest = [...month].sort((a, b) => b.weight - a.weight || a.meeting - b.meeting);
    for (const seed of heaviest) {
      const clique = [seed.meeting];
      let weight = seed.weight;
      for (const other of heaviest) {
        if (other === seed || !clique.every((m) => exclusions.has(m, other.meeting))) continue;
        clique.push(other.meeting);
        weight += other.weight;
      }
      if (clique.length > 1 && weight > 1 + OVERFILL) found.add(this.around(clique));
    }
    return [...found];
  }
}

const OVERFILL = 1e-5;

function setBits(words: Int32Array): number[] {
  const bits: number[] = [];
  words.forEach((word, w) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) bits.push(w * 32 + (31 - Math.clz32(rest & -rest)));
  });
  return bits;
}
