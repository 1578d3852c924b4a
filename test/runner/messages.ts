import type { SerializableError, TestResult } from '@jest/test-result';
import type { Config } from '@jest/types';
import type { CpuTime } from './cpu-time.ts';

/** A task for a worker: the path of a spec file in the sources. */
export interface SpecTask {
  readonly path: string;
  readonly config: Pick<Config.ProjectConfig, 'rootDir' | 'testMatch' | 'displayName'>;
  readonly options: {
    readonly noStackTrace: boolean;
    readonly testTimeout: number;
    readonly testNamePattern?: string;
  };
}

/** The worker's answer to a task. */
export type SpecAnswer =
  { readonly result: TestResult; readonly cpu: CpuTime } | { readonly failure: SerializableError };
