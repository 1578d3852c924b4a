import type { SolveOptions } from '../solver/index.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import { localeOf } from './locale-of.ts';

const DAY_SECONDS = 86_400;

export const solveCommand: Command = {
  name: 'solve',
  usage: 'problem.json [--out plan.json] [--elastic elastic.json] [--time 30] [--seed 1] [--threads 2] [--lang vi]',
  summary: 'find the best plan of a month, with its proof',
  help: `  --out FILE     where the plan goes; standard output if it is left out
  --elastic FILE where no plan is possible: what can be had once mandatory meetings and minima are only wished
                 for, what stays uncovered, and why; said in a few lines as well
  --time S       stop after so many seconds with the best plan so far and its proven gap (120)
  --seed N       which of equally good plans is found; the same seed finds the same plan (0)
  --threads N    at most so many threads (1); one month is one thread's work, so more change nothing here
  --lang vi|en   language of the sentences for people (en)

  Ctrl-C ends the search with the best plan so far; a second one ends at once.
  Exit code: 0 optimal, 3 a plan with a gap, 4 no plan is possible (the plan names the facts that
  contradict each other), 5 stopped before there was a plan, 2 the problem cannot be used.`,
  options: {
    out: { type: 'string', short: 'o' },
    elastic: { type: 'string' },
    time: { type: 'string' },
    seed: { type: 'string' },
    threads: { type: 'string' },
    lang: { type: 'string' },
  },
  files: ['problem.json'],
  async run(call, streams) {
    const began = performance.now();
    const out = call.text('out');
    const elastic = call.text('elastic');
    const locale = localeOf(call);
    const time = call.number('time', { least: 1, most: DAY_SECONDS });
    const seed = call.number('seed', { least: 0, most: 2 ** 31 - 1 });
    call.number('threads', { least: 1, most: 64 });
    const { readProblemFile } = await import('./read-files.ts');
    const { demandWritable, writeJson } = await import('./write-json.ts');
    const { exitCodeOf, leftOf, solveUntilStopped } = await import('./solve-until-stopped.ts');
    await demandWritable(out);
    await demandWritable(elastic);
    const problem = await readProblemFile(call.file(0));
    const options: SolveOptions = {
      ...(time !== null && { timeLimitMs: leftOf(time, began) }),
      ...(seed !== null && { seed }),
    };
    const plan = await solveUntilStopped(problem, options, streams.stderr);
    if (plan === null) {
      streams.stderr.write('Stopped before there was a plan.\n');
      return EXIT.noPlan;
    }
    await writeJson(streams.stdout, out, plan);
    const { conflictCount, namesOf, Sentences } = await import('../solver/index.ts');
    const say = new Sentences(locale, namesOf(problem));
    streams.stderr.write(
      `${[...say.headline(plan, conflictCount(problem, plan.conflict)), ...say.leftOut(problem)].join('\n')}\n`,
    );
    if (plan.status === 'infeasible') {
      const { elasticPlan } = await import('../solver/index.ts');
      const possible = await elasticPlan(problem, options);
      streams.stderr.write(
        say
          .elastic(possible)
          .map((line) => `  ${line}\n`)
          .join(''),
      );
      if (elastic !== null) await writeJson(streams.stdout, elastic, possible);
    }
    return exitCodeOf(plan);
  },
};
