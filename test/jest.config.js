import { availableParallelism } from 'node:os';

const common = {
  rootDir: new URL('..', import.meta.url).pathname,
  runner: '<rootDir>/build/test/runner/runner.js',
  // What runs is compiled already.
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '<rootDir>/.giaoban/'],
};

/** For projects that need PostgreSQL: one server a run, however many of them take part. */
const withPostgres = {
  globalSetup: '<rootDir>/build/test/support/global-setup.js',
  globalTeardown: '<rootDir>/build/test/support/global-teardown.js',
};

/** `unit` needs nothing but the code; the others share one embedded PostgreSQL. */
export default {
  // Against tests that hang, on a machine that is busy with other things too.
  testTimeout: 300_000,
  // Many tests wait for processes of their own: with as many workers as cores a quarter of the cores stood idle.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testSequencer: new URL('../build/test/runner/slowest-first.js', import.meta.url).pathname,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/generate/**/*.spec.ts'],
    },
    ...['architecture', 'integration', 'browser', 'e2e'].map((name) => ({
      ...common,
      ...withPostgres,
      displayName: name,
      testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
    })),
  ],
};
