import type { Locale } from '../../kernel/actor.ts';
import type { Fact, Plan } from '../plan.ts';
import { HEADLINES, type HeadlinePhrases } from './headline-phrases.ts';
import type { Phrases } from './phrases.ts';

/**
 * A plan in a few lines: how good it is and how far that is proven, its tiers, and the conflict where there is no plan.
 */
export function headlineOf(
  locale: Locale,
  { number, tier: tierNames }: Pick<Phrases, 'number' | 'tier'>,
  plan: Plan,
  facts: (facts: readonly Fact[]) => readonly string[],
): string[] {
  const words = HEADLINES[locale];
  const seconds = number(Math.round(plan.effort.elapsedMs / 100) / 10);
  const head = `${words.status[plan.status]}${proofOf(words, number, plan)} · ${words.run({ seconds, seed: plan.seed })} · ${plan.engine}`;
  if (plan.status === 'unknown') return [head];
  if (plan.status === 'infeasible') {
    if (plan.conflict.length === 0) return [head];
    const { contradiction, contradictionAtLeast } = words;
    const said = plan.conflictMayBeSmaller === true ? contradictionAtLeast : contradiction;
    return [head, said, ...facts(plan.conflict).map((fact) => `  - ${fact}`)];
  }
  const names = plan.tiers.map(({ tier }) => tierNames[tier]);
  const width = names.reduce((most, name) => Math.max(most, name.length), 0);
  const bounded = (objective: number, bound: number | null): string =>
    bound === null ? words.noBound : bound === objective ? words.proven : words.atLeast(number(bound));
  const tiers = plan.tiers.map(
    ({ objective, bound }, i) =>
      `  ${(names[i] ?? '').padEnd(width)} ${number(objective).padStart(14)}  ${bounded(objective, bound)}`,
  );
  const missing = plan.unmet.reduce((sum, meeting) => sum + meeting.missing, 0);
  const visits = plan.assignments.length;
  return [head, ...tiers, `  ${words.planned({ visits, meetings: plan.unmet.length, missing })}`];
}

function proofOf(words: HeadlinePhrases, number: (value: number) => string, { proof }: Plan): string {
  if (proof === null || proof.kind === 'none') return '';
  return proof.kind === 'verified' ? words.verified : words.bySearch(proof.gap === null ? null : number(proof.gap));
}
