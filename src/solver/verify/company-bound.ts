import { pairingsInOneOrder } from '../model/company.ts';
import type { PlanProblem } from '../problem.ts';

/** Prices by pairing, then by meeting. */
export type PairingPrices = readonly ReadonlyMap<number, number>[];

export interface CompanyPrices {
  readonly apart: PairingPrices;
  readonly first: PairingPrices;
  readonly second: PairingPrices;
}

/** Two people at one meeting who should go together, with the prices of both rows. */
export interface PricedCompany {
  readonly reward: number;
  readonly paid: number;
}

/** The pairings in a bound, read from the problem alone; see certificate/README.md. */
export class CompanyBound {
  readonly pairings: number;
  /** For each specialist, the pairings they belong to, and at which position among their people. */
  private readonly ofSpecialist: readonly (readonly { readonly pairing: number; readonly person: number }[])[];
  /** Meetings for which both people are eligible, by pairing; empty for people who are kept apart. */
  private readonly shared: readonly (readonly number[])[];
  private readonly rewards: readonly number[];
  private readonly isApart: readonly boolean[];

  /**
   * @param specialists in the order of positions.
   * @param eligible positions of specialist and meeting of each eligible pair.
   */
  constructor(
    problem: PlanProblem,
    specialists: PlanProblem['specialists'],
    eligible: { readonly specialist: readonly number[]; readonly meeting: readonly number[] },
  ) {
    const pairings = pairingsInOneOrder(problem);
    const at = new Map(specialists.map(({ id }, s) => [id, s]));
    const ofSpecialist = specialists.map((): { pairing: number; person: number }[] => []);
    pairings.forEach(({ specialistIds }, pairing) =>
      specialistIds.forEach((id, person) => ofSpecialist[at.get(id) ?? -1]?.push({ pairing, person })),
    );
    const meetingsOf = new Map<number, Set<number>>();
    if (pairings.length > 0) {
      eligible.specialist.forEach((s, i) => {
        const meetings = meetingsOf.get(s) ?? new Set<number>();
        meetingsOf.set(s, meetings.add(eligible.meeting[i] ?? -1));
      });
    }
    this.pairings = pairings.length;
    this.ofSpecialist = ofSpecialist;
    this.isApart = pairings.map(({ kind }) => kind === 'apart');
    this.rewards = pairings.map((one) => (one.kind === 'together' ? one.reward : 0));
    this.shared = pairings.map(({ kind, specialistIds }) => {
      const [first, second] = specialistIds.map((id) => meetingsOf.get(at.get(id) ?? -1));
      if (kind === 'apart' || first === undefined || second === undefined) return [];
      return [...first].filter((m) => second.has(m));
    });
  }

  /** Whether each price belongs to a row that the problem has. */
  isSound({ apart, first, second }: CompanyPrices): boolean {
    return this.shared.every((meetings, pairing) => {
      const prices = [first[pairing], second[pairing]].flatMap((row) => [...(row?.keys() ?? [])]);
      if (this.isApart[pairing] === true) return prices.length === 0;
      return (apart[pairing]?.size ?? 0) === 0 && prices.every((m) => meetings.includes(m));
    });
  }

  /** The sum of the prices of rows in which this pair stands. */
  paidAt({ apart, first, second }: CompanyPrices, specialist: number, meeting: number): number {
    let paid = 0;
    for (const { pairing, person } of this.ofSpecialist[specialist] ?? []) {
      const prices = this.isApart[pairing] === true ? apart : person === 0 ? first : second;
      paid += prices[pairing]?.get(meeting) ?? 0;
    }
    return paid;
  }

  /** Every two people who may go together. */
  together({ first, second }: CompanyPrices): PricedCompany[] {
    return this.shared.flatMap((meetings, pairing) =>
      meetings.map((m) => ({
        reward: this.rewards[pairing] ?? 0,
        paid: (first[pairing]?.get(m) ?? 0) + (second[pairing]?.get(m) ?? 0),
      })),
    );
  }
}
