import { LOCALES } from '../../kernel/actor.ts';
import { solve } from '../engine/solve.ts';
import { whyHere } from '../explain/why-here.ts';
import { whyNot } from '../explain/why-not.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { generateTinyMonth } from '../../../test/generate/tiny-month.ts';
import { hardFacts } from '../model/facts.ts';
import { shortageWitnesses } from '../shortage/witness.ts';
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
    expect(lines).toHaveLength(4);
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
});
