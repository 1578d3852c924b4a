import type { Actor } from '../../../src/kernel/actor.ts';
import type { TestService } from '../service.ts';

/** Records of what was done, which stay after it was undone; accounts belong to no committee. */
const KEPT = ['imports', 'import_changes', 'audit_entries', 'audit_details'];

/** Every row of a committee in every table, as JSON. */
export async function dumpOf(service: TestService, committee: Actor): Promise<Record<string, unknown[]>> {
  return service.as(committee, async () => {
    const tables = await service.work.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and c.relrowsecurity and c.relname <> all ($1) order by 1`,
      [KEPT],
    );
    const dump: Record<string, unknown[]> = {};
    for (const { name } of tables) {
      const rows = await service.work.query<{ row: unknown }>(`select to_jsonb(t) as row from ${name} t`);
      dump[name] = rows.map(({ row }) => JSON.stringify(row)).sort();
    }
    dump['committees'] = await service.work.query(`select * from committees where id = current_committee()`);
    return dump;
  });
}
