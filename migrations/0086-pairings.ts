import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Two people whom the plans keep apart, or send to a meeting together where they can. */
export class Pairings0086 implements MigrationInterface {
  name = 'Pairings1700000000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAIRINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('pairings'));
  }
}

const PAIRINGS =
  tenantTable(
    'pairings',
    `
    id uuid not null,
    kind text not null constraint pairings_kind_ck check (kind in ('apart', 'together')),
    first_id uuid not null,
    second_id uuid not null,
    reason text not null constraint pairings_reason_ck check (reason <> ''),
    -- The last month whose plan it counts for; null: for as long as it is registered.
    until date constraint pairings_until_ck check (extract(day from until) = 1),
    entered_at timestamptz not null,
    entered_by uuid,
    constraint pairings_pk primary key (committee_id, id),
    -- In one order, so that two people have one entry.
    constraint pairings_order_ck check (first_id < second_id),
    constraint pairings_key unique (committee_id, first_id, second_id),
    constraint pairings_first_fk foreign key (committee_id, first_id)
      references specialists (committee_id, id) on delete cascade,
    constraint pairings_second_fk foreign key (committee_id, second_id)
      references specialists (committee_id, id) on delete cascade`,
  ) + `create index pairings_second_ix on pairings (committee_id, second_id);`;
