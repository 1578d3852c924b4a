import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import { localeOf } from './locale-of.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'problem.json plan.json [--out verdict.json] [--lang vi]',
  summary: 'check a plan without the engine, from the facts and its certificate alone',
  help: `  --out FILE     where the verdict goes; standard output if it is left out
  --lang vi|en   language of the lines for people (en)

  Exit code: 0 all that the plan says holds; 1 something does not; 3 nothing is wrong, but that no plan is better, or
  that there is none or why, is the word of the search alone; 2 a file cannot be used.`,
  options: { out: { type: 'string', short: 'o' }, lang: { type: 'string' } },
  files: ['problem.json', 'plan.json'],
  async run(call, streams) {
    const out = call.text('out');
    const locale = localeOf(call);
    const { readPlanFile, readProblemFile } = await import('./read-files.ts');
    const { demandWritable, writeJson } = await import('./write-json.ts');
    const { verdictLines, verify } = await import('../solver/index.ts');
    const { faultLine } = await import('./fault-line.ts');
    await demandWritable(out);
    const problem = await readProblemFile(call.file(0));
    const plan = await readPlanFile(call.file(1));
    const verdict = verify(problem, plan);
    await writeJson(streams.stdout, out, verdict);
    const isSure = verdict.proven === plan.status || plan.status === 'feasible' || plan.status === 'unknown';
    const isProven = isSure && verdict.conflict !== 'unproven';
    const lines = [
      ...verdictLines(locale, verdict, isSure ? null : plan.status),
      ...verdict.faults.map((fault) => `  ${faultLine(fault, locale)}`),
    ];
    streams.stderr.write(`${lines.join('\n')}\n`);
    if (!verdict.ok) return EXIT.failedCheck;
    return isProven ? EXIT.done : EXIT.gap;
  },
};
