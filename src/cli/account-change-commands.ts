import type { AccountChange } from '../app/change-account.ts';
import { GRANTED_ROLES } from '../kernel/actor.ts';
import { isDomainError } from '../kernel/domain-error.ts';
import { BadInput } from './bad-input.ts';
import type { Call, Command, Streams } from './command.ts';
import { EXIT } from './exit-code.ts';
import { unclearCommittee } from './unclear-committee.ts';

const HELP = `  --committee CODE  where the database holds several committees

  The database is that of DATABASE_URL, or the embedded one in GIAOBAN_DATA. It tells the trail, and counts from the
  next request on. Exit code: 0 done, 2 something is missing or wrong.`;

const disable = plain(
  'disable',
  'shut an account: signed out everywhere, in no more; its roles are kept',
  'is disabled',
);
const enable = plain('enable', 'open a disabled account again', 'may sign in again');
const signOut = plain('sign-out', 'end every session of somebody, and the links that were mailed', 'is signed out');

const revoke: Command = {
  name: 'account revoke',
  usage: 'email --role leader [--committee quan-4]',
  summary: 'take a role away; with the last one they are signed out everywhere',
  help: `  --role ROLE       ${GRANTED_ROLES.join(', ')}\n${HELP}`,
  options: { role: { type: 'string' }, committee: { type: 'string' } },
  files: ['email'],
  async run(call, streams) {
    const role = GRANTED_ROLES.find((one) => one === call.text('role'));
    if (role === undefined) throw new BadInput(`--role wants one of ${GRANTED_ROLES.join(', ')}.`);
    return change(call, streams, { kind: 'revoke', role }, `is no longer ${role}`);
  },
};

/** What administrators do on the accounts page, for when nobody can open it. */
export const accountChangeCommands: readonly Command[] = [revoke, disable, enable, signOut];

function plain(kind: 'disable' | 'enable' | 'sign-out', summary: string, outcome: string): Command {
  return {
    name: `account ${kind}`,
    usage: 'email [--committee quan-4]',
    summary,
    help: HELP,
    options: { committee: { type: 'string' } },
    files: ['email'],
    run: (call, streams) => change(call, streams, { kind }, outcome),
  };
}

async function change(call: Call, streams: Streams, what: AccountChange, outcome: string): Promise<number> {
  const { changeAccount } = await import('../app/change-account.ts');
  const email = call.file(0);
  try {
    const done = await changeAccount(call.text('committee'), email, what);
    if (done.kind === 'unclear') throw unclearCommittee(done.codes);
    streams.stdout.write(`✓ ${email} ${outcome} in ${done.name}\n`);
    return EXIT.done;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { errorTexts } = await import('../app/texts.ts');
    const { errorSentence } = await import('../platform/i18n/errors.ts');
    throw new BadInput(errorSentence(errorTexts, error.code, error.params, 'en'));
  }
}
