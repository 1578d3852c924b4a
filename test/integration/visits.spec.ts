import { type BranchId, newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

interface VisitBody {
  id: string;
  state: string;
  form: string | null;
  revision: number;
  companions: string[];
  declineReason: string | null;
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
    const { id } = await visitOf(nga);
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
      expect((await browser(nga).post(`/my/visits/${id}/accept`, accept)).location).toBe('/my/visits');
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
