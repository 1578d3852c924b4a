import type pg from 'pg';
import { contentHash } from '../../src/kernel/canonical-json.ts';
import { type AccountId, type CommitteeId, type Id, newId } from '../../src/kernel/id.ts';
import { type Day, day, instantOf, month } from '../../src/kernel/month.ts';
import { compileBriefing } from '../../src/modules/briefings/domain/briefing-content.ts';
import { someMonth } from '../fixtures/some-month.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { rubric42Hd, score } from '../../src/modules/evaluations/index.ts';
import { buildProblem } from '../../src/modules/planning/domain/build-problem.ts';
import { carriedBalance } from '../../src/modules/planning/domain/carried-balance.ts';
import type { MeetingFacts, MonthFacts } from '../../src/modules/planning/domain/month-facts.ts';
import { STANDARD_POLICY } from '../../src/modules/planning/domain/planning-policy.ts';
import { type Plan, type PlanProblem, solve } from '../../src/solver/index.ts';
import { addRow } from './released-database.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const MADE = '2020-11-26T02:00:00Z';
const BRANCHES = 5;

/** The data written into a database of an earlier release. */
export interface ReleasedMonth {
  readonly committeeId: CommitteeId;
  readonly accountId: AccountId;
  readonly specialists: readonly { readonly id: Id<'Specialist'>; readonly email: string; readonly name: string }[];
  /** In the order of days: accepted with a form, done with an accepted form, offered, declined. */
  readonly visits: readonly string[];
  readonly importId: string;
  readonly published: { readonly id: string; readonly problem: PlanProblem; readonly plan: Plan };
  /** The title of a section of the compiled briefing. */
  readonly section: string;
  readonly draft: { readonly id: string; readonly problem: PlanProblem; readonly plan: Plan };
}

/**
 * December 2020 as stored by the release of migration 0007: planned, published, answered, partly reported and compiled;
 * a draft for January, and an imported visit of October.
 */
