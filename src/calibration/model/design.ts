import { at } from '../algebra/dense-cholesky.ts';
import { type Elimination, eliminationOf, type Pattern } from '../algebra/elimination.ts';
import { type ReductionPlan, reductionPlan } from '../algebra/reduction.ts';
import { type FactorPlan, factorPlan } from '../algebra/sparse-cholesky.ts';
import type { Ratings } from '../ratings.ts';

/** What differs at random between forms, apart from chance within a form. */
export const FACETS = ['observer', 'branch', 'meeting'] as const;
export type Facet = (typeof FACETS)[number];

/** The unknown effects of one facet: those from `start` to before `end`. */
export interface Block {
  readonly facet: Facet;
  readonly start: number;
  readonly end: number;
}

/**
 * Which effects each form is the sum of. Meetings have effects of their own only where some meeting has two forms;
 * otherwise what is particular to a meeting cannot be told from what is particular to a form.
 */
export interface Design {
  readonly forms: number;
  readonly blocks: readonly Block[];
  /** The number of effects. */
  readonly size: number;
  /** The effects of form `f`: `effects[f · width] … effects[f · width + width − 1]`, by block. */
  readonly effects: Int32Array;
  readonly width: number;
  readonly pattern: Pattern;
  /** The entries of the pattern that form `f` adds to; `width · (width − 1) / 2` of them. */
  readonly pairs: Int32Array;
  /** Null where an exact factor would be too expensive; then it is simulated. */
  readonly plan: FactorPlan | null;
  /** Where it is: what can be eliminated exactly all the same, so that iteration has less to do. */
  readonly reduction: ReductionPlan | null;
}

/** About a fifth of a second on an ordinary machine. */
const MOST_OPERATIONS = 1e8;

/** @param chosen positions of the forms that take part */
export function designOf(ratings: Ratings, chosen: Int32Array, mostOperations = MOST_OPERATIONS): Design {
  const meetings = showMeetings(ratings, chosen) ? numberedMeetings(ratings, chosen) : null;
  const sizes = [ratings.observers.length, ratings.branches.length, ...(meetings === null ? [] : [meetings.count])];
  let size = 0;
  const blocks = sizes.map((count, i): Block => {
    const start = size;
    size += count;
    return { facet: FACETS[i] as Facet, start, end: size };
  });
  const width = blocks.length;
  const effects = new Int32Array(chosen.length * width);
  for (let f = 0; f < chosen.length; f += 1) {
    const form = at(chosen, f);
    effects[f * width] = at(ratings.observerOf, form);
    effects[f * width + 1] = ratings.observers.length + at(ratings.branchOf, form);
    if (meetings !== null) effects[f * width + 2] = (blocks[2]?.start ?? 0) + at(meetings.numbers, f);
  }
  const { pattern, pairs } = patternOf(size, effects, width);
  const elimination: Elimination | null = eliminationOf(pattern, mostOperations);
  const plan = elimination === null ? null : factorPlan(pattern, elimination);
  // Meetings have a few forms each, and branches not many; observers, who have most, stay.
  const candidates = blocks
    .slice(1)
    .reverse()
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
  const reduction = plan === null ? reductionPlan(pattern, candidates) : null;
  return { forms: chosen.length, blocks, size, effects, width, pattern, pairs, plan, reduction };
}

/** With fewer double visits, what is particular to a meeting is hardly told from chance, and counts as chance. */
const LEAST_DOUBLES = 8;

/** A meeting is told from chance by two forms of it, and from its branch by another meeting of that branch. */
function showMeetings({ meetingOf, branchOf }: Ratings, chosen: Int32Array): boolean {
  const firstOf = new Map<number, number>();
  const formsOf = new Map<number, number>();
  let isRepeated = false;
  for (const form of chosen) {
    const [meeting, branch] = [at(meetingOf, form), at(branchOf, form)];
    const first = firstOf.get(branch);
    if (first === undefined) firstOf.set(branch, meeting);
    else if (first !== meeting) isRepeated = true;
    formsOf.set(meeting, (formsOf.get(meeting) ?? 0) + 1);
  }
  return isRepeated && [...formsOf.values()].filter((forms) => forms > 1).length >= LEAST_DOUBLES;
}

function numberedMeetings({ meetingOf }: Ratings, chosen: Int32Array): { count: number; numbers: Int32Array } {
  const known = new Map<number, number>();
  const numbers = chosen.map((form) => {
    const meeting = at(meetingOf, form);
    const number = known.get(meeting) ?? known.size;
    known.set(meeting, number);
    return number;
  });
  return { count: known.size, numbers };
}

function patternOf(size: number, effects: Int32Array, width: number): { pattern: Pattern; pairs: Int32Array } {
  const forms = effects.length / width;
  const perForm = (width * (width - 1)) / 2;
  const pairs = new Int32Array(forms * perForm);
  const known = new Map<number, number>();
  const rows: number[] = [];
  const columns: number[] = [];
  for (let f = 0; f < forms; f += 1) {
    let k = f * perForm;
    for (let a = 0; a < width; a += 1) {
      for (let b = a + 1; b < width; b += 1) {
        const [row, column] = [at(effects, f * width + a), at(effects, f * width + b)];
        const key = row * size + column;
        let entry = known.get(key);
        if (entry === undefined) {
          entry = rows.length;
          known.set(key, entry);
          rows.push(row);
          columns.push(column);
        }
        pairs[k] = entry;
        k += 1;
      }
    }
  }
  return { pattern: { size, rows: Int32Array.from(rows), columns: Int32Array.from(columns) }, pairs };
}
