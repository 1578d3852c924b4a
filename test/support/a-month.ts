import { type BranchId, type DepartmentId, newId, type PlanId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { type Day, firstDay, instantOf, monthOf } from '../../src/kernel/month.ts';
import { OfferVisits, type Visit } from '../../src/modules/visits/index.ts';
import type { TestService } from './service.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** What meetings and visits need: an organisation, a department, the fields of work. */
export interface Ground {
  readonly organisationId: string;
  readonly departmentId: DepartmentId;
}

export async function aGround(service: TestService, committee: Actor): Promise<Ground> {
  const [organisationId, departmentId] = [newId<'Organisation'>(), newId<'Department'>()];
  await service.as(committee, async () => {
    const run = (sql: string, ...values: unknown[]) => service.work.query(sql, values);
    await run(`insert into fields (committee_id, code, name, position) values
      (current_committee(), 'environment', 'Môi trường', 1), (current_committee(), 'security', 'An ninh trật tự', 2)`);
    await run(
      `insert into branch_types (committee_id, code, name, position) values (current_committee(), 'quarter', 'Khu phố', 1)`,
    );
    await run(
      `insert into organisations (committee_id, id, code, kind) values (current_committee(), $1, 'P08', 'grassroots')`,
      organisationId,
    );
    await run(
      `insert into organisation_versions (committee_id, organisation_id, valid_from, name, short_name)
       values (current_committee(), $1, '0001-01-01', 'Đảng bộ Phường 8', 'P.8')`,
      organisationId,
    );
    await run(
      `insert into departments (committee_id, id, code, name, short_name, position)
       values (current_committee(), $1, 'BTC', 'Ban Tổ chức', 'BTC', 1)`,
      departmentId,
    );
  });
  return { organisationId, departmentId };
}

let made = 0;

export async function aSpecialist(
  service: TestService,
  committee: Actor,
  { departmentId }: Ground,
  name = 'Lê Thị Nga',
): Promise<{ id: SpecialistId; email: string; name: string }> {
  const id = newId<'Specialist'>();
  const email = `chuyen.vien.${++made}@mau.example`;
  await service.as(committee, () =>
    service.work.query(
      `insert into specialists (committee_id, id, code, name, given_name, department_id, email, min_visits, max_visits, target_visits, may_lead)
       values (current_committee(), $1, $2, $3, $4, $5, $6, 0, 6, 3, false)`,
      [id, `CV${made}`, name, name.split(' ').at(-1), departmentId, email],
    ),
  );
  return { id, email, name };
}

export async function aBranch(service: TestService, committee: Actor, { organisationId }: Ground): Promise<BranchId> {
  const id = newId<'Branch'>();
  made += 1;
  await service.as(committee, () =>
    service.work.query(
      `insert into branches (committee_id, id, code, name, short_name, organisation_id, type, address, members, weak_fields,
         secretary_name, meeting_day, meeting_time, meeting_minutes)
       values (current_committee(), $1, $2, $3, $4, $5, 'quarter', 'Văn phòng khu phố', 47, '{"environment": 0.8}', 'Nguyễn Văn Mẫu', 3, '19:30', 90)`,
      [id, `KP${made}`, `Chi bộ Khu phố ${made}`, `KP${made}`, organisationId],
    ),
  );
  return id;
}

/** A visit of the published plan of its month; the plan is made with the first visit. */
export async function aVisit(
  service: TestService,
  committee: Actor,
  {
    branchId,
    specialistId,
    heldOn,
    time = '19:30',
  }: {
    branchId: BranchId;
    specialistId: SpecialistId;
    heldOn: Day;
    time?: string;
  },
): Promise<Visit> {
  const month = monthOf(heldOn);
  const first = firstDay(month);
  return service.as(committee, async () => {
    const meetingId = newId<'Meeting'>();
    const startsAt = instantOf(heldOn, time, ZONE);
    await service.work.query(
      `insert into meetings (committee_id, id, branch_id, month, starts_at, ends_at, kind, state, source)
       values (current_committee(), $1, $2, $3, $4, $4::timestamptz + interval '90 minutes', 'regular', 'scheduled', 'edit')`,
      [meetingId, branchId, first, startsAt],
    );
    await service.work.query(
      `insert into plans (committee_id, id, month, name, is_chosen, people, state, status, input_hash, is_verified, made_at, published_at)
       values (current_committee(), $1, $2, 'main', true, 1, 'published', 'optimal', '', true, $3, $3) on conflict do nothing`,
      [newId<'Plan'>(), first, startsAt],
    );
    const [plan] = await service.work.query<{ id: PlanId }>(
      `select id from plans where month = $1 and state = 'published'`,
      [first],
    );
    if (!plan) throw new Error('a plan was made');
    const [visit] = await service
      .get(OfferVisits)
      .execute([{ branchId, specialistId, meetingId, month, planId: plan.id, heldOn, kind: 'regular' }]);
    if (!visit) throw new Error('no visit was offered');
    return visit;
  });
}

/** Somebody else is sent to the same meeting. */
export async function aVisitBeside(
  service: TestService,
  committee: Actor,
  { branchId, meetingId, month, planId, heldOn, kind }: Visit,
  specialistId: SpecialistId,
): Promise<Visit> {
  const beside = { branchId, specialistId, meetingId, month, planId, heldOn, kind };
  const [visit] = await service.as(committee, () => service.get(OfferVisits).execute([beside]));
  if (!visit) throw new Error('no visit was offered');
  return visit;
}