export async function aReleasedMonth(client: pg.Client): Promise<ReleasedMonth> {
  const committeeId = newId<'Committee'>();
  const add = (table: string, row: Readonly<Record<string, unknown>>) =>
    addRow(client, table, { committee_id: committeeId, ...row });
  await addRow(client, 'committees', {
    id: committeeId,
    code: 'mau',
    name: 'Quận ủy Mẫu',
    time_zone: ZONE,
    is_sample: true,
    labels: {},
    created_at: MADE,
  });
  const accountId = newId<'Account'>();
  await addRow(client, 'accounts', {
    id: accountId,
    email: 'ban@mau.example',
    name: 'Trần Văn Ban',
    locale: 'vi',
    created_at: MADE,
  });
  await add('memberships', { account_id: accountId, role: 'board', created_at: MADE });
  for (const [index, code] of ['environment', 'security'].entries()) {
    await add('fields', { code, name: code, position: index + 1 });
  }
  await add('branch_types', { code: 'quarter', name: 'Khu phố', position: 1 });
  const organisationId = newId<'Organisation'>();
  await add('organisations', { id: organisationId, code: 'P08', kind: 'grassroots' });
  await add('organisation_versions', {
    organisation_id: organisationId,
    valid_from: '0001-01-01',
    name: 'Đảng bộ Phường 8',
    short_name: 'P.8',
  });
  const departmentId = newId<'Department'>();
  await add('departments', { id: departmentId, code: 'BTC', name: 'Ban Tổ chức', short_name: 'BTC', position: 1 });

  const branchIds = Array.from({ length: BRANCHES }, () => newId<'Branch'>()).sort();
  for (const [index, id] of branchIds.entries()) {
    await add('branches', {
      id,
      code: `KP${index + 1}`,
      name: `Chi bộ Khu phố ${index + 1}`,
      short_name: `KP${index + 1}`,
      organisation_id: organisationId,
      type: 'quarter',
      address: 'Văn phòng khu phố',
      members: 47,
      weak_fields: { environment: 0.8 },
      meeting_day: 3,
      meeting_time: '19:30',
      meeting_minutes: 90,
      rolls_forward: true,
      thematic_months: '{}',
    });
  }
  const specialists = ['Lê Thị Nga', 'Phạm Thị Hoa'].map((name, index) => ({
    id: newId<'Specialist'>(),
    name,
    email: `chuyen.vien.${index + 1}@mau.example`,
  }));
  for (const { id, name, email } of specialists) {
    await add('specialists', {
      id,
      code: email.slice(0, email.indexOf('@')),
      name,
      given_name: name.split(' ').at(-1),
      department_id: departmentId,
      email,
      fields: {},
      min_visits: 0,
      max_visits: 4,
      target_visits: 2,
      may_lead: false,
      carried_balance: 0,
    });
  }

  const meetingsOf = async (days: readonly Day[]): Promise<MeetingFacts[]> => {
    const meetings = days.map((held, index) => {
      const startsAt = instantOf(held, '19:30', ZONE);
      const branchId = branchIds[index] ?? newId<'Branch'>();
      return { id: newId<'Meeting'>(), branchId, held, startsAt };
    });
    for (const { id, branchId, held, startsAt } of meetings) {
      await add('meetings', {
        id,
        branch_id: branchId,
        month: `${held.slice(0, 7)}-01`,
        starts_at: startsAt,
        ends_at: new Date(startsAt.getTime() + 90 * 60_000),
        kind: 'regular',
        state: 'scheduled',
        source: 'edit',
        place: '',
        note: '',
        passed: [],
        revision: 1,
      });
    }
    return meetings
      .map(({ id, branchId, startsAt }) => ({
        id,
        branchId,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 90 * 60_000),
        place: null,
        kind: 'regular' as const,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const factsOf = (
    text: string,
    meetings: readonly MeetingFacts[],
    last: ReadonlyMap<string, { readonly specialistId: string; readonly monthsAgo: number }>,
  ): MonthFacts => ({
    month: month(text),
    zone: ZONE,
    fields: ['environment', 'security'],
    departments: [departmentId],
    branches: branchIds.map((id) => ({
      id,
      monthsSinceVisit: last.get(id)?.monthsAgo ?? null,
      weakFields: { environment: 0.8 },
      openDirectives: 0,
    })),
    specialists: [...specialists]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id }) => ({
        id,
        departmentId,
        fields: {},
        minVisits: 0,
        maxVisits: 4,
        target: 200,
        balance: carriedBalance(0, []),
        mayLead: false,
        ownBranchId: null,
        residenceBranchId: null,
        conflictBranchIds: [],
        base: null,
        absences: [],
        lastVisits: [...last]
          .filter(([, { specialistId }]) => specialistId === id)
          .map(([branchId, { monthsAgo }]) => ({ branchId, monthsAgo })),
      })),
    meetings,
    decisions: [],
  });
  const planOf = async (facts: MonthFacts, row: Readonly<Record<string, unknown>>) => {
    const id = newId<'Plan'>();
    const problem = buildProblem(facts, STANDARD_POLICY);
    const plan = await solve(problem);
    await add('plans', {
      id,
      month: `${facts.month}-01`,
      status: plan.status,
      input_hash: plan.inputHash,
      problem,
      result: plan,
      is_verified: true,
      made_at: MADE,
      ...row,
    });
    return { id, problem, plan };
  };

  // October: one visit, from an import.
  const [nga] = specialists;
  const lastBranch = branchIds.at(-1) ?? newId<'Branch'>();
  const october = {
    id: newId<'Visit'>(),
    branch_id: lastBranch,
    specialist_id: nga?.id ?? '',
    held_on: '2020-10-06',
    kind: 'regular',
    state: 'done',
    attendance_present: 40,
    attendance_of: 42,
    speakers: 9,
    score: 9200,
    leads: false,
    calendar_sequence: 0,
    revision: 1,
  };
  await add('visits', october);
  const importId = newId<'Import'>();
  await add('imports', {
    id: importId,
    file_name: 'danh-sach.xlsx',
    file_hash: 'f',
    state: 'committed',
    summary: { rows: {}, faults: 0, counts: null, changes: 1, examples: [] },
    faults: [],
    made_at: MADE,
    committed_at: MADE,
  });
  await client.query(
    `insert into import_changes (committee_id, import_id, seq, table_name, key, before, after)
     select committee_id, $2, 1, 'visits', jsonb_build_object('id', v.id), null, to_jsonb(v.*) from visits v where v.id = $1`,
    [october.id, importId],
  );

  // December: planned, published, answered.
  const december = await meetingsOf([day('2020-12-02'), day('2020-12-03'), day('2020-12-04'), day('2020-12-07')]);
  const before = new Map([[lastBranch as string, { specialistId: october.specialist_id, monthsAgo: 2 }]]);
  const published = await planOf(factsOf('2020-12', december, before), {
    state: 'published',
    published_at: MADE,
    published_by: accountId,
  });
  await client.query(`update plans set notice_id = null`);
  const duties = published.plan.assignments
    .map(({ meetingId, specialistId }) => {
      const meeting = december.find(({ id }) => id === meetingId);
      if (!meeting) throw new Error('the plan names a meeting of its own');
      return { id: newId<'Visit'>(), specialistId, meeting };
    })
    .sort((a, b) => a.meeting.startsAt.getTime() - b.meeting.startsAt.getTime());
  if (duties.length !== december.length) throw new Error('every meeting wants somebody');
  const states = ['accepted', 'done', 'offered', 'declined'];
  for (const [index, { id, specialistId, meeting }] of duties.entries()) {
    const state = states[index] ?? '';
    await add('visits', {
      id,
      branch_id: meeting.branchId,
      specialist_id: specialistId,
      held_on: meeting.startsAt.toISOString().slice(0, 10),
      kind: 'regular',
      state,
      meeting_id: meeting.id,
      plan_id: published.id,
      leads: false,
      decline_reason: state === 'declined' ? 'Đi công tác' : null,
      answered_at: state === 'offered' ? null : MADE,
      calendar_sequence: 0,
      revision: 2,
    });
  }
  await addForms(add, duties.slice(0, 2));
  const content = compileBriefing(someMonth());
  await add('briefings', {
    id: newId<'Briefing'>(),
    month: '2020-12-01',
    version: 1,
    state: 'draft',
    content: { ...content, month: '2020-12' },
    edits: {},
    content_hash: 'c',
    missing_forms: 1,
    compiled_at: MADE,
    compiled_by: accountId,
    revision: 1,
  });

  // January: a draft based on what was known of December.
  const visited = new Map(
    duties
      .filter((_, index) => states[index] !== 'declined')
      .map(({ meeting, specialistId }) => [meeting.branchId, { specialistId, monthsAgo: 1 }]),
  );
  visited.set(lastBranch, { specialistId: october.specialist_id, monthsAgo: 3 });
  const inOrder = new Map([...visited].sort(([a], [b]) => (a < b ? -1 : 1)));
  const january = await meetingsOf([day('2021-01-05'), day('2021-01-06'), day('2021-01-07')]);
  const draft = await planOf(factsOf('2021-01', january, inOrder), { state: 'draft' });
  return {
    committeeId,
    accountId,
    specialists,
    visits: duties.map(({ id }) => id),
    importId,
    published,
    draft,
    section: content.sections[0]?.title ?? '',
  };
}

/** The first is submitted, the second accepted. */
async function addForms(
  add: (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>,
  duties: readonly { readonly id: string; readonly specialistId: string }[],
): Promise<void> {
  const rubricId = newId<'Rubric'>();
  // The purpose of rubrics was added later.
  const { purpose: _, ...content } = rubric42Hd;
  await add('rubrics', { id: rubricId, code: rubric42Hd.id, version: 1, starts_on: '2020-01-01', content });
  const answers = someAnswers({ directives: [] });
  for (const [index, { id, specialistId }] of duties.entries()) {
    const isAccepted = index === 1;
    await add('submissions', {
      id: newId<'Submission'>(),
      visit_id: id,
      version: 1,
      state: isAccepted ? 'accepted' : 'submitted',
      rubric_id: rubricId,
      form_version: 1,
      hash: contentHash(answers),
      answers,
      score: score(rubric42Hd, answers),
      submitted_at: MADE,
      submitted_by: specialistId,
      reviewed_at: isAccepted ? MADE : null,
      revision: isAccepted ? 2 : 1,
    });
  }
}
