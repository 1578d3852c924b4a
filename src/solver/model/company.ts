import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Pairing, PlanProblem } from '../problem.ts';
import { findPair, type PairTable } from './pair-table.ts';

/** At most one of these pairs of one meeting may be sent. */
export interface ApartRow {
  /** Positions of the pairing, among those in canonical order, and of the meeting. */
  readonly pairing: number;
  readonly meeting: number;
  readonly pairs: readonly number[];
}

/** Sending both of these pairs of one meeting earns the reward. */
export interface TogetherRow {
  readonly pairing: number;
  readonly meeting: number;
  readonly pairs: readonly [number, number];
  readonly reward: number;
}

export interface Company {
  readonly apart: readonly ApartRow[];
  readonly together: readonly TogetherRow[];
  /** For each specialist, the positions of the groups of which at most one person goes to a meeting. */
  readonly apartFrom: readonly (readonly number[])[];
}

/** The rows that the pairings make, pair by pair. People who are not in the month are ignored. */
export function companyOf(problem: PlanProblem, pairs: PairTable): Company {
  const { specialists, meetings } = problem;
  const at = new Map(specialists.map(({ id }, s) => [id, s]));
  const apart: ApartRow[] = [];
  const together: TogetherRow[] = [];
  const apartFrom = specialists.map((): number[] => []);
  pairingsInOneOrder(problem).forEach((one, pairing) => {
    const people = one.specialistIds.flatMap((id) => at.get(id) ?? []);
    if (one.kind === 'apart') for (const s of people) apartFrom[s]?.push(pairing);
    meetings.forEach((_, meeting) => {
      const own = people.map((s) => findPair(pairs, s, meeting)).filter((pair) => pair >= 0);
      const [first, second] = own;
      if (first === undefined || second === undefined) return;
      if (one.kind === 'apart') apart.push({ pairing, meeting, pairs: own });
      else together.push({ pairing, meeting, pairs: [first, second], reward: one.reward });
    });
  });
  return { apart, together, apartFrom };
}

/** The pairings in an order that does not depend on how they, or the people in them, were entered. */
export function pairingsInOneOrder({ pairings = [] }: Pick<PlanProblem, 'pairings'>): Pairing[] {
  return pairings
    .map((one): Pairing => {
      const [first = '', second = '', ...others] = [...one.specialistIds].sort();
      if (one.kind === 'apart') return { ...one, specialistIds: [first, second, ...others] };
      return { ...one, specialistIds: [first, second] };
    })
    .map((one) => ({ one, text: canonicalJson(one) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ one }) => one);
}

/** The reward of all those who go together in a plan. */
export function rewardOf({ together }: Company, isChosen: (pair: number) => boolean): number {
  return together.reduce(
    (sum, { pairs: [first, second], reward }) => (isChosen(first) && isChosen(second) ? sum + reward : sum),
    0,
  );
}
