import { startFailure } from '../app/start-failure.ts';
import { BadInput } from './bad-input.ts';
import { Call, type Streams } from './command.ts';
import { commandOf, helpOf, helpOfAll } from './commands.ts';
import { EXIT } from './exit-code.ts';

/**
 * Runs the command that the arguments name.
 * @returns the exit code
 */
export async function runCommand(args: readonly string[], streams: Streams): Promise<number> {
  const command = commandOf(args);
  const asksForHelp = args.includes('--help') || args.includes('-h');
  if (command === null) {
    const isUnknown = !asksForHelp && args.length > 0;
    if (isUnknown) streams.stderr.write(`There is no command “${args.join(' ')}”.\n\n${helpOfAll()}`);
    else streams.stdout.write(helpOfAll());
    return asksForHelp ? EXIT.done : EXIT.badInput;
  }
  if (asksForHelp) {
    streams.stdout.write(helpOf(command));
    return EXIT.done;
  }
  try {
    return await command.run(Call.of(command, args.slice(command.name.split(' ').length)), streams);
  } catch (error) {
    const lines = error instanceof BadInput ? [error.message, ...error.places] : [await startFailure(error)];
    if (lines.includes(null)) throw error;
    streams.stderr.write(`${lines.join('\n')}\n`);
    return EXIT.badInput;
  }
}
