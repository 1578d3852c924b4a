import type { Fact } from '../plan.ts';
import { MANY_FACTS, type ManyFacts } from './phrases.ts';

/** One fact, or so many of a kind that they are told as one count. */
export type FactGroup =
  { readonly fact: Fact } | { readonly fact: null; readonly kind: ManyFacts; readonly facts: readonly Fact[] };

/** Facts of one kind that are told one by one. */
const FEW_FACTS = 5;

/** Facts as people read them: each by itself, but those of a kind that come by the dozen together, where the first stood. */
export function factGroups(facts: readonly Fact[]): FactGroup[] {
  const ofKind = new Map<Fact['kind'], Fact[]>();
  for (const fact of facts) ofKind.set(fact.kind, [...(ofKind.get(fact.kind) ?? []), fact]);
  return facts.flatMap((fact): FactGroup[] => {
    const same = ofKind.get(fact.kind) ?? [];
    const kind = MANY_FACTS.find((many) => many === fact.kind);
    if (kind === undefined || same.length <= FEW_FACTS) return [{ fact }];
    return same[0] === fact ? [{ fact: null, kind, facts: same }] : [];
  });
}
