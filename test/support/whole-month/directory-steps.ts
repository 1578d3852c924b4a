import type { SignedInPerson } from '../service.ts';
import type { Send } from './send.ts';

/** Two people who are kept apart, and somebody away every week of a later month; of each one is removed again. */
export async function weeklyAndPaired(
  send: Send,
  board: SignedInPerson,
  people: readonly { readonly id: string }[],
): Promise<void> {
  const [firstId, secondId, thirdId] = people.map(({ id }) => id);
  await send(board, 'POST', '/pairings', { kind: 'apart', firstId, secondId, reason: 'Vợ chồng' });
  const pair = { kind: 'together', firstId, secondId: thirdId, reason: 'Kèm cặp', until: '2021-03' };
  const paired = await send<{ id: string }>(board, 'POST', '/pairings', pair);
  await send(board, 'GET', '/pairings');
  await send(board, 'DELETE', `/pairings/${paired.id}`);
  const weekly = { specialistId: firstId, weekday: 3, from: '2021-03-01', to: '2021-03-31', kind: 'study' };
  await send(board, 'POST', '/absences/weekly', weekly);
  const evenings = { ...weekly, weekday: 4, fromTime: '18:00', toTime: '24:00' };
  const recorded = await send<{ id: string }>(board, 'POST', '/absences/weekly', evenings);
  await send(board, 'GET', '/absences/weekly');
  await send(board, 'DELETE', `/absences/weekly/${recorded.id}`);
}
