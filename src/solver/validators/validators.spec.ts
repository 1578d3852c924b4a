import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SOLVER = join(import.meta.dirname, '..');
const READS = `
  import { readPlan } from '${SOLVER}/read-plan.js';
  import { readProblem } from '${SOLVER}/read-problem.js';
  import { readEvents, readHistory, readKnownPlan, readVariants } from '${SOLVER}/read-inputs.js';
  const refusals = [readProblem, readPlan, readEvents, readHistory, readKnownPlan, readVariants].map((read) => {
    try { read('no object'); return 'read'; } catch ({ code, faults }) { return code + ' ' + faults[0].code; }
  });
  console.log(refusals.join());
`;

it('check the form of all that is read without code made at run time', async () => {
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, '--eval', READS]);
  expect(stdout.trim().split(',')).toEqual(Array.from({ length: 6 }, () => 'input.invalid schema.type'));
});
