import PostalMime from 'postal-mime';
import type { SpecialistId, SwapId, VisitId } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { AmendmentMails } from '../../src/modules/planning/infra/amendment-mails.ts';
import { ReviewSwaps } from '../../src/modules/swaps/application/review-swaps.ts';
import { SwapMails } from '../../src/modules/swaps/infra/swap-mails.ts';
import type { SwapStep } from '../../src/modules/swaps/application/locked-swaps.ts';
import {
  aPublishedMonth,
  DECEMBER,
  type PublishedMonthInTest,
  type PublishedVisitRow,
} from '../support/a-published-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aService, type SignedInPerson, type TestService } from '../support/service.ts';

interface SwapBody {
  readonly id: SwapId;
  readonly state: string;
  readonly kind: string | null;
  readonly reason: string | null;
  readonly answerBy: string;
  readonly amendment: number | null;
}
interface Choices {
  readonly takers: readonly { readonly specialistId: SpecialistId; readonly visits: number; readonly share: number }[];
  readonly exchanges: readonly { readonly id: VisitId; readonly specialistId: SpecialistId }[];
}
type Both = SwapBody & Problem;

describe('a swap', () => {
  let service: TestService;
  let month: PublishedMonthInTest;
  let giver: SignedInPerson;
  let visit: PublishedVisitRow;
  let other: PublishedVisitRow;
  let spare: SignedInPerson;

  beforeAll(async () => {
    service = await aService({ works: false });
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    month = await aPublishedMonth(service, ['2020-12-01', '2020-12-02', '2020-12-08']);
    [visit, other] = (await month.visits()) as [PublishedVisitRow, PublishedVisitRow];
    giver = await month.account(visit.specialistId);
    spare = await month.account(month.spare);
  });

  const post = <T = Both>(who: SignedInPerson, path: string, body: object = {}) =>
    apiOf(service, who)<T>('POST', path, body);
  const ask = (
    who = giver,
    { takerId = month.spare, otherVisitId = null }: { takerId?: SpecialistId; otherVisitId?: VisitId | null } = {},
    of = visit.id,
  ) => post(who, `/visits/${of}/swaps`, { takerId, otherVisitId, kind: 'family', reason: 'Con ốm' });
  const asBoard = <T>(work: () => Promise<T>) => service.work.as(month.board.actor, () => service.work.run(work));
  const review = () => asBoard(() => service.get(ReviewSwaps).afterChange(DECEMBER));
  /** Posts the mails of all steps and amendments so far, as the handlers of their events do. */
  const tellAll = async () => {
    const steps = await month.sql<{ facts: { swapId: SwapId; step: SwapStep; revision: number } }>(
      `select facts from events where name = 'swap.changed' order by id`,
    );
    for (const { facts } of steps) {
      await asBoard(() => service.get(SwapMails).tell(facts));
    }
    const amended = await month.sql<{ facts: { amendmentId: never } }>(
      `select facts from events where name = 'plan.amended' order by id`,
    );
    for (const { facts } of amended) await asBoard(() => service.get(AmendmentMails).mail(facts.amendmentId));
  };
  const mails = (kind: string) =>
    month.sql<{ specialistId: SpecialistId; subject: string; step: string | null }>(
      `select specialist_id as "specialistId", subject, content #>> '{draft,model,step}' as step from mails
       where kind = $1 order by id`,
      kind,
    );
  /** What the mails of a kind say, in plain text. */
  const textsOf = async (kind: string) => {
    const rows = await month.sql<{ mime: string }>(
      `select content ->> 'mime' as mime from mails where kind = $1`,
      kind,
    );
    const parsed = await Promise.all(rows.map(({ mime }) => PostalMime.parse(mime)));
    return parsed.map(({ text }) => (text ?? '').replaceAll(/\s+/g, ' ')).join('\n');
  };
  const needsBoard = () =>
    month.sql(
      `insert into planning_policies (committee_id, starts_on, content)
       values (current_committee(), '2020-01-01', '{"swapsNeedBoard": true}')`,
    );
  const states = async () => (await month.visits()).map(({ state }) => state);

  it('is offered with those who may take the visit, the one with the least to carry first, and with visits to exchange', async () => {
    const { status, body } = await apiOf(service, giver)<Choices>('GET', `/visits/${visit.id}/swap-choices`);
    expect([status, body.takers[0]]).toMatchObject([200, { specialistId: month.spare, visits: 0 }]);
    expect(body.takers.map(({ specialistId }) => specialistId)).not.toContain(visit.specialistId);
    expect(body.exchanges.map(({ id }) => id)).toContain(other.id);
    const stranger = await apiOf(service, spare)('GET', `/visits/${visit.id}/swap-choices`);
    expect([stranger.status, stranger.body.code]).toEqual([403, 'visit.not_yours']);
  });

  it('leaves out who is away, without a word about it', async () => {
    await month.sql(
      `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
       values (current_committee(), $1, $2, '2020-12-01', '2020-12-02', 'sick')`,
      newId(),
      month.spare,
    );
    const { body } = await apiOf(service, giver)<Choices>('GET', `/visits/${visit.id}/swap-choices`);
    expect(JSON.stringify(body)).not.toContain(month.spare);
    const asked = await ask();
    expect([asked.status, asked.body.code]).toEqual([422, 'swap.not_possible']);
  });

  it('changes nothing before the other agrees, and with one press the visit changes hands', async () => {
    const asked = await ask();
    expect([asked.status, asked.body]).toMatchObject([
      201,
      { state: 'asked', answerBy: '2020-11-27', reason: 'Con ốm' },
    ]);
    expect(await states()).toEqual(['offered', 'offered', 'offered']);
    const agreed = await post(spare, `/swaps/${asked.body.id}/agreement`);
    // The words are for the board only.
    expect([agreed.status, agreed.body]).toMatchObject([
      200,
      { state: 'made', amendment: 1, kind: null, reason: null },
    ]);
    const [gone, taken] = await month.visits();
    expect(gone).toMatchObject({ id: visit.id, state: 'released', replacedById: taken?.id });
    expect(taken).toMatchObject({ specialistId: month.spare, meetingId: visit.meetingId, state: 'accepted' });
    await tellAll();
    await tellAll();
    expect((await mails('swap-changed')).map(({ specialistId }) => specialistId)).toEqual([]);
    const told = await mails('visits-amended');
    expect(told.map(({ specialistId }) => specialistId).toSorted()).toEqual(
      [visit.specialistId, month.spare].toSorted(),
    );
    expect(JSON.stringify(await month.sql(`select content from mails where kind = 'visits-amended'`))).not.toMatch(
      'Con ốm',
    );
    expect(await month.sql(`select number from documents`)).toEqual([{ number: 1 }]); // a swap has no notice of its own
  });

  it('exchanges two visits, each told once', async () => {
    const taker = await month.account(other.specialistId);
    const asked = await ask(giver, { takerId: other.specialistId, otherVisitId: other.id });
    await tellAll();
    expect(await mails('swap-changed')).toMatchObject([{ specialistId: other.specialistId, step: 'asked' }]);
    expect((await post(taker, `/swaps/${asked.body.id}/agreement`)).body.state).toBe('made');
    const now = (await month.visits()).filter(({ state }) => state === 'accepted');
    expect(now.map(({ specialistId, meetingId }) => [specialistId, meetingId])).toEqual([
      [other.specialistId, visit.meetingId],
      [visit.specialistId, other.meetingId],
    ]);
    await tellAll();
    expect(await mails('visits-amended')).toHaveLength(2);
  });

  it('is asked and agreed to once, however often the buttons are pressed', async () => {
    const asks = await Promise.all([ask(), ask()]);
    expect(asks.map(({ status }) => status)).toEqual([201, 201]);
    expect(asks[0]?.body.id).toBe(asks[1]?.body.id);
    const path = `/swaps/${asks[0]?.body.id}/agreement`;
    const answers = await Promise.all([post(spare, path), post(spare, path)]);
    expect(answers.map(({ status, body }) => [status, body.state, body.amendment])).toEqual([
      [200, 'made', 1],
      [200, 'made', 1],
    ]);
    expect(await month.sql(`select number from amendments`)).toEqual([{ number: 1 }]);
    const late = await post(spare, `/swaps/${asks[0]?.body.id}/refusal`);
    expect([late.status, late.body.code]).toEqual([409, 'swap.closed']);
  });

  it('is open once for a visit, on either side', async () => {
    await ask();
    const second = await ask(giver, { takerId: other.specialistId });
    expect([second.status, second.body.code]).toEqual([409, 'swap.open_already']);
    expect(second.body.title).toContain('Phạm Thị Dự');
    const taker = await month.account(other.specialistId);
    const crossed = await ask(taker, { takerId: visit.specialistId, otherVisitId: visit.id }, other.id);
    expect(crossed.body.code).toBe('swap.open_already');
  });

  it('is answered by whom it was sent to alone, also where the mail was forwarded', async () => {
    const { body } = await ask();
    const stranger = await month.account(other.specialistId);
    for (const path of ['agreement', 'refusal', 'withdrawal']) {
      const reply = await post(stranger, `/swaps/${body.id}/${path}`);
      expect([path, reply.status, reply.body.code]).toEqual([path, 403, 'swap.not_yours']);
    }
    expect((await apiOf(service, stranger)('GET', `/swaps/${body.id}`)).status).toBe(403);
    expect((await post(spare, `/swaps/${body.id}/confirmation`)).status).toBe(403);
    const leader = await month.person('truc', 'leader');
    const list = await apiOf(service, leader)<{ items: SwapBody[] }>('GET', '/months/2020-12/swaps');
    expect(list.body.items).toMatchObject([{ id: body.id, state: 'asked', reason: null }]);
  });

  it('that is refused leaves the visit with the giver, who may ask somebody else', async () => {
    const { body } = await ask();
    const refused = await post(spare, `/swaps/${body.id}/refusal`, { words: 'Hôm đó tôi trực' });
    expect(refused.body.state).toBe('refused');
    expect((await post(spare, `/swaps/${body.id}/refusal`, { words: 'Hôm đó tôi trực' })).status).toBe(200);
    await tellAll();
    // The question was answered before its mail left, so that only the answer is told.
    expect(await mails('swap-changed')).toMatchObject([{ specialistId: visit.specialistId, step: 'refused' }]);
    expect(await states()).toEqual(['offered', 'offered', 'offered']);
    const { html } = await browserOf(service, giver).open(`/my/swaps/${body.id}`);
    expect(html).toContain(`href="/my/visits/${visit.id}/swap"`);
    expect((await browserOf(service, spare).open(`/my/swaps/${body.id}`)).html).not.toContain('/swap"');
    expect((await ask(giver, { takerId: (await month.visits())[2]?.specialistId ?? month.spare })).status).toBe(201);
  });

  it('is withdrawn by the giver or the board, and cannot be agreed to any more', async () => {
    const { body } = await ask();
    const [one, two] = await Promise.all([
      post(giver, `/swaps/${body.id}/withdrawal`),
      post(month.board, `/swaps/${body.id}/withdrawal`),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);
    const late = await post(spare, `/swaps/${body.id}/agreement`);
    expect([late.status, late.body.code]).toEqual([409, 'swap.closed']);
    expect(late.body.title).toContain('đã rút');
  });

  it('that the board withdraws is told to both; whoever withdraws their own need not be told of it', async () => {
    const first = await ask();
    await post(month.board, `/swaps/${first.body.id}/withdrawal`);
    await tellAll();
    const told = await mails('swap-changed');
    expect(told).toMatchObject([{ step: 'withdrawn' }, { step: 'withdrawn' }]);
    expect(told.map(({ specialistId }) => specialistId).toSorted()).toEqual(
      [visit.specialistId, month.spare].toSorted(),
    );
    expect(await textsOf('swap-changed')).toContain('Ban chủ trì đã rút đề nghị đổi lượt gửi đồng chí Phạm Thị Dự.');
    const own = await ask();
    await post(giver, `/swaps/${own.body.id}/withdrawal`);
    await tellAll();
    expect((await mails('swap-changed')).slice(2)).toMatchObject([{ specialistId: month.spare, step: 'withdrawn' }]);
  });

  it('waits for the board where the policy says so, and until then the giver keeps the duty', async () => {
    await needsBoard();
    const { body } = await ask();
    expect((await post(spare, `/swaps/${body.id}/agreement`)).body.state).toBe('agreed');
    expect(await states()).toEqual(['offered', 'offered', 'offered']);
    await tellAll();
    await tellAll();
    expect(await mails('swap-changed')).toMatchObject([{ specialistId: visit.specialistId, step: 'agreed' }]);
    const [asked, ...more] = await mails('swap-to-confirm');
    expect([asked?.subject, more]).toEqual([expect.stringContaining('Phạm Thị Dự đồng ý nhận lượt của Người'), []]);
    expect(await textsOf('swap-to-confirm')).toContain('/months/2020-12/swaps');
    const path = `/swaps/${body.id}/confirmation`;
    const confirmed = await Promise.all([post(month.board, path), post(month.board, path)]);
    expect(confirmed.map((reply) => [reply.status, reply.body.state])).toEqual([
      [200, 'made'],
      [200, 'made'],
    ]);
    const again = await ask(spare, { takerId: visit.specialistId }, (await month.visits())[1]?.id);
    await post(giver, `/swaps/${again.body.id}/agreement`);
    const rejected = await post(month.board, `/swaps/${again.body.id}/rejection`, { words: 'Đã đổi một lần' });
    expect(rejected.body.state).toBe('rejected');
    await tellAll();
    const rejections = (await mails('swap-changed')).filter(({ step }) => step === 'rejected');
    expect(rejections.map(({ specialistId }) => specialistId).toSorted()).toEqual(
      [visit.specialistId, month.spare].toSorted(),
    );
  });

  it('may be asked by the board on behalf of somebody, who is told', async () => {
    const asked = await ask(month.board);
    expect(asked.status).toBe(201);
    await tellAll();
    expect((await mails('swap-changed')).map(({ step }) => step).toSorted()).toEqual(['asked', 'asked_for']);
  });

  it('is judged again when it is agreed to: whoever has become busy is refused, and nothing is half done', async () => {
    const { body } = await ask();
    await month.sql(
      `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
       values (current_committee(), $1, $2, '2020-12-01', '2020-12-02', 'sick')`,
      newId(),
      month.spare,
    );
    const agreed = await post(spare, `/swaps/${body.id}/agreement`);
    expect([agreed.status, agreed.body.code]).toEqual([422, 'swap.not_possible']);
    expect(await states()).toEqual(['offered', 'offered', 'offered']);
    expect((await apiOf(service, giver)<SwapBody>('GET', `/swaps/${body.id}`)).body.state).toBe('asked');
  });

  it('is asked and answered on pages, without scripts', async () => {
    const own = browserOf(service, giver);
    expect((await own.open(`/my/visits/${visit.id}`)).html).toContain(`/my/visits/${visit.id}/swap`);
    const page = `/my/visits/${visit.id}/swap`;
    const choices = await own.open(page);
    expect(choices.html).toContain(`value="give:${month.spare}"`);
    expect(choices.html).toContain('còn thiếu 3 lượt so với phần của tháng');
    const unchosen = await own.post(page, { reason: 'Con ốm', kind: 'family' });
    expect([unchosen.status, unchosen.html]).toEqual([422, expect.stringContaining('Con ốm')]);
    const sent = await own.post(page, { with: `give:${month.spare}`, reason: 'Con ốm', kind: 'family' });
    expect([sent.status, sent.location]).toEqual([303, expect.stringMatching(/^\/my\/swaps\//)]);
    const swap = sent.location ?? '';
    expect((await own.open(swap)).html).toContain('Con ốm');
    const asked = browserOf(service, spare);
    const waiting = (await asked.open('/my/visits')).html;
    expect(waiting).toContain(`<a href="${swap}">1 đề nghị đổi lượt chờ bạn trả lời`);
    const question = await asked.open(swap);
    expect(question.html).toContain(`${swap}/agree`);
    expect(question.html).not.toContain('Con ốm');
    expect((await asked.open(swap)).html).toBe(question.html); // opening it changes nothing
    expect((await asked.post(`${swap}/agree`)).status).toBe(303);
    expect((await asked.post(`${swap}/agree`)).status).toBe(303);
    expect((await asked.open(swap)).html).toContain('đã nhận lượt dự này');
    const late = await own.post(`${swap}/withdraw`);
    expect([late.status, late.html]).toEqual([409, expect.stringContaining('đã đổi')]);
    const list = await browserOf(service, month.board).open('/months/2020-12/swaps');
    expect(list.html).toContain('Con ốm');
  });

  it('is asked for by the board, and confirmed by it, on the page of the month', async () => {
    await needsBoard();
    const desk = browserOf(service, month.board);
    const page = `/months/2020-12/swaps/ask?visit=${visit.id}`;
    expect((await desk.open('/months/2020-12/swaps')).html).toContain(`value="${visit.id}"`);
    expect((await desk.open(page)).status).toBe(200);
    const sent = await desk.post(page, { with: `give:${month.spare}`, kind: 'duty' });
    expect([sent.status, sent.location]).toEqual([303, '/months/2020-12/swaps']);
    const [swap] = await month.sql<{ id: string }>(`select id from swaps`);
    expect((await browserOf(service, spare).open('/my/visits')).status).toBe(200);
    await post(spare, `/swaps/${swap?.id}/agreement`);
    const confirmed = await desk.post(`/months/2020-12/swaps/${swap?.id}/confirm`);
    expect(confirmed.status).toBe(303);
    expect((await desk.open('/months/2020-12/swaps')).html).toContain('điều chỉnh số 1 của tháng');
    expect((await browserOf(service, giver).open('/months/2020-12/swaps')).status).toBe(403);
  });

  it('lapses when its visit was amended meanwhile, and both are told once', async () => {
    const { body } = await ask();
    const [plan] = await month.sql<{ revision: number }>(`select revision from plans where id = $1`, month.planId);
    const off = { planId: month.planId, reason: 'Đi học', changes: [{ kind: 'release', visitId: visit.id }] };
    const amended = await apiOf(service, month.board)('POST', '/months/2020-12/amendments', off, {
      'if-match': `"${plan?.revision}"`,
    });
    expect(amended.status).toBe(201);
    const late = await post(spare, `/swaps/${body.id}/agreement`);
    expect([late.status, late.body.code]).toEqual([409, 'swap.visit_changed']);
    await review();
    await review();
    await tellAll();
    expect((await mails('swap-changed')).map(({ step }) => step)).toEqual(['lapsed', 'lapsed']);
    expect((await post(spare, `/swaps/${body.id}/agreement`)).body.code).toBe('swap.closed');
  });

  it('stays with its visit when the meeting is moved: it is asked again for the new hour, and the taker is told once', async () => {
    await needsBoard();
    const { body } = await ask();
    await post(spare, `/swaps/${body.id}/agreement`);
    await month.sql(
      `update meetings set starts_at = starts_at + interval '2 days', ends_at = ends_at + interval '2 days' where id = $1`,
      visit.meetingId,
    );
    await review();
    await review();
    expect((await apiOf(service, giver)<SwapBody>('GET', `/swaps/${body.id}`)).body.state).toBe('asked');
    await tellAll();
    expect((await mails('swap-changed')).map(({ step }) => step)).toEqual(['moved']);
    expect(await mails('swap-to-confirm')).toEqual([]); // asked again before the board was told
    expect((await mails('swap-changed'))[0]?.subject).toMatch(/^Dời lịch: .*01\/12.* 19:30 → .*03\/12.* 19:30, Chi bộ/);
    expect(await textsOf('swap-changed')).toContain('Thứ Ba 01/12/2020 19:30 → Thứ Năm 03/12/2020 19:30');
  });

  describe('whose meeting is moved twice', () => {
    const shift = (days: number) =>
      month.sql(
        `update meetings set starts_at = starts_at + make_interval(days => $2), ends_at = ends_at + make_interval(days => $2)
         where id = $1`,
        visit.meetingId,
        days,
      );
    const subjects = async () => (await mails('swap-changed')).map(({ step, subject }) => [step, subject]);
    beforeEach(async () => {
      await ask();
      await tellAll();
      await month.sql(`update mails set state = 'sent', sent_at = now(), attempts = 1`);
      await month.sql(`update events set name = 'told' where name = 'swap.changed'`);
    });

    it('before the first mail was written: the taker reads once what differs from what they were told', async () => {
      await shift(2);
      await review();
      await shift(1);
      await review();
      await tellAll();
      expect((await subjects()).slice(1)).toEqual([
        ['moved', expect.stringMatching(/^Dời lịch: .*01\/12.* → .*04\/12/)],
      ]);
    });

    it('before the first mail was sent: it is taken back', async () => {
      await shift(2);
      await review();
      await tellAll();
      await shift(1);
      await review();
      await tellAll();
      expect((await subjects()).slice(1)).toEqual([
        ['moved', expect.stringMatching(/^Dời lịch: .*01\/12.* → .*04\/12/)],
      ]);
      await shift(-3);
      await review();
      await tellAll();
      expect((await subjects()).slice(1)).toEqual([]);
    });
  });

  it('is asked once, for the hour as it is, where the meeting moves before anybody was asked by mail', async () => {
    await ask();
    await month.sql(
      `update meetings set starts_at = starts_at + interval '2 days', ends_at = ends_at + interval '2 days' where id = $1`,
      visit.meetingId,
    );
    await review();
    await tellAll();
    expect((await mails('swap-changed')).map(({ step }) => step)).toEqual(['asked']);
    expect((await mails('swap-changed'))[0]?.subject).toContain('Thứ Năm 03/12');
  });

  it('is no way round an amendment: whoever has no visits of their own, such as a leader, goes along by the board’s word', async () => {
    // In the directory with at most no visits, so that neither the engine nor a swap sends them.
    await month.sql(`update specialists set max_visits = 0, target_visits = 0 where id = $1`, month.spare);
    const { body } = await apiOf(service, giver)<Choices>('GET', `/visits/${visit.id}/swap-choices`);
    expect(JSON.stringify(body)).not.toContain(month.spare);
    const [plan] = await month.sql<{ revision: number }>(`select revision from plans where id = $1`, month.planId);
    const along = [{ kind: 'send', specialistId: month.spare, meetingId: visit.meetingId }];
    const changes = { planId: month.planId, reason: 'Lãnh đạo cùng dự', changes: along };
    const amended = await apiOf(service, month.board)('POST', '/months/2020-12/amendments', changes, {
      'if-match': `"${plan?.revision}"`,
    });
    expect(amended.status).toBe(201);
    const there = (await month.visits()).filter(({ meetingId }) => meetingId === visit.meetingId);
    expect(there.map(({ specialistId, state }) => [specialistId, state])).toEqual([
      [visit.specialistId, 'offered'],
      [month.spare, 'offered'],
    ]);
  });

  it('expires unanswered after one reminder, and the giver is told', async () => {
    const { body } = await ask();
    const morning = () => asBoard(() => service.get(ReviewSwaps).daily());
    await morning();
    await service.clock.moveTo(new Date('2020-11-27T01:00:00Z'));
    await morning();
    await morning();
    await tellAll();
    expect((await mails('swap-changed')).map(({ step }) => step)).toEqual(['reminded']);
    await service.clock.moveTo(new Date('2020-11-28T01:00:00Z'));
    const late = await post(spare, `/swaps/${body.id}/agreement`);
    expect([late.status, late.body.code]).toEqual([409, 'swap.expired']);
    await morning();
    await morning();
    await tellAll();
    expect((await mails('swap-changed')).map(({ step }) => step)).toEqual(['reminded', 'expired']);
    expect(await states()).toEqual(['offered', 'offered', 'offered']);
  });
});
