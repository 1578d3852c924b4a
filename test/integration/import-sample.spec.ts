import { readFile } from 'node:fs/promises';
import type { Actor } from '../../src/kernel/actor.ts';
import { DownloadWorkbook, ImportDistrict, TakeBackImport } from '../../src/modules/directory/index.ts';
import { PastMonths } from '../../src/modules/planning/application/past-months.ts';
import { readHistory } from '../../src/solver/index.ts';
import { addMonths, month } from '../../src/kernel/month.ts';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/project-root.ts';
import { dumpOf } from '../support/import/dump.ts';
import { aCommittee, aService, type TestService } from '../support/service.ts';

describe('the sample district', () => {
  let service: TestService;
  let committee: Actor;
  let file: { name: string; bytes: Uint8Array };
  beforeAll(async () => {
    service = await aService({ works: false, serves: false });
    committee = await aCommittee(service);
    const name = 'quan-4-2020-12.xlsx';
    file = { name, bytes: await readFile(join(projectRoot, 'templates', 'sample', name)) };
  });
  afterAll(() => service.end());

  const as = <T>(work: () => Promise<T>) => service.work.as(committee, work);
  const take = () => as(() => service.get(ImportDistrict).execute(file, 'commit'));
  const history = () => as(() => service.get(PastMonths).before(month('2020-12'), 24));
  const monthNames = (first: string, count: number) =>
    Array.from({ length: count }, (_, index) => addMonths(month(first), index) as string);

  it('comes in whole with a history to be replayed, is a no-op the second time, and goes out without a trace', async () => {
    const empty = await dumpOf(service, committee);
    await expect(history()).rejects.toMatchObject({ code: 'plan.no_history' });
    const first = await take();
    expect(first).toMatchObject({
      state: 'committed',
      faults: [],
      summary: {
        counts: { departments: { added: 12 }, specialists: { added: 46 }, branches: { changed: 0, removed: 0 } },
      },
    });
    const full = await dumpOf(service, committee);

    const { months } = readHistory(await history());
    expect(months.map(({ name }) => name)).toEqual(monthNames('2019-06', 18));
    const visits = months.flatMap((one) => one.visits ?? []);
    expect(new Set(visits.map(({ specialistId }) => specialistId)).size).toBe(46);
    expect(visits.length).toBeGreaterThan(1000);

    const again = await take();
    expect(again).toMatchObject({ state: 'committed', summary: { changes: 0 } });
    expect(again.id).not.toBe(first.id);
    expect(await dumpOf(service, committee)).toEqual(full);
    const current = await as(() => service.get(DownloadWorkbook).current('vi'));
    expect(await as(() => service.get(ImportDistrict).execute(current, 'check'))).toMatchObject({
      state: 'checked',
      questions: [],
      summary: { changes: 0, rows: again.summary.rows },
    });

    await as(() => service.get(TakeBackImport).execute(again.id));
    expect(await dumpOf(service, committee)).toEqual(full);
    await as(() => service.get(TakeBackImport).execute(first.id));
    expect(await dumpOf(service, committee)).toEqual(empty);
  });
});
