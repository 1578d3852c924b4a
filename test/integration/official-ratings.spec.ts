import type { Actor } from '../../src/kernel/actor.ts';
import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import type { Visit } from '../../src/modules/visits/index.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

interface Rated {
  official: { number: number; rating: string; byPoints: string; reason: string | null; by: string } | null;
  decisions: { number: number; rating: string | null }[];
}

describe('the official rating of a meeting', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let leader: SignedInPerson;
  let nga: SignedInPerson & { id: SpecialistId; email: string };

  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
  });
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const person = (role: 'board' | 'leader', name: string) =>
      signIn(service, committee, { email: `${role}.${committee.committeeId}@mau.example`, name, role });
    board = await person('board', 'Trần Văn Ban');
    leader = await person('leader', 'Võ Văn Lãnh');
    const { id, email } = await aSpecialist(service, committee, ground, 'Lê Thị Nga');
    const session = await signIn(service, committee, {
      email,
      name: 'Lê Thị Nga',
      role: 'specialist',
      specialistId: id,
    });
    nga = { ...session, id, email };
  });
  afterAll(() => service.end());

  const aMeeting = async (heldOn = '2020-12-03'): Promise<Visit> =>
    aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId: nga.id,
      heldOn: day(heldOn),
    });
  const decide = <T = Rated>(form: string, body: object, seen = 0, as = board) =>
    apiOf(service, as)<T>('PUT', `/submissions/${form}/official-rating`, body, { 'if-match': `"${seen}"` });
  const read = (form: string, as = board) => apiOf(service, as)<Rated>('GET', `/submissions/${form}/official-rating`);
  const rows = <Row>(sql: string, ...values: unknown[]) =>
    service.as(committee, () => service.work.query<Row>(sql, values));

  it('is decided by the board on an accepted form, with a reason where it is not what the points say', async () => {
    const form = await aForm(service, committee, await aMeeting());
    const refused = await decide<Problem>(form, { rating: 'fair' });
    expect([refused.status, refused.body.code]).toEqual([422, 'rating.reason_missing']);
    const reason = 'Chưa thông qua nghị quyết.';
    const decided = await decide(form, { rating: 'fair', reason });
    expect([decided.status, decided.body.official]).toMatchObject([
      200,
      { number: 1, rating: 'fair', byPoints: 'good', reason, by: 'Trần Văn Ban' },
    ]);
    expect((await decide(form, { rating: 'fair', reason })).body.decisions).toHaveLength(1);
    const later = await decide(form, { rating: 'good' }, 1);
    expect(later.body.decisions.map(({ number, rating }) => [number, rating])).toEqual([
      [1, 'fair'],
      [2, 'good'],
    ]);
    const back = await decide(form, { rating: null, reason: 'Chờ biên bản.' }, 2);
    expect([back.body.official, back.body.decisions.length]).toEqual([null, 3]);
    // The author reads what was decided.
    expect((await read(form, nga)).body.decisions).toHaveLength(3);
    const kept = await rows<{ action: string }>(
      `select action from audit_entries where subject_kind = 'official_rating' order by seq`,
    );
    expect(kept.map(({ action }) => action)).toEqual(['rating.decided', 'rating.decided', 'rating.taken_back']);
  });

  it('is decided once by two who decide at the same moment', async () => {
    const form = await aForm(service, committee, await aMeeting());
    const replies = await Promise.all(
      ['fair', 'average'].map((rating) => decide<Problem>(form, { rating, reason: `Vì sao ${rating}.` })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const [late] = replies.filter(({ status }) => status === 412);
    expect(late?.body.code).toBe('edit.stale');
    expect((await read(form)).body.decisions).toHaveLength(1);
  });

  it('is refused on a form that waits, to the observer who is of the board too, and to whom the policy does not name', async () => {
    const waiting = await aForm(service, committee, await aMeeting(), {}, 'submitted');
    const visit = await aMeeting('2020-12-04');
    const form = await aForm(service, committee, visit);
    expect((await decide<Problem>(waiting, { rating: 'good' })).body.code).toBe('rating.not_accepted');
    expect((await decide<Problem>(newId(), { rating: 'good' })).body.code).toBe('evaluation.no_submission');
    expect((await decide<Problem>(form, { rating: 'good' }, 0, leader)).body.code).toBe('rating.by_others');
    expect((await decide<Problem>(form, { rating: 'good' }, 0, nga)).status).toBe(403);
    const { email } = nga;
    const both = await signIn(service, committee, { email, name: 'Lê Thị Nga', role: 'board' });
    expect((await decide<Problem>(form, { rating: 'good' }, 0, both)).body.code).toBe('rating.own_meeting');
    expect((await browserOf(service, both).open(`/submissions/${form}`)).html).toContain(
      'Đồng chí đã dự buổi này nên người khác quyết định xếp loại.',
    );

    const { etag } = await apiOf(service, board)('GET', '/policies/rating');
    const policy = { from: '2020-12', values: { decidedBy: 'leader' } };
    expect((await apiOf(service, board)('PATCH', '/policies/rating', policy, { 'if-match': etag ?? '' })).status).toBe(
      200,
    );
    expect((await decide<Problem>(form, { rating: 'good' })).body.code).toBe('rating.by_others');
    expect((await decide(form, { rating: 'good' }, 0, leader)).body.official?.by).toBe('Võ Văn Lãnh');
  });

  it('lapses when its form is opened again, and the history stays', async () => {
    const form = await aForm(service, committee, await aMeeting());
    await decide(form, { rating: 'fair', reason: 'Theo biên bản.' });
    const reopened = await apiOf(service, board)(
      'POST',
      `/submissions/${form}/reopening`,
      { reason: 'Sai số có mặt.' },
      { 'if-match': '"1"' },
    );
    expect(reopened.status).toBe(200);
    const { body } = await read(form);
    expect([body.official, body.decisions.length]).toEqual([null, 1]);
  });

  it('is decided on the page, keeps what was typed, and is shown wherever the meeting is', async () => {
    const visit = await aMeeting();
    const form = await aForm(service, committee, visit);
    const page = browserOf(service, board);
    const before = (await page.open(`/submissions/${form}`)).html;
    expect(before).toMatch(/value="good"[^>]*checked/);
    const refused = await page.post(`/submissions/${form}/rating`, { rating: 'average', reason: '', seen: '0' });
    expect([refused.status, /value="average"[^>]*checked/.test(refused.html)]).toEqual([422, true]);
    expect(refused.html).toContain('Ghi lý do xếp loại Trung bình.');
    const reason = 'Nghị quyết chưa thông qua <b>';
    const done = await page.post(`/submissions/${form}/rating`, { rating: 'average', reason, seen: '0' });
    expect(done.status).toBe(303);
    const { html } = await page.open(`/submissions/${form}`);
    expect(html).toContain('Nghị quyết chưa thông qua &lt;b&gt;');
    expect((await page.open(`/branches/${visit.branchId}`)).html).toMatch(/Trung bình \(chính thức\)/);
    expect((await page.open('/months/2020-12/forms')).html).toMatch(/Trung bình <span class="sub">chính thức/);
    const list = await apiOf(service, board)<{ forms: object[] }>('GET', '/months/2020-12/forms');
    expect(list.body.forms).toMatchObject([{ rating: 'good', officialRating: 'average' }]);

    await apiOf(service, board)('POST', '/months/2020-12/briefing');
    const briefing = (await page.open('/months/2020-12/briefing')).html.replace(/<[^>]+>/g, '');
    expect(briefing).toContain('Trung bình (theo điểm: Tốt)');
    expect(briefing).not.toContain('xếp loại chính thức khác với bản này');
    await decide(form, { rating: null, reason: 'Chờ biên bản.' }, 1);
    expect((await page.open('/months/2020-12/briefing')).html).toContain(
      '1 buổi có xếp loại chính thức khác với bản này.',
    );
  });
});
