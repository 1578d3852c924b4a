import type { Command } from './command.ts';

export const demoCommand: Command = {
  name: 'demo',
  usage: '[--fresh] [--once]',
  summary: "play the sample district's month, then serve its pages",
  help: `  --fresh  forget the data of an earlier run
  --once   end when out/ is written`,
  options: { fresh: { type: 'boolean' }, once: { type: 'boolean' } },
  files: [],
  async run(call) {
    const { runDemo } = await import('../demo/run-demo.ts');
    await runDemo({ fresh: call.flag('fresh'), once: call.flag('once') });
    return Number(process.exitCode ?? 0);
  },
};
