import { generateMonth } from '../../../test/generate/month.ts';
import { contentHash } from '../../kernel/canonical-json.ts';
import { DEFAULT_POLICY, type Pin, type PlanProblem } from '../problem.ts';
import { isRead, readProblem } from '../read-problem.ts';
import { withPins } from '../with-pins.ts';
import { canonicalProblem, inputHash } from './canonical.ts';
import { buildModel } from './month-model.ts';

function pinsOf(
  { specialists, meetings }: PlanProblem,
  kinds: readonly Pin['kind'][],
  overrules: Pin['overrules'],
): Pin[] {
  return kinds.map((kind, at) => ({
    specialistId: specialists[at]?.id ?? '',
    meetingId: meetings[3 * at]?.id ?? '',
    kind,
    ...(kind === 'must' && overrules && { overrules }),
  }));
}

describe('months that differ in their pins alone', () => {
  it.each<readonly [number, readonly Pin['kind'][], Pin['overrules']]>([
    [1, [], undefined],
    [2, ['must_not'], undefined],
    [3, ['must', 'must_not', 'must'], undefined],
    [4, ['must', 'must', 'must_not'], ['rotation_gap', 'too_far']],
  ])('are worked out as if each stood by itself: seed %i, pins %j, overruling %j', (seed, kinds, overrules) => {
    const problem = readProblem(generateMonth({ seed, specialists: 12, meetings: 40 }));
    buildModel(problem);
    inputHash(problem);
    const pins = pinsOf(problem, kinds, overrules);
    const [together, alone] = [withPins(problem, pins), readProblem(structuredClone({ ...problem, pins }))];
    expect(isRead(together)).toBe(true);
    expect(inputHash(together)).toBe(inputHash(alone));
    const [one, other] = [buildModel(together), buildModel(alone)];
    expect(one.pairs).toEqual(other.pairs);
    expect(one.exclusions).toEqual(other.exclusions);
    expect(one.impossiblePins).toEqual(other.impossiblePins);
    expect(buildModel(withPins(problem, pins)).pairs).toEqual(other.pairs);
  });

  it('are other months where the policy is another one', () => {
    const problem = readProblem(generateMonth({ seed: 5, specialists: 6, meetings: 20 }));
    const before = buildModel(problem);
    const policy = { ...problem.policy, weights: { ...problem.policy.weights, travel: 900 } };
    const [after, alone] = [buildModel({ ...problem, policy }), buildModel(structuredClone({ ...problem, policy }))];
    expect(after.pairs).toEqual(alone.pairs);
    expect(after.pairs).not.toEqual(before.pairs);
  });

  it('are hashed as one text of all their data', () => {
    const problem = readProblem(generateMonth({ seed: 6, specialists: 6, meetings: 20 }));
    const { leftOut: _, ...canonical } = canonicalProblem(problem);
    const unused = (['limits', 'rest', 'calendar'] as const).filter(
      (name) => JSON.stringify(problem.policy[name]) === JSON.stringify(DEFAULT_POLICY[name]),
    );
    const policy = Object.fromEntries(
      Object.entries(canonical.policy).filter(([name]) => !unused.some((one) => one === name)),
    );
    expect(inputHash(problem)).toBe(contentHash({ ...canonical, policy }));
  });

  it.each([
    ['names nobody', [{ specialistId: 'nobody', meetingId: 'm1', kind: 'must' }]],
    [
      'names a pair twice',
      [
        { specialistId: 's1', meetingId: 'm1', kind: 'must' },
        { specialistId: 's1', meetingId: 'm1', kind: 'must_not' },
      ],
    ],
  ] as const)('are read anew where a pin %s', (_, pins) => {
    const problem = readProblem(generateMonth({ seed: 1, specialists: 4, meetings: 6 }));
    expect(isRead(withPins(problem, pins))).toBe(false);
  });
});
