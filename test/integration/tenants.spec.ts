import { Work } from '../../src/platform/database/work.ts';
import { aCommittee, aService, type TestService } from '../support/service.ts';

describe('the walls between committees', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService({ works: false, serves: false });
  });
  afterAll(() => service.end());

  const addField = (work: Work, code: string) =>
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
