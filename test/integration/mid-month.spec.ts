import { type AmendmentId, newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { FollowedSolve } from '../../src/modules/planning/application/followed-solve.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { AmendmentMails } from '../../src/modules/planning/infra/amendment-mails.ts';
import { PlanMonth, ReplanMonth, type SolveId } from '../../src/modules/planning/index.ts';
import { AnswerVisit } from '../../src/modules/visits/index.ts';
import { aBranch, aGround, aSpecialist, type Ground } from '../support/a-month.ts';
import { aPublishedMonth, DECEMBER, type PublishedMonthInTest } from '../support/a-published-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

/** The fields of the form with this address, those of one name together; what is not marked is left out. */
function fieldsOf(html: string, action: string): Record<string, string[]> {
  const [, form = ''] = new RegExp(`<form method="post" action="${action}"([^]*?)</form>`).exec(html) ?? [];
  const fields: Record<string, string[]> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [, name = ''] = /name="([^"]+)"/.exec(tag) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? [];
    if (name === '_csrf' || (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag))) continue;
    fields[name] = [...(fields[name] ?? []), value];
  }
  const [, reason] = /<textarea[^>]*name="reason"[^>]*>([^<]*)</.exec(form) ?? [];
  return reason === undefined ? fields : { ...fields, reason: [reason] };
}

/** The value of a field, in whatever order its attributes stand. */
function inputIn(html: string, name: string): string {
  const tag = [...html.matchAll(/<input[^>]*>/g)].map(([one]) => one).find((one) => one.includes(`name="${name}"`));
  return /value="([^"]*)"/.exec(tag ?? '')?.[1] ?? '';
}

