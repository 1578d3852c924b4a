import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Test } from '@jest/test-result';
import {
  CallbackTestRunner,
  type OnTestFailure,
  type OnTestStart,
  type OnTestSuccess,
  type TestRunnerOptions,
} from 'jest-runner';
import type { TestWatcher } from 'jest-watcher';
import { Costs } from './costs.ts';
import type { SpecTask } from './messages.ts';
import { SpecWorker } from './spec-worker.ts';

/** Written to `build/spec-costs.tsv`. */
const COSTS = fileURLToPath(new URL('../../spec-costs.tsv', import.meta.url));

/**
 * Runs spec files in a few Node processes, from the tree compiled in this run. A process keeps its modules from one
 * file to the next, because loading the application takes longer than most files take to run. A file that permanently
 * changes a module would reveal a mistake of the product.
 */
export default class Runner extends CallbackTestRunner {
  override async runTests(
    tests: Test[],
    watcher: TestWatcher,
    onStart: OnTestStart,
    onResult: OnTestSuccess,
    onFailure: OnTestFailure,
    { serial }: TestRunnerOptions,
  ): Promise<void> {
    drawSeed();
    const waiting = [...tests];
    const costs = new Costs();
    const work = async (): Promise<void> => {
      let worker: SpecWorker | null = null;
      for (let test = waiting.shift(); test && !watcher.isInterrupted(); test = waiting.shift()) {
        worker ??= new SpecWorker();
        await onStart(test);
        const answer = await worker.run(this.task(test));
        if ('result' in answer) {
          costs.add(test.path, answer.result, answer.cpu);
          await onResult(test, answer.result);
        } else await onFailure(test, answer.failure);
        if (worker.isLost) worker = null;
      }
      await worker?.end();
    };
    const workers = serial ? 1 : Math.min(this._globalConfig.maxWorkers, tests.length);
    await Promise.all(Array.from({ length: workers }, work));
    costs.write(COSTS);
  }

  private task({ path, context: { config } }: Test): SpecTask {
    const { noStackTrace, testTimeout, testNamePattern } = this._globalConfig;
    return {
      path,
      config: {
        rootDir: config.rootDir,
        testMatch: config.testMatch,
        ...(config.displayName && { displayName: config.displayName }),
      },
      options: {
        noStackTrace: noStackTrace ?? false,
        testTimeout: testTimeout ?? 60_000,
        ...(testNamePattern && { testNamePattern }),
      },
    };
  }
}

/** All random numbers of the workers depend on it: 1 unless another seed is given, or `any`. */
function drawSeed(): void {
  const { SEED: asked = '1' } = process.env;
  process.env['SEED'] = asked === 'any' ? String(randomInt(1, 2 ** 31)) : asked;
  process.stderr.write(`Chance is drawn from SEED=${process.env['SEED']}, which repeats this run.\n`);
}
