import type { Actor } from '../../src/kernel/actor.ts';
import { aGround } from './a-month.ts';
import type { TestService } from './service.ts';

/**
 * People and meetings of December 2020 in great number, the same at each run: five hours on each of eighteen days, so that
 * many meetings collide.
 */
export async function aLargeMonth(
  service: TestService,
  committee: Actor,
  { people, meetings }: { readonly people: number; readonly meetings: number },
): Promise<void> {
  const { organisationId, departmentId } = await aGround(service, committee);
  await service.as(committee, async () => {
    const run = (sql: string, ...values: unknown[]) => service.work.query(sql, values);
    await run(
      `insert into specialists (committee_id, id, code, name, given_name, department_id, email, min_visits, max_visits,
         target_visits, may_lead, fields, lat, lng)
       select current_committee(), gen_random_uuid(), 'CV' || n, 'Chuyên viên ' || n, 'An', $1, 'cv.' || n || '@mau.example',
         0, 9, 6, false, '{"environment": 0.5}', 10.75 + (n * 7919 % 1000) / 20000.0, 106.68 + (n * 104729 % 1000) / 20000.0
       from generate_series(1, $2::integer) n`,
      departmentId,
      people,
    );
    await run(
      `insert into branches (committee_id, id, code, name, short_name, organisation_id, type, address, members, weak_fields,
         secretary_name, meeting_day, meeting_time, meeting_minutes, lat, lng)
       select current_committee(), gen_random_uuid(), 'KP' || n, 'Chi bộ Khu phố ' || n, 'KP' || n, $1, 'quarter', 'Văn phòng',
         40, '{"environment": 0.8}', 'Nguyễn Văn Mẫu', 3, '19:30', 90,
         10.75 + (n * 6007 % 1000) / 20000.0, 106.68 + (n * 9973 % 1000) / 20000.0
       from generate_series(1, $2::integer) n`,
      organisationId,
      meetings,
    );
    await run(
      `insert into meetings (committee_id, id, branch_id, month, starts_at, ends_at, kind, state, source, place)
       select current_committee(), gen_random_uuid(), b.id, '2020-12-01', b.starts_at, b.starts_at + interval '90 minutes',
         'regular', 'scheduled', 'edit', b.address
       from (select id, address, timestamptz '2020-12-01 08:00+07' + make_interval(days => n * 31 % 18, hours => n * 3 % 5 * 2) as starts_at
         from (select id, address, substring(code from 3)::integer as n from branches) numbered) b`,
    );
    service.work.refreshStatistics('branches', 'meetings', 'specialists');
  });
}
