import type { MessageKey, Sentence } from '../../platform/i18n/messages.ts';
import type { Fact } from '../../solver/index.ts';
import type { MonthScreen } from './month-screen-read-model.ts';

/** A fact of a contradiction in the office's words: names in the place of ids. */
export function conflictSentence(screen: MonthScreen, fact: Fact): Sentence {
  const person = 'specialistId' in fact ? screen.people.find(({ id }) => id === fact.specialistId)?.name : undefined;
  const branch = 'meetingId' in fact ? screen.meetings.find(({ id }) => id === fact.meetingId)?.branch : undefined;
  const key: MessageKey = fact.kind === 'pin' ? `conflict.pin_${fact.pin}` : `conflict.${fact.kind}`;
  const params = { name: person ?? '', branch: branch ?? '', limit: 'limit' in fact ? fact.limit : 0 };
  // Every conflict takes the same facts, or none.
  return { key, params } as Sentence;
}
