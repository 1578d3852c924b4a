import { solve } from '../engine/solve.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import { generateTinyMonth } from '../../../test/generate/tiny-month.ts';
import type { Plan } from '../plan.ts';
import { type PlanProblem, TIERS } from '../problem.ts';
import { exhaustiveObjectives } from '../../../test/support/exhaustive.ts';
import { sampled, solverRuns } from '../../../test/support/solver-runs.ts';
import { buildModel } from '../model/month-model.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import { HandMonth } from '../by-hand/hand-month.ts';
import { readProblem } from '../read-problem.ts';
import { withPins } from '../with-pins.ts';
import { OpenMonth } from './open-month.ts';
import { whyHere } from './why-here.ts';
import { whyNot } from './why-not.ts';

const problem: PlanProblem = generateMonth({ seed: 21, specialists: 6, meetings: 28, departments: 3, clumped: 100 });
let plan: Plan;

beforeAll(async () => {
  plan = await solve(problem);
});

/** The most pairs of which every set is tried. */
const FEW = 10;

const isSame = (a: PairOfIds, b: PairOfIds): boolean =>
  a.specialistId === b.specialistId && a.meetingId === b.meetingId;

const sent = (specialistId: string, meetingId: string): boolean =>
  plan.assignments.some((one) => one.specialistId === specialistId && one.meetingId === meetingId);

describe('why this person here', () => {
  it('shows the terms beside those of the next best, with what each is doing', () => {
    const assignment = plan.assignments[0];
    if (assignment === undefined) throw new Error('an empty plan');
    const why = whyHere(problem, plan, assignment, 3);
    expect(why).toMatchObject({ costs: assignment.costs, cost: assignment.cost });
    const costs = why?.others.map(({ cost }) => cost) ?? [];
    expect(costs.length).toBe(3);
    const all = whyHere(problem, plan, assignment, Infinity)?.others ?? [];
    expect(why?.rank).toEqual({ better: all.filter(({ cost }) => cost > assignment.cost).length, among: all.length });
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(why?.others.every(({ cost, difference }) => difference === cost - assignment.cost)).toBe(true);
  });

  it('says nothing of somebody who does not go', () => {
    expect(whyHere(problem, plan, { specialistId: 'nobody', meetingId: 'm0001' })).toBeNull();
  });
});

