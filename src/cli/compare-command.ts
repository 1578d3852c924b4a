import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import { localeOf } from './locale-of.ts';
import { ProgressLine } from './progress-line.ts';

const DAY_SECONDS = 86_400;

export const compareCommand: Command = {
  name: 'compare',
  usage: 'problem.json variants.json [--out variants-solved.json] [--time 30] [--seed 1] [--threads 2] [--lang vi]',
  summary: 'solve a month under several policies or facts side by side, and tell what would differ',
  help: `  variants.json   [{"name": "as it is"}, {"name": "nearer", "policy": {"weights": {"travel": 40}}},
                  {"name": "one more", "facts": {"specialists": […]}}]; the first is what others are compared with
  --out FILE      where plans, figures and moves go; standard output if left out
  --time S        at most so many seconds for each (120)
  --seed N        which of equally good plans is found (0)
  --threads N     solve so many at the same time (2)
  --lang vi|en    language of the lines for people (en)

  Exit code: 0 all optimal, 3 some with a gap, 4 some without a plan, 2 a file cannot be used.`,
  options: {
    out: { type: 'string', short: 'o' },
    time: { type: 'string' },
    seed: { type: 'string' },
    threads: { type: 'string' },
    lang: { type: 'string' },
  },
  files: ['problem.json', 'variants.json'],
  async run(call, streams) {
    const out = call.text('out');
    const locale = localeOf(call);
    const time = call.number('time', { least: 1, most: DAY_SECONDS });
    const seed = call.number('seed', { least: 0, most: 2 ** 31 - 1 });
    const threads = call.number('threads', { least: 1, most: 64 }) ?? 2;
    const { checkedAgainst, readProblemFile, readVariantsFile } = await import('./read-files.ts');
    const { demandWritable, writeJson } = await import('./write-json.ts');
    const { compareVariants, solveInWorker, variantLine } = await import('../solver/index.ts');
    await demandWritable(out);
    const problem = await readProblemFile(call.file(0));
    const variants = await readVariantsFile(call.file(1));
    const line = new ProgressLine(streams.stderr);
    let done = 0;
    const options = { ...(time !== null && { timeLimitMs: time * 1000 }), ...(seed !== null && { seed }) };
    const solved = await checkedAgainst(call.file(1), 'list of variants of this month', () =>
      compareVariants(problem, variants, {
        atOnce: threads,
        solver: async (one, variant) => {
          line.draw(done / variants.length, variants[variant]?.name ?? '', true);
          const plan = await solveInWorker(one, options);
          done += 1;
          return plan;
        },
      }),
    ).finally(() => line.clear());
    await writeJson(streams.stdout, out, solved);
    streams.stderr.write(solved.map((variant) => `${variantLine(locale, variant)}\n`).join(''));
    const statuses = new Set(solved.map(({ plan }) => plan.status));
    if (statuses.has('infeasible') || statuses.has('unknown')) return EXIT.infeasible;
    return statuses.has('feasible') ? EXIT.gap : EXIT.done;
  },
};
