import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { PostgresUnitOfWork } from '../../src/platform/database/postgres-unit-of-work.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit } from '../support/a-month.ts';
import { aCommittee, aService, type TestService } from '../support/service.ts';

describe('the walls between committees', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService({ works: false, serves: false });
  });
  afterAll(() => service.end());

  const addField = (work: PostgresUnitOfWork, code: string) =>
    work.query(`insert into fields (committee_id, code, name, position) values (current_committee(), $1, $1, 1)`, [
      code,
    ]);

  it('hide other rows from a query without any filter, and refuse to write there', async () => {
    const [ours, theirs] = [await aCommittee(service), await aCommittee(service)];
    await service.as(ours, () => addField(service.work, 'OURS'));
    await service.as(theirs, () => addField(service.work, 'THEIRS'));

    const seen = await service.as(ours, () => service.work.query(`select code from fields`));
    expect(seen).toEqual([{ code: 'OURS' }]);
    const insertThere = service.as(ours, () =>
      service.work.query(`insert into fields (committee_id, code, name, position) values ($1, 'X', 'X', 1)`, [
        theirs.committeeId,
      ]),
    );
    await expect(insertThere).rejects.toThrow(/row-level security/);
    const updated = await service.as(ours, () =>
      service.work.query(
        `with u as (update fields set name = 'taken' where code = 'THEIRS' returning 1) select * from u`,
      ),
    );
    expect(updated).toEqual([]);
  });

  it('show nothing where nobody acts, also on a connection that has served a committee', async () => {
    const ours = await aCommittee(service);
    for (let i = 0; i < 20; i++) {
      await service.as(ours, () => service.work.query(`select 1`));
      expect(await service.work.run(() => service.work.query(`select code from fields`))).toEqual([]);
    }
  });

  it('stand behind every view as well', async () => {
    const views = await service.work.run(() =>
      service.work.query<{ name: string; invoker: boolean; of: string }>(
        `select c.relname as name, coalesce('security_invoker=true' = any (c.reloptions), false) as invoker,
           (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attname in ('committee_id', 'code') limit 1) as of
         from pg_class c where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace order by 1`,
      ),
    );
    expect(views.filter(({ invoker }) => !invoker)).toEqual([]);
    // Belonging to the whole deployment: names and addresses of people, which stay after a role was taken away, and the
    // list of committees, for schedules that act for each.
    const ofTenants = views.filter(
      ({ name }) => !['account_addresses', 'account_names', 'served_committees'].includes(name),
    );
    expect(ofTenants.filter(({ name, of }) => of === null && name !== 'acting_committee')).toEqual([]);
    const [ours, theirs] = [await aCommittee(service), await aCommittee(service)];
    for (const committee of [ours, theirs]) await aReportedVisit(committee);
    const idOf = (view: string) => (view === 'acting_committee' ? 'id' : 'committee_id');
    for (const { name } of ofTenants) {
      const seen = () => service.work.query<{ id: string }>(`select distinct ${idOf(name)} as id from ${name}`);
      expect([name, await service.work.run(seen)]).toEqual([name, []]);
      for (const { id } of await service.as(ours, seen)) expect([name, id]).toEqual([name, ours.committeeId]);
    }
    const visible = await service.as(ours, () => service.work.query(`select id from month_visits`));
    expect(visible).toHaveLength(1);
  });

  async function aReportedVisit(committee: Actor): Promise<void> {
    const ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const { id: specialistId } = await aSpecialist(service, committee, ground);
    const branchId = await aBranch(service, committee, ground);
    await aForm(
      service,
      committee,
      await aVisit(service, committee, { branchId, specialistId, heldOn: day('2020-12-03') }),
    );
  }

  it('leave the application a role that owns nothing and cannot get out of it', async () => {
    const [row] = await service.work.run(() =>
      service.work.query<{ role: string; owned: number; bypasses: boolean }>(
        `select current_user as role, (select count(*) from pg_tables where tableowner = current_user) as owned,
         (select rolbypassrls or rolsuper from pg_roles where rolname = current_user) as bypasses`,
      ),
    );
    expect(row).toEqual({ role: 'giaoban_app', owned: 0, bypasses: false });
    const reset = await service.work.run(async () => {
      await service.work.query(`reset role`);
      return service.work.query(`select current_user as role`);
    });
    expect(reset).toEqual([{ role: 'giaoban_app' }]);
    await expect(
      service.work.run(() => service.work.query(`alter table fields disable row level security`)),
    ).rejects.toThrow(/must be owner/);
    await expect(service.work.run(() => service.work.query(`delete from audit_entries`))).rejects.toThrow(
      /permission denied/,
    );
  });
});