/** One day after the other: later tests are later in the month. */
describe('a month in its middle', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(() => service.end());

  const openAs = async (who: SignedInPerson, path: string, form?: Record<string, string | string[]>) => {
    const browser = browserOf(service, who);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    const html = reply.html.replaceAll('&#x3D;', '=');
    return { ...reply, html, text: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
  };
  const away = (month: Pick<PublishedMonthInTest, 'sql'>, who: SpecialistId, from: string, before: string) =>
    month.sql(
      `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
       values (current_committee(), gen_random_uuid(), $1, $2, $3, 'sick')`,
      who,
      from,
      before,
    );

  describe('that is published', () => {
    const REPLAN = '/months/2020-12/replan';
    let month: PublishedMonthInTest;
    const open = (path: string, form?: Record<string, string | string[]>) => openAs(month.board, path, form);
    const replan = async (goal = 'few') => {
      expect(await open(REPLAN, { goal })).toMatchObject({ status: 303, location: REPLAN });
      const [{ id } = { id: '' }] = await month.sql<{ id: SolveId }>(`select solve_id as id from replans`);
      const run = () => service.get(ReplanMonth).execute(DECEMBER, id as SolveId, new AbortController().signal);
      await service.work.as(month.board.actor, run);
      return open(REPLAN);
    };
    /** What the amendment with this number tells whom: how many visits they need not make any more, or have to make. */
    const mailsOf = async (number: number) => {
      const [{ id } = { id: '' }] = await month.sql<{ id: AmendmentId }>(
        `select id from amendments where number = $1`,
        number,
      );
      const tell = () => service.get(AmendmentMails).mail(id as AmendmentId);
      await service.work.as(month.board.actor, () => service.work.run(tell));
      return month.sql<{ who: string; off: number; on: number }>(
        `select specialist_id as who, jsonb_array_length(content #> '{draft,model,off}') as off,
           jsonb_array_length(content #> '{draft,model,on}') as "on"
         from mails where kind = 'visits-amended' and key like 'visits-amended/' || $1 || '/%'`,
        id,
      );
    };
    const stateOf = async () => (await month.visits()).map(({ state, replacedById }) => [state, replacedById !== null]);

    beforeAll(async () => {
      month = await aPublishedMonth(service, ['2020-12-02', '2020-12-15', '2020-12-16', '2020-12-17', '2020-12-18']);
      await service.clock.moveTo(new Date('2020-12-05T02:00:00Z'));
      const [, accepted, declined, onLeave] = await month.visits();
      if (!accepted || !declined || !onLeave) throw new Error('there are visits');
      const answer = service.get(AnswerVisit);
      const as = (specialistId: SpecialistId) => ({ ...month.committee, specialistId });
      await service.work.as(as(accepted.specialistId), () => answer.accept(accepted.id, 1));
      const ill = { kind: 'ill', reason: 'Mổ ruột thừa' } as const;
      await service.work.as(as(declined.specialistId), () => answer.decline(declined.id, 1, ill));
      await away(month, onLeave.specialistId, '2020-12-16', '2020-12-20');
    });

    it('is planned again around what was done and accepted, and what it changes is told before anything is', async () => {
      const before = await month.visits();
      const page = await replan();
      expect(page.text).toContain('Cuộc chưa họp thiếu người dự: 1 → 0 trên 4.');
      expect(page.text).toMatch(/(\d) người có thay đổi, 2 lượt mới/);
      const [, mails] = /thư báo gửi cho (\d) người/.exec(page.text) ?? [];
      const [{ id: who } = { id: '' }] = await month.sql<{ id: string }>(
        `select id from specialists where email <> '' and $1 like '%on:' || id || '%'`,
        (fieldsOf(page.html, `${REPLAN}/apply`)['part'] ?? []).join(),
      );
      await month.sql(`update specialists set email = '' where id = $1`, who);
      const without = await open(REPLAN);
      expect(without.text).toContain(`thư báo gửi cho ${Number(mails) - 1} người`);
      expect(without.text).toContain('chưa có địa chỉ thư');
      expect(await month.visits()).toEqual(before);
    });

    it('shows its progress while it is made, is asked for once, and can be stopped', async () => {
      const parts = fieldsOf((await open(REPLAN)).html, `${REPLAN}/apply`)['part'] ?? [];
      expect(parts).toHaveLength(2);
      await open(REPLAN, { goal: 'even' });
      const [asked] = await month.sql(`select solve_id from replans`);
      await open(REPLAN, { goal: 'few' });
      expect(await month.sql(`select solve_id from replans`)).toEqual([asked]);
      const page = await open(REPLAN);
      expect(page.html).toContain(`action="${REPLAN}/stop"`);
      expect(page.html).not.toContain(`action="${REPLAN}/apply"`);
      expect(await open(`${REPLAN}/stop`, {})).toMatchObject({ status: 303, location: REPLAN });
      expect((await open(REPLAN)).text).toContain('Lần lập lại vừa rồi đã được dừng');
    });

    it('keeps what was typed and chosen where the number or the reason is wrong, and says so at the field', async () => {
      const form = fieldsOf((await replan()).html, `${REPLAN}/apply`);
      const one = { ...form, part: form['part']?.slice(0, 1) ?? [], reason: 'Vì nghỉ ốm', noticeNumber: 'abc' };
      const wrong = await open(`${REPLAN}/apply`, one);
      expect(wrong.status).toBe(422);
      expect(wrong.html).toMatch(/id="noticeNumber"[^>]*aria-invalid/);
      expect(fieldsOf(wrong.html, `${REPLAN}/apply`)).toMatchObject({ part: one.part, reason: ['Vì nghỉ ốm'] });
      const empty = await open(`${REPLAN}/apply`, { ...one, noticeNumber: '', reason: ' ' });
      expect([empty.status, /id="reason"[^>]*aria-invalid/.test(empty.html)]).toEqual([422, true]);
      const none = await open(`${REPLAN}/apply`, { ...one, part: [], noticeNumber: '' });
      expect([none.status, none.text]).toEqual([422, expect.stringContaining('Chưa có thay đổi nào để điều chỉnh')]);
      expect(fieldsOf(none.html, `${REPLAN}/apply`)['reason']).toEqual(['Vì nghỉ ốm']);
    });

    it('leaves out, and counts, what can no longer be made because somebody is away or gone since', async () => {
      const partsIn = async () => {
        const page = await open(REPLAN);
        expect(page.status).toBe(200);
        const { part = [] } = fieldsOf(page.html, `${REPLAN}/apply`);
        return { parts: part, isTold: page.text.includes('1 thay đổi không còn làm được') };
      };
      const { parts } = await partsIn();
      const [, who = ''] = /on:([^_]+)_/.exec(parts[0] ?? '') ?? [];
      await away(month, who as SpecialistId, '2020-12-06', '2021-01-01');
      expect(await partsIn()).toEqual({ parts: parts.slice(1), isTold: true });
      await month.sql(`delete from absences where specialist_id = $1`, who);
      await month.sql(`update specialists set archived_at = now() where id = $1`, who);
      expect(await partsIn()).toEqual({ parts: parts.slice(1), isTold: true });
      await month.sql(`update specialists set archived_at = null where id = $1`, who);
      expect(await partsIn()).toEqual({ parts, isTold: false });
    });

    it('marks nothing that undoes what the board has decided to keep', async () => {
      const marked = async () => (fieldsOf((await open(REPLAN)).html, `${REPLAN}/apply`)['part'] ?? []).length;
      const before = await marked();
      const touches = (await open('/touched-visits')).html.matchAll(/name="touch" value="([^"]+)"/g);
      const kept = { touch: [...touches].map(([, value = '']) => value), reason: 'Người dự tự thu xếp' };
      expect((await open('/touched-visits/keep-several', kept)).status).toBe(303);
      expect(await marked()).toBe(before - 1);
      expect((await open(REPLAN)).text).toContain('Đã quyết định giữ nguyên lượt này');
      await month.sql(`delete from kept_visits`);
      expect(await marked()).toBe(before);
    });

    it('takes nobody off what they accept between the page and the press', async () => {
      const form = fieldsOf((await open(REPLAN)).html, `${REPLAN}/apply`);
      const [, id = ''] = /off:([0-9a-f-]{36})/.exec((form['part'] ?? []).join()) ?? [];
      const [off] = (await month.visits()).filter((visit) => visit.id === id);
      if (!off) throw new Error('somebody is taken off');
      const [before] = await month.sql<{ state: string; revision: number }>(
        `select state, revision from visits where id = $1`,
        id,
      );
      // They are back for that day, and accept.
      const free = `update absences set starts_on = starts_on + 60, ends_before = ends_before + 60 where specialist_id = $1`;
      await month.sql(free, off.specialistId);
      const as = { ...month.committee, specialistId: off.specialistId };
      await service.work.as(as, () => service.get(AnswerVisit).accept(off.id, before?.revision ?? 1));
      const late = await open(`${REPLAN}/apply`, { ...form, reason: 'Vì nghỉ ốm' });
      expect([late.status, late.text]).toEqual([
        409,
        expect.stringContaining('có người vừa nhận 1 lượt mà lần lập lại này định thôi cử'),
      ]);
      expect(late.html).toContain('>Vì nghỉ ốm</textarea>');
      expect(late.text).toContain('1 thay đổi không còn làm được');
      expect((await month.visits()).find((visit) => visit.id === id)?.state).toBe('accepted');
      expect(await month.sql(`select 1 from amendments`)).toEqual([]);

      await month.sql(`update visits set state = 'offered', answered_at = null where id = $1`, id);
      await month.sql(free.replaceAll('+ 60', '- 60'), off.specialistId);
    });

    it('is changed by one amendment, with single changes left out, and mails go only to whom it touches', async () => {
      const form = fieldsOf((await open(REPLAN)).html, `${REPLAN}/apply`);
      const [first = '', second = ''] = form['part'] ?? [];
      const taken = first.includes('off:') ? first : second;
      for (const _ of ['once', 'again']) {
        const made = await open(`${REPLAN}/apply`, { ...form, part: [taken], reason: 'Vì nghỉ ốm' });
        expect([made.status, made.location]).toEqual([303, '/months/2020-12/amendments']);
      }
      const { body } = await apiOf(service, month.board)<{
        items: { id: AmendmentId; number: number; kind: string; changes: { specialistId: string }[] }[];
      }>('GET', '/months/2020-12/amendments');
      expect(body.items).toMatchObject([{ number: 1, kind: 'board', reason: 'Vì nghỉ ốm' }]);
      expect(body.items[0]?.changes).toHaveLength(2);
      expect((await stateOf()).map(([state]) => state)).toEqual(
        expect.arrayContaining(['offered', 'accepted', 'declined', 'released']),
      );
      expect((await open(REPLAN)).text).toContain('Kế hoạch đã được điều chỉnh sau lần lập lại này');

      const told = await mailsOf(1);
      const touched = new Set(body.items[0]?.changes.map(({ specialistId }) => specialistId));
      // Whoever declined knows it and is told nothing; whoever is sent reads where, whoever is taken off from where.
      expect(told.map(({ who }) => who).toSorted()).toEqual([...touched].toSorted());
      expect(told.map(({ off, on }) => [off, on]).toSorted()).toEqual([
        [0, 1],
        [1, 0],
      ]);
      expect((await open('/months/2020-12/amendments')).text).toContain('Vì nghỉ ốm');
    });

    it('is planned again, looked at and amended by a program as on the page', async () => {
      const api = apiOf(service, month.board);
      const path = '/months/2020-12/replan';
      const asked = await api<{ id: SolveId }>('POST', path, { goal: 'even' });
      expect([asked.status, (await api('POST', path, { goal: 'few' })).body]).toEqual([202, asked.body]);
      expect((await api('GET', path)).body).toMatchObject({ goal: 'even', solve: { state: 'waiting' }, answer: null });
      const run = () => service.get(ReplanMonth).execute(DECEMBER, asked.body.id, new AbortController().signal);
      await service.work.as(month.board.actor, run);
      const { body: seen } = await api<{
        planId: string;
        revision: number;
        answer: { parts: { changes: object[]; can: string }[]; hours: object[]; shortAfter: string[] };
      }>('GET', path);
      expect(seen.answer).toMatchObject({ isNone: false, isOutdated: false, gone: 0, shortAfter: [] });
      expect(seen.answer.parts.map(({ can }) => can)).not.toContain('no');
      const request = {
        planId: seen.planId,
        solveId: asked.body.id,
        changes: seen.answer.parts.flatMap(({ changes }) => changes),
        hours: seen.answer.hours,
        reason: 'Chia đều lượt còn lại',
      };
      const apply = (body: object, revision = seen.revision) =>
        api<{ code?: string; number: number; offered: string[] }>('POST', `${path}/amendment`, body, {
          'if-match': `"${revision}"`,
        });
      expect((await apply(request, seen.revision - 1)).body.code).toBe('edit.stale');
      expect((await apply({ ...request, solveId: newId<'Solve'>() })).body.code).toBe('edit.stale');
      const made = await apply(request);
      expect([made.status, made.body.number]).toEqual([201, 2]);
      expect((await apply(request)).body).toEqual(made.body);
      expect((await mailsOf(2)).reduce((sum, { on }) => sum + on, 0)).toBe(made.body.offered.length);
      expect((await replan()).text).toContain('Máy không tìm được thay đổi nào tốt hơn');
    });

    it('says in the trail what was stopped', async () => {
      await open(REPLAN, { goal: 'even' });
      const [{ id } = { id: '' }] = await month.sql<{ id: SolveId }>(`select solve_id as id from replans`);
      const stopped = () => service.get(FollowedSolve).notMade(DECEMBER, id as SolveId, 'cancelled');
      await service.work.as(month.board.actor, stopped);
      const [noted] = await month.sql<{ details: object }>(
        `select d.details from audit_entries e join audit_details d using (seq) where e.action = 'plan.not_made' order by e.seq desc limit 1`,
      );
      expect(noted?.details).toEqual({ about: 'replan', state: 'cancelled' });
    });
  });

  describe('that nobody has planned', () => {
    let committee: Actor;
    let ground: Ground;
    let board: SignedInPerson;
    let people: SpecialistId[];
    const open = (path: string, form?: Record<string, string | string[]>) => openAs(board, path, form);
    const sql = <Row>(text: string, ...values: unknown[]) =>
      service.as(committee, () => service.work.query<Row>(text, values));
    const addMeeting = async (on: string) => {
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day(on), time: '19:30', minutes: 90, place: '', note: '' };
      const { id } = await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
      return { id, branchId };
    };
    const solve = async () => {
      const asBoard = <T>(work: () => Promise<T>) => service.work.as(board.actor, work);
      const id = await asBoard(() => service.get(PlanMonth).execute(DECEMBER));
      await asBoard(() => service.get(SolveMonth).execute(DECEMBER, id, new AbortController().signal));
    };

    beforeAll(async () => {
      await service.clock.moveTo(new Date('2020-12-09T02:00:00Z'));
      committee = await aCommittee(service);
      ground = await aGround(service, committee);
      const email = `ban.${committee.committeeId.slice(-8)}@mau.example`;
      board = await signIn(service, committee, { email, name: 'Trần Văn Ban', role: 'board' });
      people = [];
      for (const name of ['Lê Thị Nga', 'Phạm Thị Hoa'])
        people.push((await aSpecialist(service, committee, ground, name)).id);
    });

    it('sends nobody to what has begun, lists it apart as unattended, and counts the visits that were made', async () => {
      const over = await addMeeting('2020-12-03');
      const ahead = [await addMeeting('2020-12-10'), await addMeeting('2020-12-15')];
      await sql(
        `insert into visits (committee_id, id, branch_id, specialist_id, month, held_on, kind, state, meeting_id, plan_id)
         values (current_committee(), $1, $2, $3, '2020-12-01', '2020-12-04', 'regular', 'done', null, null)`,
        newId<'Visit'>(),
        ahead[0]?.branchId,
        people[0],
      );
      await solve();
      const page = await open('/months/2020-12');
      expect(page.text).toMatch(/Bắt đầu khi chưa công bố 1 /);
      expect(page.text).toMatch(/Cuộc họp có người dự 2 \/ 3/);
      const [plan] = await sql<{ id: string; revision: number }>(`select id, revision from plans`);
      const rows = await sql<{ meetingId: string; specialistId: string }>(
        `select meeting_id as "meetingId", specialist_id as "specialistId" from plan_assignments order by meeting_id`,
      );
      expect(rows.map(({ meetingId }) => meetingId).toSorted()).toEqual(ahead.map(({ id }) => id as string).toSorted());
      // Nga was at that branch this month, so that somebody else goes there.
      expect(rows.find(({ meetingId }) => meetingId === ahead[0]?.id)?.specialistId).toBe(people[1]);
      expect(rows.map(({ meetingId }) => meetingId)).not.toContain(over.id);

      await service.clock.moveTo(new Date('2020-12-10T13:00:00Z'));
      expect((await open('/months/2020-12')).text).toContain('1 lượt ở 1 cuộc họp đã bắt đầu');
      const late = { planVersion: plan?.id ?? '', seen: String(plan?.revision ?? '') };
      expect((await open('/months/2020-12/publish', late)).status).toBe(409);
      await solve();
      const [next] = await sql<{ id: string; revision: number }>(`select id, revision from plans`);
      const sent = await open('/months/2020-12/publish', {
        planVersion: next?.id ?? '',
        seen: String(next?.revision ?? ''),
      });
      expect(sent.status).toBe(303);
      const visits = await sql<{ meetingId: string }>(
        `select meeting_id as "meetingId" from visits where meeting_id is not null`,
      );
      expect(visits).toEqual([{ meetingId: ahead[1]?.id }]);
      expect((await open('/months/2020-12')).text).toMatch(/Bắt đầu khi chưa công bố 2 /);
    });

    it('is not planned once all of it is over', async () => {
      await service.clock.moveTo(new Date('2020-12-31T02:00:00Z'));
      const other = await aCommittee(service);
      ground = await aGround(service, other);
      committee = other;
      await aSpecialist(service, committee, ground);
      await addMeeting('2020-12-28');
      await expect(service.work.as(committee, () => service.get(PlanMonth).execute(DECEMBER))).rejects.toMatchObject({
        code: 'plan.month_over',
      });
    });
  });

  describe('that was approved before its first meeting, and is published after it', () => {
    const JANUARY = month('2021-01');
    const PAGE = '/months/2021-01';
    /** Which of the months was approved with a decision about its first meeting. */
    const PINNED = 3;
    interface Approved {
      readonly committee: Actor;
      readonly board: SignedInPerson;
      readonly leader: SignedInPerson;
    }
    interface Standing {
      readonly planId: string;
      readonly revision: number;
    }
    interface Reply {
      readonly code?: string;
      readonly leftOut: number | readonly { readonly meetingId: string; readonly specialistId: string }[];
    }
    let now: Approved;
    let months: Approved[];
    const sql = <Row>(text: string, ...values: unknown[]) =>
      service.as(now.committee, () => service.work.query<Row>(text, values));
    const api = <Body>(method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}) =>
      apiOf(service, now.board)<Body & Reply>(method, `${PAGE}/plan${path}`, body, headers);
    const standing = async () => (await api<Standing>('GET', '/reviews')).body;
    const leftOut = async () => (await api('GET', '')).body.leftOut as Exclude<Reply['leftOut'], number>;
    const step = async (who: SignedInPerson, name: string, comment = 'Xem.') => {
      const { planId, revision } = await standing();
      const body = { planId, comment };
      const reply = await apiOf(service, who)('POST', `${PAGE}/plan/${name}`, body, { 'if-match': `"${revision}"` });
      expect(reply.status).toBe(200);
    };
    const publish = async (seen?: number) => {
      const { planId, revision } = await standing();
      const { status, body } = await api<{ visits: number }>('POST', '/publication', {
        planId,
        revision,
        ...(seen !== undefined && { leftOut: seen }),
      });
      return body.code === undefined ? [status, body.visits, body.leftOut] : [status, body.code];
    };
    const open = (path: string, form?: Record<string, string>, who = now.board) => openAs(who, path, form);
    const pinFirst = async () => {
      const { planId, revision } = await standing();
      const [first] = await sql<{ specialistId: string; meetingId: string }>(
        `select a.specialist_id as "specialistId", a.meeting_id as "meetingId" from plan_assignments a
         join meetings m on m.id = a.meeting_id order by m.starts_at limit 1`,
      );
      const pinned = await api('POST', '/edits', { planId, kind: 'pin', ...first }, { 'if-match': `"${revision}"` });
      expect(pinned.status).toBe(200);
    };
    const approved = async (isPinned = false): Promise<Approved> => {
      const of = await aCommittee(service);
      const base = await aGround(service, of);
      for (const on of ['2021-01-04', '2021-01-05', '2021-01-06']) {
        await aSpecialist(service, of, base);
        const branchId = await aBranch(service, of, base);
        const at = { day: day(on), time: '19:30', minutes: 90, place: '', note: '' };
        await service.as(of, () => service.get(AddMeeting).execute(JANUARY, { branchId, kind: 'regular', ...at }));
      }
      const person = (role: 'board' | 'leader', name: string) =>
        signIn(service, of, { email: `${role}.${of.committeeId.slice(-8)}@mau.example`, name, role });
      now = {
        committee: of,
        board: await person('board', 'Trần Văn Ban'),
        leader: await person('leader', 'Lê Thị Trực'),
      };
      const seen = (await apiOf(service, now.board)('GET', '/policies/planning')).etag ?? '';
      const policy = { from: '2021-01', values: { needsApproval: true } };
      await apiOf(service, now.board)('PATCH', '/policies/planning', policy, { 'if-match': seen });
      const asBoard = <T>(work: () => Promise<T>) => service.work.as(now.board.actor, work);
      const id = await asBoard(() => service.get(PlanMonth).execute(JANUARY));
      await asBoard(() => service.get(SolveMonth).execute(JANUARY, id, new AbortController().signal));
      expect(await sql(`select 1 from plan_assignments`)).toHaveLength(3);
      if (isPinned) await pinFirst();
      await step(now.board, 'submission');
      await step(now.leader, 'approval');
      return now;
    };
    /** The one of them that no test has used. */
    const next = () => {
      const [one] = months.splice(0, 1);
      if (!one) throw new Error('one more month is approved');
      now = one;
    };

    beforeAll(async () => {
      await service.clock.moveTo(new Date('2020-12-31T02:00:00Z'));
      months = [];
      for (let n = 0; n < 6; n++) months.push(await approved(n === PINNED));
    });

    it('is not published around a meeting that began between the page and the press, unless that was seen', async () => {
      next();
      const { planId, revision } = await standing();
      const seen = { planVersion: planId, seen: String(revision), seenLeftOut: '0' };
      await service.clock.moveTo(new Date('2021-01-04T12:29:59Z'));
      expect(await leftOut()).toEqual([]);
      await service.clock.moveTo(new Date('2021-01-04T12:30:00Z'));
      expect(await leftOut()).toHaveLength(1);
      expect(await publish()).toEqual([409, 'plan.begun_meanwhile']);
      const late = await open(`${PAGE}/publish`, seen);
      expect([late.status, late.text]).toEqual([409, expect.stringContaining('có thêm cuộc họp bắt đầu')]);
      expect(late.html).toContain('name="seenLeftOut" value="1"');
      expect(await sql(`select 1 from visits`)).toEqual([]);
      expect(await open(`${PAGE}/publish`, { ...seen, seenLeftOut: '1' })).toMatchObject({ status: 303 });
      expect(await sql(`select 1 from visits`)).toHaveLength(2);

      expect((await open(PAGE)).text).toContain('nhưng không gửi; chưa ghi nhận ai dự');
      // An earlier system recorded somebody there on that day, as an import brings it.
      await sql(
        `insert into visits (committee_id, id, branch_id, specialist_id, month, held_on, kind, state)
         select m.committee_id, gen_random_uuid(), m.branch_id, s.id, m.month, '2021-01-04', 'regular', 'done'
         from meetings m cross join lateral (select id from specialists limit 1) s where m.starts_at < '2021-01-05'`,
      );
      const known = (await open(PAGE)).text;
      expect(known).toContain('nhưng không gửi; ngày đó có ghi nhận người dự chi bộ');
      expect(known).not.toContain('chưa ghi nhận ai dự.');
    });

    it('tells nobody of what has begun, lists it everywhere, and lets it be entered who went there', async () => {
      next();
      await service.clock.moveTo(new Date('2021-01-05T02:00:00Z'));
      const page = await open(`${PAGE}/publish`);
      expect(page.text).toContain('1 lượt ở 1 cuộc họp đã bắt đầu sẽ không được gửi');
      expect(page.text).toContain('dự kiến cử');
      const road = (await open(PAGE)).text;
      expect(road).toContain('1 lượt ở 1 cuộc họp đã bắt đầu sẽ không được gửi');
      expect(road).toContain('(1 lượt đã bắt đầu không gửi nữa)');
      expect(road).not.toContain('Có thay đổi từ khi');
      expect((await open(`${PAGE}/plan/review`, undefined, now.leader)).text).toContain('không cần lập hay duyệt lại');

      const [out, ...more] = await leftOut();
      if (!out) throw new Error('one has begun');
      expect(more).toEqual([]);
      for (const _ of ['once', 'again']) expect(await publish(1)).toEqual([201, 2, 1]);
      const told = await sql<{ who: string; meetingId: string }>(
        `select specialist_id as who, meeting_id as "meetingId" from visits`,
      );
      expect(told.map(({ meetingId }) => meetingId)).not.toContain(out.meetingId);
      expect(await leftOut()).toEqual([out]);
      const mails = await sql<{ who: string; leftOut: number }>(
        `select content #>> '{draft,to,specialistId}' as who, (content #> '{draft,model,leftOut}')::int as "leftOut"
         from mails where kind = 'visits-published'`,
      );
      expect(mails.map(({ who }) => who).toSorted()).toEqual([...new Set(told.map(({ who }) => who))].toSorted());
      expect(mails.map(({ leftOut: said }) => said)).toEqual(mails.map(() => 1));

      const published = await open(PAGE);
      expect(published.text).toContain('1 lượt ở 1 cuộc họp đã bắt đầu trước khi công bố không được gửi');
      expect(published.text).toMatch(/Dự kiến cử [^.]+, nhưng không gửi; chưa ghi nhận ai dự/);
      const record = `${PAGE}/outside?meeting=${out.meetingId}`;
      expect(published.html).toContain(record);
      const form = await open(record);
      expect(form.html).toMatch(new RegExp(`value="${out.specialistId}"[^>]* selected`));
      const [{ branchId } = { branchId: '' }] = await sql<{ branchId: string }>(
        `select branch_id as "branchId" from meetings where id = $1`,
        out.meetingId,
      );
      const names = ['planId', 'seen', 'day', 'time', 'minutes'];
      const fields = {
        ...Object.fromEntries(names.map((name) => [name, inputIn(form.html, name)])),
        branchId,
        kind: 'regular',
        observer1: out.specialistId,
        reason: 'Đã dự như dự kiến',
      };
      for (const _ of ['once', 'again']) {
        const entered = await open(`${PAGE}/outside`, fields);
        expect([entered.status, entered.location]).toEqual([303, `/meetings/${out.meetingId}`]);
      }
      // It was foreseen, so that it counts towards the share; nobody is mailed about what is over.
      expect(
        await sql(
          `select specialist_id as who, is_outside_plan as outside, counts_as_share as counts from visits where meeting_id = $1`,
          out.meetingId,
        ),
      ).toEqual([{ who: out.specialistId, outside: true, counts: true }]);
      expect(await sql(`select 1 from mails where kind = 'visits-amended'`)).toEqual([]);
      expect((await open(PAGE)).text).not.toContain('chưa ghi nhận ai dự');
    });

    it('is not outdated by what became of a meeting that had begun', async () => {
      next();
      await sql(`update meetings set state = 'cancelled' where starts_at < '2021-01-05'`);
      expect(await publish(1)).toEqual([201, 2, 1]);
    });

    it('is published where a meeting that had begun is taken from the calendar with what was decided about it', async () => {
      next();
      const [out] = await leftOut();
      const decided = `select 1 from plan_decisions where meeting_id = $1`;
      expect(await sql(decided, out?.meetingId)).toHaveLength(1);
      const removed = await open(`${PAGE}/calendar/${out?.meetingId}/remove`, { revision: '1' });
      expect(removed.status).toBe(303);
      expect(await sql(decided, out?.meetingId)).toEqual([]);
      expect((await open(PAGE)).text).not.toContain('Có thay đổi từ khi');
      expect((await open(`${PAGE}/desk`)).status).toBe(200);
      expect(await publish(0)).toEqual([201, 2, 0]);
    });

    it('is not changed at a meeting that has begun once it is a draft again, and is outdated by what is called off', async () => {
      next();
      await step(now.leader, 'return');
      const [out] = await leftOut();
      const { planId, revision } = await standing();
      const refused = await api(
        'POST',
        '/edits',
        { planId, kind: 'unassign', ...out },
        { 'if-match': `"${revision}"` },
      );
      expect([refused.status, refused.body.code]).toEqual([422, 'plan.edit_refused']);
      await sql(`update meetings set state = 'cancelled' where starts_at > '2021-01-06'`);
      expect((await open(PAGE)).text).toContain('bớt 1 cuộc họp');
      expect((await open(`${PAGE}/publish`)).html).not.toContain('name="seenLeftOut"');
    });

    it('is refused where all of it has begun, and says how to go on', async () => {
      next();
      await service.clock.moveTo(new Date('2021-01-06T14:00:00Z'));
      expect(await publish(3)).toEqual([409, 'plan.all_begun']);
      const page = await open(`${PAGE}/publish`);
      expect(page.text).toContain('không còn ai để báo');
      expect(page.html).not.toContain('name="seenLeftOut"');
    });
  });
});
