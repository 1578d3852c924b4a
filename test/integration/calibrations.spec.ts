import type { Actor } from '../../src/kernel/actor.ts';
import type { BranchId, SpecialistId } from '../../src/kernel/id.ts';
import { type Day, day, month } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { HandWishes } from '../../src/modules/calibrations/index.ts';
import { MonthFactsReadModel } from '../../src/modules/planning/infra/month-facts-read-model.ts';
import { ChangePolicy, PoliciesReadModel } from '../../src/modules/policies/index.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit } from '../support/a-month.ts';
import { browserOf, type PageReply } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

const JANUARY = month('2021-01');
/** Whose forms have how many points less, by the number of speakers that they count. */
const SPEAKERS = [21, 13, 8] as const;

describe('how severe observers are', () => {
  let service: TestService;
  let committee: Actor;
  let observers: SpecialistId[];
  let branches: BranchId[];
  const people = {} as Record<'board' | 'leader' | 'specialist', SignedInPerson>;
  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(new Date('2020-12-28T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const ground = await aGround(service, committee);
    observers = [];
    branches = [];
    for (const name of ['Nguyễn Thị Lan', 'Phạm Văn Minh', 'Lê Thị Nga']) {
      observers.push((await aSpecialist(service, committee, ground, name)).id);
    }
    for (let n = 0; n < 4; n += 1) branches.push(await aBranch(service, committee, ground));
    for (const [index, of] of ['2020-05', '2020-06', '2020-07', '2020-08'].entries()) {
      for (const [at, branchId] of branches.entries()) {
        const who = (at + index) % 3;
        await formOf(who, branchId, `${of}-${String(3 + at).padStart(2, '0')}` as Day, (2 * index + at) % 5);
      }
    }
    for (const role of ['board', 'leader', 'specialist'] as const) {
      const email = `${role}.${committee.committeeId.slice(-8)}@mau.example`;
      const own = role === 'specialist' && observers[0] !== undefined ? { specialistId: observers[0] } : {};
      people[role] = await signIn(service, committee, { email, name: `Trần Văn ${role}`, role, ...own });
    }
  });

  const formOf = async (who: number, branchId: BranchId, heldOn: Day, missed = 0): Promise<void> => {
    const specialistId = observers[who];
    if (!specialistId) throw new Error('there are three observers');
    const visit = await aVisit(service, committee, { branchId, specialistId, heldOn: day(heldOn) });
    await aForm(service, committee, visit, {
      ...{ speakers: SPEAKERS[who] ?? 21, date: day(heldOn) },
      // What branches themselves have done differs, so that not everything is said of observers.
      targetsMet: 10 - missed,
    });
  };
  const open = (who: keyof typeof people, path: string): Promise<PageReply> =>
    browserOf(service, people[who]).open(path);
  const post = (path: string): Promise<PageReply> => browserOf(service, people.board).post(path);
  const compare = async (): Promise<string> => {
    expect((await post('/calibration')).status).toBe(303);
    await until(async () => (await open('board', '/calibration')).html.includes('Kết luận'), 120);
    return (await open('board', '/calibration')).html;
  };

  it('is compared by a job, and kept with what it rests on', async () => {
    expect((await open('board', '/calibration')).html).toContain('Chưa so sánh lần nào');
    const html = await compare();
    expect(html).toContain('16 phiếu đã duyệt, 3 người dự, 4 chi bộ');
    expect(html).toContain('05/2020');
    expect(html.match(/<svg xmlns/g)).toHaveLength(1);
    for (const name of ['Nguyễn Thị Lan', 'Phạm Văn Minh', 'Lê Thị Nga']) expect(html).toContain(name);
    // Whoever counts fewer speakers gives less: the most severe is listed first.
    const table = html.slice(html.indexOf('<tbody>'));
    expect(table.indexOf('Lê Thị Nga')).toBeLessThan(table.indexOf('Nguyễn Thị Lan'));
    expect(html).not.toContain('chưa tính các phiếu vừa duyệt');
  });

  it('is said to be out of date once another form is accepted, and counts it the next time', async () => {
    await compare();
    const [branchId] = branches;
    if (!branchId) throw new Error('there are four branches');
    await formOf(1, branchId, day('2020-12-15'));
    expect((await open('board', '/calibration')).html).toContain('nay có 17 phiếu');
    await post('/calibration');
    await until(async () => (await open('board', '/calibration')).html.includes('17 phiếu đã duyệt'), 120);
    expect((await open('board', '/calibration')).html).not.toContain('chưa tính các phiếu vừa duyệt');
  });

  it('is for the board, as a verdict for leaders unless the committee decides otherwise, and one’s own for each', async () => {
    await compare();
    const seen = await open('leader', '/calibration');
    expect([seen.status, seen.html.includes('Kết luận')]).toEqual([200, true]);
    expect(seen.html).not.toContain('Lê Thị Nga');
    expect((await browserOf(service, people.leader).post('/calibration')).status).toBe(403);
    expect((await open('specialist', '/calibration')).status).toBe(403);
    const own = (await open('specialist', '/my/severity')).html;
    expect(own).toContain('Theo 6 phiếu đã duyệt của bạn');
    expect(own).not.toContain('Lê Thị Nga');
    for (const [choice, isSeen] of [
      ['all', true],
      ['none', false],
    ] as const) {
      await service.work.as(people.board.actor, async () => {
        const { revision } = await service.get(PoliciesReadModel).read('briefing');
        const edit = { part: 'briefing', from: month('2020-12'), seen: revision };
        await service.get(ChangePolicy).execute(edit, { severityForLeaders: choice });
      });
      const { html } = await open('leader', '/calibration');
      expect([choice, html.includes('Lê Thị Nga')]).toEqual([choice, isSeen]);
    }
  });

  it('asks the planning of next month for the double visits that would help, and takes it back', async () => {
    expect((await post('/calibration/wishes/2021-01')).status).toBe(409);
    // Rotation keeps all three away from the first branch.
    const [lately] = branches;
    if (!lately) throw new Error('there are four branches');
    for (const who of [0, 1, 2]) await formOf(who, lately, `2020-12-0${3 + who}` as Day);
    await compare();
    expect((await post('/calibration/wishes/2021-02')).status).toBe(409);
    expect((await post('/calibration/wishes/2021-01')).status).toBe(303);
    const wishes = async () =>
      (await service.as(committee, () => service.get(MonthFactsReadModel).read(JANUARY))).specialists.flatMap(
        ({ wishes: own = [] }) => own,
      );
    expect((await wishes()).length).toBeGreaterThan(1);
    expect((await wishes()).map(({ branchId }) => branchId)).not.toContain(branches[0]);
    expect(Math.max(...(await wishes()).map(({ worth }) => worth))).toBe(100);
    expect((await open('board', '/calibration')).html).toContain('Rút đề nghị');
    await service.work.as(people.board.actor, () => service.get(HandWishes).takeBack(JANUARY));
    expect(await wishes()).toEqual([]);
  });
});