describe('why not somebody else', () => {
  /** A meeting of somebody's own branch. */
  const ownMeeting = (): PairOfIds => {
    const [specialist] = problem.specialists;
    const meeting = problem.meetings.find(({ branchId }) => branchId === specialist?.ownBranchId);
    return { specialistId: specialist?.id ?? '', meetingId: meeting?.id ?? '' };
  };

  it('names the reason where they may not go', async () => {
    expect(await whyNot(problem, plan, ownMeeting())).toMatchObject({
      kind: 'ineligible',
      reasons: expect.arrayContaining(['conflict_of_interest']) as unknown,
    });
  });

  it('tells what forcing it would cost, and who would move', async () => {
    const why = whyHere(problem, plan, plan.assignments[0] ?? { specialistId: '', meetingId: '' });
    const other = why?.others.find(({ situation }) => situation.kind !== 'also_here');
    const wish = { specialistId: other?.specialistId ?? '', meetingId: why?.meetingId ?? '' };
    const answer = await whyNot(problem, plan, wish);
    if (answer.kind !== 'costs_more') throw new Error(`answered ${answer.kind}`);
    expect(answer.proven).toBe(true);
    expect(answer.added).toContainEqual(wish);
    expect(answer.dropped.every(({ specialistId, meetingId }) => sent(specialistId, meetingId))).toBe(true);
    const decisive = answer.tiers.find(({ difference }) => difference !== 0);
    expect(decisive?.difference ?? 0).toBeGreaterThanOrEqual(0);
    const alike = await solve({ ...problem, pins: [{ ...wish, kind: 'must' }] });
    expect(answer.tiers[0]?.difference).toBe((alike.tiers[0]?.objective ?? 0) - (plan.tiers[0]?.objective ?? 0));
  });

  it('answers one question after another about an open month as it does about a closed one', async () => {
    const open = await OpenMonth.of(problem, plan);
    const asked = problem.specialists.flatMap((specialist, s) =>
      problem.meetings
        .filter((_, m) => (m + 2 * s) % 9 === 0)
        .map((meeting) => ({ specialistId: specialist.id, meetingId: meeting.id })),
    );
    const kinds = new Set<string>();
    for (const wish of [...plan.assignments.slice(0, 1), ownMeeting(), ...sampled(asked, 2)]) {
      const warm = await open.whyNot(wish, {}, { aborted: false });
      const cold = await whyNot(problem, plan, wish);
      kinds.add(warm.kind);
      if (warm.kind !== 'costs_more' || cold.kind !== 'costs_more') {
        expect(warm).toEqual(cold);
        continue;
      }
      expect(warm).toMatchObject({ tiers: cold.tiers, decidedBy: cold.decidedBy, proven: true });
      expect(warm.added).toContainEqual(wish);
      expect(warm.added.length + warm.dropped.length).toBe(cold.added.length + cold.dropped.length);
    }
    open.close();
    expect(kinds).toEqual(new Set(['goes', 'ineligible', 'costs_more']));
  });

  it('answers about every plan that people make of a month as about a month of its own', async () => {
    const ground = readProblem(problem);
    const open = await OpenMonth.of(ground, plan);
    const kinds = new Set<string>();
    for (const taken of sampled([[0], [0, 9], [0, 9, 20], []], 2)) {
      const off = taken.flatMap((at) => plan.assignments[at] ?? []);
      const changed = withPins(ground, [
        ...ground.pins,
        ...off.map(({ specialistId, meetingId }) => ({ specialistId, meetingId, kind: 'must_not' as const })),
      ]);
      const assignments = plan.assignments.filter((one) => !off.includes(one));
      const tiers = new HandMonth(changed).objectivesOf(assignments).map((one) => ({ ...one, bound: null }));
      const made = off.length === 0 ? plan : { assignments, tiers };
      open.turnTo(changed.pins, made);
      const asked = ground.specialists.flatMap(({ id: specialistId }, s) =>
        ground.meetings
          .filter((_, m) => (m + 5 * s) % 17 === 0)
          .map(({ id: meetingId }) => ({ specialistId, meetingId })),
      );
      for (const wish of [...made.assignments.slice(0, 1), ownMeeting(), ...asked]) {
        const warm = await open.whyNot(wish, {}, { aborted: false });
        const cold = await whyNot(changed, made, wish);
        kinds.add(warm.kind);
        if (warm.kind !== 'costs_more' || cold.kind !== 'costs_more') {
          expect([taken, wish, warm]).toEqual([taken, wish, cold]);
          continue;
        }
        expect(warm).toMatchObject({ tiers: cold.tiers, decidedBy: cold.decidedBy, proven: true });
        expect(warm.added.length + warm.dropped.length).toBe(cold.added.length + cold.dropped.length);
      }
    }
    open.close();
    expect(kinds).toEqual(new Set(['goes', 'ineligible', 'costs_more']));
  });

  it('says just what trying everything says, whichever order the tiers have', async () => {
    let asked = 0;
    for (let seed = 1; seed <= solverRuns(30); seed += 1) {
      const tiny = generateTinyMonth(seed);
      const turned = [...TIERS.slice(seed % 5), ...TIERS.slice(0, seed % 5)];
      const month = { ...tiny, policy: { ...tiny.policy, tiers: turned } };
      if (buildModel(readProblem(month)).pairs.count > FEW) continue;
      const best = await solve(month);
      if (best.status !== 'optimal') continue;
      for (const specialist of month.specialists) {
        const meeting = month.meetings[seed % month.meetings.length];
        const wish = { specialistId: specialist.id, meetingId: meeting?.id ?? '' };
        const answer = await whyNot(month, best, wish);
        const open = await OpenMonth.of(month, best);
        const warm = await open.whyNot(wish, {}, { aborted: false });
        open.close();
        expect([seed, warm.kind]).toEqual([seed, answer.kind]);
        if (answer.kind !== 'costs_more' || warm.kind !== 'costs_more') continue;
        expect([seed, warm.tiers, warm.decidedBy]).toEqual([seed, answer.tiers, answer.decidedBy]);
        // What a pin overrules for somebody, it goes on overruling where they have to go.
        const own = month.pins.find((pin) => isSame(pin, wish));
        const pins = [...month.pins.filter((pin) => pin !== own), { ...own, ...wish, kind: 'must' as const }];
        const forced = exhaustiveObjectives({ ...month, pins });
        expect(forced).not.toBeNull();
        for (const { tier, difference } of answer.tiers) {
          const at = turned.indexOf(tier);
          expect([seed, tier, difference]).toEqual([
            seed,
            tier,
            (forced?.[at] ?? 0) - (best.tiers[at]?.objective ?? 0),
          ]);
        }
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(10);
  });
});

describe('why a seat stays empty', () => {
  it('accounts for everybody: at another meeting, full, or not eligible', () => {
    expect(plan.unmet.length).toBeGreaterThan(0);
    for (const { meetingId, present, candidates, ineligible } of plan.unmet) {
      expect(candidates.length + ineligible.length + present).toBe(problem.specialists.length);
      for (const { specialistId, situation } of candidates) {
        if (situation.kind !== 'elsewhere') continue;
        expect(situation.meetingIds.every((id) => sent(specialistId, id) && id !== meetingId)).toBe(true);
      }
    }
  });
});
