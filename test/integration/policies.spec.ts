import { catalogues } from '../../src/app/texts.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { Letterheads } from '../../src/modules/documents/infra/letterheads.ts';
import { Rubrics } from '../../src/modules/evaluations/infra/repositories/rubrics.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { STANDARD_POLICY } from '../../src/modules/planning/domain/planning-policy.ts';
import { MonthFactsReadModel } from '../../src/modules/planning/infra/month-facts-read-model.ts';
import { PlanMonth, Plans } from '../../src/modules/planning/index.ts';
import { readValue } from '../../src/modules/policies/domain/read-values.ts';
import { PoliciesReadModel } from '../../src/modules/policies/index.ts';
import { DeadlinesReadModel } from '../../src/modules/visits/index.ts';
import { messageOf } from '../../src/platform/i18n/messages.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const DECEMBER = month('2020-12');

interface PolicyBody {
  readonly month: string;
  readonly firstOpen: string;
  readonly decidedFrom: readonly string[];
  readonly fields: readonly { readonly key: string; readonly value: unknown; readonly builtIn: unknown }[];
}

describe('the policy of a committee', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let ground: Ground;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    board = await someone('ban', 'board');
  });

  const someone = (name: string, role: 'board' | 'leader' | 'admin') =>
    signIn(service, committee, {
      email: `${name}.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role,
    });
  const read = async (part: string, of = '') => {
    const { body, etag } = await apiOf(service, board)<PolicyBody>('GET', `/policies/${part}${of && `?month=${of}`}`);
    return { ...body, etag: etag ?? '', of: (key: string) => body.fields.find((field) => field.key === key)?.value };
  };
  const change = async <T = PolicyBody>(part: string, from: string, values: object, etag?: string) => {
    const seen = etag ?? (await read(part)).etag;
    return apiOf(service, board)<T>('PATCH', `/policies/${part}`, { from, values }, { 'if-match': seen });
  };
  const published = async (heldOn: string) => {
    const branchId = await aBranch(service, committee, ground);
    const { id: specialistId } = await aSpecialist(service, committee, ground);
    await aVisit(service, committee, { branchId, specialistId, heldOn: day(heldOn) });
  };

  it('has a name, a sentence and a built-in value that may be typed, for each field in both languages', async () => {
    const parts = await service.work.as(committee, () => service.get(PoliciesReadModel).list());
    expect(parts.map(({ key }) => key)).toEqual(['planning', 'duty', 'scoring', 'rating', 'briefing']);
    for (const { key: part, fields, builtIn } of parts) {
      for (const field of fields) {
        for (const catalogue of Object.values(catalogues)) {
          const texts = ['field', 'help'].map((kind) => messageOf(catalogue, `policy.${kind}.${part}.${field.key}`));
          texts.push(messageOf(catalogue, `policy.group.${part}.${field.group}`));
          if (field.kind === 'choice') {
            texts.push(...field.options.map((option) => messageOf(catalogue, `policy.option.${field.key}.${option}`)));
          }
          expect(texts).not.toContain('');
        }
        const value = builtIn[field.key] ?? null;
        expect({ field: field.key, ...readValue(field, value) }).toEqual({ field: field.key, value });
      }
    }
  });

  it('makes the plan of a month: one visit a day, a night of rest, somebody who may lead', async () => {
    await aSpecialist(service, committee, ground);
    for (const [on, time] of [
      ['2020-12-10', '08:00'],
      ['2020-12-10', '19:30'],
      ['2020-12-11', '06:30'],
    ] as const) {
      const branchId = await aBranch(service, committee, ground);

      const at = { branchId, kind: 'regular', day: day(on), time, minutes: 90, place: '', note: '' } as const;
      await service.as(committee, () => service.get(AddMeeting).execute(DECEMBER, at));
    }
    const planned = async () => {
      const solve = await service.work.as(committee, () => service.get(PlanMonth).execute(DECEMBER));
      await service.work.as(committee, () =>
        service.get(SolveMonth).execute(DECEMBER, solve, new AbortController().signal),
      );
      const plan = await service.work.as(committee, () => service.get(Plans).find(DECEMBER));
      return plan?.plan.assignments.length;
    };
    const plannedBy = async (values: object) => {
      expect((await change('planning', '2020-12', values)).status).toBe(200);
      return planned();
    };
    expect(await planned()).toBe(3);
    expect(await plannedBy({ perDay: 1 })).toBe(2);
    expect((await read('planning', '2020-12')).of('perDay')).toBe(1);
    expect(await plannedBy({ perDay: null, overnightHours: 11 })).toBe(2);
    expect((await read('planning', '2020-12')).of('overnightHours')).toBe(11);
    expect(await plannedBy({ overnightHours: 0, teamNeedsLead: true })).toBe(0);
  });

  it('counts from its month on, and says so in the trail with what was there before', async () => {
    await change('planning', '2021-01', { cycleMonths: 4, maxKm: 30 });
    const cycleIn = async (of: string) =>
      (await service.as(committee, () => service.get(MonthFactsReadModel).policy(month(of)))).engine.coverage
        .cycleMonths;
    expect([await cycleIn('2020-12'), await cycleIn('2021-01'), await cycleIn('2021-06')]).toEqual([6, 4, 4]);
    const { html } = await browserOf(service, board).open('/policy/planning?month=2021-01');
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Trần Văn Ban: từ tháng 01/2021');
    expect(text).toContain('Mỗi chi bộ ít nhất một lần trong: 6 tháng → 4 tháng');
    expect(text).toContain('Xa nhất: không → 30 km');
  });

  it('stays as it was in a month that is over or published', async () => {
    expect((await read('planning')).firstOpen).toBe('2020-11');
    const past = await change<Problem>('planning', '2020-10', { perDay: 1 });
    expect([past.status, past.body.code]).toEqual([409, 'policy.starts_too_early']);
    await published('2020-12-03');
    for (const part of ['planning', 'duty', 'scoring']) expect((await read(part)).firstOpen).toBe('2021-01');
    expect((await read('briefing')).firstOpen).toBe('2020-11');
    const kept = await change<Problem>('planning', '2020-12', { perDay: 1 });
    expect(kept.body.title).toContain('Hãy chọn từ tháng 01/2021 trở đi');
    expect((await change('planning', '2021-01', { perDay: 1 })).status).toBe(200);
  });

  it('cannot be taken back once a month was published by it', async () => {
    await change('planning', '2020-12', { perDay: 3 });
    await published('2020-12-03');
    const { etag } = await read('planning');
    const api = apiOf(service, board);
    expect((await api('DELETE', '/policies/planning/2020-12', undefined, { 'if-match': etag })).status).toBe(409);
    expect((await read('planning', '2020-12')).of('perDay')).toBe(3);
  });

  it('is taken back once, and what counted before counts again', async () => {
    await change('duty', '2020-12', { formWorkdays: 5 });
    const { etag, of } = await read('duty', '2020-12');
    expect(of('formWorkdays')).toBe(5);
    const api = apiOf(service, board);
    const takeBack = () => api('DELETE', '/policies/duty/2020-12', undefined, { 'if-match': etag });
    expect([(await takeBack()).status, (await takeBack()).status]).toEqual([204, 204]);
    expect((await read('duty')).decidedFrom).toEqual([]);
  });

  it('is not overwritten by whoever comes second, and the same change twice is one', async () => {
    const { etag } = await read('planning');
    expect((await change('planning', '2020-12', { perDay: 1 }, etag)).status).toBe(200);
    expect((await change('planning', '2020-12', { perDay: 1 }, etag)).status).toBe(200);
    const late = await change<Problem>('planning', '2020-12', { perDay: 4 }, etag);
    expect([late.status, late.body.code, late.body.title.includes('Trần Văn Ban')]).toEqual([412, 'edit.stale', true]);
    const fresh = (await read('planning')).etag;
    const both = await Promise.all([1, 2].map((perWeek) => change('planning', '2020-12', { perWeek }, fresh)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it.each([
    [{ perDay: 0 }, '/values/perDay', 'Hãy ghi một số nguyên từ 1 đến 10.'],
    [{ perDay: 'hai' }, '/values/perDay', 'Hãy ghi một số nguyên từ 1 đến 10.'],
    [{ oncePerBranch: 'maybe' }, '/values/oncePerBranch', 'Hãy chọn một trong các giá trị.'],
    [{ eveningFrom: '25:00' }, '/values/eveningFrom', 'Hãy ghi giờ, ví dụ 17:30.'],
    [{ rotationGapMonths: null }, '/values/rotationGapMonths', 'Hãy ghi một giá trị; ô này không để trống được.'],
    [{ perYear: 1 }, '/values/perYear', 'Không có ô này trong mẫu.'],
  ])('refuses %j', async (values, pointer, detail) => {
    const { status, body } = await change<Problem>('planning', '2020-12', values);
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ pointer, detail })]]);
  });

  it('does not contradict itself', async () => {
    const { status, body } = await change<Problem>('planning', '2020-12', { observersLeast: 2 });
    expect([status, body.code]).toEqual([422, 'plan.observers_contradict']);
    expect((await change('planning', '2020-12', { observersLeast: 2, observersMost: 2 })).status).toBe(200);
  });

  it('sets when something is due in the month', async () => {
    await change('duty', '2020-12', { formWorkdays: 5, answerWorkdays: 1 });
    const deadlines = await service.as(committee, () => service.get(DeadlinesReadModel).read());
    const planned = { zone: 'Asia/Ho_Chi_Minh', returnedAt: null, askedAt: null };
    expect(deadlines.formDueOn({ ...planned, heldOn: day('2020-11-27') })).toBe('2020-12-01');
    expect(deadlines.formDueOn({ ...planned, heldOn: day('2020-12-03') })).toBe('2020-12-10');
    // Computed in November, for visits of December.
    expect(deadlines.answerBy(day('2020-11-27'), day('2020-12-10'))).toBe('2020-11-30');
  });

  it('is a new version of the rubric where it is about scoring', async () => {
    await change('scoring', '2020-12', { unreachablePoints: 'leave', smallBelow: 10, smallMinutes: 60 });
    await change('scoring', '2020-12', { exactlyHalfSpeaking: 'upper' });
    const rubricOn = (on: string) => service.as(committee, () => service.get(Rubrics).current(day(on)));
    expect((await rubricOn('2020-11-30')).policy).toMatchObject({ unreachablePoints: 'rescale', smallBranch: null });
    expect((await rubricOn('2020-12-01')).policy).toMatchObject({
      unreachablePoints: 'leave',
      exactlyHalfSpeaking: 'upper',
      smallBranch: { membersBelow: 10, requiredMinutes: 60 },
    });
  });

  it('is changed by the board and administrators, and read by leaders', async () => {
    const leader = apiOf(service, await someone('lanh.dao', 'leader'));
    const seen = { 'if-match': (await read('duty')).etag };
    expect((await leader('PATCH', '/policies/duty', { from: '2020-12', values: {} }, seen)).status).toBe(403);
    const { html } = await browserOf(service, await someone('lanh.dao', 'leader')).open('/policy/duty');
    expect(html).toContain('Gửi phiếu trong');
    expect(html).not.toContain('name="formWorkdays"');
    expect((await apiOf(service, board)('GET', '/policies/weather')).status).toBe(404);
  });

  describe('on its page', () => {
    it('is saved, and comes back with what was typed where somebody was quicker', async () => {
      const browser = browserOf(service, board);
      await browser.open('/policy/planning');
      const { html } = await browser.open('/policy/planning');
      const seen = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';
      const sent = { shown: '2020-11', from: '2020-12', seen };
      expect((await browser.post('/policy/planning', { ...sent, perDay: '1' })).status).toBe(303);
      const late = await browser.post('/policy/planning', { ...sent, shown: '2020-12', perDay: '3' });
      expect(late.status).toBe(412);
      expect(late.html).toContain('value="3"');
      expect(late.html).toContain('Đang là: 1 lượt dự.');
    });

    it('says beneath its field what is wrong', async () => {
      const browser = browserOf(service, board);
      await browser.open('/policy/duty');
      const wrong = await browser.post('/policy/duty', {
        shown: '2020-11',
        from: '2020-12',
        seen: '1',
        formWorkdays: '99',
      });
      expect(wrong.status).toBe(422);
      expect(wrong.html).toContain('Hãy ghi một số nguyên từ 0 đến 30.');
      const early = await browser.post('/policy/duty', {
        shown: '2020-11',
        from: '2020-10',
        seen: '1',
        formWorkdays: '3',
      });
      expect([early.status, early.html.includes('giữ nguyên')]).toEqual([409, true]);
    });

    it('changes nothing that another month has otherwise', async () => {
      await change('planning', '2021-03', { perWeek: 9 });
      const browser = browserOf(service, board);
      const { html } = await browser.open('/policy/planning');
      const seen = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';
      const typed = { perDay: '3', perWeek: '5' };
      await browser.post('/policy/planning', { shown: '2020-11', from: '2021-03', seen, ...typed });
      const caps = (await service.as(committee, () => service.get(MonthFactsReadModel).policy(month('2021-03')))).caps;
      expect(caps).toEqual({ day: 3, evening: null, week: 9 });
    });
  });

  it('has names of its own, which administrators change for documents to come', async () => {
    const admin = browserOf(service, await someone('quan.tri', 'admin'));
    const { html } = await admin.open('/policy/labels');
    const seen = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';
    const labels = {
      name: 'Đảng ủy phường Xóm Chiếu',
      superiorName: 'Thành ủy',
      boardName: 'Ban Xây dựng Đảng',
      boardSymbol: 'BXDĐ',
      place: 'Xóm Chiếu',
    };
    expect((await admin.post('/policy/labels', { seen, ...labels, boardName: '' })).html).toContain('Hãy ghi');
    expect((await admin.post('/policy/labels', { seen, ...labels })).status).toBe(303);
    expect((await admin.post('/policy/labels', { seen, ...labels })).status).toBe(303);
    const late = await admin.post('/policy/labels', { seen, ...labels, place: 'Quận 4' });
    expect([late.status, late.html.includes('value="Quận 4"')]).toEqual([412, true]);
    const head = await service.as(committee, () => service.get(Letterheads).get());
    expect(head).toMatchObject({ committee: labels.name, board: labels.boardName, boardSymbol: 'BXDĐ' });
    const text = (await admin.open('/policy/labels')).html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Tên cấp ủy: Quận ủy Mẫu → Đảng ủy phường Xóm Chiếu');
    const boards = browserOf(service, board);
    expect((await boards.open('/policy/labels')).html).not.toContain('name="boardName"');
    expect((await boards.post('/policy/labels', { seen, ...labels })).status).toBe(403);
  });

  it('has names that programs read and change as the page does', async () => {
    const admin = apiOf(service, await someone('quan.tri', 'admin'));
    const path = '/committee/labels';
    const { body, etag } = await apiOf(service, board)<LabelsBody>('GET', path);
    expect(body.labels).toMatchObject({ name: 'Quận ủy Mẫu', signatoryName: '' });
    const change = <T = LabelsBody>(labels: object, seen: string) =>
      admin<T>('PATCH', path, { labels }, { 'if-match': seen });
    const changed = await change({ boardName: '  Ban   Xây dựng Đảng ', place: 'Xóm Chiếu' }, etag ?? '');
    expect(changed.body.labels).toMatchObject({
      boardName: 'Ban Xây dựng Đảng',
      place: 'Xóm Chiếu',
      name: 'Quận ủy Mẫu',
    });
    // The same again is answered like the first; another one on what is no longer so is stale.
    expect((await change({ place: 'Xóm Chiếu' }, etag ?? '')).status).toBe(200);
    expect((await change({ place: 'Quận 4' }, etag ?? '')).status).toBe(412);
    const wrong = await change<Problem>(
      { boardName: ' ', boardSymbol: 'X'.repeat(21), nonsense: 'x', term: 3 },
      changed.etag ?? '',
    );
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/labels/boardName',
      '/labels/boardSymbol',
      '/labels/nonsense',
      '/labels/term',
    ]);
    expect(wrong.body.errors?.map(({ detail }) => detail)).toContain('Dài quá: nhiều nhất 20 ký tự.');
    const denied = await apiOf(service, board)('PATCH', path, { labels: {} }, { 'if-match': changed.etag ?? '' });
    expect(denied.status).toBe(403);
  });

  it('has an order of what a plan looks at, and warnings that begin where it says', async () => {
    expect((await read('planning')).of('tierOrder')).toBe('fairness_first');
    const values = { tierOrder: 'fit_first', warnPerDay: 2, warnKm: null, warnNewcomerAlone: false };
    const { body } = await change('planning', '2021-01', values);
    const told = Object.fromEntries(body.fields.map(({ key, value }) => [key, value]));
    expect(told).toMatchObject(values);
    const policyOf = (of: string) => service.as(committee, () => service.get(MonthFactsReadModel).policy(month(of)));
    const january = await policyOf('2021-01');
    expect(january.engine.tiers).toEqual(['coverage', 'quality', 'fairness', 'stability', 'linkage']);
    expect(january.warnings).toEqual({ day: 2, evening: 2, week: 6, km: null, newcomerAlone: false });
    expect((await policyOf('2020-12')).engine.tiers).toEqual(STANDARD_POLICY.engine.tiers);
    expect((await browserOf(service, board).open('/policy/planning?month=2021-01')).html).toContain(
      'Người hợp chi bộ nhất',
    );
  });
});

interface LabelsBody {
  readonly labels: Readonly<Record<string, string>>;
}
