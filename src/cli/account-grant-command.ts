import { readMailAddress } from '../kernel/mail-address.ts';
import { GRANTED_ROLES } from '../kernel/actor.ts';
import { BadInput } from './bad-input.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import { unclearCommittee } from './unclear-committee.ts';

export const accountGrantCommand: Command = {
  name: 'account grant',
  usage: 'email --name "Lê Thị Trực" --role leader [--committee quan-4]',
  summary: 'let somebody in: a leader, another member of the board, the Front, an administrator',
  help: `  --name NAME       how the pages call them; an account that is there keeps its name
  --role ROLE       ${GRANTED_ROLES.join(', ')}
  --committee CODE  where the database holds several committees

  They sign in by asking for a link on the sign-in page. The database is that of DATABASE_URL, or the embedded one in
  GIAOBAN_DATA. Exit code: 0 done, 2 something is missing or wrong.`,
  options: { name: { type: 'string' }, role: { type: 'string' }, committee: { type: 'string' } },
  files: ['email'],
  async run(call, streams) {
    const email = addressOf(call.file(0));
    const role = GRANTED_ROLES.find((one) => one === call.text('role'));
    if (role === undefined) throw new BadInput(`--role wants one of ${GRANTED_ROLES.join(', ')}.`);
    const name = call.text('name')?.trim() ?? '';
    if (name === '') throw new BadInput('--name is missing: what are they called?');
    const { grantAccount } = await import('../app/grant-account.ts');
    const committee = call.text('committee');
    const done = await grantAccount({ email, name, role, committee });
    if (done.kind === 'unclear') throw unclearCommittee(done.codes);
    streams.stdout.write(`✓ ${email} is ${role} of ${done.name}\n`);
    return EXIT.done;
  },
};

function addressOf(typed: string): string {
  const reading = readMailAddress(typed);
  if ('address' in reading) return reading.address;
  const hint = reading.likely === null ? '' : ` Did you mean ${reading.likely}?`;
  throw new BadInput(`“${typed}” is no address that a mail server takes.${hint}`);
}
