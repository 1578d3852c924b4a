import { newId } from '../../../src/kernel/id.ts';
import type { SignedInPerson } from '../service.ts';
import type { Send } from './send.ts';

/** The board corrects a slip of a waiting form; the id of the version that waits then. */
export async function slipCorrected(send: Send, board: SignedInPerson, id: string): Promise<string> {
  const form = await send<{ revision: number; answers: { speakers: number } }>(board, 'GET', `/submissions/${id}`);
  const { answers, revision } = form;
  const corrected = newId<'Submission'>();
  const correction = {
    answers: { ...answers, speakers: answers.speakers - 1 },
    reason: 'Biên bản ghi ít hơn một người.',
  };
  await send(board, 'PUT', `/submissions/${id}/corrections/${corrected}`, correction, revision);
  return corrected;
}

/** The official rating of a meeting is decided and taken back, and the forms of the month are taken as files. */
export async function ratedAndExported(send: Send, board: SignedInPerson, id: string, month: string): Promise<void> {
  const rating = `/submissions/${id}/official-rating`;
  await send(board, 'GET', rating);
  await send(board, 'PUT', rating, { rating: 'fair', reason: 'Nghị quyết chưa thông qua.' }, 0);
  await send(board, 'PUT', rating, { rating: null, reason: 'Chờ biên bản.' }, 1);
  for (const file of ['export.json', 'export.csv', 'export.xlsx', 'criteria.csv', 'codebook.csv']) {
    await send(board, 'GET', `${month}/forms/${file}`);
  }
}
