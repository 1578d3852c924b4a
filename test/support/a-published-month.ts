import type { Actor } from '../../src/kernel/actor.ts';
import type { BranchId, MeetingId, SpecialistId, VisitId } from '../../src/kernel/id.ts';
import { day, type Month, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { PlanMonth, Plans, PublishPlan } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist, type Ground } from './a-month.ts';
import { until } from './until.ts';
import { aCommittee, signIn, type SignedInPerson, type TestService } from './service.ts';

export interface PublishedVisitRow {
  readonly id: VisitId;
  readonly specialistId: SpecialistId;
  readonly meetingId: MeetingId;
  readonly state: string;
  readonly replacedById: VisitId | null;
  readonly startsAt: Date;
}

/** December 2020 of a small committee, published, with one specialist more than meetings. */
export interface PublishedMonthInTest {
  readonly committee: Actor;
  readonly ground: Ground;
  readonly board: SignedInPerson;
  readonly planId: string;
  readonly meetingIds: readonly MeetingId[];
  /** Who goes nowhere. */
  readonly spare: SpecialistId;
  sql<Row>(text: string, ...values: unknown[]): Promise<Row[]>;
  /** In the order of their meetings. */
  visits(): Promise<PublishedVisitRow[]>;
  /** The account of a specialist, signed in; the same session each time. */
  account(specialistId: SpecialistId): Promise<SignedInPerson>;
  person(name: string, role: 'board' | 'leader'): Promise<SignedInPerson>;
}

export const DECEMBER: Month = month('2020-12');

export async function aPublishedMonth(
  service: TestService,
  days: readonly string[],
  time = '19:30',
  { isSolvedByWorker = false }: { readonly isSolvedByWorker?: boolean } = {},
): Promise<PublishedMonthInTest> {
  const committee = await aCommittee(service);
  const ground = await aGround(service, committee);
  const meetingIds: MeetingId[] = [];
  for (const on of days) {
    await aSpecialist(service, committee, ground, `Người ${meetingIds.length + 1}`);
    const branchId: BranchId = await aBranch(service, committee, ground);
    const at = { day: day(on), time, minutes: 90, place: '', note: '' };
    const { id } = await service.as(committee, () =>
      service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
    );
    meetingIds.push(id);
  }
  const enter = (name: string, role: 'board' | 'leader' | 'specialist', specialistId?: SpecialistId) =>
    signIn(service, committee, {
      email: `${name}.${committee.committeeId.slice(-8)}@mau.example`,
      name: `Trần Văn ${name}`,
      role,
      ...(specialistId && { specialistId }),
    });
  const board = await enter('ban', 'board');
  const asBoard = <T>(work: () => Promise<T>) => service.work.as(board.actor, work);
  const solveId = await asBoard(() => service.get(PlanMonth).execute(DECEMBER));
  const plan = () => service.as(committee, () => service.get(Plans).findHeader(DECEMBER));
  if (isSolvedByWorker) await until(plan);
  else await asBoard(() => service.get(SolveMonth).execute(DECEMBER, solveId, new AbortController().signal));
  const planId = (await plan())?.id ?? '';
  await asBoard(() => service.get(PublishPlan).execute(DECEMBER, { planId, revision: 1, leftOut: 0 }));
  const spare = (await aSpecialist(service, committee, ground, 'Phạm Thị Dự')).id;
  const sql = <Row>(text: string, ...values: unknown[]) =>
    service.as(committee, () => service.work.query<Row>(text, values));
  const accounts = new Map<SpecialistId, Promise<SignedInPerson>>();
  return {
    committee,
    ground,
    board,
    planId,
    meetingIds,
    spare,
    sql,
    visits: () =>
      sql<PublishedVisitRow>(
        `select v.id, v.specialist_id as "specialistId", v.meeting_id as "meetingId", v.state,
           u.replaced_by_id as "replacedById", m.starts_at as "startsAt"
         from month_visits v join visit_outcomes u on u.visit_id = v.id join month_meetings m on m.id = v.meeting_id
         order by m.starts_at, v.id`,
      ),
    account: (id) => {
      const known = accounts.get(id) ?? enter(`cv${accounts.size + 1}`, 'specialist', id);
      accounts.set(id, known);
      return known;
    },
    person: enter,
  };
}
