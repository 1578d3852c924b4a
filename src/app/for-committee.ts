import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import { Committees, serviceActor } from '../modules/identity/index.ts';
import { type Service, startService } from './service.ts';

export type ForCommittee<T> =
  | { readonly kind: 'done'; readonly name: string; readonly result: T }
  /** No committee has this code, or no code was given and there are several; `codes` lists those that exist. */
  | { readonly kind: 'unclear'; readonly codes: readonly string[] };

/** Runs a command as the service of the committee with this code, which may be omitted where there is only one. */
export async function forCommittee<T>(
  code: string | null,
  command: (app: Service['app']) => Promise<T>,
): Promise<ForCommittee<T>> {
  const config = readConfig(process.env);
  const service = await startService({ config, serves: false, works: false, log: pino({ level: 'silent' }) });
  try {
    const { app, work } = service;
    const all = await work.run(() => app.get(Committees).list());
    const [chosen, ...others] = code === null ? all : all.filter((committee) => committee.code === code);
    if (!chosen || others.length > 0) return { kind: 'unclear', codes: all.map((committee) => committee.code) };
    return { kind: 'done', name: chosen.name, result: await work.as(serviceActor(chosen.id), () => command(app)) };
  } finally {
    await service.stop();
  }
}
