import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { ImportDistrict, TakeBackImport } from '../../src/modules/directory/index.ts';
import {
  MakeCalendar,
  MonthCalendarReadModel,
  MoveMeetings,
  TakeBackChange,
} from '../../src/modules/meetings/index.ts';
import type { Sheet } from '../../src/kernel/workbook.ts';
import { Schedules } from '../../src/platform/jobs/schedules.ts';
import { aDistrict, withCell, withRows } from '../support/import/a-district.ts';
import { districtFile } from '../support/import/district-file.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

const december = month('2020-12');
const MEETINGS = '/api/v1/months/2020-12/meetings';

interface Wire {
  readonly id: string;
  readonly branch: { readonly code: string; readonly organisation: string };
  readonly day: string;
  readonly time: string;
  readonly kind: string;
  readonly state: string;
  readonly source: string;
  readonly place: string;
  readonly revision: number;
}

const nothing = (count: number) => Array<null>(count).fill(null);
const another = ['P1-KP2', 'Chi bộ Khu phố 2', 'P1.2', 'DBP1', 'KP', ...nothing(3), 20, ...nothing(7), 4, '19:30'];

describe('the calendar of a month', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  beforeAll(async () => {
    service = await aService({ works: false });
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    board = await signIn(service, committee, {
      email: `board-${committee.committeeId}@mau.example`,
      name: 'Ban',
      role: 'board',
    });
    await take(aDistrict());
  });

  const take = async (sheets: readonly Sheet[]) => {
    const file = await districtFile(sheets);
    const record = await service.work.as(committee, () => service.get(ImportDistrict).execute(file, 'commit'));
    expect(record.state).toBe('committed');
    return record.id;
  };
  const make = (of = december) => service.work.as(committee, () => service.get(MakeCalendar).execute(of));
  const list = (of = december) => service.work.as(committee, () => service.get(MonthCalendarReadModel).list(of));
  const call = async (
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
    who = board,
  ) => {
    const reply = await fetch(service.url + path, {
      method,
      headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    return { status: reply.status, etag: reply.headers.get('etag'), body: (text ? JSON.parse(text) : null) as unknown };
  };
  const first = async () => {
    const [meeting] = await list();
    if (!meeting) throw new Error('there is no meeting');
    return meeting;
  };
  const publishDecember = () =>
    service.as(committee, () =>
      service.work.query(
        `insert into plans (committee_id, id, month, name, is_chosen, people, state, status, input_hash, is_verified, made_at, published_at)
         values (current_committee(), gen_random_uuid(), '2020-12-01', 'main', true, 1, 'published', 'optimal', '', true, now(), now())`,
      ),
    );

  it('is made from the rules, with its branches, and made again without a change', async () => {
    expect(await make()).toEqual({
      month: '2020-12',
      added: 2,
      changed: 0,
      removed: 0,
      kept: 0,
      unchanged: 0,
      withoutDay: [],
    });
    expect(await list()).toMatchObject([
      { day: '2020-12-01', startsAt: new Date('2020-12-01T10:00:00Z'), kind: 'regular', branch: { code: 'TH-HOAMAI' } },
      {
        day: '2020-12-03',
        startsAt: new Date('2020-12-03T12:30:00Z'),
        endsAt: new Date('2020-12-03T14:30:00Z'),
        kind: 'combined',
        place: 'Trụ sở Ban điều hành Khu phố 1, Phường 1',
        branch: { code: 'P1-KP1', shortName: 'P1.1', organisation: 'Phường 1' },
      },
    ]);
    expect(await make()).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 2 });
  });

  it('moves more meetings than two at once, and takes that back', async () => {
    await make();
    const branchId = (await first()).branch.id;
    for (const on of ['2020-12-14', '2020-12-15', '2020-12-16']) {
      await call('POST', MEETINGS, { branchId, kind: 'regular', day: on, time: '19:30', minutes: 90 });
    }
    const before = await list();
    const moves = before.map(({ id, revision }) => ({ id, revision, day: day('2020-12-09') }));
    const changeId = await service.work.as(committee, () => service.get(MoveMeetings).execute(december, moves));
    expect((await list()).map((each) => [each.day, each.revision])).toEqual(before.map(() => ['2020-12-09', 2]));
    if (changeId) await service.work.as(committee, () => service.get(TakeBackChange).execute(december, changeId));
    expect((await list()).map((each) => each.day)).toEqual(before.map((each) => each.day));
    const stale = service.work.as(committee, () => service.get(MoveMeetings).execute(december, moves));
    await expect(stale).rejects.toMatchObject({ code: 'edit.stale' });
  });

  it('a program has the branches told of what it moved, once, and of nothing that was taken back before', async () => {
    await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
    const { cookie, csrf } = await signIn(service, committee, { email: 'som@mau.example', name: 'Ban', role: 'board' });
    const early = (path: string, body?: object) =>
      call('POST', `${MEETINGS}/${path}`, body, {}, { ...board, cookie, csrf });
    await make();
    const moves = (await list()).map(({ id, revision }) => ({ id, revision, day: '2020-12-09' }));
    const { changeId } = (await early('moves', { moves })).body as { changeId: string };
    // One of the two branches has a secretary with a mail address.
    expect(await early(`changes/${changeId}/tell`)).toMatchObject({ status: 200, body: { told: 1 } });
    expect(await early(`changes/${changeId}/tell`)).toMatchObject({ status: 200, body: { told: 0 } });
    expect(await early(`changes/${changeId}/take-back`)).toMatchObject({ status: 200, body: { back: 2 } });
    // The first mail had not gone yet: it is withdrawn, and there is nothing to tell.
    expect(await early(`changes/${changeId}/tell`)).toMatchObject({ status: 200, body: { told: 0 } });
    const mails = await service.as(committee, () =>
      service.work.query<{ key: string }>(`select key from mails where kind = 'branch-meeting-changed'`),
    );
    expect(mails).toEqual([]);
  });

  it('a program moves many meetings at once, takes that back, and removes what was added by hand', async () => {
    await make();
    const [school] = await list();
    if (!school) throw new Error('two meetings were expected');
    const before = await list();
    const moves = before.map(({ id, revision }) => ({ id, revision, day: '2020-12-09' }));
    type Moved = { changeId: string | null; items: Wire[] };
    const moved = (await call('POST', `${MEETINGS}/moves`, { moves })) as { status: number; body: Moved };
    expect([moved.status, moved.body.items.map(({ day: on, time }) => [on, time])]).toEqual([
      200,
      [
        ['2020-12-09', '17:00'],
        ['2020-12-09', '19:30'],
      ],
    ]);
    const again = (await call('POST', `${MEETINGS}/moves`, { moves })) as { body: Moved };
    expect(again.body.changeId).toBeNull();
    const takeBack = `${MEETINGS}/changes/${moved.body.changeId ?? ''}/take-back`;
    expect(await call('POST', takeBack)).toMatchObject({ status: 200, body: { back: 2, kept: 0 } });
    expect(await call('POST', takeBack)).toMatchObject({ status: 200, body: { back: 0, kept: 0 } });
    expect((await list()).map((each) => each.day)).toEqual(before.map((each) => each.day));
    expect(await call('POST', `${MEETINGS}/moves`, { moves })).toMatchObject({
      status: 412,
      body: { code: 'edit.stale' },
    });

    const wrong = [{}, { moves: [] }, { moves: [{ ...moves[0], day: '2020-12-32' }] }, { moves: [{ id: school.id }] }];
    for (const body of wrong) expect(await call('POST', `${MEETINGS}/moves`, body)).toMatchObject({ status: 422 });
    const unreal = { moves: [{ ...moves[0], day: '2020-11-31' }] };
    expect(await call('POST', `${MEETINGS}/moves`, unreal)).toMatchObject({
      status: 422,
      body: { code: 'input.invalid', errors: [{ pointer: '/moves/0/day' }] },
    });

    const seen = (await list()).map(({ id, revision }) => ({ id, revision }));
    const edit = { meetings: seen, kind: 'combined', time: '18:30' };
    const edited = (await call('POST', `${MEETINGS}/edits`, edit)) as { body: Moved };
    expect(edited.body.items.map(({ day: on, time }) => [on, time])).toEqual(before.map((each) => [each.day, '18:30']));
    expect(await call('POST', `${MEETINGS}/edits`, edit)).toMatchObject({ status: 200, body: { changeId: null } });
    const stale = await call('POST', `${MEETINGS}/edits`, { ...edit, time: '18:45' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'edit.stale' } });
    expect(await call('POST', `${MEETINGS}/edits`, { ...edit, minutes: 5 })).toMatchObject({ status: 422 });
    await call('POST', `${MEETINGS}/changes/${edited.body.changeId ?? ''}/take-back`);

    const extra = { branchId: school.branch.id, kind: 'regular', day: '2020-12-17', time: '19:30' };
    const added = (await call('POST', MEETINGS, { ...extra, minutes: 90 })) as { body: Wire };
    const remove = (id: string, revision: number) =>
      call('DELETE', `${MEETINGS}/${id}`, undefined, { 'if-match': `"${revision}"` });
    expect((await remove(added.body.id, 7)).status).toBe(412);
    expect([(await remove(added.body.id, 1)).status, (await remove(added.body.id, 1)).status]).toEqual([204, 204]);
    expect(await remove(school.id, 5)).toMatchObject({ status: 409, body: { code: 'meeting.foreseen' } });
  });

  it('is not made for a month whose year is mistyped', async () => {
    for (const far of ['1999-01', '2099-12']) {
      const refused = await call('POST', `/api/v1/months/${far}/meetings/make`);
      expect([far, refused.status, refused.body]).toMatchObject([far, 422, { code: 'meeting.month_far' }]);
      expect(await list(month(far))).toEqual([]);
    }
  });

  it('passes over holidays, also those that are announced later', async () => {
    expect(await make(month('2021-01'))).toMatchObject({ added: 2 });
    expect((await list(month('2021-01'))).map(({ day }) => day)).toEqual(['2021-01-03', '2021-01-04']);
    await take(withRows(aDistrict(), 'Ngày nghỉ lễ', [['04/01/2021', 'Nghỉ bù Tết Dương lịch']]));
    expect(await make(month('2021-01'))).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    const moved = (await list(month('2021-01'))).find(({ branch }) => branch.code === 'TH-HOAMAI');
    expect(moved).toMatchObject({ day: '2021-01-05', wantedOn: '2021-01-01', revision: 2 });
    expect(moved?.passed.map(({ because }) => because)).toEqual(['holiday', 'weekend', 'weekend', 'holiday']);
  });

  it('keeps what somebody moved, cancelled or added when the rules change', async () => {
    await make();
    const [school, quarter] = await list();
    if (!school || !quarter) throw new Error('two meetings were expected');
    const moved = await call(
      'PATCH',
      `${MEETINGS}/${school.id}`,
      { day: '2020-12-09', place: 'Hội trường Phường 1' },
      { 'if-match': '"1"' },
    );
    expect(moved).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { day: '2020-12-09', time: '17:00', source: 'edit', place: 'Hội trường Phường 1', revision: 2 },
    });
    const cancelled = await call(
      'PATCH',
      `${MEETINGS}/${quarter.id}`,
      { state: 'cancelled', note: 'Dời sang tháng sau' },
      { 'if-match': '"1"' },
    );
    expect(cancelled.body).toMatchObject({ state: 'cancelled', note: 'Dời sang tháng sau', revision: 2 });
    const added = await call('POST', MEETINGS, {
      branchId: quarter.branch.id,
      kind: 'thematic',
      day: '2020-12-20',
      time: '08:00',
      minutes: 60,
    });
    expect(added).toMatchObject({ status: 201, etag: '"1"', body: { day: '2020-12-20', source: 'edit' } });

    await take(withCell(aDistrict(), 'Chi bộ', 3, 'Ngày sinh hoạt', 5));
    expect(await make()).toEqual({
      month: '2020-12',
      added: 0,
      changed: 0,
      removed: 0,
      kept: 3,
      unchanged: 0,
      withoutDay: [],
    });
    const { body } = await call('GET', MEETINGS);
    expect((body as { items: Wire[] }).items.map(({ day, state }) => [day, state])).toEqual([
      ['2020-12-03', 'cancelled'],
      ['2020-12-09', 'scheduled'],
      ['2020-12-20', 'scheduled'],
    ]);
    const restored = await call('PATCH', `${MEETINGS}/${quarter.id}`, { state: 'scheduled' }, { 'if-match': '"2"' });
    expect(restored.body).toMatchObject({ state: 'scheduled', note: '', revision: 3 });
  });

  it('is edited by one of two who saw the same version', async () => {
    await make();
    const { id } = await first();
    const replies = await Promise.all(
      ['2020-12-07', '2020-12-08'].map((day) => call('PATCH', `${MEETINGS}/${id}`, { day }, { 'if-match': '"1"' })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(replies.find(({ status }) => status === 412)?.body).toMatchObject({ code: 'edit.stale' });
    expect((await list()).find((meeting) => meeting.id === id)?.revision).toBe(2);
  });

  it('refuses an edit without a version, outside the month, of another month or on a day that is none', async () => {
    await make();
    const { id } = await first();
    const path = `${MEETINGS}/${id}`;
    const tag = { 'if-match': '"1"' };
    expect(await call('PATCH', path, { day: '2020-12-07' })).toMatchObject({ status: 428 });
    expect(await call('PATCH', path, { day: '2021-01-07' }, tag)).toMatchObject({
      status: 422,
      body: { code: 'meeting.outside_month' },
    });
    expect(await call('PATCH', path, { day: '2020-11-31' }, tag)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/day', code: 'isDay' }] },
    });
    expect(await call('PATCH', path, { minutes: 5 }, tag)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/minutes' }] },
    });
    expect(await call('PATCH', path.replace('2020-12', '2020-11'), {}, tag)).toMatchObject({ status: 404 });
    expect(await call('GET', '/api/v1/months/2020-13/meetings')).toMatchObject({
      status: 400,
      body: { code: 'http.bad_month' },
    });
    expect((await first()).revision).toBe(1);
  });

  it('stays as it is once its plan is published', async () => {
    await make();
    await publishDecember();
    await take(withCell(aDistrict(), 'Chi bộ', 3, 'Ngày sinh hoạt', 5));
    const before = await list();
    const { id } = await first();
    expect(await call('POST', `${MEETINGS}/make`)).toMatchObject({
      status: 409,
      body: { code: 'meeting.month_published' },
    });
    expect(await call('PATCH', `${MEETINGS}/${id}`, { day: '2020-12-07' }, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
    });
    expect(await call('DELETE', MEETINGS)).toMatchObject({ status: 409 });
    expect(await list()).toEqual(before);
  });

  it('keeps an import from being taken back until it is emptied', async () => {
    const importId = await take(withRows(aDistrict(), 'Chi bộ', [another]));
    await make();
    expect(await list()).toHaveLength(3);
    const takeBack = () => service.work.as(committee, () => service.get(TakeBackImport).execute(importId));
    await expect(takeBack()).rejects.toMatchObject({
      code: 'import.in_use',
      params: { uses: [{ table: 'meetings', count: 1 }] },
    });
    expect(await call('DELETE', MEETINGS)).toMatchObject({ status: 204 });
    expect(await list()).toEqual([]);
    expect(await takeBack()).toMatchObject({ state: 'taken_back' });
  });

  it('is the board’s to make and nobody else’s to see', async () => {
    await make();
    const { id } = await first();
    const leader = await signIn(service, committee, {
      email: `leader-${committee.committeeId}@mau.example`,
      name: 'Lãnh đạo',
      role: 'leader',
    });
    expect(await call('GET', MEETINGS, undefined, {}, leader)).toMatchObject({ status: 200 });
    expect(await call('POST', `${MEETINGS}/make`, undefined, {}, leader)).toMatchObject({ status: 403 });

    const elsewhere = await aCommittee(service);
    const stranger = await signIn(service, elsewhere, {
      email: `other-${committee.committeeId}@mau.example`,
      name: 'Ban khác',
      role: 'board',
    });
    expect(await call('GET', MEETINGS, undefined, {}, stranger)).toMatchObject({ status: 200, body: { items: [] } });
    expect(
      await call('PATCH', `${MEETINGS}/${id}`, { day: '2020-12-07' }, { 'if-match': '"1"' }, stranger),
    ).toMatchObject({ status: 404 });
    const [quarter] = await list();
    expect(
      await call(
        'POST',
        MEETINGS,
        { branchId: quarter?.branch.id, kind: 'regular', day: '2020-12-20', time: '08:00', minutes: 60 },
        {},
        stranger,
      ),
    ).toMatchObject({ status: 404, body: { code: 'meeting.branch_not_found' } });
  });

  it('comes by itself on the 20th, once, for each committee', async () => {
    const other = await aCommittee(service);
    await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
    const schedules = service.get(Schedules);
    await schedules.start();
    await schedules.stop();
    const made = await list();
    expect(made).toHaveLength(2);
    await service.as(committee, () => service.work.query(`delete from meetings`));
    await schedules.start();
    await schedules.stop();
    expect(await list()).toEqual([]);
    const claims = await service.work.run(() =>
      service.work.query<{ schedule: string }>(`select schedule from schedule_claims where schedule like 'calendar.%'`),
    );
    expect(claims.map(({ schedule }) => schedule)).toEqual(
      expect.arrayContaining([committee, other].map(({ committeeId }) => `calendar.of_next_month/${committeeId}`)),
    );
  });

  it('has every edit in the audit trail', async () => {
    await make();
    const { id } = await first();
    await call('PATCH', `${MEETINGS}/${id}`, { day: '2020-12-07' }, { 'if-match': '"1"' });
    const rows = await service.as(committee, () =>
      service.work.query<{ action: string; actor: string | null }>(
        `select action, actor_id as actor from audit_entries where subject_kind in ('month', 'meeting') order by seq`,
      ),
    );
    expect(rows).toEqual([
      { action: 'calendar.made', actor: null },
      { action: 'meeting.moved', actor: board.actor.accountId },
    ]);
  });
});
