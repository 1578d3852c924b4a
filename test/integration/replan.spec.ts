import { type AmendmentId, newId, type SpecialistId } from '../../src/kernel/id.ts';
import { FollowedSolve } from '../../src/modules/planning/application/followed-solve.ts';
import { AmendmentMails } from '../../src/modules/planning/infra/amendment-mails.ts';
import { ReplanMonth, type SolveId } from '../../src/modules/planning/index.ts';
import { AnswerVisit } from '../../src/modules/visits/index.ts';
import { aPublishedMonth, DECEMBER, type PublishedMonthInTest } from '../support/a-published-month.ts';
import { apiOf } from '../support/api.ts';
import { pageOf } from '../support/pages.ts';
import { aService, type TestService } from '../support/service.ts';

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

/** One day after the other: later tests are later in the month. */
describe('a published month in its middle', () => {
  let service: TestService;
  const REPLAN = '/months/2020-12/replan';
  let month: PublishedMonthInTest;
  const open = (path: string, form?: Record<string, string | string[]>) => pageOf(service, month.board, path, form);
  const away = (who: SpecialistId, from: string, before: string) =>
    month.sql(
      `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
       values (current_committee(), gen_random_uuid(), $1, $2, $3, 'sick')`,
      who,
      from,
      before,
    );
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
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    month = await aPublishedMonth(service, ['2020-12-02', '2020-12-15', '2020-12-16', '2020-12-17', '2020-12-18']);
    await service.clock.moveTo(new Date('2020-12-05T02:00:00Z'));
    const [, accepted, declined, onLeave] = await month.visits();
    if (!accepted || !declined || !onLeave) throw new Error('there are visits');
    const answer = service.get(AnswerVisit);
    const as = (specialistId: SpecialistId) => ({ ...month.committee, specialistId });
    await service.work.as(as(accepted.specialistId), () => answer.accept(accepted.id, 1));
    const ill = { kind: 'ill', reason: 'Mổ ruột thừa' } as const;
    await service.work.as(as(declined.specialistId), () => answer.decline(declined.id, 1, ill));
    await away(onLeave.specialistId, '2020-12-16', '2020-12-20');
  });
  afterAll(() => service.end());

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
    await away(who as SpecialistId, '2020-12-06', '2021-01-01');
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
      expect.stringContaining('có người vừa nhận 1 lượt mà thay đổi này định thôi cử'),
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
