import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { clashingByTime, tooClose } from '../model/cannot-attend-both.ts';
import { buildModel, type MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';
import type { Fact } from '../plan.ts';
import type { Meeting, PlanProblem } from '../problem.ts';
import { type Witness, witnessOf, windowsOf } from './witness.ts';

/** What many facts of a contradiction come to, as one count that anybody can check. */
export type ConflictCount =
  /** Meetings that must have their observers want more than the people who may go can give. */
  | { readonly kind: 'shortage'; readonly witness: Witness }
  /** People must make more visits together than the meetings to which any of them may go take. */
  | {
      readonly kind: 'minima';
      readonly specialistIds: readonly SpecialistRef[];
      readonly meetingIds: readonly MeetingRef[];
      /** Visits. */
      readonly promised: number;
      /** Observers that the meetings take at most. */
      readonly seats: number;
    };

/** Fewer facts are read one by one as easily. */
const FEW = 2;

/** The count that shows why these facts cannot all be kept; null where no single one does. */
export function conflictCount(problem: PlanProblem, facts: readonly Fact[]): ConflictCount | null {
  const mandatory = new Set(facts.flatMap((fact) => (fact.kind === 'mandatory' ? [fact.meetingId] : [])));
  const minima = new Set(facts.flatMap((fact) => (fact.kind === 'min_visits' ? [fact.specialistId] : [])));
  if (Math.max(mandatory.size, minima.size) <= FEW) return null;
  const model = buildModel(problem);
  return shortageOf(model, mandatory) ?? minimaOf(model, minima);
}

function shortageOf(model: MonthModel, mandatory: ReadonlySet<string>): ConflictCount | null {
  const { meetings, specialists, pairs, exclusions } = model;
  const chosen = [...meetings.keys()].filter((m) => mandatory.has(meetings[m]?.id ?? ''));
  if (chosen.length <= FEW) return null;
  const people = new Set<number>();
  for (const m of chosen) {
    for (const pair of pairsOfMeeting(pairs, m)) {
      if (pairs.mustNot[pair] === 0) people.add(pairs.specialist[pair] ?? 0);
    }
  }
  const most = (s: number): number => specialists[s]?.maxVisits ?? 0;
  const counted = (kind: Witness['kind'], often: (s: number) => number): Witness | null =>
    witnessOf(model, kind, chosen, people, often);
  const everyTwo = (excludes: (a: Meeting, b: Meeting) => boolean): boolean =>
    chosen.every((a, i) =>
      chosen.every((b, j) => {
        const [first, second] = [meetings[a], meetings[b]];
        return j <= i || (first && second && exclusions.has(a, b) && excludes(first, second));
      }),
    );
  const once = (s: number): number => Math.min(1, most(s));
  const limited = (): Witness | null => {
    for (const { limit, meetings: window } of windowsOf(model)) {
      const inside = new Set(window);
      if (!chosen.every((m) => inside.has(m))) continue;
      const isLimited = (s: number): boolean =>
        limit.specialistIds === null || limit.specialistIds.includes(specialists[s]?.id ?? '');
      const found = counted('limit', (s) => Math.min(most(s), chosen.length, isLimited(s) ? limit.most : Infinity));
      if (found !== null) return { ...found, limit };
    }
    return null;
  };
  const witness =
    (everyTwo(clashingByTime(model.problem)) ? counted('hour', once) : null) ??
    limited() ??
    (everyTwo(tooClose(model.problem)) ? counted('rest', once) : null) ??
    (everyTwo(() => true) ? counted('one', once) : null) ??
    counted('visits', most);
  return witness && { kind: 'shortage', witness };
}

function minimaOf(model: MonthModel, minima: ReadonlySet<string>): ConflictCount | null {
  const { specialists, meetings, pairs } = model;
  const people = specialists.filter(({ id }) => minima.has(id));
  const open = meetings.filter((_, m) =>
    [...pairsOfMeeting(pairs, m)].some(
      (pair) => pairs.mustNot[pair] === 0 && minima.has(specialists[pairs.specialist[pair] ?? 0]?.id ?? ''),
    ),
  );
  const promised = people.reduce((sum, { minVisits }) => sum + minVisits, 0);
  const seats = open.reduce((sum, { maxObservers }) => sum + maxObservers, 0);
  if (people.length <= FEW || promised <= seats) return null;
  const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
  return { kind: 'minima', specialistIds: ids(people), meetingIds: ids(open), promised, seats };
}
