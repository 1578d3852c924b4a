import type { Actor } from '../../src/kernel/actor.ts';
import { type MeetingId, newId, type SpecialistId } from '../../src/kernel/id.ts';
import { type Day, day, month } from '../../src/kernel/month.ts';
import {
  AddMeeting,
  CalendarChangesReadModel,
  RemoveMeeting,
  TakeBackChange,
} from '../../src/modules/meetings/index.ts';
import { AskWhyNot, EditPlan, PlanMonth, Plans, Solves } from '../../src/modules/planning/index.ts';
import { verify } from '../../src/solver/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type ApiReply, type Problem } from '../support/api.ts';
import { onDatabase } from '../support/postgres.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { statementsOf } from '../support/statements-of.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');
const PLAN = '/months/2020-12/plan';

interface ByHand {
  readonly planId: string;
  readonly revision: number;
  readonly handMade: number;
  readonly edits: readonly { readonly number: number; readonly undoneAt: string | null }[];
  readonly decisions: readonly { readonly specialistId: string; readonly kind: string; readonly overrules: string[] }[];
}
type Action = Readonly<Record<string, string>>;

describe('a plan that people change', () => {
  let cloned: ClonedDatabase;
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let people: Record<'lan' | 'minh' | 'nga', SpecialistId>;
  /** In order of time: the first two at the same hour. */
  let meetings: readonly { readonly id: MeetingId; readonly branchId: string }[];
  beforeAll(async () => {
    cloned = await cloneDatabase();
    service = await aService({ databaseUrl: cloned.url });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(async () => {
    await service.end();
    await cloned.drop();
  });
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    const email = `ban.${committee.committeeId.slice(-8)}@mau.example`;
    board = await signIn(service, committee, { email, name: 'Trần Văn Ban', role: 'board' });
    const names = { lan: 'Nguyễn Thị Lan', minh: 'Phạm Văn Minh', nga: 'Lê Thị Nga' };
    const made: (readonly [string, SpecialistId])[] = [];
    for (const [key, name] of Object.entries(names)) {
      made.push([key, (await aSpecialist(service, committee, ground, name)).id]);
    }
    people = Object.fromEntries(made) as typeof people;
    const added: (typeof meetings)[number][] = [];
    for (const on of ['2020-12-08', '2020-12-08', '2020-12-10', '2020-12-15', '2020-12-17', '2020-12-22']) {
      added.push(await addMeeting(day(on)));
    }
    meetings = added;
    await solved();
  });

  async function addMeeting(on: Day): Promise<{ id: MeetingId; branchId: string }> {
    const branchId = await aBranch(service, committee, ground);
    const at = { day: on, time: '19:30', minutes: 90, place: '', note: '' };
    const { id } = await service.as(committee, () =>
      service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
    );
    return { id, branchId };
  }

  async function solved(): Promise<void> {
    const id = await service.as(committee, () => service.get(PlanMonth).execute(DECEMBER));
    await until(async () => (await service.as(committee, () => service.get(Solves).find(id)))?.state === 'done');
  }

  const call = <T = Problem>(...request: Parameters<ReturnType<typeof apiOf>>) => apiOf(service, board)<T>(...request);
  const byHand = async () => (await call<ByHand>('GET', `${PLAN}/edits`)).body;
  const planned = async () =>
    (
      await call<{ assignments: { specialistId: string; meetingId: string }[]; status: string }>(
        'GET',
        `${PLAN}/plan.json`,
      )
    ).body;
  /** Where somebody goes, as positions in `meetings`. */
  const visitsOf = async (name: keyof typeof people) =>
    (await planned()).assignments
      .filter(({ specialistId }) => specialistId === people[name])
      .map(({ meetingId }) => meetings.findIndex(({ id }) => id === meetingId))
      .toSorted();
  const goerOf = async (meeting: number): Promise<SpecialistId> => {
    const found = (await planned()).assignments.find(({ meetingId }) => meetingId === meetings[meeting]?.id);
    if (!found) throw new Error(`nobody goes to meeting ${meeting}`);
    return found.specialistId as SpecialistId;
  };
  const edit = async <T = ByHand>(action: Action, seen?: ByHand): Promise<ApiReply<T>> => {
    const { planId, revision } = seen ?? (await byHand());
    return call<T>('POST', `${PLAN}/edits`, { planId, ...action }, { 'if-match': `"${revision}"` });
  };
  const publish = async () => {
    const { planId, revision } = await byHand();
    return call('POST', `${PLAN}/publication`, { planId, revision });
  };
  const turn = async <T = ByHand>(kind: 'undo' | 'redo', seen?: ByHand): Promise<ApiReply<T>> => {
    const { planId, revision } = seen ?? (await byHand());
    return call<T>('POST', `${PLAN}/edits/${kind}`, { planId }, { 'if-match': `"${revision}"` });
  };
  const proposalId = () =>
    onDatabase(cloned.url, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `select id from plans where committee_id = $1 and name = 'proposal'`,
        [committee.committeeId],
      );
      return rows[0]?.id ?? '';
    });
  const other = (id: SpecialistId) => Object.values(people).find((one) => one !== id) ?? id;
  const meeting = (at: number) => meetings[at]?.id ?? '';

  it('is as proven as before once everything is undone, also after a reload', async () => {
    const before = await planned();
    const goer = await goerOf(2);
    const done = await edit({ kind: 'unassign', specialistId: goer, meetingId: meeting(2) });
    expect(done).toMatchObject({ status: 200, body: { handMade: 1, edits: [{ number: 1, undoneAt: null }] } });
    const after = await planned();
    expect(after.assignments).toHaveLength(before.assignments.length - 1);
    expect(after.status).toBe('feasible');
    expect((await turn('undo')).body.handMade).toBe(0);
    expect(await planned()).toEqual(before);
    expect((await turn('redo')).body).toMatchObject({
      handMade: 1,
      decisions: [{ specialistId: goer, kind: 'must_not' }],
    });
    expect((await planned()).assignments).toEqual(after.assignments);
    expect(await turn<Problem>('redo')).toMatchObject({ status: 409, body: { code: 'plan.nothing_to_redo' } });
  });

  it('asks little of the database: an edit is few statements, and a page reads the facts of the month once', async () => {
    const goer = await goerOf(2);
    const seen = await byHand();
    const action = { kind: 'replace', specialistId: goer, meetingId: meeting(2), bySpecialistId: other(goer) };
    expect((await statementsOf(`hashtext('month/'`, () => edit(action, seen))).length).toBeLessThanOrEqual(16); // with the one that reads what the plan began as
    const browser = browserOf(service, board);
    for (const path of ['/months/2020-12/desk', `/meetings/${meeting(2)}`]) {
      const statements = await statementsOf('s.carried_balance', () => browser.open(path));
      expect(statements.filter((text) => text.includes('s.carried_balance'))).toHaveLength(1);
    }
  });

  it('marks who is sent by decision in the rows of the plan, whatever is done and taken back', async () => {
    const goer = await goerOf(2);
    const duty = { specialistId: goer, meetingId: meeting(2) };
    const second = other(goer);
    const marked = () =>
      onDatabase(cloned.url, async (client) => {
        const { rows } = await client.query<{ who: SpecialistId; isPinned: boolean; isDecided: boolean }>(
          `select a.specialist_id as who, a.is_pinned as "isPinned", exists (select from plan_decisions d
             where d.plan_id = a.plan_id and d.meeting_id = a.meeting_id and d.specialist_id = a.specialist_id
               and d.kind = 'must') as "isDecided"
           from plan_assignments a where a.committee_id = $1 and a.meeting_id = $2`,
          [committee.committeeId, meeting(2)],
        );
        return rows;
      });
    const is = (who: SpecialistId, isPinned: boolean) => [{ who, isPinned, isDecided: isPinned }];
    expect(await marked()).toEqual(is(goer, false));
    await edit({ kind: 'pin', ...duty });
    expect(await marked()).toEqual(is(goer, true));
    await turn('undo');
    expect(await marked()).toEqual(is(goer, false));
    await turn('redo');
    await edit({ kind: 'replace', ...duty, bySpecialistId: second });
    expect(await marked()).toEqual(is(second, true));
    await edit({ kind: 'release', specialistId: second, meetingId: meeting(2) });
    expect(await marked()).toEqual(is(second, false));
    await edit({ kind: 'forbid', specialistId: second, meetingId: meeting(2) });
    expect(await marked()).toEqual([]);
    await turn('undo');
    expect(await marked()).toEqual(is(second, false));
    await turn('undo');
    expect(await marked()).toEqual(is(second, true));
    await turn('undo');
    expect(await marked()).toEqual(is(goer, true));
  });

  it('answers its question: the checker accepts every plan that is made by hand', async () => {
    const goer = await goerOf(2);
    const actions: Action[] = [
      { kind: 'replace', specialistId: goer, meetingId: meeting(2), bySpecialistId: other(goer) },
      { kind: 'pin', specialistId: await goerOf(3), meetingId: meeting(3) },
      { kind: 'unassign', specialistId: await goerOf(4), meetingId: meeting(4) },
    ];
    for (const action of actions) {
      expect((await edit(action)).status).toBe(200);
      const problem = (await call('GET', `${PLAN}/problem.json`)).body as unknown as Parameters<typeof verify>[0];
      const plan = (await planned()) as unknown as Parameters<typeof verify>[1];
      expect(verify(problem, plan).faults).toEqual([]);
    }
  });

  it('knows two people who change the same meeting at once: one is told what the other did', async () => {
    const [seen, goer] = [await byHand(), await goerOf(2)];
    const [first, second] = Object.values(people).filter((id) => id !== goer);
    const by = (bySpecialistId = '') =>
      edit<ByHand & Problem>({ kind: 'replace', specialistId: goer, meetingId: meeting(2), bySpecialistId }, seen);
    const replies = await Promise.all([by(first), by(second)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('plan.edited_meanwhile');
    expect((await byHand()).handMade).toBe(1);
  });

  it('takes changes of two people about different people and meetings', async () => {
    const seen = await byHand();
    const [second, third] = [await goerOf(2), await goerOf(3)];
    const pairs = second === third ? [2, await differentFrom(second)] : [2, 3];
    const replies = await Promise.all(
      pairs.map(async (at) => edit({ kind: 'unassign', specialistId: await goerOf(at), meetingId: meeting(at) }, seen)),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect((await byHand()).handMade).toBe(2);
  });

  async function differentFrom(goer: SpecialistId): Promise<number> {
    const found = await Promise.all(meetings.map((_, at) => goerOf(at).catch(() => goer)));
    return found.findIndex((one) => one !== goer);
  }

  it('refuses what nobody may overrule, with or without a reason', async () => {
    const goer = await goerOf(0);
    const twice = { kind: 'assign', specialistId: goer, meetingId: meeting(1), reason: 'Vẫn muốn vậy' };
    expect(await edit<Problem>(twice)).toMatchObject({ status: 422, body: { code: 'plan.edit_refused' } });
    const away = other(await goerOf(2));
    await call('POST', '/absences', { specialistId: away, from: '2020-12-10', to: '2020-12-10', kind: 'leave' });
    await solved();
    const onLeave = { kind: 'assign', specialistId: away, meetingId: meeting(2), reason: 'Vẫn muốn vậy' };
    expect(await edit<Problem>(onLeave)).toMatchObject({ status: 422, body: { code: 'plan.edit_refused' } });
    expect((await byHand()).handMade).toBe(0);
  });

  it('breaks a rule of rotation only for a reason, and is published and planned again with it', async () => {
    const nga = people.nga;
    const branchId = meetings[2]?.branchId as Parameters<typeof aVisit>[2]['branchId'];
    await aVisit(service, committee, { branchId, specialistId: nga, heldOn: day('2020-11-03') });
    await onDatabase(cloned.url, (client) =>
      client.query(`update visits set state = 'done' where branch_id = $1`, [branchId]),
    );
    await solved();
    const goer = await goerOf(2);
    const action = { kind: 'replace', specialistId: goer, meetingId: meeting(2), bySpecialistId: nga };
    expect(await edit<Problem>(action)).toMatchObject({ status: 422, body: { code: 'plan.edit_wants_reason' } });
    const done = await edit({ ...action, reason: 'Chi bộ đề nghị' });
    expect(done).toMatchObject({ status: 200, body: { handMade: 1 } });
    expect(done.body.decisions.find(({ kind }) => kind === 'must')?.overrules).toEqual(['rotation_gap']);
    const page = await browserOf(service, board).open(`/meetings/${meeting(2)}`);
    expect(page.html).toContain('bỏ qua quy định, lý do: Chi bộ đề nghị');
    await solved();
    expect(await visitsOf('nga')).toContain(2);
    expect(await publish()).toMatchObject({ status: 201 });
    expect(await edit<Problem>({ kind: 'pin', specialistId: nga, meetingId: meeting(2) })).toMatchObject({
      status: 409,
      body: { code: 'plan.already_published' },
    });
  });

  it('is not outdated by being changed, and is so by leave', async () => {
    const goer = await goerOf(2);
    await edit({ kind: 'unassign', specialistId: goer, meetingId: meeting(2) });
    const page = async () => (await browserOf(service, board).open('/months/2020-12')).html;
    // Nobody has searched for this plan, so no time of a search is told.
    expect(await page()).toMatch(/chưa chứng minh được mức tốt nhất\s*</);
    expect(await page()).not.toContain('Dữ liệu đã thay đổi sau khi lập bản nháp');
    await call('POST', '/absences', { specialistId: goer, from: '2020-12-22', to: '2020-12-22', kind: 'leave' });
    expect(await page()).toContain('Dữ liệu đã thay đổi sau khi lập bản nháp');
    const { html: desk } = await browserOf(service, board).open('/months/2020-12/desk');
    const shown = desk.slice(desk.indexOf('<noscript>'));
    expect(shown).toContain('Dữ liệu của tháng đã đổi sau khi lập kế hoạch này.');
    expect(shown).toContain('mức tối ưu tính trước khi thay đổi');
    const refused = await publish();
    expect(refused).toMatchObject({ status: 409, body: { code: 'plan.outdated' } });
  });

  it('stays as it is when the engine plans again, whose plan is proposed beside it', async () => {
    const goer = await goerOf(2);
    await edit({ kind: 'replace', specialistId: goer, meetingId: meeting(2), bySpecialistId: other(goer) });
    const [before, mine] = [await byHand(), await planned()];
    await solved();
    expect(await byHand()).toEqual(before);
    expect(await planned()).toEqual(mine);
    const page = (await browserOf(service, board).open('/months/2020-12')).html;
    expect(page).toContain('Xem máy đề nghị gì trên bàn điều phối');
  });

  describe('with a proposal of the engine beside it', () => {
    /** Somebody is taken off and nobody sent, so that the engine sends another. */
    let goer: SpecialistId;
    beforeEach(async () => {
      goer = await goerOf(2);
      await edit({ kind: 'unassign', specialistId: goer, meetingId: meeting(2) });
      await solved();
    });

    const desk = () => browserOf(service, board).open('/months/2020-12/desk');
    const post = async (path: string, fields: Readonly<Record<string, string>>) => {
      const { planId, revision } = await byHand();
      return browserOf(service, board).post(`/months/2020-12/desk/${path}`, {
        planId,
        proposalId: await proposalId(),
        seen: String(revision),
        ...fields,
      });
    };

    it('takes over a part of it, which can be undone', async () => {
      const before = await planned();
      // All that changes hangs together, and is named by one of its meetings.
      const [, change = ''] = /name="change" value="([^"]+)"/.exec((await desk()).html) ?? [];
      expect(await post('proposal', { change })).toMatchObject({ status: 303 });
      const sent = await goerOf(2);
      expect(sent).not.toBe(goer);
      expect((await byHand()).handMade).toBe(2);
      await turn('undo');
      expect((await planned()).assignments).toEqual(before.assignments);
    });

    it('takes over all of it with its proof, and is not asked again', async () => {
      expect(await post('proposal', { whole: '1' })).toMatchObject({ status: 303 });
      expect((await planned()).status).toBe('optimal');
      expect((await desk()).html).not.toContain('action="/months/2020-12/desk/proposal');
      expect(await post('proposal', { whole: '1' })).toMatchObject({ status: 409 });
    });

    it('does not take over what people have decided otherwise since', async () => {
      const others = Object.values(people).filter((id) => id !== goer);
      for (const specialistId of others) await edit({ kind: 'forbid', specialistId, meetingId: meeting(2) });
      await post('proposal', { change: meeting(2) });
      await expect(goerOf(2)).rejects.toThrow();
    });

    it('takes its place where it rests on newer facts, and keeps what people have decided', async () => {
      await call('POST', '/absences', {
        specialistId: people.nga,
        from: '2020-12-22',
        to: '2020-12-22',
        kind: 'leave',
      });
      await solved();
      expect(await post('proposal', { change: meeting(2) })).toMatchObject({ status: 409 });
      expect(await post('proposal', { whole: '1' })).toMatchObject({ status: 303 });
      expect((await byHand()).decisions).toMatchObject([{ specialistId: goer, kind: 'must_not' }]);
      expect(await publish()).toMatchObject({ status: 201 });
    });

    it('is discarded, and stays as it was', async () => {
      const before = await planned();
      expect(await post('proposal/discard', { proposalId: newId() })).toMatchObject({ status: 412 });
      expect(await post('proposal/discard', {})).toMatchObject({ status: 303 });
      expect((await desk()).html).not.toContain('action="/months/2020-12/desk/proposal');
      expect(await planned()).toEqual(before);
    });
  });

  it('sends somebody of whom no visits are asked, such as a leader, by the board’s word alone', async () => {
    await onDatabase(cloned.url, (client) =>
      client.query(`update specialists set max_visits = 0, target_visits = 0 where id = $1`, [people.nga]),
    );
    await solved();
    expect(await visitsOf('nga')).toEqual([]);
    const goer = await goerOf(2);
    const action = { kind: 'replace', specialistId: goer, meetingId: meeting(2), bySpecialistId: people.nga };
    expect(await edit<Problem>(action)).toMatchObject({ status: 422, body: { code: 'plan.edit_wants_reason' } });
    const done = await edit({ ...action, reason: 'Lãnh đạo muốn dự' });
    expect(done.status).toBe(200);
    expect(done.body.decisions.find(({ kind }) => kind === 'must')?.overrules).toEqual(['above_max_visits']);
    await solved();
    expect(await visitsOf('nga')).toEqual([2]);
    expect(await publish()).toMatchObject({ status: 201 });
  });

  it('lets a limit of a day give way for a reason, and only as far', async () => {
    const branch = async (time: string) => {
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day('2020-12-29'), time, minutes: 60, place: '', note: '' };
      return service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
    };
    const three = [await branch('08:00'), await branch('14:00'), await branch('19:30')];
    await solved();
    const goes = async (meetingId: string) =>
      (await planned()).assignments.find((one) => one.meetingId === meetingId)?.specialistId;
    for (const { id } of three) {
      const now = await goes(id);
      if (now === people.lan) continue;
      const action = now
        ? { kind: 'replace', specialistId: now, meetingId: id, bySpecialistId: people.lan }
        : { kind: 'assign', specialistId: people.lan, meetingId: id };
      const reply = await edit<ByHand & Problem>(action);
      if (reply.status === 200) continue;
      expect(reply.body.code).toBe('plan.edit_wants_reason');
      expect((await edit({ ...action, reason: 'Chỉ Lan quen các chi bộ này' })).status).toBe(200);
    }
    const all = [people.lan, people.lan, people.lan];
    expect(await Promise.all(three.map(({ id }) => goes(id)))).toEqual(all);
    await solved();
    // What the engine has planned around the reason takes one again, once the reason is gone.
    await turn('undo');
    const browser = browserOf(service, board);
    const { html } = await browser.open('/months/2020-12/desk');
    expect(html).toContain('chỉ nhận được khi ghi lý do');
    const { planId, revision } = await byHand();
    const sent = { planId, proposalId: await proposalId(), seen: String(revision) };
    const change = [...html.matchAll(/name="change" value="([^"]+)"/g)].map(([, id = '']) => id);
    const refused = await browser.post('/months/2020-12/desk/proposal', { ...sent, change });
    expect(refused).toMatchObject({ status: 422, html: expect.stringMatching(/name="change"[^>]* checked/) as string });
    const none = await browser.post('/months/2020-12/desk/proposal', { ...sent, reason: 'Chỉ Lan quen' });
    expect([none.status, none.html]).toEqual([422, expect.stringMatching(/name="reason"[^>]*>Chỉ Lan quen</)]);
    expect(none.html).toContain('Chưa chọn thay đổi nào. Hãy chọn mục muốn nhận.');
    const island = (reason: string) =>
      fetch(`${service.url}/months/2020-12/desk/proposal`, {
        method: 'POST',
        headers: {
          cookie: board.cookie,
          'x-csrf-token': board.csrf,
          accept: 'application/json',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ ...sent, change, reason }),
      });
    const withoutReason = await island(' ');
    expect([withoutReason.status, await withoutReason.json()]).toMatchObject([422, { code: 'plan.edit_wants_reason' }]);
    const taken = await island('Chỉ Lan quen các chi bộ này');
    expect([taken.status, await taken.json()]).toMatchObject([200, { change: { planId, revision: revision + 1 } }]);
    expect(await Promise.all(three.map(({ id }) => goes(id)))).toEqual(all);
    expect((await byHand()).decisions).toContainEqual(
      expect.objectContaining({ specialistId: people.lan, overrules: ['above_visit_limit'] }),
    );
    await solved();
    expect(await publish()).toMatchObject({ status: 201 });
  });

  it('is changed without the desk: the cost is said on a page before anything is done', async () => {
    const browser = browserOf(service, board);
    const goer = await goerOf(2);
    const page = await browser.open(`/meetings/${meeting(2)}`);
    expect(page.html).toContain('action="/months/2020-12/desk/edit"');
    const asked = `/months/2020-12/desk/edit?meeting=${meeting(2)}&who=${goer}&kind=unassign`;
    const question = (await browser.open(asked)).html;
    expect(question).toContain('không còn ai dự');
    const { planId, revision } = await byHand();
    const fields = { meeting: meeting(2), who: goer, kind: 'unassign', planId, seen: String(revision) };
    expect(await browser.post('/months/2020-12/desk/edit', fields)).toMatchObject({
      status: 303,
      location: `/meetings/${meeting(2)}`,
    });
    await expect(goerOf(2)).rejects.toThrow();
    // A second click is answered as the first, and changes nothing.
    expect((await browser.post('/months/2020-12/desk/edit', fields)).status).toBe(303);
    expect((await byHand()).handMade).toBe(1);
    // Once it was undone, the same from the same old page is no second click any more.
    await turn('undo');
    expect((await browser.post('/months/2020-12/desk/edit', fields)).status).toBe(409);
    expect((await byHand()).handMade).toBe(0);
  });

  it('gives a visit to another person in one step from the page of the meeting', async () => {
    const browser = browserOf(service, board);
    const goer = await goerOf(2);
    const taker = other(goer);
    const { html } = await browser.open(`/meetings/${meeting(2)}`);
    expect(html).toContain('name="kind" value="replace"');
    const asked = `/months/2020-12/desk/edit?meeting=${meeting(2)}&kind=replace&who=${goer}&by=${taker}`;
    const question = (await browser.open(asked)).html;
    expect(hiddenIn(question, 'by')).toBe(taker);
    const names = ['meeting', 'who', 'kind', 'by', 'planId', 'seen'];
    const fields = Object.fromEntries(names.map((name) => [name, hiddenIn(question, name)]));
    expect(await browser.post('/months/2020-12/desk/edit', fields)).toMatchObject({ status: 303 });
    expect(await goerOf(2)).toBe(taker);
    expect((await byHand()).handMade).toBe(1);
  });

  it('sends somebody to another meeting in one step from the page of the meeting', async () => {
    const browser = browserOf(service, board);
    const goer = await goerOf(2);
    const name = (['lan', 'minh', 'nga'] as const).find((one) => people[one] === goer) ?? 'lan';
    // Who is at one of the first two meetings cannot come to the other, which is at the same hour.
    const theirs = await visitsOf(name);
    const target = [0, 1].some((at) => theirs.includes(at)) ? [3, 4, 5].find((at) => !theirs.includes(at)) : 1;
    const to = meeting(target ?? -1);
    const { html } = await browser.open(`/meetings/${meeting(2)}`);
    expect(html).toContain('name="kind" value="move"');
    expect(html).toContain(`<option value="${to}"`);
    const asked = `/months/2020-12/desk/edit?meeting=${meeting(2)}&kind=move&who=${goer}&to=${to}`;
    const question = (await browser.open(asked)).html;
    expect(hiddenIn(question, 'to')).toBe(to);
    const names = ['meeting', 'who', 'kind', 'to', 'planId', 'seen'];
    const fields = Object.fromEntries(names.map((name) => [name, hiddenIn(question, name)]));
    const reply = await browser.post('/months/2020-12/desk/edit', { ...fields, reason: 'Chi bộ đề nghị' });
    expect(reply.status).toBe(303);
    await expect(goerOf(2)).rejects.toThrow();
    expect(await visitsOf(name)).toContain(target);
    expect((await byHand()).handMade).toBe(1);
  });

  it('explains the plan as people have made it, also where it was asked about before', async () => {
    const wish = { specialistId: await goerOf(2), meetingId: meeting(2) };
    const why = () =>
      service.as(committee, async () => {
        const plan = await service.get(Plans).find(DECEMBER);
        return plan && service.get(AskWhyNot).execute(plan, wish);
      });
    expect(await why()).toMatchObject({ kind: 'goes' });
    await edit({ kind: 'unassign', ...wish });
    expect(await why()).not.toMatchObject({ kind: 'goes' });
    await turn('undo');
    expect(await why()).toMatchObject({ kind: 'goes' });
  });

  it('is as it was before where a change of it came to nothing', async () => {
    const wish = { specialistId: await goerOf(2), meetingId: meetings[2]?.id ?? newId() };
    const { planId, revision } = await byHand();
    const given = service.as(committee, async () => {
      await service.get(EditPlan).execute(DECEMBER, { planId, revision }, { kind: 'unassign', ...wish });
      const inside = await service.get(Plans).find(DECEMBER);
      expect(inside?.plan.assignments).not.toContainEqual(expect.objectContaining(wish));
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(await goerOf(2)).toBe(wish.specialistId);
    expect((await edit({ kind: 'unassign', ...wish })).status).toBe(200);
    expect((await planned()).assignments).not.toContainEqual(expect.objectContaining(wish));
  });

  it('is not published from a page that shows it without a later change', async () => {
    const browser = browserOf(service, board);
    const { html } = await browser.open('/months/2020-12/publish');
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(html) ?? [];
    const { planId, revision } = await byHand();
    await edit({ kind: 'unassign', specialistId: await goerOf(2), meetingId: meeting(2) });
    const stale = await browser.post('/months/2020-12/publish', { planVersion: planId, seen });
    expect(stale.status).toBe(412);
    const byProgram = await call('POST', `${PLAN}/publication`, { planId, revision });
    expect(byProgram).toMatchObject({ status: 412, body: { code: 'edit.stale' } });
    const now = { planId, revision: (await byHand()).revision };
    expect(await call('POST', `${PLAN}/publication`, now)).toMatchObject({ status: 201 });
  });

  it('is outdated where a meeting went and came back without its people', async () => {
    await goerOf(2);
    await service.as(committee, () => service.get(RemoveMeeting).execute(DECEMBER, meetings[2]?.id ?? newId(), 1));
    await service.as(committee, async () => {
      const [change] = await service.get(CalendarChangesReadModel).list(DECEMBER);
      await service.get(TakeBackChange).execute(DECEMBER, change?.id ?? newId());
    });
    expect((await browserOf(service, board).open('/months/2020-12')).html).toContain('1 lượt phân công mất theo');
    const refused = await publish();
    expect(refused).toMatchObject({ status: 409, body: { code: 'plan.outdated' } });
    await solved();
    await goerOf(2);
    expect(await publish()).toMatchObject({ status: 201 });
  });

  it('keeps its place where the engine finds no plan that keeps what people have decided', async () => {
    const goer = await goerOf(2);
    await edit({ kind: 'pin', specialistId: goer, meetingId: meeting(2) });
    await call('POST', '/absences', { specialistId: goer, from: '2020-12-10', to: '2020-12-10', kind: 'leave' });
    await solved();
    const [before, browser] = [await byHand(), browserOf(service, board)];
    const { html } = await browser.open('/months/2020-12/desk');
    expect(html).toContain('máy chưa lập được kế hoạch nào');
    expect(html).not.toContain('name="whole"');
    const fields = { planId: before.planId, seen: String(before.revision), whole: '1', proposalId: await proposalId() };
    expect((await browser.post('/months/2020-12/desk/proposal', fields)).status).toBe(409);
    expect(await byHand()).toEqual(before);
  });

  it('keeps its place where a proposal on newer facts would lose what was decided since', async () => {
    await edit({ kind: 'unassign', specialistId: await goerOf(2), meetingId: meeting(2) });
    const leave = { specialistId: people.nga, from: '2020-12-22', to: '2020-12-22', kind: 'leave' };
    await call('POST', '/absences', leave);
    await solved();
    await edit({ kind: 'unassign', specialistId: await goerOf(3), meetingId: meeting(3) });
    const [before, browser] = [await byHand(), browserOf(service, board)];
    const fields = { planId: before.planId, seen: String(before.revision), whole: '1', proposalId: await proposalId() };
    expect((await browser.open('/months/2020-12/desk')).html).not.toContain('name="whole"');
    expect((await browser.post('/months/2020-12/desk/proposal', fields)).status).toBe(409);
    expect(await byHand()).toEqual(before);
    await solved();
    expect((await browser.post('/months/2020-12/desk/proposal', fields)).status).toBe(412);
    fields.proposalId = await proposalId();
    expect(await browser.post('/months/2020-12/desk/proposal', fields)).toMatchObject({ status: 303 });
    expect((await byHand()).decisions).toHaveLength(2);
  });

  it('says that it has to be planned again where a meeting took with it what a rule needs', async () => {
    await everybodyWants(2);
    await service.as(committee, () => service.get(RemoveMeeting).execute(DECEMBER, meetings[2]?.id ?? newId(), 1));
    const pin = { kind: 'pin', specialistId: await goerOf(3), meetingId: meeting(3) };
    expect(await edit<Problem>(pin)).toMatchObject({ status: 409, body: { code: 'plan.outdated' } });
  });

  it('keeps a decision that breaks a rule on purpose as long as the rule is broken', async () => {
    await everybodyWants(2);
    const duty = { specialistId: await goerOf(2), meetingId: meeting(2) };
    expect(await edit({ kind: 'unassign', ...duty, reason: 'Bận việc gấp' })).toMatchObject({ status: 200 });
    const refused = await edit<Problem>({ kind: 'release', ...duty });
    expect(refused).toMatchObject({ status: 422, body: { code: 'plan.decision_holds' } });
    expect((await turn('undo')).body.handMade).toBe(0);
  });

  async function everybodyWants(visits: number): Promise<void> {
    await onDatabase(cloned.url, (client) =>
      client.query(`update specialists set min_visits = $1 where committee_id = $2`, [visits, committee.committeeId]),
    );
    await solved();
  }
});
