import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import { unclearCommittee } from './unclear-committee.ts';

export const accountListCommand: Command = {
  name: 'account list',
  usage: '[--committee quan-4] [--json]',
  summary: 'who may come in, with which roles, and when they last did',
  help: `  --committee CODE  where the database holds several committees
  --json            one object for each account

  Exit code: 0 done, 2 something is missing or wrong.`,
  options: { committee: { type: 'string' }, json: { type: 'boolean' } },
  files: [],
  async run(call, streams) {
    const { listAccounts } = await import('../app/change-account.ts');
    const done = await listAccounts(call.text('committee'));
    if (done.kind === 'unclear') throw unclearCommittee(done.codes);
    if (call.flag('json')) {
      streams.stdout.write(`${JSON.stringify(done.result, null, 2)}\n`);
      return EXIT.done;
    }
    for (const { email, name, roles, isDisabled, openSessions, signedInAt } of done.result) {
      const last = signedInAt === null ? 'never signed in' : `last signed in ${signedInAt.toISOString()}`;
      const state = [isDisabled ? 'disabled' : null, `${openSessions} open`, last].filter((part) => part !== null);
      streams.stdout.write(`${email}  ${name}  ${roles.join(', ')}  (${state.join(', ')})\n`);
    }
    return EXIT.done;
  },
};
