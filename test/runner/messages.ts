import type { SerializableError, TestResult } from '@jest/test-result';
import type { Config } from '@jest/types';
import type { CpuTime } from './cpu-time.ts';

/** What the run asks of a worker: a spec file as it lies in the sources. */
export interface SpecTask {
  readonly path: string;
  readonly config: Pick<Config.ProjectConfig, 'rootDir' | 'testMatch' | 'displayName'>;
  readonly options: {
    readonly noStackTrace: boolean;
    readonly testTimeout: number;
    readonly testNamePattern?: string;
  };
}

/** What a worker answers, for each task one. */
export type SpecAnswer =
  { readonly result: TestResult; readonly cpu: CpuTime } | { readonly failure: SerializableError };
