import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change of the calendar may also be of hours, places and kinds. */
export class MeetingsEditedAtOnce0056 implements MigrationInterface {
  name = 'MeetingsEditedAtOnce1700000000056';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`'moved', 'edited', 'cleared', 'removed'`));
  }

  /** The release before takes such a change back as it does a move. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update calendar_changes set kind = 'moved' where kind = 'edited'`);
    await runner.query(kinds(`'moved', 'cleared', 'removed'`));
  }
}

function kinds(list: string): string {
  return `alter table calendar_changes drop constraint calendar_changes_kind_ck,
    add constraint calendar_changes_kind_ck check (kind in (${list}))`;
}
