import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import type { Role } from '../kernel/actor.ts';
import { Committees, GrantRole, serviceActor } from '../modules/identity/index.ts';
import { startService } from './service.ts';

export interface AccountGrant {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Code of the committee; null where there is but one. */
  readonly committee: string | null;
}

/** Gives somebody a role, with an account where there is none; answers the committee's name, or which codes there are. */
export async function grantAccount({ committee, ...person }: AccountGrant): Promise<string | readonly string[]> {
  const config = readConfig(process.env);
  const service = await startService({ config, serves: false, works: false, log: pino({ level: 'silent' }) });
  try {
    const { app, work } = service;
    const all = await work.run(() => app.get(Committees).list());
    const [chosen, ...others] = committee === null ? all : all.filter(({ code }) => code === committee);
    if (!chosen || others.length > 0) return all.map(({ code }) => code);
    await work.as(serviceActor(chosen.id), () => app.get(GrantRole).execute(person));
    return chosen.name;
  } finally {
    await service.stop();
  }
}
