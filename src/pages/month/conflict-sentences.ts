import type { MessageKey, Sentence } from '../../platform/i18n/messages.ts';
import {
  conflictCount,
  type ConflictCount,
  type Fact,
  factGroups,
  type Plan,
  type PlanProblem,
} from '../../solver/index.ts';
import type { MonthScreen } from './month-screen-read-model.ts';
import { witnessSentence } from './witness-sentence.ts';

type Screen = Pick<MonthScreen, 'people' | 'meetings'>;

/** Why there is no plan: first the count that shows it, then the facts that it does not speak of. */
export function conflictSentences(
  screen: Screen,
  problem: PlanProblem,
  { conflict, conflictMayBeSmaller }: Pick<Plan, 'conflict' | 'conflictMayBeSmaller'>,
): Sentence[] {
  const count = conflictCount(problem, conflict);
  const told = count === null ? null : countSentence(screen, count);
  const said = count === null || told === null ? null : count.kind === 'shortage' ? 'mandatory' : 'min_visits';
  const others = conflict.filter(({ kind }) => kind !== said);
  return [
    ...(told === null ? [] : [told]),
    ...factSentences(screen, others),
    ...(conflictMayBeSmaller === true ? [{ key: 'conflict.may_be_smaller' } as const] : []),
  ];
}

/** Facts of a contradiction, many of a kind as one count. */
export function factSentences(screen: Screen, facts: readonly Fact[]): Sentence[] {
  return factGroups(facts).map((group) => {
    if (group.fact !== null) return factSentence(screen, group.fact);
    const total = group.facts.reduce((sum, fact) => sum + limitOf(fact), 0);
    return { key: `conflict.many.${group.kind}`, params: { count: group.facts.length, total } };
  });
}

function countSentence(screen: Screen, count: ConflictCount): Sentence | null {
  if (count.kind === 'minima') {
    const { specialistIds, meetingIds, promised, seats } = count;
    const params = { people: specialistIds.length, promised, branches: meetingIds.length, seats };
    return { key: 'conflict.minima', params };
  }
  const { witness } = count;
  const first = screen.meetings
    .filter(({ id }) => witness.meetingIds.includes(id))
    .reduce<Screen['meetings'][number] | null>((a, b) => (a !== null && a.startsAt <= b.startsAt ? a : b), null);
  return first && witnessSentence(witness, first);
}

/** A fact in the office's words, with names in place of ids. */
function factSentence(screen: Screen, fact: Fact): Sentence {
  const person = 'specialistId' in fact ? screen.people.find(({ id }) => id === fact.specialistId)?.name : undefined;
  const branch = 'meetingId' in fact ? screen.meetings.find(({ id }) => id === fact.meetingId)?.branch : undefined;
  // All messages of conflicts take the same facts, or none.
  return { key: keyOf(fact), params: { name: person ?? '', branch: branch ?? '', limit: limitOf(fact) } } as Sentence;
}

function limitOf(fact: Fact): number {
  if (fact.kind === 'visit_limit') return fact.most;
  return 'limit' in fact ? fact.limit : 0;
}

function keyOf(fact: Fact): MessageKey {
  if (fact.kind === 'pin') return `conflict.pin_${fact.pin}`;
  if (fact.kind !== 'visit_limit') return `conflict.${fact.kind}`;
  const { per, part } = fact;
  if (per === 'day') return part === null ? 'conflict.visit_limit_day' : 'conflict.visit_limit_part';
  return per === 'week' && part === null ? 'conflict.visit_limit_week' : 'conflict.visit_limit_other';
}
