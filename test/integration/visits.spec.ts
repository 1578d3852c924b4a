import { type BranchId, newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

interface VisitBody {
  id: string;
  state: string;
  form: string | null;
  revision: number;
  companions: string[];
  declineReason: string | null;
  declineKind: string | null;
  standIn: string | null;
}

describe('my visits', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let nga: SignedInPerson & { id: SpecialistId };
  let hoa: SignedInPerson & { id: SpecialistId };
  let board: SignedInPerson;

  beforeAll(async () => {
    service = await aService();
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await service.clock.moveTo(new Date('2020-12-05T14:00:00Z'));
    nga = await somebody('Lê Thị Nga');
    hoa = await somebody('Phạm Thị Hoa');
    board = await signIn(service, committee, { email: 'ban.to.chuc@mau.example', name: 'Trần Văn Ban', role: 'board' });
  });
  afterAll(() => service.end());

  async function somebody(name: string) {
    const { id, email } = await aSpecialist(service, committee, ground, name);
    return { ...(await signIn(service, committee, { email, name, role: 'specialist', specialistId: id })), id };
  }

  const visitOf = async (who: { id: SpecialistId }, heldOn = '2020-12-03', branchId?: BranchId) =>
    aVisit(service, committee, {
      branchId: branchId ?? (await aBranch(service, committee, ground)),
      specialistId: who.id,
      heldOn: day(heldOn),
    });
  const as =
    (who: SignedInPerson) =>
    <T = VisitBody>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, revision?: number) =>
      apiOf(service, who)<T>(method, path, body, revision === undefined ? {} : { 'if-match': `"${revision}"` });

  it('are those of one month or of all, and nobody else’s', async () => {
    const december = await visitOf(nga);
    const january = await visitOf(nga, '2021-01-04');
    await visitOf(hoa);
    const list = async (query: string) =>
      (await as(nga)<{ visits: VisitBody[] }>('GET', `/my/visits${query}`)).body.visits.map(({ id }) => id);
    expect(await list('?month=2020-12')).toEqual([december.id]);
    expect(await list('')).toEqual([december.id, january.id]);
    expect((await as(nga)<Problem>('GET', '/my/visits?month=12')).body.code).toBe('input.invalid');
    expect((await as(board)('GET', '/my/visits')).status).toBe(403);
  });

  it('are accepted or declined once, by the person and from the latest state', async () => {
    const { id } = await visitOf(nga, '2020-12-10');
    expect((await as(nga)<Problem>('POST', `/visits/${id}/accept`)).body.code).toBe('http.version_missing');
    expect((await as(hoa)<Problem>('POST', `/visits/${id}/accept`, {}, 1)).body.code).toBe('visit.not_yours');
    const accepted = await as(nga)('POST', `/visits/${id}/accept`, {}, 1);
    expect([accepted.status, accepted.etag, accepted.body.state]).toEqual([200, '"2"', 'accepted']);
    const again = await as(nga)('POST', `/visits/${id}/accept`, {}, 1);
    expect([again.status, again.body]).toEqual([200, accepted.body]);
    const stale = await as(nga)<Problem>('POST', `/visits/${id}/decline`, { reason: 'Ốm' }, 1);
    expect(stale.body.code).toBe('edit.stale');
    expect(stale.body.title).toMatch(/^Lê Thị Nga đã sửa mục này lúc \d\d:\d\d, /);
    expect((await as(nga)<Problem>('POST', `/visits/${id}/decline`, { reason: ' ' }, 2)).body.code).toBe(
      'visit.reason_missing',
    );
    const declined = await as(nga)('POST', `/visits/${id}/decline`, { reason: 'Ốm' }, 2);
    expect(declined.body).toMatchObject({ state: 'declined', declineReason: 'Ốm', revision: 3 });
    expect((await as(nga)<Problem>('POST', `/visits/${id}/accept`, {}, 3)).body.code).toBe('visit.already_answered');
  });

  it('tell whoever stands in that they need not any more, once, and whether the meeting is held', async () => {
    const stoodInFor = async (heldOn: string) => {
      const { id } = await visitOf(nga, heldOn);
      await as(nga)('PUT', `/visits/${id}/stand-in`, { specialistId: hoa.id }, 1);
      return id;
    };
    const [declined, off, nobody] = [
      await stoodInFor('2020-12-21'),
      await stoodInFor('2020-12-22'),
      await stoodInFor('2020-12-23'),
    ];
    await as(nga)('POST', `/visits/${declined}/decline`, { reason: 'Ốm', kind: 'ill' }, 2);
    await as(board)('POST', `/visits/${off}/not-held`, { reason: 'Chi bộ hoãn họp' }, 2);
    await as(nga)('PUT', `/visits/${nobody}/stand-in`, { specialistId: null }, 2);
    const told = () =>
      service.as(committee, () =>
        service.work.query<{ to: string; held: boolean }>(
          `select to_name as to, (content #> '{draft,model,isHeld}')::boolean as held from mails
           where kind = 'stand-in-dropped' order by content #>> '{draft,model,visit,day}'`,
        ),
      );
    await until(async () => (await told()).length >= 3);
    const to = 'Phạm Thị Hoa';
    expect(await told()).toEqual([
      { to, held: true },
      { to, held: false },
      { to, held: true },
    ]);
  });

  it('come with a brief: who was there before, what was found, where the branch is weak', async () => {
    const branchId = await aBranch(service, committee, ground);
    const before = await visitOf(hoa, '2020-12-01', branchId);
    const submissionId = newId();
    const answers = someAnswers({ directives: [], date: day('2020-12-01') });
    await as(hoa)('PUT', `/visits/${before.id}/submissions/${submissionId}`, { basedOn: 0, answers });
    await as(board)('POST', `/submissions/${submissionId}/acceptance`, {}, 1);

    const visit = await visitOf(nga, '2020-12-20', branchId);
    const brief = await as(nga)<Record<string, unknown>>('GET', `/visits/${visit.id}`);
    expect([brief.status, brief.etag, brief.body]).toMatchObject([
      200,
      '"1"',
      {
        form: null,
        organisation: 'Đảng bộ Phường 8',
        secretary: 'Nguyễn Văn Mẫu',
        members: 47,
        weakFields: [{ code: 'environment', name: 'Môi trường', times: 1 }],
        earlier: [
          { heldOn: '2020-12-01', specialist: 'Phạm Thị Hoa', department: 'BTC', present: 40, of: 42, score: 100 },
        ],
        findings: [
          { kind: 'shortcoming', text: 'Còn rác đầu hẻm 122.', field: 'Môi trường' },
          { kind: 'reflection', field: 'An ninh trật tự' },
          { kind: 'strength', field: null },
        ],
      },
    ]);
    expect((await as(hoa)<Problem>('GET', `/visits/${visit.id}`)).body.code).toBe('visit.not_yours');
    expect((await as(board)('GET', `/visits/${visit.id}`)).status).toBe(200);
    expect((await as(nga)<Problem>('GET', `/visits/${newId()}`)).body.code).toBe('visit.not_found');
  });

  it('name in the brief first what visits have found, then what only the register says', async () => {
    const branchId = await aBranch(service, committee, ground);
    const late = { text: 'Họp muộn giờ.', field: 'security', cause: 'Chưa báo trước' };
    for (const heldOn of ['2020-12-01', '2020-12-02']) {
      const { id } = await visitOf(hoa, heldOn, branchId);
      const submissionId = newId();
      const answers = someAnswers({
        directives: [],
        date: day(heldOn),
        shortcomings: [late, { ...late, text: 'Thiếu loa.' }],
      });
      await as(hoa)('PUT', `/visits/${id}/submissions/${submissionId}`, { basedOn: 0, answers });
      await as(board)('POST', `/submissions/${submissionId}/acceptance`, {}, 1);
    }
    const visit = await visitOf(nga, '2020-12-20', branchId);
    expect((await as(nga)<Record<string, unknown>>('GET', `/visits/${visit.id}`)).body['weakFields']).toEqual([
      { code: 'security', name: 'An ninh trật tự', times: 2 },
      { code: 'environment', name: 'Môi trường', times: 0 },
    ]);
  });

  describe('whose meeting somebody could not attend, or that was not held', () => {
    const aTeam = async (heldOn: string) => {
      const branchId = await aBranch(service, committee, ground);
      const [first, second] = [await visitOf(nga, heldOn, branchId), await visitOf(hoa, heldOn, branchId)];
      await service.as(committee, () =>
        service.work.query(`update visits set meeting_id = $2 where id = $1`, [second.id, first.meetingId]),
      );
      return [first, second] as const;
    };
    const stateOf = async (id: string) => (await as(board)('GET', `/visits/${id}`)).body.state;

    it('are missed once the meeting has begun, with a kind for reports and words for the board alone', async () => {
      const { id } = await visitOf(nga, '2020-12-04');
      const leader = await signIn(service, committee, {
        email: 'lanh.dao@mau.example',
        name: 'Lê Đạo',
        role: 'leader',
      });
      const missed = await as(nga)('POST', `/visits/${id}/decline`, { reason: 'Sốt cao', kind: 'ill' }, 1);
      expect(missed.body).toMatchObject({ state: 'missed', declineKind: 'ill', declineReason: 'Sốt cao', form: null });
      const seen = async (who: SignedInPerson) => (await as(who)('GET', `/visits/${id}`)).body;
      expect(await seen(board)).toMatchObject({ declineKind: 'ill', declineReason: 'Sốt cao' });
      expect(await seen(leader)).toMatchObject({ declineKind: 'ill', declineReason: null });
      const form = { basedOn: 0, answers: someAnswers({ directives: [], date: day('2020-12-04') }) };
      const refused = await as(nga)<Problem>('PUT', `/visits/${id}/submissions/${newId()}`, form);
      expect(refused.body.code).toBe('visit.not_open');
      expect((await as(nga)<Problem>('POST', `/visits/${id}/decline`, { reason: 'x', kind: 'bored' }, 2)).status).toBe(
        422,
      );
    });

    it('are taken back by whose they are, until somebody else goes instead', async () => {
      const { id } = await visitOf(nga, '2020-12-21');
      await as(nga)('POST', `/visits/${id}/decline`, { reason: 'Bận', kind: 'duty' }, 1);
      expect((await as(hoa)<Problem>('POST', `/visits/${id}/take-back`, {}, 2)).body.code).toBe('visit.not_yours');
      const back = await as(nga)('POST', `/visits/${id}/take-back`, {}, 2);
      expect(back.body).toMatchObject({ state: 'accepted', declineReason: null, declineKind: null, revision: 3 });
      expect((await as(nga)('POST', `/visits/${id}/take-back`, {}, 2)).body).toEqual(back.body);
      await as(nga)('POST', `/visits/${id}/decline`, { reason: 'Bận', kind: 'duty' }, 3);
      const other = await visitOf(hoa, '2020-12-21');
      await service.as(committee, () =>
        service.work.query(`update visits set replaced_by_id = $1 where id = $2`, [other.id, id]),
      );
      expect((await as(nga)<Problem>('POST', `/visits/${id}/take-back`, {}, 4)).body.code).toBe('visit.replaced');
    });

    it('are off for all who go there where the branch did not meet, and on again for all', async () => {
      const [mine, theirs] = await aTeam('2020-12-04');
      const off = await as(nga)('POST', `/visits/${mine.id}/not-held`, { reason: 'Chi bộ hoãn họp' }, 1);
      expect([off.status, off.body.state, await stateOf(theirs.id)]).toEqual([200, 'cancelled', 'cancelled']);
      expect((await as(nga)('POST', `/visits/${mine.id}/not-held`, { reason: 'Chi bộ hoãn họp' }, 1)).status).toBe(200);
      const [meeting] = await service.as(committee, () =>
        service.work.query(`select state, note from meetings where id = $1`, [mine.meetingId]),
      );
      expect(meeting).toEqual({ state: 'cancelled', note: 'Chi bộ hoãn họp' });
      const other = await as(hoa)<Problem>('POST', `/visits/${theirs.id}/take-back`, {}, 2);
      expect([other.status, other.body.code]).toEqual([409, 'visit.called_off_by_other']);
      const offers = async (who: SignedInPerson, { id }: { readonly id: string }) =>
        (await browserOf(service, who).open(`/my/visits/${id}`)).html.includes('/take-back');
      expect([await offers(nga, mine), await offers(hoa, theirs)]).toEqual([true, false]);
      await as(board)('POST', `/visits/${theirs.id}/take-back`, {}, 2);
      expect([await stateOf(mine.id), await stateOf(theirs.id)]).toEqual(['offered', 'offered']);
    });

    it('were held where a form says so', async () => {
      const [mine, theirs] = await aTeam('2020-12-04');
      const form = { basedOn: 0, answers: someAnswers({ directives: [], date: day('2020-12-04') }) };
      expect((await as(hoa)('PUT', `/visits/${theirs.id}/submissions/${newId()}`, form)).status).toBe(201);
      const said = await as(nga)<Problem>('POST', `/visits/${mine.id}/not-held`, { reason: 'Hoãn' }, 1);
      expect([said.body.code, await stateOf(mine.id), await stateOf(theirs.id)]).toEqual([
        'visit.was_held',
        'offered',
        'done',
      ]);
    });

    it('are reported by the board on somebody’s behalf, and their forms by who stands in', async () => {
      const { id } = await visitOf(nga, '2020-12-04');
      expect((await as(board)('POST', `/visits/${id}/decline`, { reason: 'Ốm', kind: 'ill' }, 1)).body.state).toBe(
        'missed',
      );
      expect((await as(board)('POST', `/visits/${id}/take-back`, {}, 2)).body.state).toBe('accepted');
      const form = { basedOn: 0, answers: someAnswers({ directives: [], date: day('2020-12-04') }) };
      const sends = (who: SignedInPerson) => as(who)<Problem>('PUT', `/visits/${id}/submissions/${newId()}`, form);
      expect((await sends(hoa)).body.code).toBe('visit.not_yours');
      const self = await as(nga)<Problem>('PUT', `/visits/${id}/stand-in`, { specialistId: nga.id }, 3);
      expect(self.body.code).toBe('visit.stand_in_is_self');
      const nobody = await as(nga)<Problem>('PUT', `/visits/${id}/stand-in`, { specialistId: newId() }, 3);
      expect(nobody.body.code).toBe('visit.no_stand_in');
      const named = await as(nga)('PUT', `/visits/${id}/stand-in`, { specialistId: hoa.id }, 3);
      expect(named.body).toMatchObject({ standIn: 'Phạm Thị Hoa', state: 'accepted' });
      const visits = (await as(hoa)<{ visits: VisitBody[] }>('GET', '/my/visits?month=2020-12')).body.visits;
      expect(visits.map((visit) => visit.id)).toContain(id);
      expect((await sends(hoa)).status).toBe(201);
      expect(await stateOf(id)).toBe('done');
      expect((await as(hoa)('GET', `/visits/${id}`)).status).toBe(200);
    });

    it('wait for their form until the meeting that it tells of is over', async () => {
      const { id } = await visitOf(nga, '2020-12-05');
      const form = (endedAt: string) => ({
        basedOn: 0,
        answers: someAnswers({ directives: [], date: day('2020-12-05'), startedAt: '19:30', endedAt }),
      });
      const early = await as(nga)<Problem & { errors: { pointer: string; code: string }[] }>(
        'PUT',
        `/visits/${id}/submissions/${newId()}`,
        form('21:01'),
      );
      expect([early.status, early.body.errors]).toMatchObject([422, [{ code: 'answer.not_over' }]]);
      expect((await as(nga)('PUT', `/visits/${id}/submissions/${newId()}`, form('21:00'))).status).toBe(201);
    });

    it('are accepted all at once, but for those that are over', async () => {
      const tam = await somebody('Trần Thị Tâm');
      for (const on of ['2020-12-02', '2020-12-11', '2020-12-12']) await visitOf(tam, on);
      await visitOf(tam, '2021-01-11');
      expect((await as(tam)('POST', '/my/visits/acceptance?month=2020-12')).body).toEqual({ accepted: 2 });
      expect((await as(tam)('POST', '/my/visits/acceptance')).body).toEqual({ accepted: 1 });
      const states = (await as(tam)<{ visits: VisitBody[] }>('GET', '/my/visits')).body.visits.map(
        ({ state }) => state,
      );
      expect(states).toEqual(['offered', 'accepted', 'accepted', 'accepted']);
    });
  });

  describe('as pages', () => {
    const browser = (who: SignedInPerson) => browserOf(service, who);

    it('stand where something is asked of me, and lead to the brief', async () => {
      const minh = await somebody('Trần Văn Minh');
      const over = await visitOf(minh, '2020-12-02');
      const ahead = await visitOf(minh, '2020-12-20');
      const { status, html } = await browser(minh).open('/my/visits');
      expect(status).toBe(200);
      expect(html.indexOf('Chờ bạn trả lời')).toBeLessThan(html.indexOf(`id="v-${ahead.id}"`));
      expect(html.indexOf('Chờ phiếu của bạn')).toBeLessThan(html.indexOf(`id="v-${over.id}"`));
      expect(html).toContain(`/my/visits/${over.id}/form`);
      const brief = await browser(minh).open(`/my/visits/${ahead.id}`);
      expect([brief.status, brief.html]).toEqual([200, expect.stringContaining('Nguyễn Văn Mẫu')]);
      expect(brief.html).toContain('theo hồ sơ chi bộ');
      expect((await browser(hoa).open(`/my/visits/${ahead.id}`)).status).toBe(403);
      expect((await browser(board).open('/my/visits')).status).toBe(403);
    });

    it('are answered without a script: accepted, declined with a reason, and never from a stale page', async () => {
      const { id } = await visitOf(nga, '2020-12-21');
      const accept = { revision: '1' };
      expect((await browser(nga).post(`/my/visits/${id}/accept`, accept)).location).toBe(
        `/my/visits?month=2020-12#v-${id}`,
      );
      expect((await browser(nga).post(`/my/visits/${id}/accept`, accept)).status).toBe(303);
      const brief = `/my/visits/${id}`;
      const stale = await browser(nga).post(`${brief}/decline`, { revision: '1', reason: 'Ốm' }, brief);
      expect([stale.status, stale.html]).toEqual([412, expect.stringContaining(`action="${brief}/decline"`)]);
      expect(stale.html).toMatch(/<textarea[^>]*>Ốm<\/textarea>/u);
      expect(hiddenIn(stale.html, 'revision')).toBe('2');
      const silent = await browser(nga).post(`/my/visits/${id}/decline`, { revision: '2', reason: ' ' });
      expect([silent.status, silent.html]).toEqual([422, expect.stringContaining('Hãy ghi lý do không dự được')]);
      const declined = await browser(nga).post(`/my/visits/${id}/decline`, { revision: '2', reason: 'Ốm\u0000 nặng' });
      expect(declined.status).toBe(303);
      expect((await as(nga)('GET', `/visits/${id}`)).body).toMatchObject({
        state: 'declined',
        declineReason: 'Ốm nặng',
      });
      expect((await browser(hoa).post(`/my/visits/${id}/accept`, accept)).status).toBe(403);
    });

    it('have today first, what is over without an offer to accept it, and what is off with its reason', async () => {
      const dan = await somebody('Lý Văn Dân');
      const over = await visitOf(dan, '2020-12-02');
      const today = await aVisit(service, committee, {
        branchId: await aBranch(service, committee, ground),
        specialistId: dan.id,
        heldOn: day('2020-12-05'),
        time: '20:30',
      });
      const ahead = await visitOf(dan, '2020-12-20');
      const off = await visitOf(dan, '2020-12-22');
      const lastMonth = await visitOf(dan, '2020-11-03');
      await browser(dan).post(`/my/visits/${off.id}/decline`, { revision: '1', reason: 'Đi học', kind: 'duty' });
      const { html } = await browser(dan).open('/my/visits?month=2020-12');
      const at = (id: string) => html.indexOf(`id="v-${id}"`);
      expect([at(today.id), at(ahead.id), at(lastMonth.id), at(over.id), at(off.id)]).toEqual(
        [at(today.id), at(ahead.id), at(lastMonth.id), at(over.id), at(off.id)].toSorted((a, b) => a - b),
      );
      expect(html).not.toContain(`/my/visits/${over.id}/accept`);
      expect(html).toContain(`/my/visits/${over.id}/not-held`);
      expect(html).toContain('Lý do: Bận công tác khác – Đi học');
      expect(html).toContain(`/my/visits/${off.id}/take-back`);
      expect(html).toMatch(/hạn gửi phiếu 05\/11\/2020, chậm 30 ngày/);
      const brief = await browser(dan).open(`/my/visits/${off.id}`);
      expect(brief.html).not.toContain('visit.ics');
      expect((await browser(dan).open(`/my/visits/${off.id}/visit.ics`)).status).toBe(404);
    });

    it('are reported on the board’s page of forms, where they can be taken back', async () => {
      const { id } = await visitOf(hoa, '2020-12-01');
      const forms = '/months/2020-12/forms';
      const page = await browser(board).open(forms);
      expect(page.html).toContain(`${forms}/visits/${id}/missed`);
      const missed = { revision: '1', kind: 'family', reason: 'Con ốm' };
      expect((await browser(board).post(`${forms}/visits/${id}/missed`, missed)).location).toBe(forms);
      const after = (await browser(board).open(forms)).html;
      expect(after).not.toContain(`${forms}/visits/${id}/missed`);
      expect(after).toContain('Lý do: Việc gia đình – Con ốm');
      expect((await browser(board).post(`${forms}/visits/${id}/take-back`, { revision: '2' })).status).toBe(303);
      const notHeld = { revision: '3', reason: 'Chi bộ hoãn họp' };
      expect((await browser(board).post(`${forms}/visits/${id}/not-held`, notHeld)).status).toBe(303);
      expect((await browser(board).open(forms)).html).toContain('Lý do: Chi bộ hoãn họp');
    });

    it('come as a calendar of what was not declined', async () => {
      const lan = await somebody('Võ Thị Lan');
      const kept = await visitOf(lan, '2020-12-22');
      const { id } = await visitOf(lan, '2020-12-23');
      await as(lan)('POST', `/visits/${id}/decline`, { reason: 'Ốm' }, 1);
      const { status, type, html: ics } = await browser(lan).open('/my/visits.ics');
      expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
      expect(ics.match(/^UID:.*$/gm)).toEqual([`UID:${kept.id}@localhost`]);
      expect(ics).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20201222T193000');
      expect((await browser(lan).open(`/my/visits/${kept.id}/visit.ics`)).html).toContain('BEGIN:VEVENT');
      expect((await browser(hoa).open(`/my/visits/${kept.id}/visit.ics`)).status).toBe(403);
    });
  });
});
