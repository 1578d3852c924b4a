import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { PlanMonth } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist, type Ground } from '../support/a-month.ts';
import { DECEMBER } from '../support/a-published-month.ts';
import { pageOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

/** One day after the other: later tests are later in the month. */
describe('a month that nobody has planned, in its middle', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let people: SpecialistId[];
  const open = (path: string, form?: Record<string, string | string[]>) => pageOf(service, board, path, form);
  const sql = <Row>(text: string, ...values: unknown[]) =>
    service.as(committee, () => service.work.query<Row>(text, values));
  const addMeeting = async (on: string) => {
    const branchId = await aBranch(service, committee, ground);
    const at = { day: day(on), time: '19:30', minutes: 90, place: '', note: '' };
    const { id } = await service.as(committee, () =>
      service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
    );
    return { id, branchId };
  };
  const solve = async () => {
    const asBoard = <T>(work: () => Promise<T>) => service.work.as(board.actor, work);
    const id = await asBoard(() => service.get(PlanMonth).execute(DECEMBER));
    await asBoard(() => service.get(SolveMonth).execute(DECEMBER, id, new AbortController().signal));
  };

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-09T02:00:00Z'));
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    const email = `ban.${committee.committeeId.slice(-8)}@mau.example`;
    board = await signIn(service, committee, { email, name: 'Trần Văn Ban', role: 'board' });
    people = [];
    for (const name of ['Lê Thị Nga', 'Phạm Thị Hoa'])
      people.push((await aSpecialist(service, committee, ground, name)).id);
  });
  afterAll(() => service.end());

  it('sends nobody to what has begun, lists it apart as unattended, and counts the visits that were made', async () => {
    const over = await addMeeting('2020-12-03');
    const ahead = [await addMeeting('2020-12-10'), await addMeeting('2020-12-15')];
    await sql(
      `insert into visits (committee_id, id, branch_id, specialist_id, month, held_on, kind, state, meeting_id, plan_id)
       values (current_committee(), $1, $2, $3, '2020-12-01', '2020-12-04', 'regular', 'done', null, null)`,
      newId<'Visit'>(),
      ahead[0]?.branchId,
      people[0],
    );
    await solve();
    const page = await open('/months/2020-12');
    expect(page.text).toMatch(/Bắt đầu khi chưa công bố 1 /);
    expect(page.text).toMatch(/Cuộc họp có người dự 2 \/ 3/);
    const [plan] = await sql<{ id: string; revision: number }>(`select id, revision from plans`);
    const rows = await sql<{ meetingId: string; specialistId: string }>(
      `select meeting_id as "meetingId", specialist_id as "specialistId" from plan_assignments order by meeting_id`,
    );
    expect(rows.map(({ meetingId }) => meetingId).toSorted()).toEqual(ahead.map(({ id }) => id as string).toSorted());
    // Nga was at that branch this month, so that somebody else goes there.
    expect(rows.find(({ meetingId }) => meetingId === ahead[0]?.id)?.specialistId).toBe(people[1]);
    expect(rows.map(({ meetingId }) => meetingId)).not.toContain(over.id);

    await service.clock.moveTo(new Date('2020-12-10T13:00:00Z'));
    expect((await open('/months/2020-12')).text).toContain('1 lượt ở 1 cuộc họp đã bắt đầu');
    const late = { planVersion: plan?.id ?? '', seen: String(plan?.revision ?? '') };
    expect((await open('/months/2020-12/publish', late)).status).toBe(409);
    await solve();
    const [next] = await sql<{ id: string; revision: number }>(`select id, revision from plans`);
    const sent = await open('/months/2020-12/publish', {
      planVersion: next?.id ?? '',
      seen: String(next?.revision ?? ''),
    });
    expect(sent.status).toBe(303);
    const visits = await sql<{ meetingId: string }>(
      `select meeting_id as "meetingId" from visits where meeting_id is not null`,
    );
    expect(visits).toEqual([{ meetingId: ahead[1]?.id }]);
    expect((await open('/months/2020-12')).text).toMatch(/Bắt đầu khi chưa công bố 2 /);
  });

  it('is not planned once all of it is over', async () => {
    await service.clock.moveTo(new Date('2020-12-31T02:00:00Z'));
    const other = await aCommittee(service);
    ground = await aGround(service, other);
    committee = other;
    await aSpecialist(service, committee, ground);
    await addMeeting('2020-12-28');
    await expect(service.work.as(committee, () => service.get(PlanMonth).execute(DECEMBER))).rejects.toMatchObject({
      code: 'plan.month_over',
    });
  });
});
