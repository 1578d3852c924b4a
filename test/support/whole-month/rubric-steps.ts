import { newId } from '../../../src/kernel/id.ts';
import type { SignedInPerson } from '../service.ts';
import type { Send } from './send.ts';

/**
 * Rubrics are copied, changed, tried, published for other months or another purpose than the month's visits, and taken
 * back; one draft stays, whose id is returned.
 */
export async function rubricsTriedAndPublished(send: Send, board: SignedInPerson): Promise<string> {
  interface Draft {
    readonly id: string;
    readonly revision: number;
    readonly content: object;
  }
  const copyOf = (code: string) =>
    send<Draft>(board, 'POST', '/rubric-drafts', { id: newId<'Rubric'>(), code, version: 0 });
  const publish = ({ id, revision }: Draft, from: string) =>
    send(board, 'POST', `/rubric-drafts/${id}/publication`, { from }, revision);

  const { id, revision, content } = await copyOf('gated');
  await send(board, 'PUT', `/rubric-drafts/${id}`, { content: { ...content, purpose: 'targeted' } }, revision);
  await send(board, 'GET', `/rubric-drafts/${id}/trial`);
  await publish(await send<Draft>(board, 'GET', `/rubric-drafts/${id}`), '2021-06');
  await send(board, 'GET', '/rubrics/gated/1');

  const other = await copyOf('two-sheets');
  await publish(other, '2021-07');
  await send(board, 'DELETE', '/rubrics/two-sheets/1');
  await send(board, 'DELETE', `/rubric-drafts/${other.id}`, undefined, 1);
  const { id: left } = await copyOf('five-groups');
  await send(board, 'GET', '/rubrics');
  return left;
}
