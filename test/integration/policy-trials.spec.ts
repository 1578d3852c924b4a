import type { Actor } from '../../src/kernel/actor.ts';
import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import {
  PlanMonth,
  Plans,
  type PolicyTrialId,
  PolicyTrialReadModel,
  Solves,
} from '../../src/modules/planning/index.ts';
import { PoliciesReadModel, type PolicyValue } from '../../src/modules/policies/index.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');
const POLICY = '/policy/planning';
const TRIALS = `${POLICY}/trials`;

describe('a change of the policy that is looked at before it is kept', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    board = await someone('ban', 'board');
    // Three meetings of one day for two people: somebody goes twice.
    const people: SpecialistId[] = [];
    for (const name of ['Nguyễn Thị Lan', 'Phạm Văn Minh']) {
      people.push((await aSpecialist(service, committee, ground, name)).id);
    }
    for (const [on, time] of [
      ['2020-12-08', '08:00'],
      ['2020-12-08', '14:00'],
      ['2020-12-08', '19:30'],
    ] as const) {
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day(on), time, minutes: 60, place: '', note: '' };
      await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
    }
    const id = await asBoard(() => service.get(PlanMonth).execute(DECEMBER));
    await until(async () => (await asBoard(() => service.get(Solves).find(id)))?.state === 'done');
  });

  const someone = (name: string, role: 'board' | 'leader' | 'admin') =>
    signIn(service, committee, {
      email: `${name}.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role,
    });
  const asBoard = <T>(work: () => Promise<T>) => service.work.as(board.actor, work);
  const policy = () => asBoard(() => service.get(PoliciesReadModel).read('planning', DECEMBER));
  const draft = () => service.as(committee, () => service.get(Plans).findHeader(DECEMBER));
  /** The whole form, as a browser sends it. */
  const form = async (typed: Readonly<Record<string, string>>): Promise<Record<string, string>> => {
    const { fields, values, revision } = await policy();
    const written = (value: PolicyValue) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? ''));
    return {
      ...Object.fromEntries(fields.map(({ key }) => [key, written(values[key] ?? null)])),
      seen: String(revision),
      shown: '2020-12',
      from: '2020-12',
      ...typed,
    };
  };
  const look = async (typed: Readonly<Record<string, string>>) => {
    const { status, location } = await browserOf(service, board).post(TRIALS, await form(typed));
    expect(status).toBe(303);
    return { href: location ?? '', id: (location ?? '').replace(`${TRIALS}/`, '') as PolicyTrialId };
  };
  const effectOf = async (id: PolicyTrialId) => {
    const { months } = await asBoard(() => service.get(PolicyTrialReadModel).read(id));
    if (!months[0]) throw new Error('no month is touched');
    return months[0];
  };

  it('says which visits of the draft would break which rule, and keeps nothing', async () => {
    const before = await policy();
    const { href, id } = await look({ perDay: '1' });
    const { html, status } = await browserOf(service, board).open(href);
    expect(status).toBe(200);
    const { effect } = await effectOf(id);
    expect(effect.isOutdated).toEqual({ before: false, after: true });
    expect(effect.broken.map(({ code }) => code)).toEqual(['verify.above_visit_limit']);
    expect(html).toMatch(/(Nguyễn Thị Lan|Phạm Văn Minh) thành 2 lượt trong một ngày, buổi hoặc tuần, quá mức 1/);
    expect(html).toContain('Bản nháp sẽ cũ');
    expect(html).toContain('Phần của tháng và cân đối các tháng trước của từng người không đổi');
    expect(await policy()).toEqual(before);
  });

  it('says that a draft still fits where nothing that it was planned by changes', async () => {
    const { href, id } = await look({ needsApproval: 'yes', warnPerDay: '2' });
    const { effect } = await effectOf(id);
    expect(effect.isOutdated).toEqual({ before: false, after: false });
    expect(effect.broken).toEqual([]);
    expect(effect.warnings.map(({ kind }) => kind)).toEqual(['many_in_day']);
    const { html } = await browserOf(service, board).open(href);
    expect(html).toContain('Bản nháp vẫn đúng');
    expect(html).toContain('sẽ phải được duyệt trước khi công bố');
    expect(html).toContain('1 điều mới cần lưu ý');
  });

  it('makes the plan that would come of it, beside the draft, which stays', async () => {
    const before = await draft();
    const { href, id } = await look({ perDay: '1' });
    const browser = browserOf(service, board);
    const asked = await Promise.all([1, 2].map(() => browser.post(`${href}/plans/2020-12`, {})));
    expect(asked.map(({ status }) => status)).toEqual([303, 303]);
    await until(async () => (await effectOf(id)).plan !== null, 60);
    const { plan } = await effectOf(id);
    expect(plan?.figures.before.visits).toBe(3);
    expect(plan?.figures.after.visits).toBe(2);
    expect(plan?.figures.after.unmet.length).toBe((plan?.figures.before.unmet.length ?? 0) + 1);
    expect(
      plan?.loads.map(({ visits, balance }) => balance.after - balance.before - 100 * (visits.after - visits.before)),
    ).toEqual([0]);
    expect(await draft()).toEqual(before);
    const { html } = await browser.open(href);
    expect(html).toContain('Kế hoạch lập thử');
    expect(html).toContain('2 → 1');
    expect(html).toContain('Cân đối chuyển sang tháng sau');
  });

  it('is kept by one press, after which there is nothing left to keep', async () => {
    const { href } = await look({ perDay: '1', maxKm: '25' });
    const browser = browserOf(service, board);
    const { html } = await browser.open(href);
    const sent = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([A-Za-z]+)" value="([^"]*)">/g)].map(([, name, value]) => [
        name ?? '',
        value ?? '',
      ]),
    );
    const kept = await browser.post(POLICY, sent);
    expect(kept.status).toBe(303);
    expect((await policy()).values).toMatchObject({ perDay: 1, maxKm: 25 });
    expect((await browser.open(href)).html).toContain('không còn gì để lưu');
  });

  it('goes back to the fields with what was typed', async () => {
    const { href } = await look({ perDay: '1', maxKm: '25' });
    const browser = browserOf(service, board);
    const { html } = await browser.open(href);
    const back = `${POLICY}?trial=${/planning\?trial&#x3D;([0-9a-f-]+)"/.exec(html)?.[1]}`;
    const page = (await browser.open(back)).html;
    expect(page).toMatch(/name="maxKm"[^>]*value="25"/);
    expect(page).toMatch(/name="perDay"[^>]*value="1"/);
    expect((await policy()).values).toMatchObject({ perDay: 2, maxKm: null });
  });

  it('says that somebody has changed the policy meanwhile, and then keeps nothing over it', async () => {
    const typed = await form({ perDay: '1' });
    const { href } = await look({ perDay: '1' });
    const browser = browserOf(service, board);
    expect((await browser.post(POLICY, await form({ perWeek: '3' }))).status).toBe(303);
    expect((await browser.open(href)).html).toContain('đã được người khác sửa');
    expect((await browser.post(POLICY, typed)).status).toBe(412);
    expect((await policy()).values).toMatchObject({ perDay: 2, perWeek: 3 });
  });

  it('wants values that may be typed and agree, a month that is open, and something that differs', async () => {
    const browser = browserOf(service, board);
    const wrong = await browser.post(TRIALS, await form({ perDay: 'hai', maxKm: '25' }));
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="hai"');
    expect(wrong.html).toMatch(/name="maxKm"[^>]*value="25"/);
    expect((await browser.post(TRIALS, await form({ observersLeast: '3' }))).status).toBe(422);
    expect((await browser.post(TRIALS, await form({ perDay: '1', from: '2020-10' }))).status).toBe(409);
    expect((await browser.post(TRIALS, await form({}))).location).toBe('/policy/planning?month=2020-12');
    expect((await browser.open(`${TRIALS}/${newId()}`)).status).toBe(404);
    for (const act of ['', '/stop']) {
      expect((await browser.post(`${TRIALS}/${newId()}/plans/2020-12${act}`, {})).status).toBe(404);
    }
  });

  it('says of a month without a draft that none is touched', async () => {
    const { href } = await look({ perDay: '1', from: '2021-02' });
    expect((await browserOf(service, board).open(href)).html).toContain('Không có bản nháp nào chịu tác động');
  });

  it('is for those who plan', async () => {
    const { href } = await look({ perDay: '1' });
    for (const role of ['leader', 'admin'] as const) {
      const other = browserOf(service, await someone(role, role));
      expect((await other.open(href)).status).toBe(403);
      expect((await other.open(POLICY)).html).not.toContain('Xem trước tác động');
    }
  });
});
