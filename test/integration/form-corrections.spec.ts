import type { Actor } from '../../src/kernel/actor.ts';
import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { asHtmlPost, someAnswers } from '../fixtures/some-answers.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

interface Corrected {
  id: string;
  version: number;
  state: string;
  correctedBy: string | null;
  answers: { speakers: number };
}

describe('an obvious slip of a form', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let nga: SignedInPerson & { id: SpecialistId; email: string };
  const answers = someAnswers({ directives: [] });
  const reason = 'Biên bản ghi 28 người phát biểu.';

  beforeAll(async () => {
    service = await aService();
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
    board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
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

  async function aWaitingForm(state: 'submitted' | 'accepted' = 'submitted') {
    const branchId = await aBranch(service, committee, ground);
    const visit = await aVisit(service, committee, { branchId, specialistId: nga.id, heldOn: day('2020-12-03') });
    return { visit, form: await aForm(service, committee, visit, answers, state) };
  }
  const correct = <T = Corrected>(form: string, changes: object, { id = newId(), why = reason, as = board } = {}) =>
    apiOf(service, as)<T>(
      'PUT',
      `/submissions/${form}/corrections/${id}`,
      { answers: { ...answers, ...changes }, reason: why },
      { 'if-match': '"1"' },
    );
  const rows = <Row>(sql: string, ...values: unknown[]) =>
    service.as(committee, () => service.work.query<Row>(sql, values));

  it('is corrected by the board as the next version, which waits and keeps the ids of what was found', async () => {
    const { visit, form } = await aWaitingForm();
    const id = newId();
    const corrected = await correct(form, { speakers: 28 }, { id });
    expect([corrected.status, corrected.body]).toMatchObject([
      200,
      { id, version: 2, state: 'submitted', correctedBy: 'Trần Văn Ban', answers: { speakers: 28 } },
    ]);
    expect((await correct(form, { speakers: 28 }, { id })).body).toEqual(corrected.body);
    const kept = await rows(
      `select state, review_comment as why, finding_ids = (select finding_ids from submissions where id = $2) as same,
         submitted_by = $3 as "isHers" from submissions where visit_id = $1 order by version`,
      visit.id,
      form,
      nga.id,
    );
    expect(kept).toEqual([
      { state: 'returned', why: reason, same: true, isHers: true },
      { state: 'submitted', why: null, same: true, isHers: true },
    ]);
    const accepted = await apiOf(service, board)('POST', `/submissions/${id}/acceptance`, {}, { 'if-match': '"1"' });
    expect(accepted.status).toBe(200);
  });

  it('is corrected once by two who correct at the same moment', async () => {
    const { visit, form } = await aWaitingForm();
    const replies = await Promise.all([28, 27].map((speakers) => correct<Problem>(form, { speakers })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await rows(`select id from submissions where visit_id = $1`, visit.id)).toHaveLength(2);
  });

  it('is not corrected without a reason, without a change, with a contradiction, once accepted, or by its author', async () => {
    const { form } = await aWaitingForm();
    const codeOf = async (...given: Parameters<typeof correct>) => (await correct<Problem>(...given)).body.code;
    expect(await codeOf(form, { speakers: 28 }, { why: '  ' })).toBe('evaluation.comments_missing');
    expect(await codeOf(form, {})).toBe('evaluation.nothing_corrected');
    expect(await codeOf(form, { speakers: 900 })).toBe('input.invalid');
    expect(await codeOf((await aWaitingForm('accepted')).form, { speakers: 28 })).toBe('evaluation.already_accepted');
    expect((await correct(form, { speakers: 28 }, { as: nga })).status).toBe(403);
    const both = await signIn(service, committee, { email: nga.email, name: 'Lê Thị Nga', role: 'board' });
    expect(await codeOf(form, { speakers: 28 }, { as: both })).toBe('evaluation.own_form');
    await rows(`delete from memberships where role = 'board' and account_id = $1`, both.actor.accountId);
  });

  it('is corrected on a page that keeps what was typed, and the author reads what changed and why', async () => {
    const { form } = await aWaitingForm();
    const page = browserOf(service, board);
    expect((await page.open(`/submissions/${form}`)).html).toContain(`/submissions/${form}/correction`);
    const { html } = await page.open(`/submissions/${form}/correction`);
    const own = Object.fromEntries(['_revision', '_correctionId'].map((name) => [name, hiddenIn(html, name)]));
    const fields = { ...asHtmlPost(answers), ...own, speakers: '28' };
    const refused = await page.post(`/submissions/${form}/correction`, { ...fields, _reason: '' });
    expect([
      refused.status,
      /name="speakers"[^>]*value="28"|value="28"[^>]*name="speakers"/.test(refused.html),
    ]).toEqual([422, true]);
    const wrong = await page.post(`/submissions/${form}/correction`, { ...fields, speakers: '900', _reason: reason });
    expect([wrong.status, wrong.html.includes('href="#speakers"')]).toEqual([422, true]);
    const done = await page.post(`/submissions/${form}/correction`, { ...fields, _reason: reason });
    expect(done.status).toBe(303);
    const seen = (await browserOf(service, nga).open(`/submissions/${own['_correctionId']}`)).html;
    expect(seen).toContain('Trần Văn Ban đã sửa bản 1 của người dự, vì:');
    expect(seen).toContain(reason);
    expect(seen).toMatch(/class="changed"/);
    expect(seen).toContain('Đã sửa thay');
  });
});
