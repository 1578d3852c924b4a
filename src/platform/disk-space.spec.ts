import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskSpace } from './disk-space.ts';

describe('the space on the disk of a folder', () => {
  it('is what is free of the whole', async () => {
    const space = await diskSpace(tmpdir());
    expect(space?.total).toBeGreaterThan(0);
    expect(space?.free).toBeLessThanOrEqual(space?.total ?? 0);
  });

  it('is that of the disk on which a folder would be made', async () => {
    const [there, to] = await Promise.all([diskSpace(tmpdir()), diskSpace(join(tmpdir(), 'not', 'there', 'yet'))]);
    expect(to?.total).toBe(there?.total);
  });
});
