import type { Test } from '@jest/test-result';

/** The slowest files start first, so that none of them runs alone at the end; then files by kind. */
const ORDER = [
  /kill-demo/,
  /e2e\/whole-month/,
  /page-modules/,
  /test\/integration\/(setup|embedded-postgres|start|jobs|postgres-killed)/,
  /test\/(browser|e2e)\//,
  /test\//,
];

export default class SlowestFirst {
  sort(tests: readonly Test[]): Test[] {
    const rank = ({ path }: Test) => {
      const found = ORDER.findIndex((pattern) => pattern.test(path));
      return found < 0 ? ORDER.length : found;
    };
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }

  /** The order is fixed above: no times are stored. */
  cacheResults(): void {}
}
