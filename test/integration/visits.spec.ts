import type { Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/id.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { someAnswers } from '../../src/modules/evaluations/domain/some-answers.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
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
  let nga: SignedInPerson & { id: string };
  let hoa: SignedInPerson & { id: string };
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

  const visitOf = async (who: { id: string }, heldOn = '2020-12-03', branchId?: string) =>
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
    expect((await as(nga)<Problem>('POST', `/visits/${id}/decline`, { reason: 'Ốm' }, 1)).body.code).toBe('http.stale');
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
});
