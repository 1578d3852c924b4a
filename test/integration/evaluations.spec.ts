import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { AuditTrail } from '../../src/modules/audit/index.ts';
import { type Answers, SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { LockedVisits, type Visit, type VisitFinding } from '../../src/modules/visits/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

type FindingId = VisitFinding['id'];

interface Receipt {
  outcome: 'stored' | 'repeated';
  id: string;
  version: number;
  score: { total: number; rating: string };
}

interface Submission {
  state: string;
  revision: number;
  review: { by: string; comments: string | null } | null;
}

const form = (changes: Partial<Answers> = {}) => someAnswers({ directives: [], ...changes });

describe('the form of a visit', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let nga: SignedInPerson & { id: SpecialistId };
  let board: SignedInPerson;

  beforeAll(async () => {
    service = await aService();
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await service.clock.moveTo(new Date('2020-12-05T14:00:00Z'));
    nga = await somebody('Lê Thị Nga');
    board = await signIn(service, committee, { email: 'ban.to.chuc@mau.example', name: 'Trần Văn Ban', role: 'board' });
  });
  afterAll(() => service.end());

  async function somebody(name: string) {
    const { id, email } = await aSpecialist(service, committee, ground, name);
    return { ...(await signIn(service, committee, { email, name, role: 'specialist', specialistId: id })), id };
  }

  async function myVisit(who = nga): Promise<Visit> {
    const branchId = await aBranch(service, committee, ground);
    return aVisit(service, committee, { branchId, specialistId: who.id, heldOn: day('2020-12-03') });
  }

  const send = <T = Receipt>(
    visit: Visit,
    answers: object,
    {
      id = newId(),
      basedOn = 0,
      as = nga,
      reply,
    }: { id?: string; basedOn?: number; as?: SignedInPerson; reply?: string } = {},
  ) =>
    apiOf(service, as)<T>('PUT', `/visits/${visit.id}/submissions/${id}`, {
      basedOn,
      answers,
      ...(reply !== undefined && { reply }),
    });
  const asBoard = <T = Submission>(path: string, body: object, revision: number | null = 1) =>
    apiOf(service, board)<T>(
      'POST',
      `/submissions/${path}`,
      body,
      revision === null ? {} : { 'if-match': `"${revision}"` },
    );
  const rows = <Row>(sql: string, ...values: unknown[]) =>
    service.as(committee, () => service.work.query<Row>(sql, values));

  it('is stored once, scored, and lets the visit be done', async () => {
    const visit = await myVisit();
    const id = newId();
    const stored = await send(visit, form(), { id });
    expect([stored.status, stored.body]).toMatchObject([
      201,
      { outcome: 'stored', id, version: 1, score: { total: 100, rating: 'good' } },
    ]);
    const again = await send(visit, form(), { id });
    expect([again.status, again.body.outcome, again.body.version]).toEqual([200, 'repeated', 1]);
    expect(await rows(`select state, score from visits where id = $1`, visit.id)).toEqual([
      { state: 'done', score: null },
    ]);
  });

  it('is the same form although an import has removed a field that it names since', async () => {
    const visit = await myVisit();
    const id = newId();
    expect((await send(visit, form(), { id })).status).toBe(201);
    await rows(`update fields set code = 'gone' where code = 'security'`);
    try {
      const again = await send(visit, form(), { id });
      expect([again.status, again.body.outcome, again.body.version]).toEqual([200, 'repeated', 1]);
      const news = await send<Problem>(await myVisit(), form());
      expect([news.status, news.body.code]).toEqual([422, 'input.invalid']);
    } finally {
      await rows(`update fields set code = 'security' where code = 'gone'`);
    }
  });

  it('is one form when twenty sends of it arrive at once', async () => {
    const visit = await myVisit();
    const id = newId();
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(visit, form(), { id })));
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
    expect(await rows(`select version from submissions where visit_id = $1`, visit.id)).toEqual([{ version: 1 }]);
  });

  it('is one form when two phones send the same under two ids at once', async () => {
    const visit = await myVisit();
    const replies = await Promise.all([send(visit, form()), send(visit, form())]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(replies[0].body.id).toBe(replies[1].body.id);
  });

  it('keeps what was stored when other content comes under its id', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form(), { id });
    const other = await send<Problem>(visit, form({ present: 39, absentExcused: 3 }), { id });
    expect([other.status, other.body.code]).toEqual([409, 'evaluation.differs']);
    const elsewhere = await send<Problem>(await myVisit(), form(), { id });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'evaluation.differs']);
    const [kept] = await rows<{ present: number }>(
      `select (answers -> 'present')::int as present from submissions where id = $1`,
      id,
    );
    expect(kept).toEqual({ present: 40 });
  });

  it('is refused for somebody else’s visit, for one that was declined, and where nothing can be read', async () => {
    const hoa = await somebody('Phạm Thị Hoa');
    const visit = await myVisit();
    const strange = await send<Problem>(visit, form(), { as: hoa });
    expect([strange.status, strange.body.code]).toEqual([403, 'visit.not_yours']);
    const wrong = await send<Problem>(visit, { ...form(), speakers: 99, place: '' });
    expect([wrong.status, wrong.body.code, wrong.body.errors]).toMatchObject([
      422,
      'input.invalid',
      [
        { pointer: '/place', code: 'answer.required', detail: 'Mục này cần điền.' },
        {
          pointer: '/speakers',
          code: 'answer.more_than_present',
          detail: 'Nhiều hơn số có mặt (40). Hãy kiểm tra lại.',
        },
      ],
    ]);
    expect(await rows(`select id from submissions where visit_id = $1`, visit.id)).toEqual([]);
    await apiOf(service, nga)('POST', `/visits/${visit.id}/decline`, { reason: 'Ốm' }, { 'if-match': '"1"' });
    const closed = await send<Problem>(visit, form());
    expect([closed.status, closed.body.code]).toEqual([409, 'visit.not_open']);
  });

  it('is not for the board to send, nor for the public', async () => {
    const visit = await myVisit();
    expect((await send(visit, form(), { as: board })).status).toBe(403);
    expect((await send(visit, form(), { as: { ...nga, cookie: '' } })).status).toBe(401);
  });

  it('is never reviewed by whose form it is, whatever role they act in', async () => {
    const name = 'Phạm Hai Vai';
    const { id: specialistId, email } = await aSpecialist(service, committee, ground, name);
    await signIn(service, committee, { email, name, role: 'board' });
    const both = await signIn(service, committee, { email, name, role: 'specialist', specialistId });
    const visit = await myVisit({ ...both, id: specialistId });
    const id = newId();
    await send(visit, form(), { id, as: both });
    for (const [path, body] of [
      ['acceptance', {}],
      ['return', { comments: 'Ghi rõ hơn.' }],
      ['reopening', { reason: 'Ghi rõ hơn.' }],
    ] as const) {
      const own = await apiOf(service, both)('POST', `/submissions/${id}/${path}`, body, { 'if-match': '"1"' });
      expect([own.status, own.body.code]).toEqual([403, 'evaluation.own_form']);
    }
    expect((await asBoard(`${id}/acceptance`, {})).status).toBe(200);
  });

  it('leaves its figures and findings with the visit once it is accepted, and not before', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form({ goodPractices: [{ text: 'Tổ nhân dân tự quản vớt rác kênh.', field: 'environment' }] }), {
      id,
    });
    expect(await rows(`select 1 from findings where visit_id = $1`, visit.id)).toEqual([]);
    const accepted = await asBoard(`${id}/acceptance`, {});
    expect([accepted.status, accepted.etag, accepted.body]).toMatchObject([
      200,
      '"2"',
      { state: 'accepted', revision: 2, review: { by: 'Trần Văn Ban', comments: null } },
    ]);
    expect(
      await rows(
        `select attendance_present as present, attendance_of as of, speakers, score from visits where id = $1`,
        visit.id,
      ),
    ).toEqual([{ present: 40, of: 42, speakers: 21, score: 10_000 }]);
    expect(
      await rows(`select kind, field_code as field from findings where visit_id = $1 order by position`, visit.id),
    ).toEqual([
      { kind: 'strength', field: null },
      { kind: 'good_practice', field: 'environment' },
      { kind: 'shortcoming', field: 'environment' },
      { kind: 'reflection', field: 'security' },
    ]);
    const twice = await asBoard<Problem>(`${id}/acceptance`, {}, 2);
    expect([twice.status, twice.body.code]).toEqual([409, 'evaluation.already_accepted']);
    const after = await send<Problem>(visit, form({ present: 38, absentExcused: 4 }), { basedOn: 1 });
    expect([after.status, after.body.code]).toEqual([409, 'evaluation.already_accepted']);
  });

  it('is opened again with a reason: what it left is taken away, and its observer hears of it', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form(), { id });
    const early = await asBoard<Problem>(`${id}/reopening`, { reason: 'Ghi nhầm.' });
    expect([early.status, early.body.code]).toEqual([409, 'evaluation.not_accepted']);
    await asBoard(`${id}/acceptance`, {});
    const found = await rows<{ id: string }>(
      `select id from findings where visit_id = $1 and withdrawn_at is null order by position`,
      visit.id,
    );
    const silent = await asBoard<Problem>(`${id}/reopening`, { reason: ' ' }, 2);
    expect([silent.status, silent.body.code]).toEqual([422, 'evaluation.comments_missing']);
    const opened = await asBoard(`${id}/reopening`, { reason: 'Số có mặt ghi nhầm.' }, 2);
    expect([opened.status, opened.body]).toMatchObject([
      200,
      {
        state: 'returned',
        revision: 3,
        review: { comments: 'Số có mặt ghi nhầm.', wasAcceptedAt: expect.any(String) as string },
      },
    ]);
    expect(
      await rows(
        `select attendance_present as present, attendance_of as of, speakers, score, state from visits where id = $1`,
        visit.id,
      ),
    ).toEqual([{ present: null, of: null, speakers: null, score: null, state: 'done' }]);
    expect(await rows(`select 1 from findings where visit_id = $1 and withdrawn_at is null`, visit.id)).toEqual([]);
    expect(await rows(`select to_name from mails where key = $1`, `form-returned/${id}`)).toEqual([
      { to_name: 'Lê Thị Nga' },
    ]);
    const second = await send(visit, form({ present: 38, absentExcused: 4 }), { basedOn: 1 });
    expect([second.status, second.body.version]).toEqual([201, 2]);
    await asBoard(`${second.body.id}/acceptance`, {});
    expect(
      await rows<{ id: string }>(
        `select id from findings where visit_id = $1 and withdrawn_at is null order by position`,
        visit.id,
      ),
    ).toEqual(found);
  });

  it('goes back with a mail, and comes again as the next version', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form(), { id });
    const silent = await asBoard<Problem>(`${id}/return`, { comments: '  ' });
    expect([silent.status, silent.body.code]).toEqual([422, 'evaluation.comments_missing']);
    const lost = await asBoard<Problem>(`${id}/return`, { remarks: [{ question: '/nothing', text: 'Sửa' }] });
    expect([lost.status, lost.body.code]).toEqual([422, 'evaluation.remark_unknown']);
    const remarks = [
      { question: '/opinions', text: 'Xem lại.' },
      { question: '/scores/steps', text: 'Thiếu bước 5.' },
    ];
    expect((await asBoard(`${id}/return`, { remarks })).body).toMatchObject({
      state: 'returned',
      review: { comments: null, remarks },
    });
    expect((await asBoard(`${id}/return`, { remarks }, 1)).status).toBe(200);
    expect((await asBoard(`${id}/return`, { remarks: remarks.slice(1) }, 1)).status).toBe(412);
    expect(await rows(`select kind, to_name, subject from mails where key = $1`, `form-returned/${id}`)).toEqual([
      { kind: 'form-returned', to_name: 'Lê Thị Nga', subject: expect.stringContaining('Phiếu cần bổ sung') as string },
    ]);
    const stale = await send<Problem>(visit, form({ opinions: 31 }));
    expect([stale.status, stale.body.code]).toEqual([409, 'evaluation.stale']);
    const second = await send(visit, form({ opinions: 31 }), { basedOn: 1 });
    expect([second.status, second.body.version]).toEqual([201, 2]);
    const third = await send<Problem>(visit, form({ opinions: 32 }), { basedOn: 2 });
    expect([third.status, third.body.code]).toEqual([409, 'evaluation.waiting']);
    expect((await asBoard<Problem>(`${id}/acceptance`, {}, 2)).body.code).toBe('evaluation.stale');
    expect((await asBoard(`${second.body.id}/acceptance`, {})).body.state).toBe('accepted');
    expect((await send(visit, form(), { id })).body.outcome).toBe('repeated');
  });

  it('is taken back by its author while it waits: a draft again, asked for again, with a trace', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form({ present: 38, absentExcused: 4 }), { id });
    const withdraw = <T = Submission>(reason: string, revision = 1, as = nga) =>
      apiOf(service, as)<T>('POST', `/submissions/${id}/withdrawal`, { reason }, { 'if-match': `"${revision}"` });
    const hoa = await somebody('Phạm Thị Hoa');
    expect((await withdraw<Problem>('Ghi nhầm', 1, hoa)).body.code).toBe('visit.not_yours');
    expect((await withdraw<Problem>('  ')).body.code).toBe('evaluation.reason_missing');
    expect((await withdraw('Ghi nhầm số có mặt.')).body).toMatchObject({
      state: 'withdrawn',
      revision: 2,
      withdrawal: { reason: 'Ghi nhầm số có mặt.' },
      review: null,
    });
    expect((await withdraw('Ghi nhầm số có mặt.')).status).toBe(200);
    expect((await withdraw<Problem>('Lý do khác')).status).toBe(412);
    expect((await asBoard<Problem>(`${id}/acceptance`, {}, 2)).body.code).toBe('evaluation.withdrawn');

    expect(await rows(`select state from visits where id = $1`, visit.id)).toEqual([{ state: 'offered' }]);
    expect(await rows(`select from visit_forms where visit_id = $1`, visit.id)).toEqual([]);
    expect(
      await rows(`select based_on, content -> 'present' as present from drafts where visit_id = $1`, visit.id),
    ).toEqual([{ based_on: 1, present: 38 }]);
    const { body } = await apiOf(service, board)<{ forms: { visitId: string; state: string; version: number }[] }>(
      'GET',
      '/months/2020-12/forms',
    );
    expect(body.forms.find(({ visitId }) => visitId === visit.id)).toMatchObject({ state: 'missing', version: 0 });

    const next = await send(visit, form(), { basedOn: 1 });
    expect([next.status, next.body.version]).toEqual([201, 2]);
    expect((await withdraw<Problem>('Ghi nhầm số có mặt nữa.', 2)).status).toBe(409);
    expect(
      await rows(`select state, withdrawn_why from submissions where visit_id = $1 order by version`, visit.id),
    ).toEqual([
      { state: 'withdrawn', withdrawn_why: 'Ghi nhầm số có mặt.' },
      { state: 'submitted', withdrawn_why: null },
    ]);
    const trail = await rows(`select action from audit_entries where subject_id = $1 order by seq`, id);
    expect(trail).toEqual([{ action: 'evaluation.submitted' }, { action: 'evaluation.withdrawn' }]);
  });

  it('is either taken back or accepted when both are tried at once', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form(), { id });
    const seen = { 'if-match': '"1"' };
    const [taken, accepted] = await Promise.all([
      apiOf(service, nga)('POST', `/submissions/${id}/withdrawal`, { reason: 'Ghi nhầm' }, seen),
      asBoard<Problem>(`${id}/acceptance`, {}),
    ]);
    expect([taken.status, accepted.status].sort()).toEqual([200, 412]);
  });

  it('comes again unchanged with an answer to the reviewer, who reads it', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form(), { id });
    await asBoard(`${id}/return`, { comments: 'Kiểm tra số có mặt.' });
    const silent = await send<Problem>(visit, form(), { basedOn: 1 });
    expect([silent.status, silent.body.code]).toEqual([422, 'evaluation.unchanged']);
    const next = newId();
    const reply = 'Đã đối chiếu biên bản: số có mặt đúng.';
    expect((await send(visit, form(), { id: next, basedOn: 1, reply })).status).toBe(201);
    expect((await send(visit, form(), { id: next, basedOn: 1, reply })).status).toBe(200);
    const read = await apiOf(service, board)<{ reply: string; reference: string }>('GET', `/submissions/${next}`);
    expect(read.body).toMatchObject({ reply, reference: expect.stringMatching(/^[B-Y]{4}-[B-Y]{4}$/) as string });
    const long = await send<Problem>(visit, form(), { basedOn: 1, reply: 'x'.repeat(2_001) });
    expect(long.status).toBe(422);
  });

  describe('and its findings', () => {
    const lamp = { text: 'Đèn hẻm 48 hỏng.', field: 'security', answered: 'later', authority: 'Phường' } as const;
    const rubbish = { text: 'Còn rác đầu hẻm 122.', field: 'environment', cause: 'Chưa có lịch trực.' };
    const late = { text: 'Họp muộn giờ.', field: null, cause: null };
    const findingsOf = (visit: Visit) =>
      rows<{ id: string; text: string }>(
        `select id, kind, field_code as field, text, cause, answered, authority, withdrawn_at is not null as withdrawn
         from findings where visit_id = $1 order by withdrawn_at is not null, position`,
        visit.id,
      );
    const idsOf = async (submission: string) =>
      (await rows<{ ids: string[] }>(`select finding_ids as ids from submissions where id = $1`, submission))[0]?.ids;

    it('are the same after it was returned, edited and sent again, with all that was answered', async () => {
      const visit = await myVisit();
      const id = newId();
      await send(visit, form({ strengths: [], shortcomings: [rubbish, late], reflections: [lamp] }), { id });
      const [first, , third] = (await idsOf(id)) ?? [];
      await asBoard(`${id}/return`, { comments: 'Ghi rõ nguyên nhân.' });
      const edited = { ...rubbish, text: 'Còn nhiều rác đầu hẻm 122.', cause: 'Xe không vào được.' };
      const praise = { text: 'Chuẩn bị kỹ.', field: null };
      const again = await send(visit, form({ strengths: [praise], shortcomings: [edited], reflections: [lamp] }), {
        basedOn: 1,
      });
      await asBoard(`${again.body.id}/acceptance`, {});
      const none = { cause: null, answered: null, authority: null, withdrawn: false };
      expect(await findingsOf(visit)).toEqual([
        { ...none, kind: 'strength', ...praise, id: expect.not.stringMatching(`${first}|${third}`) as string },
        { ...none, kind: 'shortcoming', ...edited, id: first },
        { ...none, kind: 'reflection', ...lamp, id: third },
      ]);
    });

    it('change in their places, and are withdrawn rather than lost', async () => {
      const visit = await myVisit();
      const id = newId();
      await send(visit, form({ strengths: [], shortcomings: [rubbish, late], reflections: [lamp] }), { id });
      await asBoard(`${id}/acceptance`, {});
      const [first, second, third] = (await idsOf(id)) ?? [];
      const ids = { rubbish: first as FindingId, late: second as FindingId, lamp: third as FindingId };
      const none = { cause: null, answered: null, authority: null };
      const store = (...findings: VisitFinding[]) =>
        service.as(committee, () =>
          service.get(LockedVisits).storeResult(visit, { attendance: null, speakers: 20, score: null, findings }),
        );
      const newLate = { ...none, ...late, kind: 'shortcoming', id: ids.late, text: 'Họp muộn 15 phút.' } as const;
      const newLamp = { ...none, ...lamp, kind: 'reflection', id: ids.lamp } as const;
      await store(newLamp, newLate);
      expect(await findingsOf(visit)).toMatchObject([
        { id: ids.lamp, withdrawn: false },
        { id: ids.late, text: 'Họp muộn 15 phút.', withdrawn: false },
        { id: ids.rubbish, text: rubbish.text, cause: rubbish.cause, withdrawn: true },
      ]);
      await store({ ...none, ...rubbish, kind: 'shortcoming', id: ids.rubbish });
      expect((await findingsOf(visit)).map((each) => each.id)[0]).toBe(ids.rubbish);
      const other = await myVisit();
      await expect(
        service.as(committee, () =>
          service
            .get(LockedVisits)
            .storeResult(other, { attendance: null, speakers: 1, score: null, findings: [newLamp] }),
        ),
      ).rejects.toThrow('has the id of another');
    });
  });

  it('is reviewed by one of two boards at once', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form(), { id });
    const replies = await Promise.all([
      asBoard(`${id}/acceptance`, {}),
      asBoard(`${id}/return`, { comments: 'Xem lại' }),
    ]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const [kept] = await rows<{ revision: number }>(`select revision from submissions where id = $1`, id);
    expect(kept).toEqual({ revision: 2 });
  });

  it('is reviewed only by who has seen its latest state', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form(), { id });
    expect((await asBoard<Problem>(`${id}/acceptance`, {}, null)).body.code).toBe('http.version_missing');
    expect((await asBoard<Problem>(`${id}/acceptance`, {}, 7)).status).toBe(412);
    expect((await asBoard<Problem>(`${newId()}/acceptance`, {})).body.code).toBe('evaluation.no_submission');
    const asNga = await apiOf(service, nga)('POST', `/submissions/${id}/acceptance`, {}, { 'if-match': '"1"' });
    expect(asNga.status).toBe(403);
  });

  it('keeps a draft that no stale page writes over, and that the form takes away', async () => {
    const visit = await myVisit();
    const submissionId = newId();
    const save = (content: object, headers: Record<string, string>, basedOn = 0) =>
      apiOf(service, nga)<Problem & { revision: number }>(
        'PUT',
        `/visits/${visit.id}/draft`,
        { submissionId, basedOn, content },
        headers,
      );
    expect((await save({ present: '3' }, {})).body.code).toBe('http.version_missing');
    expect((await save({ present: '3' }, { 'if-none-match': '*' })).body.revision).toBe(1);
    expect((await save({ present: '36' }, { 'if-match': '"1"' })).etag).toBe('"2"');
    const stale = await save({ present: '40' }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'edit.stale']);
    const both = await Promise.all([
      save({ present: '37' }, { 'if-match': '"2"' }),
      save({ present: '38' }, { 'if-match': '"2"' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    await send(visit, form(), { id: submissionId });
    expect(await rows(`select 1 from drafts where visit_id = $1`, visit.id)).toEqual([]);
    expect((await save({ present: '1' }, { 'if-none-match': '*' }, 1)).body.code).toBe('evaluation.waiting');
  });

  it('leaves a trail that can be verified', async () => {
    const visit = await myVisit();
    const id = newId();
    await send(visit, form(), { id });
    await asBoard(`${id}/acceptance`, {});
    const trail = await rows<{ action: string }>(
      `select action from audit_entries where subject_kind = 'submission' and subject_id = $1 order by seq`,
      id,
    );
    expect(trail.map(({ action }) => action)).toEqual(['evaluation.submitted', 'evaluation.accepted']);
    expect(await service.work.as(committee, () => service.get(AuditTrail).verify())).toMatchObject({ fault: null });
  });
});

describe('the forms of a month', () => {
  it('are counted by their latest version, and read by board and leader only', async () => {
    const service = await aService();
    try {
      const committee = await aCommittee(service);
      const ground = await aGround(service, committee);
      await service.as(committee, () => service.get(SeedStandardRubric).execute());
      await service.as(committee, () => service.get(SeedStandardRubric).execute());
      await service.clock.moveTo(new Date('2020-12-05T14:00:00Z'));
      const { id: specialistId, email, name } = await aSpecialist(service, committee, ground);
      const nga = await signIn(service, committee, { email, name, role: 'specialist', specialistId });
      const leader = await signIn(service, committee, {
        email: 'lanh.dao@mau.example',
        name: 'Võ Văn Lãnh',
        role: 'leader',
      });
      const ids: string[] = [];
      for (const at of ['2020-12-01', '2020-12-02', '2020-12-03']) {
        const branchId = await aBranch(service, committee, ground);
        ids.push((await aVisit(service, committee, { branchId, specialistId, heldOn: day(at) })).id);
      }
      await apiOf(service, nga)('PUT', `/visits/${ids[2]}/submissions/${newId()}`, { basedOn: 0, answers: form() });
      const { status, body } = await apiOf(service, leader)('GET', '/months/2020-12/forms');
      expect([status, body]).toMatchObject([
        200,
        {
          expected: 3,
          missing: 2,
          toReview: 1,
          accepted: 0,
          forms: [{ state: 'missing' }, {}, { state: 'submitted', total: 100 }],
        },
      ]);
      expect((await apiOf(service, nga)('GET', '/months/2020-12/forms')).status).toBe(403);
      expect((await apiOf(service, leader)('GET', '/months/2020-13/forms')).status).toBe(400);
    } finally {
      await service.end();
    }
  });
});
