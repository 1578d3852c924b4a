import { LOCALES } from '../../kernel/actor.ts';
import { solve } from '../engine/solve.ts';
import { whyHere } from '../explain/why-here.ts';
import { whyNot } from '../explain/why-not.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { generateTinyMonth } from '../../../test/generate/tiny-month.ts';
import { hardFacts } from '../model/facts.ts';
import { shortageWitnesses } from '../shortage/witness.ts';
import { inputHash } from '../model/canonical.ts';
import type { Fact } from '../plan.ts';
import { mostVisits, type PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { namesOf } from './names.ts';
import { Sentences } from './sentences.ts';

const problem = generateMonth({ seed: 21, specialists: 6, meetings: 28, departments: 3, clumped: 100 });

describe.each(LOCALES)('sentences in %s', (locale) => {
  const say = new Sentences(locale, namesOf(problem));

  it('say why somebody goes, why another does not, and why nobody does', async () => {
    const plan = await solve(problem);
    const [assignment] = plan.assignments;
    const why = assignment === undefined ? null : whyHere(problem, plan, assignment, 3);
    if (why === null) throw new Error('an empty plan');
    const lines = say.whyHere(why);
    expect(lines[0]).toContain(why.specialistId);
    expect(lines[1]).toMatch(new RegExp(`${why.rank.better} .*${why.rank.among} `));
    expect(lines).toHaveLength(5);
    const other = why.others.find(({ situation }) => situation.kind !== 'also_here');
    const wish = { specialistId: other?.specialistId ?? '', meetingId: why.meetingId };
    const [cost] = say.whyNot(wish, await whyNot(problem, plan, wish));
    expect(cost).toContain(wish.specialistId);
    const [unmet] = plan.unmet;
    const [found] = shortageWitnesses(problem, plan);
    if (unmet === undefined) throw new Error('everything is covered');
    expect(say.unmet(unmet, found?.witness ?? null).join(' ')).toContain(unmet.meetingId);
  });

  it('have words for every fact that can contradict another', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      for (const fact of hardFacts(generateTinyMonth(seed))) {
        expect(say.fact(fact)).not.toMatch(/undefined|NaN|\{|^$/);
      }
    }
  });

  it('tell a change with its cause', () => {
    const change = { kind: 'added', specialistId: 's2', meetingId: 'm1' } as const;
    const sentence = say.change({ ...change, because: { kind: 'replaces', specialistIds: ['s1'] } });
    expect(sentence).toMatch(/s2.*m1.*s1/);
  });

  it('give hours in the zone of the committee', () => {
    const witness = { kind: 'hour', meetingIds: ['a', 'b'], specialistIds: ['s'], wanted: 2, mayGo: 1 } as const;
    const at = Date.UTC(2020, 11, 3, 12, 30) / 60_000;
    expect(say.witness({ ...witness, from: at, to: at + 90 })).toContain('19:30 03/12/2020');
  });

  it('tell who moves, person by person', () => {
    const [first, terms, second] = say.whyNot(
      { specialistId: 's1', meetingId: 'm1' },
      {
        kind: 'costs_more',
        decidedBy: 'quality',
        tiers: [{ tier: 'quality', difference: 5 }],
        fit: { travel: 8, together: -3 },
        added: [
          { specialistId: 's1', meetingId: 'm1' },
          { specialistId: 's2', meetingId: 'm2' },
        ],
        dropped: [
          { specialistId: 's2', meetingId: 'm1' },
          { specialistId: 's3', meetingId: 'm2' },
        ],
        proven: true,
      },
    );
    expect(first).toContain('5');
    expect(terms).toMatch(locale === 'vi' ? /đi lại \+8, cùng người nên đi cùng -3/ : /travel \+8, goes with .* -3/);
    expect(second).toMatch(/s1.*m1; s2: m1 → m2; s3.*m2/);
  });

  it('put many facts of one kind into one count', () => {
    const facts = problem.departments.map(({ id }): Fact => ({ kind: 'department_max', departmentId: id, limit: 5 }));
    expect(say.facts(facts)).toHaveLength(facts.length);
    const many = [...facts, ...facts.map((fact) => ({ ...fact, limit: 7 }))];
    expect(say.facts(many)).toEqual([expect.stringMatching(/6 .*5–7.*36/)]);
  });

  it('say in their own language how good a plan is, and how sure', async () => {
    const plan = await solve(problem);
    const lines = say.headline(plan);
    expect(lines[0]).toMatch(
      locale === 'vi' ? /^Phương án tốt nhất, đã kiểm chứng · .* giây/ : /^Optimal, verified · /,
    );
    expect(lines).toHaveLength(plan.tiers.length + 2);
    expect(say.headline({ ...plan, status: 'infeasible', conflict: [{ kind: 'once_per_branch' }] })).toHaveLength(3);
  });

  it('have no plural for one', () => {
    const facts: Fact[] = [
      { kind: 'min_visits', specialistId: 's1', limit: 1 },
      { kind: 'most_observers', meetingId: 'm1', limit: 1 },
      { kind: 'visit_limit', ...mostVisits(1, 'day') },
      { kind: 'days_between', limit: 1 },
    ];
    for (const fact of facts) expect(say.fact(fact)).not.toMatch(/\b1 \w+s\b/);
    const unmet = { meetingId: 'm1', present: 0, missing: 1, lost: 0, candidates: [], ineligible: [] };
    expect(say.unmet(unmet, null).join()).not.toMatch(/\b0\b/);
  });
});

it('names people, branches and meetings by their labels, and tells hours where the committee is', () => {
  const labelled: PlanProblem = {
    ...problem,
    specialists: problem.specialists.map((one) => ({ ...one, label: `Người ${one.id}` })),
    branches: problem.branches.map((one) => ({ ...one, label: `Chi bộ ${one.id}` })),
    meetings: problem.meetings.map((one, i) => (i === 0 ? { ...one, label: 'Họp chung' } : one)),
    policy: { ...problem.policy, calendar: { ...problem.policy.calendar, timeZone: 'UTC' } },
  };
  const names = namesOf(labelled);
  const [first, second] = labelled.meetings;
  expect(names.specialist('s0001')).toBe('Người s0001');
  expect(names.department(labelled.departments[0]?.id ?? '')).toBe(labelled.departments[0]?.id);
  expect(names.meeting(first?.id ?? '')).toMatch(/^Họp chung \(\d\d:\d\d /);
  expect(names.meeting(second?.id ?? '')).toMatch(/^Chi bộ b0002 \(/);
  expect(names.time(Date.UTC(2020, 11, 3, 12, 30) / 60_000)).toBe('12:30 03/12/2020');
  expect(inputHash(readProblem(labelled))).toBe(inputHash(readProblem({ ...labelled, ...unlabelled(problem) })));
});

function unlabelled({ specialists, branches, meetings }: PlanProblem): Partial<PlanProblem> {
  return { specialists, branches, meetings };
}
