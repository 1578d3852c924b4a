import type { Cause } from '../repair/changes.ts';
import type { Fact, Situation } from '../plan.ts';
import type { Ineligibility, Tier } from '../problem.ts';
import type { Witness } from '../shortage/witness.ts';
import type { Names } from './names.ts';

type ByKind<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: (one: Extract<T, { readonly kind: K }>, names: Names) => string;
};

/** Facts of which a contradiction may hold dozens. */
export const MANY_FACTS = [
  'pin',
  'accepted',
  'mandatory',
  'team_lead',
  'team_departments',
  'sending_departments',
  'most_observers',
  'max_visits',
  'min_visits',
  'department_max',
  'department_min',
  'unavailable',
  'away_weekly',
  'conflict_of_interest',
  'rotation_gap',
  'apart',
] as const satisfies readonly Fact['kind'][];
export type ManyFacts = (typeof MANY_FACTS)[number];

/** Every phrase of one language; a new kind of fact does not compile until both languages have it. */
export interface Phrases {
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
  readonly tier: Readonly<Record<Tier, string>>;
  /** Costs by name; the names that explicit pairs bring are shown as they are. */
  readonly term: Readonly<Record<string, string>>;
  /** Takes the place of a cost of travel where an end of the way is unknown. */
  readonly unknownWay: string;
  readonly ineligible: Readonly<Record<Ineligibility, string>>;
  readonly situation: ByKind<Situation | { readonly kind: 'also_here' }>;
  readonly fact: ByKind<Fact>;
  /** Many facts of one kind as one count; other kinds never come in large numbers. */
  readonly many: Readonly<Record<ManyFacts, (p: { count: number; limit: string; total: number }) => string>>;
  readonly cause: ByKind<Cause>;
  readonly witness: (witness: Witness, names: Names) => string;
  /** People who must make more visits than the meetings open to them take. */
  readonly minima: (p: { people: number; promised: number; meetings: number; seats: number }) => string;
  readonly why: {
    readonly here: (p: { person: string; meeting: string; cost: string; terms: string }) => string;
    /** How many of the others who are eligible this person suits the meeting better than. */
    readonly rank: (p: { better: number; among: number }) => string;
    readonly pinned: string;
    readonly other: (p: { person: string; cost: string; difference: string; situation: string }) => string;
    readonly goes: (p: { person: string; meeting: string }) => string;
    readonly ineligible: (p: { person: string; meeting: string; reasons: string }) => string;
    readonly contradicts: (p: { person: string; meeting: string; facts: string }) => string;
    readonly costsMore: (p: { person: string; meeting: string; tier: string; difference: string }) => string;
    /** How much each term of the fit is worse, the terms with their signs. */
    readonly fit: (terms: string) => string;
    readonly costsNothing: (p: { person: string; meeting: string }) => string;
    /** Who would move; each item is made by `moved`. */
    readonly moves: (people: readonly string[]) => string;
    readonly moved: (p: { person: string; from: readonly string[]; to: readonly string[] }) => string;
    readonly unknown: string;
  };
  readonly unmet: (p: { meeting: string; present: number; missing: number }) => string;
  readonly met: (meeting: string) => string;
  /** What is possible in a month whose demands cannot all be met. */
  readonly elastic: (p: { visits: number; uncovered: number }) => string;
  readonly lowered: (p: { who: string; wanted: number; kept: number }) => string;
  /** The minima of all people together. */
  readonly promised: (p: { wanted: number; kept: number }) => string;
  /** What a file refers to and does not contain. */
  readonly leftOut: (p: { count: number; ids: string }) => string;
  /** How many more people are not listed. */
  readonly more: (count: number) => string;
  readonly candidate: (p: { person: string; situation: string }) => string;
  readonly dropped: (p: { person: string; meeting: string; cause: string }) => string;
  readonly added: (p: { person: string; meeting: string; cause: string }) => string;
}
