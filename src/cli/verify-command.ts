import type { PlanStatus, Verdict } from '../solver/index.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'problem.json plan.json [--out verdict.json]',
  summary: 'check a plan without the engine, from the facts and its certificate alone',
  help: `  --out FILE   where the verdict goes; standard output if it is left out

  Exit code: 0 all that the plan says holds; 1 something does not; 3 nothing is wrong, but that no plan is better, or
  that there is none or why, is the word of the search alone; 2 a file cannot be used.`,
  options: { out: { type: 'string', short: 'o' } },
  files: ['problem.json', 'plan.json'],
  async run(call, streams) {
    const out = call.text('out');
    const { readPlanFile, readProblemFile } = await import('./read-files.ts');
    const { demandWritable, writeJson } = await import('./write-json.ts');
    const { verify } = await import('../solver/index.ts');
    await demandWritable(out);
    const problem = await readProblemFile(call.file(0));
    const plan = await readPlanFile(call.file(1));
    const verdict = verify(problem, plan);
    await writeJson(streams.stdout, out, verdict);
    const isSure = verdict.proven === plan.status || plan.status === 'feasible' || plan.status === 'unknown';
    const isProven = isSure && verdict.conflict !== 'unproven';
    streams.stderr.write(await summaryOf(verdict, isSure ? null : plan.status));
    if (!verdict.ok) return EXIT.failedCheck;
    return isProven ? EXIT.done : EXIT.gap;
  },
};

async function summaryOf(
  { ok, faults, proven, tiers, conflict }: Verdict,
  unproven: PlanStatus | null,
): Promise<string> {
  const { faultLine } = await import('./fault-line.ts');
  if (!ok) {
    const lines = faults.map((fault) => `  ${faultLine(fault)}\n`);
    return `Does not hold: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}\n${lines.join('')}`;
  }
  const lines = tiers.map(
    ({ tier, objective, bound }) =>
      `  ${tier.padEnd(10)} ${String(objective).padStart(12)}  ${bound === null ? 'nothing proven' : `proven at least ${bound}`}\n`,
  );
  const said = unproven === null ? '' : `; “${unproven}” is the word of the search alone`;
  const reasons =
    conflict === null
      ? ''
      : conflict === 'proven'
        ? ', with its reasons'
        : '; its reasons are the word of the search alone';
  return `Holds; proven: ${proven}${said}${reasons}\n${lines.join('')}`;
}
