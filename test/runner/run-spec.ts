import { pathToFileURL } from 'node:url';
import { createEmptyTestResult, type AssertionResult, type TestResult } from '@jest/test-result';
import type { Circus } from '@jest/types';
import { expect } from 'expect';
import * as circus from 'jest-circus';
import { formatExecError, formatResultsErrors } from 'jest-message-util';
import { compiledFrom } from './compiled-from.ts';
import type { SpecTask } from './messages.ts';
import { sourceStack } from './source-stack.ts';
import { strayErrors } from './stray-errors.ts';

Object.assign(globalThis, circus.default, { expect });

/** Runs one file in this process and returns the result in Jest's format. */
export async function runSpec({ path, config, options }: SpecTask): Promise<TestResult> {
  const begun = Date.now();
  circus.resetState();
  const { testTimeout, testNamePattern } = options;
  Object.assign(circus.getState(), {
    testTimeout,
    testNamePattern: testNamePattern === undefined ? null : new RegExp(testNamePattern, 'i'),
  });
  expect.setState({ testPath: path });
  const stray = strayErrors();
  await import(pathToFileURL(compiledFrom(path, config.rootDir)).href);
  const loaded = Date.now();
  const run = await circus.run();
  release(circus.getState().rootDescribeBlock);
  const testResults = run.testResults.map(assertionResult);
  const unhandled = [...run.unhandledErrors, ...(await stray.end())].map(sourceStack);
  const count = (status: AssertionResult['status']) => testResults.filter((result) => result.status === status).length;
  const said = [
    formatResultsErrors(testResults, config, options, path),
    ...unhandled.map((stack) => formatExecError({ message: '', stack }, config, options, path)),
  ].filter((text) => text !== null);
  const end = Date.now();
  return {
    ...createEmptyTestResult(),
    ...(config.displayName && { displayName: config.displayName }),
    testFilePath: path,
    testResults,
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    failureMessage: said.length > 0 ? said.join('\n') : null,
    ...(unhandled.length > 0 && { testExecError: { message: '', stack: unhandled.join('\n') } }),
    perfStats: {
      ...createEmptyTestResult().perfStats,
      start: begun,
      end,
      runtime: end - begun,
      slow: end - begun > 20_000,
      loadTestEnvironmentStart: begun,
      loadTestEnvironmentEnd: loaded,
    },
  };
}

/**
 * Lets go of what the tests of the file hold, above all the service that they ran on. What is kept from one file to the
 * next, such as a module that was loaded during a test, remembers in which test that was.
 */
function release(block: Circus.DescribeBlock): void {
  // The error knows where a test was written, and by that what was within its reach.
  const nothing = { fn: () => undefined, asyncError: null };
  for (const hook of block.hooks) Object.assign(hook, nothing);
  for (const child of block.children) {
    if (child.type === 'describeBlock') release(child);
    else Object.assign(child, nothing);
  }
}

function assertionResult(result: Circus.TestResult): AssertionResult {
  const titles = result.testPath.slice(1); // the first is the file's own
  const status = result.status === 'skip' ? 'pending' : result.status === 'todo' ? 'todo' : null;
  return {
    ancestorTitles: titles.slice(0, -1),
    title: titles.at(-1) ?? '',
    fullName: titles.join(' '),
    status: status ?? (result.errors.length > 0 ? 'failed' : 'passed'),
    duration: result.duration ?? null,
    failureDetails: [],
    failureMessages: result.errors.map(sourceStack),
    invocations: result.invocations,
    location: result.location ?? null,
    numPassingAsserts: result.numPassingAsserts,
  };
}
