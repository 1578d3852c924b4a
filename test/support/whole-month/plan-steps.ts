import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../../src/kernel/id.ts';
import type { SignedInPerson } from '../service.ts';
import type { Send } from './send.ts';

/** Somebody is taken off a meeting by hand, and everything is as it was. */
export async function changedAndUndone(send: Send, board: SignedInPerson, month: string): Promise<void> {
  interface Edits {
    readonly planId: string;
    readonly revision: number;
  }
  const edits = `${month}/plan/edits`;
  const { assignments } = await send<{ assignments: readonly { specialistId: string; meetingId: string }[] }>(
    board,
    'GET',
    `${month}/plan/plan.json`,
  );
  const { planId, revision } = await send<Edits>(board, 'GET', edits);
  const [{ specialistId, meetingId } = { specialistId: '', meetingId: '' }] = assignments;
  const action = { planId, kind: 'unassign', specialistId, meetingId };
  await send(board, 'POST', `${edits}/cost`, action);
  let { revision: now } = await send<Edits>(board, 'POST', edits, action, revision);
  for (const turn of ['undo', 'redo', 'undo']) {
    ({ revision: now } = await send<Edits>(board, 'POST', `${edits}/${turn}`, { planId }, now));
  }
}

/** The plan is submitted, withdrawn, sent back, and approved in the end. */
export async function submittedAndApproved(
  send: Send,
  board: SignedInPerson,
  leader: SignedInPerson,
  month: string,
): Promise<void> {
  interface Reviews {
    readonly planId: string;
    readonly revision: number;
  }
  let { planId, revision } = await send<Reviews>(leader, 'GET', `${month}/plan/reviews`);
  const step = async (who: SignedInPerson, name: string, comment = 'Xin ý kiến.') => {
    ({ planId, revision } = await send<Reviews>(who, 'POST', `${month}/plan/${name}`, { planId, comment }, revision));
  };
  await step(board, 'submission');
  await step(board, 'withdrawal');
  await step(board, 'submission');
  await step(leader, 'return');
  await step(board, 'submission');
  await step(leader, 'approval');
}

/** A variant by hand and one of the engine, each for a while the plan of the month; in the end all is as it was. */
export async function triedAsVariants(send: Send, board: SignedInPerson, month: string): Promise<void> {
  interface Variant {
    readonly id: string;
    readonly name: string;
    readonly revision: number;
    readonly isChosen: boolean;
  }
  const path = `${month}/plan/variants`;
  const list = async () => (await send<{ items: readonly Variant[] }>(board, 'GET', path)).items;
  const named = async (name: string) => {
    const found = (await list()).find((one) => one.name === name);
    if (!found) throw new Error(`there is no variant called ${name}`);
    return found;
  };
  const choose = async (name: string) => {
    const { id, revision } = await named(name);
    await send(board, 'POST', `${path}/${id}/choice`, undefined, revision);
  };
  const remove = async (name: string) => {
    const { id, revision } = await named(name);
    await send(board, 'DELETE', `${path}/${id}`, undefined, revision);
  };
  const { id: from } = await named('main');
  const copy = { id: newId(), from, name: 'Bản sao' };
  await send(board, 'POST', path, copy);
  await send(board, 'POST', path, copy);
  const { revision } = await named('Bản sao');
  await send(board, 'PATCH', `${path}/${copy.id}`, { name: 'Sửa tay' }, revision);
  await choose('Sửa tay');
  await choose('main');
  await remove('Sửa tay');
  const made = { id: newId(), from, name: 'Ít đi xa', values: { travel: 60 } };
  await send(board, 'POST', `${path}/solves`, made);
  while (!(await list()).some(({ id }) => id === made.id)) await sleep(50);
  await remove('Ít đi xa');
}
