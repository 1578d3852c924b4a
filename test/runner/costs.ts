import { writeFileSync } from 'node:fs';
import type { TestResult } from '@jest/test-result';
import type { CpuTime } from './cpu-time.ts';

/** Records the cost of each spec file of a run, to find expensive ones. */
export class Costs {
  private readonly rows: { path: string; wall: number; load: number; own: number; children: number }[] = [];

  add(path: string, { perfStats }: TestResult, { own, children }: CpuTime): void {
    const { runtime, loadTestEnvironmentStart: begun, loadTestEnvironmentEnd: loaded } = perfStats;
    this.rows.push({ path, wall: runtime / 1000, load: (loaded - begun) / 1000, own, children });
  }

  /** Most expensive first, in seconds: wall time, time to load the file, CPU of the worker, CPU of its children. */
  write(file: string): void {
    const rows = this.rows.toSorted((a, b) => b.own + b.children - (a.own + a.children));
    const lines = rows.map(({ path, ...seconds }) =>
      [...Object.values(seconds).map((each) => each.toFixed(1)), path].join('\t'),
    );
    writeFileSync(file, `${['clock', 'load', 'cpu', 'children', 'file'].join('\t')}\n${lines.join('\n')}\n`);
  }
}
