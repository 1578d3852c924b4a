import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { type Service, startService } from '../../src/app/service.ts';
import { readConfig } from '../../src/config/config.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { type CommitteeId, newId } from '../../src/kernel/id.ts';
import { Committees, GrantRole, MakeSignInLink, serviceActor } from '../../src/modules/identity/index.ts';
import type { HashingCost } from '../../src/modules/identity/wiring.ts';
import type { Patience } from '../../src/platform/database/reach-database.ts';
import { giveBlankCluster } from './blank-cluster.ts';
import { cloneDatabase } from './template.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The secret of the mail gateway. */
export const MAIL_GATEWAY_TOKEN = 'the-secret-of-the-mail-gateway-in-tests';

export interface TestService extends Service {
  readonly url: string;
  /** A part of the application by its class. */
  get<T>(part: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Runs `work` as an actor, in one transaction. */
  as<T>(actor: Actor, work: () => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

export interface TestServiceOptions {
  readonly works?: boolean;
  readonly serves?: boolean;
  /** A cloned database if left out; the embedded server if ''. */
  readonly databaseUrl?: string;
  /** Further environment variables. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly log?: Logger;
  readonly patience?: Patience;
  /** Null: the cost for real passwords. */
  readonly hashingCost?: HashingCost | null;
}

/** The minimum of the algorithm. */
const CHEAP: HashingCost = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** The whole application on a cloned or given database, on a port of its own; ended by `end`. */
export async function aService({
  works = true,
  serves = true,
  databaseUrl,
  environment = {},
  log = pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
  patience,
  hashingCost = CHEAP,
}: TestServiceOptions = {}): Promise<TestService> {
  const database = databaseUrl === undefined ? await cloneDatabase() : { url: databaseUrl, drop: () => undefined };
  const dataDir = await temporaryFolder('giaoban-service-');
  if (database.url === '') await giveBlankCluster(join(dataDir, 'postgres'));
  const config = readConfig({
    ...(database.url !== '' && { DATABASE_URL: database.url }),
    GIAOBAN_DATA: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    MAIL_GATEWAY_TOKEN,
    ...environment,
  });
  const service = await startService({
    config,
    serves,
    works,
    log,
    ...(patience && { patience }),
    ...(hashingCost && { hashingCost }),
  });
  return {
    ...service,
    url: serves ? await service.app.getUrl() : '',
    get: (part) => service.app.get(part as Type),
    as: (actor, work) => service.work.as(actor, () => service.work.run(work)),
    async end() {
      await service.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A new committee without people; returns the service's actor in it. */
export async function aCommittee(service: TestService, name = 'Quận ủy Mẫu'): Promise<Actor> {
  const id: CommitteeId = newId<'Committee'>();
  const actor = serviceActor(id);
  await service.as(actor, () =>
    service.get(Committees).insert({
      id,
      code: `mau-${id.slice(-12)}`,
      name,
      timeZone: 'Asia/Ho_Chi_Minh',
      isSample: true,
      labels: {},
    }),
  );
  return actor;
}

export interface SignedInPerson {
  readonly cookie: string;
  readonly csrf: string;
  readonly actor: Actor;
}

/** Gives somebody a role and signs them in with a link as in a mail. */
export async function signIn(
  service: TestService,
  committee: Actor,
  person: Parameters<GrantRole['execute']>[0],
): Promise<SignedInPerson> {
  const path = await service.as(committee, async () => {
    const account = await service.get(GrantRole).execute(person);
    return service.get(MakeSignInLink).execute(account.id, committee.committeeId);
  });
  const reply = await fetch(service.url + path, { method: 'POST', redirect: 'manual' });
  if (reply.status !== 303) throw new Error(`the link did not sign in: ${reply.status}`);
  const cookie =
    reply.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .find((line) => line?.startsWith('giaoban=')) ?? '';
  const { Authenticator } = await import('../../src/kernel/authenticator.ts');
  const session = await service.get(Authenticator).authenticate(cookie.slice('giaoban='.length));
  if (!session) throw new Error('the session is unknown');
  return { cookie, csrf: session.csrfToken, actor: session.actor };
}
