import type { Fact, Plan } from '../solver/index.ts';

/** A plan in a few lines for a person. */
export function planSummary(plan: Plan, factSentence: (fact: Fact) => string): string {
  const seconds = (plan.effort.elapsedMs / 1000).toFixed(1);
  const head = `${STATUS[plan.status]}${proofOf(plan)} · ${seconds} s · seed ${plan.seed} · ${plan.engine}`;
  if (plan.status === 'unknown') return `${head}\n`;
  if (plan.status === 'infeasible') {
    const facts = plan.conflict.map((fact) => `  - ${factSentence(fact)}\n`).join('');
    const lead =
      plan.conflict.length === 0 ? '' : 'These cannot all be kept; without any one of them the others can:\n';
    return `${head}\n${lead}${facts}`;
  }
  const missing = plan.unmet.reduce((sum, meeting) => sum + meeting.missing, 0);
  const tiers = plan.tiers.map(
    ({ tier, objective, bound }) =>
      `  ${tier.padEnd(10)} ${String(objective).padStart(12)}  ${boundText(objective, bound)}\n`,
  );
  const unmet = plan.unmet.length === 0 ? 'every meeting has its observers' : shortfall(plan.unmet.length, missing);
  return `${head}\n${tiers.join('')}  ${plan.assignments.length} assignments, ${unmet}\n`;
}

const STATUS: Readonly<Record<Plan['status'], string>> = {
  optimal: 'Optimal',
  feasible: 'Feasible',
  infeasible: 'No plan is possible',
  unknown: 'Stopped before there was a plan',
};

function proofOf({ proof }: Plan): string {
  if (proof === null || proof.kind === 'none') return '';
  if (proof.kind === 'verified') return ', verified';
  return proof.gap === null ? ' by search' : ` by search, verified within ${proof.gap}`;
}

function boundText(objective: number, bound: number | null): string {
  if (bound === null) return 'no bound';
  return bound === objective ? 'proven' : `at least ${bound}`;
}

function shortfall(meetings: number, observers: number): string {
  const [m, o] = [meetings === 1 ? 'meeting lacks' : 'meetings lack', observers === 1 ? 'observer' : 'observers'];
  return `${meetings} ${m} ${observers} ${o}`;
}
