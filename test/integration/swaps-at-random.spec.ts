import { randomFrom } from '../../src/kernel/random.ts';
import type { SwapId, VisitId } from '../../src/kernel/id.ts';
import type { SwapStep } from '../../src/modules/swaps/application/locked-swaps.ts';
import { ReviewSwaps } from '../../src/modules/swaps/application/review-swaps.ts';
import { AmendmentMails } from '../../src/modules/planning/infra/amendment-mails.ts';
import { SwapMails } from '../../src/modules/swaps/infra/swap-mails.ts';
import {
  aPublishedMonth,
  DECEMBER,
  type PublishedMonthInTest,
  type PublishedVisitRow,
} from '../support/a-published-month.ts';
import { apiOf } from '../support/api.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { SEED } from '../support/seed.ts';
import { aService, type SignedInPerson, type TestService } from '../support/service.ts';

const STEPS = 40;
const { numRuns } = propertyRuns(1);
/** Two of them at the same hour, so that people are in the way of each other. */
const DAYS = ['2020-12-08', '2020-12-08', '2020-12-09', '2020-12-15'];

let service: TestService;
beforeAll(async () => {
  service = await aService({ works: false });
});
afterAll(() => service.end());

const runs = Array.from({ length: numRuns }, (_, i) => SEED + i);
it.each(runs)(
  'whatever people ask, answer, withdraw, decline and move, nobody has two places and no seat is lost (seed %i)',
  async (seed) => {
    const random = randomFrom(seed);
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    const month = await aPublishedMonth(service, DAYS);
    const people = [...new Set((await month.visits()).map(({ specialistId }) => specialistId)), month.spare];
    const pick = <T>(list: readonly T[]): T | undefined => list[random.below(list.length)];
    const post = (who: SignedInPerson, path: string, body: object = {}, headers: Record<string, string> = {}) =>
      apiOf(service, who)('POST', path, body, headers);
    const isAhead = ({ state }: PublishedVisitRow) => state === 'offered' || state === 'accepted';
    const openSwaps = () =>
      month.sql<{ id: SwapId; visitId: VisitId; otherVisitId: VisitId | null; giverId: never; takerId: never }>(
        `select id, visit_id as "visitId", other_visit_id as "otherVisitId", giver_id as "giverId",
           taker_id as "takerId" from swaps where state in ('asked', 'agreed') order by id`,
      );
    const asked: Record<string, () => Promise<void>> = {
      ask: async () => {
        const visits = (await month.visits()).filter(isAhead);
        const [visit, takerId] = [pick(visits), pick(people)];
        if (!visit || !takerId || takerId === visit.specialistId) return;
        const other = random.chance(50) ? pick(visits.filter(({ specialistId }) => specialistId === takerId)) : null;
        const body = { takerId, otherVisitId: other?.id ?? null, kind: 'family' };
        const who = random.chance(20) ? month.board : await month.account(visit.specialistId);
        await post(who, `/visits/${visit.id}/swaps`, body);
      },
      agree: async () => {
        const swap = pick(await openSwaps());
        if (!swap) return;
        const press = async () => post(await month.account(swap.takerId), `/swaps/${swap.id}/agreement`);
        await Promise.all([press(), press()]);
      },
      refuse: async () => {
        const swap = pick(await openSwaps());
        if (swap) await post(await month.account(swap.takerId), `/swaps/${swap.id}/refusal`);
      },
      race: async () => {
        const swap = pick(await openSwaps());
        if (!swap) return;
        const [giver, taker] = [await month.account(swap.giverId), await month.account(swap.takerId)];
        await Promise.all([
          post(taker, `/swaps/${swap.id}/agreement`),
          post(giver, `/swaps/${swap.id}/withdrawal`),
          post(giver, `/visits/${swap.visitId}/decline`, { reason: 'Ốm', kind: 'ill' }, { 'if-match': '"1"' }),
        ]);
      },
      move: async () => {
        const meetingId = pick(month.meetingIds);
        // To a day on which nobody else is, so that the move itself puts nobody in two places.
        const day = 16 + month.meetingIds.indexOf(meetingId as never) * 3 + random.below(3);
        await month.sql(
          `update meetings set starts_at = $2::timestamptz, ends_at = $2::timestamptz + interval '90 minutes' where id = $1`,
          meetingId,
          `2020-12-${day}T12:30:00Z`,
        );
      },
      review: () => service.work.as(month.board.actor, () => service.get(ReviewSwaps).afterChange(DECEMBER)),
    };
    const seen = new Set<string>();
    for (let step = 0; step < STEPS; step += 1) {
      const names = ['ask', 'ask', 'ask', 'agree', 'agree', 'refuse', 'race', 'move', 'review'];
      const name = pick(names) ?? 'ask';
      await asked[name]?.();
      expect([seed, step, name, await faultsOf(month)]).toEqual([seed, step, name, []]);
      for (const { state } of await month.sql<{ state: string }>(`select state from swaps`)) seen.add(state);
    }
    expect([...seen]).toContain('made');
    await tellAll(month);
    await tellAll(month);
    const twice = await month.sql(
      `select specialist_id, content #>> '{draft,model,number}' as number from mails where kind = 'visits-amended'
       group by 1, 2 having count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const repeated = await month.sql(
      `select specialist_id, content #>> '{draft,model,link}' as link, content #>> '{draft,model,step}' as step from mails
       where kind = 'swap-changed' and content #>> '{draft,model,step}' not in ('moved', 'asked')
       group by 1, 2, 3 having count(*) > 1`,
    );
    expect(repeated).toEqual([]);
  },
);

/** What is wrong with the month. */
async function faultsOf(month: PublishedMonthInTest): Promise<string[]> {
  const visits = await month.visits();
  const going = visits.filter(({ state }) => state === 'offered' || state === 'accepted');
  const faults: string[] = [];
  for (const one of going) {
    const at = (other: PublishedVisitRow) => other !== one && other.startsAt.getTime() === one.startsAt.getTime();
    if (going.some((other) => at(other) && other.specialistId === one.specialistId)) {
      faults.push(`${one.specialistId} is in two places`);
    }
  }
  for (const meetingId of month.meetingIds) {
    const there = visits.filter((visit) => visit.meetingId === meetingId);
    const seats = there.filter((visit) => going.includes(visit)).length;
    const isKnownOpen = there.some(({ state, replacedById }) => state === 'declined' && replacedById === null);
    if (seats > 1) faults.push(`${seats} have the seat of ${meetingId}`);
    if (seats === 0 && !isKnownOpen) faults.push(`the seat of ${meetingId} is lost`);
  }
  const doubled = await month.sql<{ id: string }>(
    `select visit_id as id from (select visit_id from swaps where state in ('asked', 'agreed')
       union all select other_visit_id from swaps where state in ('asked', 'agreed') and other_visit_id is not null) s
     group by 1 having count(*) > 1`,
  );
  return [...faults, ...doubled.map(({ id }) => `visit ${id} is part of two open swaps`)];
}

async function tellAll(month: PublishedMonthInTest): Promise<void> {
  const tell = (work: () => Promise<void>) => service.work.as(month.board.actor, () => service.work.run(work));
  const steps = await month.sql<{ facts: { swapId: SwapId; step: SwapStep; revision: number } }>(
    `select facts from events where name = 'swap.changed' order by id`,
  );
  for (const { facts } of steps) await tell(() => service.get(SwapMails).tell(facts));
  const amended = await month.sql<{ facts: { amendmentId: never } }>(
    `select facts from events where name = 'plan.amended' order by id`,
  );
  for (const { facts } of amended) await tell(() => service.get(AmendmentMails).mail(facts.amendmentId));
}
