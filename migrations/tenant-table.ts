/**
 * The SQL of a table of tenant data: `committee_id` leads every key, row-level security is forced, and the
 * application's role may read and write only rows of its own committee. The migrator has its own policy, without which
 * a data migration would silently see no rows.
 */
export function tenantTable(
  name: string,
  body: string,
  { writes = 'select, insert, update, delete' }: { writes?: string } = {},
): string {
  return `
    create table ${name} (
      committee_id uuid not null constraint ${name}_committee_fk references committees (id),
      ${body.trim()}
    );
    alter table ${name} enable row level security, force row level security;
    create policy ${name}_own_committee on ${name} to giaoban_app
      using (committee_id = current_committee()) with check (committee_id = current_committee());
    create policy ${name}_migrator on ${name} to current_user using (true) with check (true);
    grant ${writes} on ${name} to giaoban_app;
  `;
}

/** The SQL of a table that belongs to the whole deployment; the architecture test lists these tables. */
export function sharedTable(name: string, body: string, writes = 'select, insert, update, delete'): string {
  return `
    create table ${name} (
      ${body.trim()}
    );
    grant ${writes} on ${name} to giaoban_app;
  `;
}

export function dropTables(...names: readonly string[]): string {
  return names.map((name) => `drop table ${name};`).join('\n');
}
