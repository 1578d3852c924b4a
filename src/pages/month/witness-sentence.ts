import type { Sentence } from '../../platform/i18n/messages.ts';
import type { Witness } from '../../solver/index.ts';
import type { ScreenMeeting } from './month-screen-read-model.ts';

/** How many observers are wanted at the hour of this meeting, or in the month, and how many people are eligible. */
export function witnessSentence(
  { kind, wanted, mayGo, meetingIds, specialistIds }: Witness,
  { day, from }: Pick<ScreenMeeting, 'day' | 'from'>,
): Sentence {
  const people = kind === 'hour' || kind === 'one' ? mayGo : specialistIds.length;
  const params = { wanted, branches: meetingIds.length, people };
  if (kind === 'hour') return { key: 'conflict.meetings_at_once', params: { ...params, day, from } };
  if (kind === 'one') return { key: 'conflict.one_each', params };
  return kind === 'visits'
    ? { key: 'conflict.visits_too_few', params: { ...params, visits: mayGo } }
    : { key: 'conflict.window_too_few', params: { ...params, visits: mayGo } };
}
