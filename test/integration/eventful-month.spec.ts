import { PostgresEvents } from '../../src/platform/events/postgres-events.ts';
import { aPublishedMonth } from '../support/a-published-month.ts';
import { Happening } from '../support/eventful/month-events.ts';
import { faultsIn } from '../support/eventful/month-invariants.ts';
import { readMonth } from '../support/eventful/read-month.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { SEED } from '../support/seed.ts';
import { aService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

const EVENTS = 30;
/** Two of them at the same hour, so that people are in the way of each other. */
const DAYS = ['2020-12-08', '2020-12-08', '2020-12-09', '2020-12-15', '2020-12-16', '2020-12-22'];
const { numRuns } = propertyRuns(1);

describe('a published month in which much happens', () => {
  const runs = Array.from({ length: numRuns }, (_, i) => SEED + i);
  it.each(runs)('keeps every promise to its people and its board (seed %i)', async (seed) => {
    // The clock of a service never goes back, so each month has a service of its own.
    const service: TestService = await aService();
    try {
      await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
      const month = await aPublishedMonth(service, DAYS, '19:30', { isSolvedByWorker: true });
      const people = [...new Set((await month.visits()).map(({ specialistId }) => specialistId)), month.spare];
      const happening = new Happening(service, month, people, seed);
      const settled = () =>
        until(async () => (await service.as(month.committee, () => service.get(PostgresEvents).pending())) === 0);
      const happened: string[] = [];
      for (let at = 0; at < EVENTS; at += 1) {
        happened.push(`${at + 1} ${await happening.next()}`);
        // Some things happen before anybody was told of what came before.
        if (happening.chance(60)) await settled();
      }
      await settled();
      const faults = faultsIn(await readMonth(service, month));
      expect({ seed, happened, faults }).toEqual({ seed, happened, faults: [] });
    } finally {
      await service.end();
    }
  });
});
