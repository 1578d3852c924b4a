import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting of a published month may become one of another kind; what people were told says of which it was. */
export class KindsThatWereTold0076 implements MigrationInterface {
  name = 'KindsThatWereTold1700000000076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update visit_invitations i set
        entry = i.entry || jsonb_build_object('kind', v.kind),
        told = case
          when i.told #> '{moved,from}' is not null
            then jsonb_set(jsonb_set(i.told, '{entry,kind}', to_jsonb(v.kind)), '{moved,from,kind}', to_jsonb(v.kind))
          else jsonb_set(i.told, '{entry,kind}', to_jsonb(v.kind)) end
      from visits v where v.committee_id = i.committee_id and v.id = i.visit_id;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update visit_invitations set entry = entry - 'kind', told = told #- '{entry,kind}' #- '{moved,from,kind}';`);
  }
}
