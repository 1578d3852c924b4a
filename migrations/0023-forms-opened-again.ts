import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accepted forms can be opened again; totals that an earlier release cut after the hundredth are rounded. */
export class FormsOpenedAgain0023 implements MigrationInterface {
  name = 'FormsOpenedAgain1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table submissions
        -- When it had been accepted, where it was opened again since.
        add column was_accepted_at timestamptz,
        add constraint submissions_opened_again_ck check (was_accepted_at is null or state = 'returned');
    `);
    await runner.query(ROUNDED_TOTALS);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Totals stay rounded: the release before shows them as they are.
    await runner.query(
      `alter table submissions drop constraint submissions_opened_again_ck, drop column was_accepted_at`,
    );
  }
}

/**
 * As `rounded` in evaluations/domain/score.ts does it, for scores that were stored before it did: to the nearest
 * hundredth, but never to one that would read as the next rating. What the plain sum would be rated is known without
 * the answers only where no gate of the sheet can lower it.
 */
const ROUNDED_TOTALS = `
  create temporary table rounded on commit drop as
    select s.committee_id, s.id, s.visit_id, s.state, s.score, r.policy, n.down, n.nearest, e.earned, e.reachable,
      e.maximum, h.ratings, jsonb_array_length(h.gates) = 0 as is_free
    from submissions s
    join lateral (select content -> 'policy' ->> 'unreachablePoints' as policy, content -> 'sheets' as sheets
      from rubrics where committee_id = s.committee_id and id = s.rubric_id) r on true
    join lateral (select (s.score ->> 'earned')::bigint as earned, (s.score ->> 'reachable')::bigint as reachable,
      (s.score ->> 'maximum')::bigint as maximum) e on true
    join lateral (select each -> 'ratings' as ratings, coalesce(each -> 'gates', '[]') as gates
      from jsonb_array_elements(r.sheets) each where each ->> 'id' = s.score ->> 'sheet') h on true
    join lateral (select e.earned * e.maximum / nullif(e.reachable, 0) as down,
      (2 * e.earned * e.maximum + e.reachable) / nullif(2 * e.reachable, 0) as nearest) n on true
    where not s.score ? 'ratingOfSum' and e.earned is not null and e.reachable is not null;
  create temporary table totals on commit drop as
    select r.committee_id, r.id, r.visit_id, r.state, r.score, r.reachable < r.maximum as lacks, r.policy, r.is_free,
      case when r.policy <> 'rescale' or r.reachable >= r.maximum or r.reachable = 0 then (r.score ->> 'total')::bigint
        when exists (select from jsonb_array_elements(r.ratings) each
          where (each ->> 'from')::numeric * 100 <= r.nearest
            and (each ->> 'from')::numeric * 100 * r.reachable > r.earned * r.maximum) then r.down
        else r.nearest end as total,
      (select each from jsonb_array_elements(r.ratings) with ordinality as given (each, position)
        where (each ->> 'from')::numeric * 100 <= r.earned order by position limit 1) as of_sum
    from rounded r;
  update submissions s set score = t.score || jsonb_build_object(
      'total', t.total,
      'unreachable', case when t.lacks then to_jsonb(t.policy) end,
      'ratingOfSum', case when t.is_free and (t.score ->> 'complete')::boolean then t.of_sum end,
      'difference', case when t.score ->> 'difference' is null then null
        else to_jsonb(t.total - (t.score ->> 'self')::bigint) end)
    from totals t where t.committee_id = s.committee_id and t.id = s.id;
  update visits v set score = t.total from totals t
    where t.state = 'accepted' and v.score is not null and t.committee_id = v.committee_id and t.visit_id = v.id;
  drop table totals;
  drop table rounded;
`;
