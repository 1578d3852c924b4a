import { readFile } from 'node:fs/promises';
import type { Actor } from '../../src/kernel/actor.ts';
import { ImportDistrict, TakeBackImport } from '../../src/modules/directory/index.ts';
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
  it('comes in whole, is a no-op the second time, and goes out without a trace', async () => {
    const empty = await dumpOf(service, committee);
    const first = await take();
    expect(first).toMatchObject({
      state: 'committed',
      faults: [],
      summary: {
        counts: { departments: { added: 12 }, specialists: { added: 46 }, branches: { changed: 0, removed: 0 } },
      },
    });
    const full = await dumpOf(service, committee);

    const again = await take();
    expect(again).toMatchObject({ state: 'committed', summary: { changes: 0 } });
    expect(again.id).not.toBe(first.id);
    expect(await dumpOf(service, committee)).toEqual(full);

    await as(() => service.get(TakeBackImport).execute(again.id));
    expect(await dumpOf(service, committee)).toEqual(full);
    await as(() => service.get(TakeBackImport).execute(first.id));
    expect(await dumpOf(service, committee)).toEqual(empty);
  });
});
