import { placeOf } from './check-rows.ts';
import type { FaultLog } from './fault-log.ts';
import type { RawRow } from './read-table.ts';
import type { RawTables } from './resolve-references.ts';

const SHOWN_EXAMPLES = 3;

/**
 * Asks about specialists whose address is that of a branch's secretary, where nothing keeps them from being sent to that
 * branch: they would visit and judge their own work.
 */
export function askAboutSecretaries({ branches, specialists, conflicts }: RawTables, log: FaultLog): void {
  if (branches === undefined || specialists === undefined) return;
  const byMail = new Map(specialists.rows.map((row) => [mailKey(row.values['mail']), row]));
  const kept = new Set((conflicts?.rows ?? []).map(({ values }) => pair(values['specialist'], values['branch'])));
  const found = branches.rows.flatMap((branch) => {
    const key = mailKey(branch.values['secretaryMail']);
    const person = key === null ? undefined : byMail.get(key);
    return person === undefined || staysAway(person, branch, kept) ? [] : [{ branch, person }];
  });
  const examples = found.slice(0, SHOWN_EXAMPLES).map(({ branch, person }) => ({
    person: String(person.values['name']),
    branch: String(branch.values['name']),
  }));
  for (const { branch } of found) log.ask(placeOf(branches, branch, 'secretaryMail'), 'secretary_visits', { examples });
}

function staysAway({ values }: RawRow, { values: branch }: RawRow, kept: ReadonlySet<string>): boolean {
  const { code } = branch;
  return values['ownBranch'] === code || values['residenceBranch'] === code || kept.has(pair(values['code'], code));
}

function pair(specialist: unknown, branch: unknown): string {
  return JSON.stringify([specialist, branch]);
}

function mailKey(mail: unknown): string | null {
  return typeof mail === 'string' && mail !== '' ? mail.toLowerCase() : null;
}
