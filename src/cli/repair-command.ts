import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import { localeOf } from './locale-of.ts';

const DAY_SECONDS = 86_400;

export const repairCommand: Command = {
  name: 'repair',
  usage:
    'problem.json plan.json events.json [--out repair.json] [--now 2020-12-03T08:00] [--improve] [--time 30] [--seed 1] [--lang vi]',
  summary: 'mend a known plan after something has happened, with as few changes as can be',
  help: `  events.json    what happened: [{"kind": "leave", "specialistId", "from", "to"},
                 {"kind": "declined", "specialistId", "meetingId"}, {"kind": "moved", "meetingId", "start", "end"},
                 {"kind": "cancelled", "meetingId"}, {"kind": "called", "meeting"}, {"kind": "joined", "specialist"},
                 {"kind": "left", "specialistId"}]; times are minutes since 1970-01-01T00:00Z
  --out FILE     where the month after the events, its plan and the changes go; standard output if left out
  --now TIME     what began before stays and counts, and nobody is sent there: 2020-12-03T08:00 where the committee is,
                 the same with its zone, or minutes since 1970; while the month runs the clock's time if left out
  --improve      fill seats that were empty before as well, at the price of more changes
  --time S       stop after so many seconds with the best plan so far (120)
  --seed N       which of equally good plans is found (0)
  --lang vi|en   language of the table of changes (en)

  Visits that the plan says are accepted stay, unless their own meeting changed or their person cannot come. Only what the
  events broke is mended; where that cannot be had whole, the plan that leaves least undone is written.
  Exit code: 0 optimal, 3 a plan with a gap, 4 not all can be kept, 5 stopped before there was a plan,
  2 a file cannot be used.`,
  options: {
    out: { type: 'string', short: 'o' },
    now: { type: 'string' },
    improve: { type: 'boolean' },
    time: { type: 'string' },
    seed: { type: 'string' },
    lang: { type: 'string' },
  },
  files: ['problem.json', 'plan.json', 'events.json'],
  async run(call, streams) {
    const began = performance.now();
    const out = call.text('out');
    const locale = localeOf(call);
    const time = call.number('time', { least: 1, most: DAY_SECONDS });
    const seed = call.number('seed', { least: 0, most: 2 ** 31 - 1 });
    const { checkedAgainst, readEventsFile, readKnownPlanFile, readProblemFile } = await import('./read-files.ts');
    const { demandWritable, writeJson } = await import('./write-json.ts');
    const { nowOf } = await import('./now-of.ts');
    const { exitCodeOf, leftOf, solveUntilStopped } = await import('./solve-until-stopped.ts');
    const { afterEvents, asFarAsPossible, conflictCount, namesOf, Sentences } = await import('../solver/index.ts');
    await demandWritable(out);
    const problem = await readProblemFile(call.file(0));
    const known = await readKnownPlanFile(call.file(1));
    const events = await readEventsFile(call.file(2));
    const now = nowOf(call, problem);
    const after = await checkedAgainst(call.file(2), 'list of events for this month', async () =>
      Promise.resolve(afterEvents(problem, known, events, { now, improves: call.flag('improve') })),
    );
    const options = { ...(time !== null && { timeLimitMs: leftOf(time, began) }), ...(seed !== null && { seed }) };
    const plan = await solveUntilStopped(after, options, streams.stderr);
    if (plan === null) {
      streams.stderr.write('Stopped before there was a plan.\n');
      return EXIT.noPlan;
    }
    const repaired = await asFarAsPossible({ problem, known, events, after, plan }, options);
    await writeJson(streams.stdout, out, repaired);
    const say = new Sentences(locale, namesOf({ ...after, meetings: [...problem.meetings, ...after.meetings] }));
    const { changes, givenUp } = repaired;
    const possible = givenUp === null ? [] : say.elastic({ ...repaired, ...givenUp });
    const lines = [
      ...say.headline(plan, conflictCount(after, plan.conflict)),
      ...say.leftOut(after),
      ...possible.map((line) => `  ${line}`),
      ...changes.map((change) => `  ${say.change(change)}`),
    ];
    streams.stderr.write(`${lines.join('\n')}\n`);
    return exitCodeOf(plan);
  },
};
