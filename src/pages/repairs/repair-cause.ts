import type { Sentence } from '../../platform/i18n/messages.ts';
import type { RepairsScreen } from './repairs-screen-read-model.ts';

/** Why somebody else is wanted. It is printed in a notice, so of a refusal it says neither the kind nor the words. */
export function repairCause({ visit, touch, people }: Pick<RepairsScreen, 'visit' | 'touch' | 'people'>): Sentence {
  if (!visit) return { key: 'repairs.cause.empty' };
  const name = people.get(visit.specialistId)?.name ?? '…';
  if (visit.state === 'declined') return { key: 'repairs.cause.declined', params: { name } };
  if (visit.state === 'released') return { key: 'repairs.cause.released', params: { name } };
  switch (touch?.cause) {
    case 'absence':
      return { key: 'repairs.cause.absence', params: { name } };
    case 'specialist':
      return { key: 'repairs.cause.specialist', params: { name } };
    case 'collision':
      return { key: 'repairs.cause.collision', params: { name } };
    case 'unanswered':
      return { key: 'repairs.cause.unanswered', params: { name } };
    // What is between somebody and a branch is nobody else's business, so a conflict is not printed.
    default:
      return { key: 'repairs.cause.chosen', params: { name } };
  }
}
