import { newId } from '../../src/kernel/id.ts';
import { buildProblem } from '../../src/modules/planning/domain/build-problem.ts';
import { Plans } from '../../src/modules/planning/index.ts';
import { MonthFactsReadModel } from '../../src/modules/planning/infra/month-facts-read-model.ts';
import { inputHash } from '../../src/solver/index.ts';
import { aGround } from '../support/a-month.ts';
import { DECEMBER } from '../support/a-published-month.ts';
import { apiOf } from '../support/api.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { aCommittee, aService, signIn, type TestService } from '../support/service.ts';
import { statementsOf } from '../support/statements-of.ts';

/** A hundred in the gate, 500 in the drills. */
const PEOPLE = Math.min(500, propertyRuns(100).numRuns);

describe('a month for many people', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(() => service.end());

  /** A draft of December that sends each person to one meeting. */
  const aDraftFor = async (people: number) => {
    const committee = await aCommittee(service);
    const { departmentId, organisationId } = await aGround(service, committee);
    const sql = <Row>(text: string, ...values: unknown[]) =>
      service.as(committee, () => service.work.query<Row>(text, values));
    const planId = newId<'Plan'>();
    await sql(
      `insert into specialists (committee_id, id, code, name, given_name, department_id, email, min_visits, max_visits, target_visits, may_lead)
       select current_committee(), gen_random_uuid(), 'N' || n, 'Người ' || n, n::text, $1, 'nguoi.' || n || '@mau.example', 0, 6, 3, false
       from generate_series(1, $2::int) n`,
      departmentId,
      people,
    );
    await sql(
      `insert into branches (committee_id, id, code, name, short_name, organisation_id, type, address, members, weak_fields,
         secretary_name, meeting_day, meeting_time, meeting_minutes)
       select current_committee(), gen_random_uuid(), 'B' || n, 'Chi bộ ' || n, 'B' || n, $1, 'quarter', '', 47, '{}', '', 3, '19:30', 90
       from generate_series(1, $2::int) n`,
      organisationId,
      people,
    );
    await sql(
      `insert into meetings (committee_id, id, branch_id, month, starts_at, ends_at, kind, state, source)
       select current_committee(), gen_random_uuid(), b.id, '2020-12-01', '2020-12-03T12:30:00Z', '2020-12-03T14:00:00Z',
         'regular', 'scheduled', 'edit' from branches b`,
    );
    await sql(
      `insert into plans (committee_id, id, month, name, is_chosen, people, state, status, input_hash, is_verified, made_at)
       values (current_committee(), $1, '2020-12-01', 'main', true, $2, 'draft', 'optimal', '', true, now())`,
      planId,
      people,
    );
    await sql(
      `insert into plan_assignments (committee_id, plan_id, meeting_id, specialist_id, is_pinned)
       select current_committee(), $1, m.id, s.id, false from meetings m join branches b on b.id = m.branch_id
       join specialists s on substr(s.code, 2) = substr(b.code, 2)`,
      planId,
    );
    const hash = await service.as(committee, () =>
      service.work.run(async () => {
        const months = service.get(MonthFactsReadModel);
        const [draft, facts] = [await service.get(Plans).findHeader(DECEMBER), await months.find(DECEMBER)];
        if (!draft || !facts) throw new Error('the month has its plan');
        return inputHash(buildProblem(facts, await months.policyOf(draft), draft.refilled));
      }),
    );
    await sql(`update plans set input_hash = $2 where id = $1`, planId, hash);
    const [plan] = await sql<{ revision: number }>(`select revision from plans where id = $1`, planId);
    return { committee, sql, asked: { planId, revision: plan?.revision ?? 0 } };
  };

  it('takes as many statements to publish for twenty people as for eighty', async () => {
    const counts: number[] = [];
    for (const people of [20, 80]) {
      const { committee, asked } = await aDraftFor(people);
      const board = await signIn(service, committee, {
        email: `ban.${people}@mau.example`,
        name: 'Ban',
        role: 'board',
      });
      const statements = await statementsOf(`hashtext('month/'`, () =>
        apiOf(service, board)('POST', '/months/2020-12/plan/publication', asked),
      );
      expect(statements.filter((text) => /into "?visits/i.test(text))).toHaveLength(1);
      counts.push(statements.length);
    }
    expect(new Set(counts)).toHaveProperty('size', 1);
  });

  it('that two publish at once is published once, with one notice, and each person is told once of their own visit', async () => {
    const { committee, sql, asked } = await aDraftFor(PEOPLE);
    const boards = await Promise.all(
      ['ban', 'pho'].map((name) =>
        signIn(service, committee, { email: `${name}.500@mau.example`, name: `Trần Văn ${name}`, role: 'board' }),
      ),
    );
    const replies = await Promise.all(
      boards.map((board) => apiOf(service, board)('POST', '/months/2020-12/plan/publication', asked)),
    );
    const published = { status: 201, body: { visits: PEOPLE, mails: PEOPLE } };
    expect(replies).toMatchObject([published, published]);
    expect(await sql(`select number from documents`)).toEqual([{ number: 1 }]);
    const [told] = await sql(
      `select count(*)::int as mails, count(distinct specialist_id)::int as people, count(distinct to_address)::int as addresses,
         (count(*) filter (where kind = 'visits-published' and state = 'queued'))::int as queued from mails`,
    );
    expect(told).toEqual({ mails: PEOPLE, people: PEOPLE, addresses: PEOPLE, queued: PEOPLE });
    const others = await sql(
      `select m.id from mails m join visits v on v.specialist_id = m.specialist_id join branches b on b.id = v.branch_id
       where jsonb_array_length(m.content #> '{draft,model,visits}') <> 1
         or m.content #>> '{draft,model,visits,0,branch}' <> b.name`,
    );
    expect(others).toEqual([]);
  });
});
