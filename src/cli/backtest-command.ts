import { join } from 'node:path';
import type { Locale } from '../kernel/actor.ts';
import type { Replay } from '../solver/index.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import { localeOf } from './locale-of.ts';
import { ProgressLine } from './progress-line.ts';

const DAY_SECONDS = 86_400;

export const backtestCommand: Command = {
  name: 'backtest',
  usage: 'history.json [variants.json] [--out replays.json] [--charts DIR] [--time 30] [--threads 2] [--lang vi]',
  summary: 'replay months under other policies: coverage cycle, loads, distance, rotation gaps',
  help: `  history.json    {"months": [{"name": "2020-07", "problem": {…}, "visits": [{"specialistId", "meetingId"}]}]};
                  with the visits of every month, what really happened is replayed as well
                  GET /api/v1/months/2020-12/history.json answers such a file
  variants.json   [{"name": "as it is"}, {"name": "longer gap", "policy": {"rotationGapMonths": 4}}];
                  each month's own policy if left out
  --out FILE      where the replays go as JSON; standard output if left out
  --charts DIR    writes a chart of each measure into that folder, as SVG
  --time S        at most so many seconds for one month (120)
  --threads N     replay so many policies at the same time (2)
  --lang vi|en    language of the table and of the charts (en)

  Exit code: 0 replayed, 2 a file cannot be used.`,
  options: {
    out: { type: 'string', short: 'o' },
    charts: { type: 'string' },
    time: { type: 'string' },
    threads: { type: 'string' },
    lang: { type: 'string' },
  },
  files: ['history.json', 'variants.json'],
  optionalFiles: 1,
  async run(call, streams) {
    const out = call.text('out');
    const locale = localeOf(call);
    const charts = call.text('charts');
    const time = call.number('time', { least: 1, most: DAY_SECONDS });
    const threads = call.number('threads', { least: 1, most: 64 }) ?? 2;
    const { checkedAgainst, readHistoryFile, readVariantsFile } = await import('./read-files.ts');
    const { demandFolder, demandWritable, writeJson } = await import('./write-json.ts');
    const { backtest, replayTable, solveInWorker, triedPolicies } = await import('../solver/index.ts');
    await demandWritable(out);
    await demandFolder(charts);
    const history = await readHistoryFile(call.file(0));
    const variants = call.file(1) === '' ? [{ name: 'policy' }] : await readVariantsFile(call.file(1));
    const policies = await checkedAgainst(call.file(1), 'list of policies', async () =>
      Promise.resolve(triedPolicies(history, variants)),
    );
    const line = new ProgressLine(streams.stderr);
    let done = 0;
    const options = time === null ? {} : { timeLimitMs: time * 1000 };
    const replays = await backtest(history, policies, {
      solver: (problem) => solveInWorker(problem, options),
      atOnce: threads,
      onMonth: ({ replay, month, months }) => {
        line.draw(done / (months * policies.length), `${replay} · ${month + 1}/${months}`);
        done += 1;
      },
    }).finally(() => line.clear());
    await writeJson(streams.stdout, out, replays);
    if (charts !== null) await writeCharts(charts, replays, locale);
    streams.stderr.write(`${replayTable(replays, locale)}\n`);
    return EXIT.done;
  },
};

async function writeCharts(folder: string, replays: readonly Replay[], locale: Locale): Promise<void> {
  const { REPLAY_CHARTS, replayChart } = await import('../modules/engine/index.ts');
  const { writeText } = await import('./write-json.ts');
  for (const name of REPLAY_CHARTS) {
    const { drawing } = await replayChart(replays, name, locale);
    await writeText(join(folder, `${name}.svg`), `${drawing.svg}\n`);
  }
}
