import type { MessageKey, Sentence } from '../../platform/i18n/messages.ts';
import type { Fact } from '../../solver/index.ts';
import type { MonthScreen } from './month-screen-read-model.ts';

/** A fact of a contradiction in the office's words, with names in place of ids. */
export function conflictSentence(screen: MonthScreen, fact: Fact): Sentence {
  const person = 'specialistId' in fact ? screen.people.find(({ id }) => id === fact.specialistId)?.name : undefined;
  const branch = 'meetingId' in fact ? screen.meetings.find(({ id }) => id === fact.meetingId)?.branch : undefined;
  const limit = fact.kind === 'visit_limit' ? fact.most : 'limit' in fact ? fact.limit : 0;
  // All messages of conflicts take the same facts, or none.
  return { key: keyOf(fact), params: { name: person ?? '', branch: branch ?? '', limit } } as Sentence;
}

function keyOf(fact: Fact): MessageKey {
  if (fact.kind === 'pin') return `conflict.pin_${fact.pin}`;
  if (fact.kind !== 'visit_limit') return `conflict.${fact.kind}`;
  const { per, part } = fact;
  if (per === 'day') return part === null ? 'conflict.visit_limit_day' : 'conflict.visit_limit_part';
  return per === 'week' && part === null ? 'conflict.visit_limit_week' : 'conflict.visit_limit_other';
}
