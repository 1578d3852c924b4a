import type { SignedInPerson } from '../service.ts';
import { MONTH, type Send } from './send.ts';

/** Everybody is asked when they are away, and one of them has nothing to say. */
export async function askedAndReplied(send: Send, board: SignedInPerson, person: SignedInPerson): Promise<void> {
  const path = `/months/${MONTH}/availability`;
  await send(board, 'GET', path);
  await send(board, 'POST', path, { until: '2020-11-24' });
  await send(person, 'GET', '/my/availability');
  await send(person, 'POST', `/my/availability/${MONTH}`);
}
