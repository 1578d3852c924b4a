import { setTimeout as sleep } from 'node:timers/promises';
import type { SignedInPerson } from '../service.ts';
import { MONTH, type MyVisit, type Send } from './send.ts';

/** Somebody is taken off a published meeting, and sent there again. */
export async function amendedTwice(
  send: Send,
  board: SignedInPerson,
  person: SignedInPerson,
  month: string,
): Promise<void> {
  interface Amended {
    readonly planId: string;
    readonly revision: number;
    readonly items: readonly { readonly changes: readonly { specialistId: string; meetingId: string }[] }[];
  }
  const path = `${month}/amendments`;
  const { visits } = await send<{ visits: readonly MyVisit[] }>(person, 'GET', `/my/visits?month=${MONTH}`);
  const { planId, revision } = await send<Amended>(board, 'GET', path);
  const off = { changes: [{ kind: 'release', visitId: visits[0]?.id ?? '' }] };
  await send(board, 'POST', `${path}/cost`, off);
  const solveId = await replanned(send, board, month);
  const reason = 'Đi công tác đột xuất';
  await send(board, 'POST', `${month}/replan/amendment`, { ...off, planId, solveId, reason }, revision);
  const { items, revision: later } = await send<Amended>(board, 'GET', path);
  const on = items.flatMap(({ changes }) => changes.map((duty) => ({ kind: 'send', ...pairOf(duty) })));
  await send(board, 'POST', path, { changes: on, planId, reason: 'Chuyến công tác đã hoãn' }, later);
}

/** What the month has left is planned again, which changes nothing by itself. */
async function replanned(send: Send, board: SignedInPerson, month: string): Promise<string> {
  const path = `${month}/replan`;
  const { id } = await send<{ id: string }>(board, 'POST', path, { goal: 'few' });
  await send(board, 'POST', `${path}/stop`, {});
  for (let state = ''; state !== 'done' && state !== 'cancelled';) {
    await sleep(50);
    ({
      solve: { state },
    } = await send<{ solve: { state: string } }>(board, 'GET', path));
    if (state === 'failed') throw new Error('the rest of the month was not planned again');
  }
  return id;
}

/** Somebody goes to a meeting that was not in the calendar, on a day when the branch has none. */
export async function sentOutsidePlan(
  send: Send,
  board: SignedInPerson,
  sql: (text: string) => Promise<readonly { readonly branch: string; readonly specialist: string }[]>,
  month: string,
): Promise<void> {
  const { planId, revision } = await send<{ planId: string; revision: number }>(board, 'GET', `${month}/amendments`);
  const [{ branch, specialist } = { branch: '', specialist: '' }] = await sql(
    `select s.id as specialist, b.id as branch from specialist_profiles s cross join branch_profiles b
     where s.in_use and b.in_use and not exists (select from specialist_absences a where a.specialist_id = s.id)
       and b.id is distinct from s.own_branch_id and b.id is distinct from s.residence_branch_id
       and not exists (select from specialist_conflicts c where c.specialist_id = s.id and c.branch_id = b.id)
       and not exists (select from month_visits v where v.held_on = '${MONTH}-27'
         and (v.specialist_id = s.id or v.branch_id = b.id))
     order by s.id, b.id limit 1`,
  );
  const visit = { planId, branchId: branch, kind: 'regular', day: `${MONTH}-27`, time: '13:00', minutes: 60 };
  const reason = 'Chi bộ họp bất thường';
  await send(
    board,
    'POST',
    `${month}/outside-visits`,
    { ...visit, observers: [{ specialistId: specialist }], reason },
    revision,
  );
}

/** Everybody asks somebody to take a visit; one is refused, one not confirmed, one made, and the others are withdrawn. */
export async function swapped(
  send: Send,
  board: SignedInPerson,
  specialists: ReadonlyMap<string, SignedInPerson>,
  month: string,
): Promise<void> {
  let made = false;
  for (const person of specialists.values()) {
    const { visits } = await send<{ visits: readonly MyVisit[] }>(person, 'GET', `/my/visits?month=${MONTH}`);
    for (const { id } of visits.filter(({ state }) => state === 'offered')) {
      const choices = await send<{ takers: readonly { specialistId: string }[] }>(
        person,
        'GET',
        `/visits/${id}/swap-choices`,
      );
      const [{ specialistId: takerId } = { specialistId: '' }] = choices.takers;
      const taker = specialists.get(takerId);
      if (!taker) continue;
      const ask = async () =>
        `/swaps/${(await send<{ id: string }>(person, 'POST', `/visits/${id}/swaps`, { takerId, kind: 'family' })).id}`;
      await send(person, 'POST', `${await ask()}/withdrawal`);
      if (made) continue;
      await send(taker, 'POST', `${await ask()}/refusal`, { words: 'Hôm đó tôi trực' });
      for (const step of ['rejection', 'confirmation']) {
        const swap = await ask();
        await send(taker, 'POST', `${swap}/agreement`);
        await send(board, 'POST', `${swap}/${step}`, step === 'rejection' ? { words: 'Chờ lịch trực' } : undefined);
        await send(taker, 'GET', swap);
      }
      made = true;
    }
  }
  await send(board, 'GET', `${month}/swaps`);
  if (!made) throw new Error('nobody could take a visit of somebody else');
}

function pairOf({ specialistId, meetingId }: { readonly specialistId: string; readonly meetingId: string }) {
  return { specialistId, meetingId };
}
