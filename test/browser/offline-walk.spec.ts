import fc from 'fast-check';
import { OfflineGround, type Specialist } from '../support/offline-ground.ts';
import { lostOnWalk, type Step } from '../support/offline-walk.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { SEED } from '../support/seed.ts';

const number = fc.nat(5);
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), number }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('tab', 'kill', 'close', 'reload'), number }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('weather' as const),
        weather: fc.constantFrom('clear', 'dead', 'portal', 'gateway', 'swallow'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), year: fc.constantFrom(1970, 2031) }) },
  ),
  { minLength: 6, maxLength: 14 },
) as fc.Arbitrary<Step[]>;

const walks = propertyRuns(10);
/** A walk takes some four seconds; this is only for one that hangs. */
const LONGEST_WALK_MS = 60_000;

describe('a form on a phone', () => {
  let ground: OfflineGround;
  let person: Specialist;
  beforeAll(async () => {
    ground = await OfflineGround.make();
    person = await ground.specialist('Lê Thị Nga');
  });
  afterAll(() => ground.end());

  it(
    'never loses what it has shown as kept, whatever becomes of its tabs, its line and its clock',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (walk) => {
          try {
            expect(await lostOnWalk(ground, person, walk)).toEqual([]);
          } finally {
            await ground.giveBack();
          }
        }),
        { seed: SEED, ...walks, endOnFailure: true },
      );
    },
    walks.numRuns * LONGEST_WALK_MS,
  );
});
