import { type Id, newId } from '../../../kernel/id.ts';
import type { Finding } from '../../visits/index.ts';
import type { Answers, Observation } from './answers.ts';

/** The findings of a form with their ids, in the order of the form. */
export interface IdentifiedFindings {
  readonly answers: Answers;
  readonly findingIds: readonly Id<'Finding'>[];
}

/** Two texts that share at least this part of their words count as versions of one text. */
const SAME_THING = 0.5;

/** All findings of a form, in its order: strengths, good practices, shortcomings, reflections, recommendation. */
export function findingsOf(answers: Answers): Finding[] {
  const { strengths, goodPractices, shortcomings, reflections, recommendations } = answers;
  const found = (kind: Finding['kind'], { text, field }: Observation): Finding => ({
    kind,
    text,
    field,
    cause: null,
    answered: null,
    authority: null,
  });
  return [
    ...strengths.map((each) => found('strength', each)),
    ...goodPractices.map((each) => found('good_practice', each)),
    ...shortcomings.map((each) => ({ ...found('shortcoming', each), cause: each.cause })),
    ...reflections.map((each) => ({
      ...found('reflection', each),
      answered: each.answered,
      authority: each.authority,
    })),
    ...(recommendations === null ? [] : [found('recommendation', { text: recommendations, field: null })]),
  ];
}

/**
 * The ids of a form's findings. A finding of the previous version keeps its id, even if it was reworded; new findings
 * get new ids.
 */
export function findingIdsOf(answers: Answers, before: IdentifiedFindings | null): Id<'Finding'>[] {
  const now = findingsOf(answers);
  const old = before ? findingsOf(before.answers) : [];
  const pairs = new Pairs(old, now);
  return now.map((_, index) => {
    const known = pairs.oldOf(index);
    const id = known === undefined ? undefined : before?.findingIds[known];
    return id ?? newId<'Finding'>();
  });
}

/** Pairs the findings of two versions: by equal text, then by greatest similarity, then by position. */
class Pairs {
  private readonly byNew = new Map<number, number>();
  private readonly byOld = new Map<number, number>();

  constructor(
    private readonly old: readonly Finding[],
    private readonly now: readonly Finding[],
  ) {
    this.pairEqual();
    this.pairAlike();
    this.pairByPlace();
  }

  oldOf(index: number): number | undefined {
    return this.byNew.get(index);
  }

  private pair(old: number, now: number): void {
    if (this.byOld.has(old) || this.byNew.has(now)) return;
    this.byOld.set(old, now);
    this.byNew.set(now, old);
  }

  private pairEqual(): void {
    for (const [index, { kind, text }] of this.now.entries()) {
      const same = this.old.findIndex((each, at) => !this.byOld.has(at) && each.kind === kind && each.text === text);
      if (same >= 0) this.pair(same, index);
    }
  }

  private pairAlike(): void {
    const candidates = this.open().map(([old, now]) => ({
      old,
      now,
      likeness: likeness(this.old[old]?.text ?? '', this.now[now]?.text ?? ''),
    }));
    candidates
      .filter((each) => each.likeness >= SAME_THING)
      .sort((a, b) => b.likeness - a.likeness || Math.abs(a.old - a.now) - Math.abs(b.old - b.now))
      .forEach(({ old, now }) => this.pair(old, now));
  }

  /** A completely rewritten finding is recognised by its position: after the same finding, or first of its kind. */
  private pairByPlace(): void {
    for (const [old, now] of this.open()) {
      const beforeOld = this.lastPaired(this.old, old, this.byOld);
      const beforeNow = this.lastPaired(this.now, now, this.byNew);
      const isSamePlace = beforeOld === null ? beforeNow === null : this.byOld.get(beforeOld) === beforeNow;
      if (isSamePlace) this.pair(old, now);
    }
  }

  /** The nearest preceding finding of the same kind that is paired. */
  private lastPaired(list: readonly Finding[], index: number, paired: ReadonlyMap<number, number>): number | null {
    for (let at = index - 1; at >= 0; at--) {
      if (list[at]?.kind !== list[index]?.kind) return null;
      if (paired.has(at)) return at;
    }
    return null;
  }

  /** All combinations of an unpaired old finding with an unpaired new one of the same kind. */
  private open(): [number, number][] {
    return this.old.flatMap((old, at) =>
      this.byOld.has(at)
        ? []
        : this.now.flatMap((now, index): [number, number][] =>
            this.byNew.has(index) || now.kind !== old.kind ? [] : [[at, index]],
          ),
    );
  }
}

/** Dice's coefficient over the words of two texts: 1 where both have the same words. */
function likeness(a: string, b: string): number {
  const [of, others] = [wordsOf(a), wordsOf(b)];
  const shared = [...of].filter((word) => others.has(word)).length;
  return of.size + others.size === 0 ? 0 : (2 * shared) / (of.size + others.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}
