import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { branchYears, shareInCycle } from '../../src/pages/year/branch-year.ts';
import { YearReadModel, type YearScope } from '../../src/pages/year/year-read-model.ts';
import { yearParam } from '../../src/pages/year/year.ts';
import { aBranch, aGround, aSpecialist, aVisit } from '../support/a-month.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type TestService } from '../support/service.ts';

describe('a year', () => {
  let service: TestService;
  let committee: Actor;
  const ids = {} as Record<'seen' | 'never' | 'lan' | 'minh', string>;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-10-15T02:00:00Z'));
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    const { id: lan } = await aSpecialist(service, committee, ground, 'Nguyễn Thị Lan');
    const { id: minh } = await aSpecialist(service, committee, ground, 'Phạm Văn Minh');
    const seen = await aBranch(service, committee, ground);
    const never = await aBranch(service, committee, ground);
    Object.assign(ids, { seen, never, lan, minh });
    await aVisit(service, committee, { branchId: seen, specialistId: lan, heldOn: day('2019-12-03') });
    await aVisit(service, committee, { branchId: seen, specialistId: lan, heldOn: day('2020-03-03') });
    const { id } = await aVisit(service, committee, { branchId: seen, specialistId: minh, heldOn: day('2020-04-07') });
    await service.as(committee, async () => {
      await service.work.query(
        `update visits set state = 'declined', decline_reason = 'Con ốm', decline_kind = 'family', answered_at = now() where id = $1`,
        [id],
      );
      await service.work.query(
        `insert into month_shares (committee_id, month, specialist_id, share) values (current_committee(), '2020-03-01', $1, 250)`,
        [lan],
      );
    });
  });
  afterAll(() => service.end());

  const ALL: YearScope = { organisation: '', type: '', department: '' };
  const read = (scope = ALL) => service.as(committee, () => service.get(YearReadModel).read(yearParam('2020'), scope));

  it('tells of each branch when somebody was there, and who is due by now', async () => {
    const screen = await read();
    const years = branchYears(screen);
    const of = (id: string) => years.find(({ branch }) => branch.id === id);
    expect(of(ids.seen)).toMatchObject({ visits: 1, isDue: true, since: 7 });
    expect(of(ids.seen)?.months.map((each) => (each.kind === 'waiting' ? each.since : each.kind))).toEqual([
      ...[1, 2, 'visited', 1, 2, 3, 4, 5, 6, 7],
      ...['ahead', 'ahead'],
    ]);
    expect(of(ids.never)).toMatchObject({ visits: 0, isDue: true, since: null });
    // Due from the sixth month on, as the policy that is built in has it.
    expect(shareInCycle(years, screen).map(({ share }) => share)).toEqual([
      ...[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      ...[0, 0],
    ]);
  });

  it('tells of each person what they did against their shares', async () => {
    const { people, months } = await read();
    const of = (id: string) => people.find((person) => person.id === id);
    expect(of(ids.lan)).toMatchObject({ visits: 1, share: 250, declined: 0 });
    expect(of(ids.minh)).toMatchObject({ visits: 0, share: 0, declined: 1 });
    expect(months.find((one) => one.month === month('2020-04'))).toMatchObject({
      isPublished: true,
      assigned: 1,
      declined: 1,
      expected: 0,
    });
  });

  it('counts in the months what the filters leave, and beside the shares what counts towards none', async () => {
    const april = async (scope: Partial<YearScope>) =>
      (await read({ ...ALL, ...scope })).months.find((one) => one.month === month('2020-04'));
    expect(await april({ department: 'no such' })).toMatchObject({ isPublished: true, assigned: 0, declined: 0 });
    const [{ type, department } = { type: '', department: '' }] = await service.as(committee, () =>
      service.work.query<{ type: string; department: string }>(
        `select b.type, s.department_short as department from branch_profiles b, specialist_profiles s
         where b.id = $1 and s.id = $2`,
        [ids.seen, ids.minh],
      ),
    );
    expect(await april({ type, department })).toMatchObject({ assigned: 1, declined: 1 });
    await service.as(committee, () =>
      service.work.query(`update visits set is_outside_plan = true, counts_as_share = false where specialist_id = $1`, [
        ids.lan,
      ]),
    );
    const lan = (await read()).people.find(({ id }) => id === ids.lan);
    expect(lan).toMatchObject({ visits: 0, uncounted: 1 });
    await service.as(committee, () =>
      service.work.query(`update visits set is_outside_plan = false, counts_as_share = true where specialist_id = $1`, [
        ids.lan,
      ]),
    );
  });

  it('is a page for the board and for leaders, without anybody’s words', async () => {
    for (const [role, status] of [
      ['board', 200],
      ['leader', 200],
      ['specialist', 403],
    ] as const) {
      const email = `${role}.${committee.committeeId.slice(-8)}@mau.example`;
      const person = await signIn(service, committee, {
        email,
        name: 'Trần Văn Ban',
        role,
        ...(role === 'specialist' && { specialistId: ids.lan as never }),
      });
      const page = await browserOf(service, person).open('/years/2020');
      expect([role, page.status]).toEqual([role, status]);
      expect(page.html).not.toContain('Con ốm');
      if (status === 200) expect(page.html).toContain('<svg');
    }
  });

  it('has a way back and on, and refuses what is no year', async () => {
    const board = await signIn(service, committee, {
      email: `ban.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role: 'board',
    });
    const browser = browserOf(service, board);
    expect((await browser.open('/years/2020?organisation=x&sort=-km')).status).toBe(200);
    const charts = ((await browser.open('/years/2020?type=school')).html.match(/<svg/g) ?? []).length;
    expect(charts).toBeGreaterThan(0);
    expect((await browser.open('/years/2019')).status).toBe(200);
    expect((await browser.open('/years/20')).status).toBe(404);
    expect((await browser.open('/years/abcd')).status).toBe(404);
  });
});
