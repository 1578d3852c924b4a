import { fileURLToPath } from 'node:url';

/** The compiled programs of this run, for tests that need a process of its own. */
export type Program =
  | 'programs/main'
  | 'programs/worker'
  | 'programs/cli'
  | 'test/support/job-worker'
  | 'test/support/postgres-user'
  | 'test/support/small-demo';

export function program(name: Program): string {
  return fileURLToPath(new URL(`../../${name}.js`, import.meta.url));
}
