#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { verifyAudit } from './app/verify-audit.ts';
import { startFailure } from './app/start-failure.ts';
import { runDemo } from './demo/run-demo.ts';

const HELP = `giaoban <command>

  demo [--fresh] [--once]   play the sample district's month, then serve its pages
                            --fresh  forget the data of an earlier run
                            --once   end when out/ is written
  audit verify              read every committee's audit chain and say whether it holds
`;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { fresh: { type: 'boolean' }, once: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const command = positionals.join(' ');
  if (values.help || command === '') {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  switch (command) {
    case 'demo':
      await runDemo({ fresh: values.fresh ?? false, once: values.once ?? false });
      return Number(process.exitCode ?? 0);
    case 'audit verify':
      return verifyAudit();
    default:
      process.stderr.write(`There is no command “${command}”.\n\n${HELP}`);
      return 2;
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  const sentence = await startFailure(error);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}
