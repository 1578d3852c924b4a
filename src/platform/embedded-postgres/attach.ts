import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '../../kernel/domain-error.ts';
import type { Binaries } from './binaries.ts';
import { startFailure, type Cluster } from './cluster.ts';
import { endsWithin, isServerOf, launch, readPostmaster, shutDown } from './postmaster.ts';
import { isOpen, Session, type Address, type Refusal } from './session.ts';
import { holdingStartLock } from './start-lock.ts';

export interface Place {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly durable: boolean;
}

export interface Attached {
  readonly session: Session;
  readonly address: Address;
  readonly pid: number;
  /** Whether the server was running already. */
  readonly adopted: boolean;
}

export const DATABASE = 'giaoban';

/** How long we wait for another process or for the server; a start after a crash replays the log first. */
const PATIENCE = 120_000;

export interface Wish {
  /** Null: any free port, preferably the last one used. */
  readonly port: number | null;
  readonly signal: AbortSignal;
}

/** After this many crashes in a row right after a start we give up. */
const MOST_LOSSES = 5;

/** Connects to the server of this place; creates and starts it if necessary. */
export async function attach(place: Place, wish: Wish): Promise<Attached> {
  return holdingStartLock(place.cluster.home, PATIENCE, async () => {
    await place.cluster.ensure(place.binaries, place.durable);
    const launched: number[] = [];
    try {
      return await attachOrLaunch(place, wish, launched);
    } catch (error) {
      for (const pid of launched) {
        await shutDown(place.cluster, place.binaries, pid, 'fast');
        await endsWithin(place.cluster, pid, PATIENCE);
      }
      throw error;
    }
  });
}

async function attachOrLaunch(place: Place, wish: Wish, launched: number[]): Promise<Attached> {
  const { cluster, binaries, durable } = place;
  const begin = performance.now();
  const password = await cluster.password();
  let port = wish.port;
  let losses = 0;
  for (;;) {
    wish.signal.throwIfAborted();
    const running = await readPostmaster(cluster);
    const entered: Entrance | Refusal =
      running === null ? 'unreachable' : await enter(cluster, { port: running.port, password }, running.status);
    if (running !== null && typeof entered === 'object' && 'session' in entered) {
      return { ...entered, pid: running.pid, adopted: !launched.includes(running.pid) };
    }
    const late = performance.now() - begin > PATIENCE;
    if (running !== null && (await isServerOf(cluster, running.pid))) {
      if (entered === 'stranger') throw new DomainError('postgres.password_lost', { path: cluster.passwordFile });
      if (entered instanceof Error) throw startFailure(entered.message, cluster);
      if (late) throw new DomainError('postgres.no_answer', { pid: running.pid, log: cluster.log });
      await pause(30);
      continue;
    }
    port ??= await freePort(await cluster.rememberedPort());
    const outcome = await launch(cluster, binaries, port, durable);
    if (outcome.kind === 'ready') {
      launched.push(outcome.pid);
      await cluster.rememberPort(port);
    } else if (outcome.kind === 'lost') {
      losses += 1;
      if (losses === MOST_LOSSES) throw startFailure('it was ended from outside', cluster);
    } else if (isPortTaken(outcome.output) && wish.port === null) {
      port = null;
    } else if (late || !isStillHeld(outcome.output)) {
      throw startFailure(outcome.output, cluster);
    } else {
      await pause(100);
    }
  }
}

interface Entrance {
  readonly session: Session;
  readonly address: Address;
}

async function enter(cluster: Cluster, address: Address, status: string): Promise<Entrance | Refusal> {
  if (status === 'stopping') return 'later';
  const session = await Session.open(address, await cluster.identity());
  if (!(session instanceof Session)) return session;
  // A server that is about to stop may still have accepted the first connection; it will not accept a second one.
  if ((await hasDatabase(session, cluster)) && (await isOpen(address, DATABASE))) return { session, address };
  await session.close();
  return 'later';
}

async function hasDatabase(session: Session, cluster: Cluster): Promise<boolean> {
  try {
    await session.ensureDatabase(DATABASE);
    return true;
  } catch (error) {
    if (Session.isBroken(error)) return false;
    await session.close();
    throw startFailure(String(error), cluster);
  }
}

function isPortTaken(output: string): boolean {
  return /could not create any TCP\/IP sockets|could not bind/.test(output);
}

/** Whether the start failed because of what a killed server left behind, which passes by itself. */
function isStillHeld(output: string): boolean {
  return /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(output);
}

/** Chosen below the ports that systems use for outgoing connections, so that it stays free for the next start. */
async function freePort(preferred: number | null): Promise<number> {
  if (preferred !== null && (await isFree(preferred))) return preferred;
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)));
  });
}
