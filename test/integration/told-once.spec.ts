import type { MeetingId, SwapId, VisitId } from '../../src/kernel/id.ts';
import { day, month as monthNamed } from '../../src/kernel/month.ts';
import { TellConflict } from '../../src/modules/directory/index.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import type { MailDraft } from '../../src/modules/notifications/index.ts';
import { AmendmentMails } from '../../src/modules/planning/infra/amendment-mails.ts';
import { ReviewSwaps } from '../../src/modules/swaps/application/review-swaps.ts';
import { SwapMails } from '../../src/modules/swaps/infra/swap-mails.ts';
import { WaitingReadModel } from '../../src/pages/waiting/waiting-read-model.ts';
import { aPublishedMonth, type PublishedMonthInTest, type PublishedVisitRow } from '../support/a-published-month.ts';
import { apiOf } from '../support/api.ts';
import { aBranch } from '../support/a-month.ts';
import { tellOfVisits } from '../support/tell-of-visits.ts';
import { aService, type SignedInPerson, type TestService } from '../support/service.ts';

describe('what people are asked and told of their visits', () => {
  let service: TestService;
  let month: PublishedMonthInTest;
  let visit: PublishedVisitRow;
  let other: PublishedVisitRow;

  beforeAll(async () => {
    service = await aService({ works: false });
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    month = await aPublishedMonth(service, ['2020-12-01', '2020-12-02']);
    [visit, other] = (await month.visits()) as [PublishedVisitRow, PublishedVisitRow];
  });

  const asBoard = <T>(work: () => Promise<T>) => service.work.as(month.board.actor, () => service.work.run(work));
  const review = (text: string) => asBoard(() => service.get(ReviewSwaps).afterChange(monthNamed(text)));
  const ask = (who: SignedInPerson, body: object) =>
    apiOf(service, who)<{ id: SwapId }>('POST', `/visits/${visit.id}/swaps`, { kind: 'family', ...body });
  const amend = async (changes: readonly object[]) => {
    const [plan] = await month.sql<{ revision: number }>(`select revision from plans where id = $1`, month.planId);
    const body = { planId: month.planId, reason: 'Đi học', changes };
    return apiOf(service, month.board)<{ id: never; offered: readonly VisitId[] }>(
      'POST',
      '/months/2020-12/amendments',
      body,
      { 'if-match': `"${plan?.revision}"` },
    );
  };
  const swapOf = async (id: SwapId) =>
    (await month.sql<{ revision: number; state: string }>(`select revision, state from swaps where id = $1`, id))[0];
  const moveBy = (id: MeetingId, days: number) =>
    month.sql(
      `update meetings set starts_at = starts_at + make_interval(days => $2), ends_at = ends_at + make_interval(days => $2) where id = $1`,
      id,
      days,
    );

  it('asks the giver of an exchange for whom the board has asked, because they never said that they go', async () => {
    const { body } = await ask(month.board, { takerId: other.specialistId, otherVisitId: other.id });
    const taker = await month.account(other.specialistId);
    expect((await apiOf(service, taker)('POST', `/swaps/${body.id}/agreement`)).status).toBe(200);
    const going = (await month.visits()).filter(({ state }) => state !== 'released');
    const stateOf = (id: string) => going.find(({ specialistId }) => specialistId === id)?.state;
    expect([stateOf(visit.specialistId), stateOf(other.specialistId)]).toEqual(['offered', 'accepted']);
  });

  it('tells a giver whose own meeting moves by one mail, which is that of the meeting', async () => {
    const { body } = await ask(await month.account(visit.specialistId), { takerId: month.spare });
    await moveBy(visit.meetingId, 2);
    await review('2020-12');
    const steps = await month.sql<{ facts: never }>(`select facts from events where name = 'swap.changed' order by id`);
    for (const { facts } of steps) await asBoard(() => service.get(SwapMails).tell(facts));
    const told = await month.sql<{ id: string; day: string }>(
      `select specialist_id as id, content #>> '{draft,model,visit,day}' as day from mails where kind = 'swap-changed'`,
    );
    expect(told).toEqual([{ id: month.spare, day: '2020-12-03' }]);
    expect(await swapOf(body.id)).toMatchObject({ state: 'asked' });
  });

  it('looks at the swaps of the month that has changed, and at no other', async () => {
    const { body } = await ask(await month.account(visit.specialistId), { takerId: month.spare });
    await moveBy(visit.meetingId, 2);
    const before = await swapOf(body.id);
    await review('2021-01');
    expect(await swapOf(body.id)).toEqual(before);
  });

  it('says when they need not go as they know it, though the meeting has moved before the mail is written', async () => {
    await tellOfVisits(service, month.committee, [visit]);
    const { body } = await amend([{ kind: 'release', visitId: visit.id }]);
    await moveBy(visit.meetingId, 2);
    await asBoard(() => service.get(AmendmentMails).mail(body.id));
    const [mail] = await month.sql<{ draft: MailDraft }>(
      `select content -> 'draft' as draft from mails where kind = 'visits-amended'`,
    );
    expect(mail?.draft.model).toMatchObject({ off: [{ day: '2020-12-01', from: '19:30' }] });
  });

  it('calls off a meeting of a published month only', async () => {
    const branchId = await aBranch(service, month.committee, month.ground);
    const at = { day: day('2021-01-05'), time: '19:30', minutes: 90, place: '', note: '' };
    const { id } = await asBoard(() =>
      service.get(AddMeeting).execute(monthNamed('2021-01'), { branchId, kind: 'regular', ...at }),
    );
    for (const verb of ['call-off', 'take-back']) {
      const reply = await apiOf(service, month.board)(
        'POST',
        `/months/2021-01/published-meetings/${id}/${verb}`,
        { reason: 'Không họp' },
        { 'if-match': '"1"' },
      );
      expect([verb, reply.status, reply.body.code]).toEqual([verb, 409, 'meeting.not_published']);
    }
  });

  it('shows the board the one seat of two that is left', async () => {
    const { body } = await amend([{ kind: 'send', specialistId: month.spare, meetingId: visit.meetingId }]);
    const spare = await month.account(month.spare);
    const declined = await apiOf(service, spare)(
      'POST',
      `/visits/${body.offered[0]}/decline`,
      { reason: 'Ốm', kind: 'ill' },
      { 'if-match': '"1"' },
    );
    expect(declined.status).toBe(200);
    const waiting = await service.work.as(month.board.actor, () => service.get(WaitingReadModel).list());
    expect(waiting.map(({ href }) => href)).toContainEqual(expect.stringContaining(`visit=${body.offered[0]}`));
  });

  it('lets somebody tell a conflict once that of the board has ended', async () => {
    const [{ branchId, code } = { branchId: '', code: '' }] = await month.sql<{ branchId: string; code: string }>(
      `select id as "branchId", code from branch_profiles order by id limit 1`,
    );
    await month.sql(
      `insert into conflicts_of_interest (committee_id, specialist_id, branch_id, reason, until)
       values (current_committee(), $1, $2, 'duty', '2020-11-01')`,
      month.spare,
      branchId,
    );
    const { actor } = await month.account(month.spare);
    const tell = () =>
      service.work.as(actor, () =>
        service.get(TellConflict).execute(month.spare, { branchCode: code, reason: 'relative', until: null }),
      );
    expect(await tell()).toBe(true);
    expect(await tell()).toBe(false);
  });

  it('shows the board a conflict that is told after the publication, and leads on to a repair', async () => {
    const { actor } = await month.account(visit.specialistId);
    const [branch] = await month.sql<{ code: string }>(
      `select b.code from branch_profiles b join month_meetings m on m.branch_id = b.id where m.id = $1`,
      visit.meetingId,
    );
    const wish = { branchCode: branch?.code ?? '', reason: 'relative' as const, until: null };
    await service.work.as(actor, () => service.get(TellConflict).execute(visit.specialistId, wish));
    const touched = await apiOf(service, month.board)<{ items: { cause: string; visitId: string; fact: string }[] }>(
      'GET',
      '/touched-visits',
    );
    const [one] = touched.body.items;
    expect(one).toMatchObject({ cause: 'conflict', visitId: visit.id });
    const kept = { visitId: visit.id, cause: 'conflict', fact: one?.fact };
    expect((await apiOf(service, month.board)('POST', '/touched-visits/keep', kept)).status).toBeLessThan(300);
    const after = await apiOf(service, month.board)<{ items: unknown[] }>('GET', '/touched-visits');
    expect(after.body.items).toEqual([]);
  });
});
