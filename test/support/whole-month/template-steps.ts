import { newId } from '../../../src/kernel/id.ts';
import type { SignedInPerson } from '../service.ts';
import type { Send } from './send.ts';

/**
 * Forms are copied, changed, published for other months than that of the visits, and taken back; one draft stays, with
 * the id of the rubric's draft, so that `drafts/:id` is there below either address.
 */
export async function templatesPublished(send: Send, board: SignedInPerson, left: string): Promise<void> {
  interface Draft {
    readonly id: string;
    readonly revision: number;
    readonly content: object;
  }
  const copyOf = (code: string, version: number, id: string = newId<'FormTemplate'>()) =>
    send<Draft>(board, 'POST', '/form-template-drafts', { id, code, version });
  const publish = ({ id, revision }: Draft, from: string) =>
    send(board, 'POST', `/form-template-drafts/${id}/publication`, { from }, revision);

  const { id, revision, content } = await copyOf('quarter-theme', 0);
  await send(board, 'PUT', `/form-template-drafts/${id}`, { content: { ...content, kinds: ['thematic'] } }, revision);
  await publish(await send<Draft>(board, 'GET', `/form-template-drafts/${id}`), '2021-06');
  await send(board, 'GET', '/form-templates/quarter-theme/1');

  const other = await copyOf('standard', 1);
  await publish(other, '2021-07');
  await send(board, 'DELETE', '/form-templates/own-standard/1');
  await send(board, 'DELETE', `/form-template-drafts/${other.id}`, undefined, 1);
  await copyOf('supervision', 1, left);
  await send(board, 'GET', '/form-templates');
}
