import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDomainError } from '../../kernel/domain-error.ts';
import { attach, DATABASE, type Attached, type Place } from './attach.ts';
import { copyFolders, packagedBinaries, runnableBinaries } from './binaries.ts';
import { Cluster, fileFailure, makeHome } from './cluster.ts';
import { chooseOwner } from './owner.ts';
import { endsWithin, isServerOf, readPostmaster, shutDown } from './postmaster.ts';
import { Session, urlOf } from './session.ts';

export interface EmbeddedPostgresOptions {
  /** Made if missing; all files of the server are in it. */
  readonly dataDir: string;
  /** False: a power failure may lose all data; for tests. */
  readonly durable?: boolean;
  readonly log?: (facts: Readonly<Record<string, unknown>>, event: string) => void;
}

export interface EmbeddedPostgres {
  /**
   * The superuser's URL of the database `giaoban`, password included; it stays the same as long as this object lives.
   */
  readonly url: string;
  readonly port: number;
  /** Changes when the server has died and was started again. */
  readonly pid: number;
  /** Whether the server was running already. */
  readonly adopted: boolean;
  /** Ends this process's use of the server; the last process to do so stops it. */
  stop(): Promise<void>;
}

/** How long each kind of shutdown may take before the next, stricter one. */
const SMART = 1_500;
const FAST = 20_000;
const IMMEDIATE = 10_000;

/**
 * A real PostgreSQL from npm's binaries, shared by all processes that start it on the same directory. It outlives these
 * processes, and a later process connects to it. While this object lives, a server that dies is started again on the
 * same port.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = resolve(options.dataDir);
  const closing = new AbortController();
  try {
    const owner = await chooseOwner(join(home, 'cluster'));
    await makeHome(home, owner);
    const binaries = await runnableBinaries(await packagedBinaries(), owner, copyFolders(owner, home));
    const place = { cluster: new Cluster(home, owner), binaries, durable: options.durable ?? true };
    const attached = await attach(place, { port: null, signal: closing.signal });
    return new Keeper(place, attached, closing, options.log ?? (() => undefined));
  } catch (error) {
    throw fileFailure(error, home);
  }
}

/** Stops the server of this directory at once, whoever uses it; committed data stay. */
export async function endEmbeddedPostgres(dataDir: string): Promise<void> {
  const cluster = new Cluster(resolve(dataDir), null);
  const running = await readPostmaster(cluster);
  if (running === null || !(await isServerOf(cluster, running.pid))) return;
  await shutDown(cluster, await packagedBinaries(), running.pid, 'immediate');
  await endsWithin(cluster, running.pid, IMMEDIATE);
}

class Keeper implements EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  readonly adopted: boolean;
  #revival: Promise<void> | null = null;
  #stopped: Promise<void> | null = null;

  constructor(
    private readonly place: Place,
    private attached: Attached,
    private readonly closing: AbortController,
    private readonly log: NonNullable<EmbeddedPostgresOptions['log']>,
  ) {
    this.url = urlOf(attached.address, DATABASE);
    this.port = attached.address.port;
    this.adopted = attached.adopted;
    log({ server: attached.pid, port: this.port, adopted: this.adopted }, 'postgres.ready');
    this.watch();
  }

  get pid(): number {
    return this.attached.pid;
  }

  stop(): Promise<void> {
    this.#stopped ??= this.leave();
    return this.#stopped;
  }

  private watch(): void {
    void this.attached.session.ended.then(() => {
      if (!this.closing.signal.aborted) this.#revival = this.revive();
    });
  }

  private async revive(): Promise<void> {
    const { signal } = this.closing;
    this.log({ server: this.pid }, 'postgres.lost');
    let wait = 50;
    while (!signal.aborted) {
      try {
        this.attached = await attach(this.place, { port: this.port, signal });
        const { adopted, address } = this.attached;
        // Another process may have had to start it on another port; then this process has to be restarted.
        this.log({ server: this.pid, adopted }, address.port === this.port ? 'postgres.back' : 'postgres.moved');
        this.watch();
        return;
      } catch (error) {
        this.log({ reason: isDomainError(error) ? error.code : String(error) }, 'postgres.still_down');
      }
      await pause(wait, undefined, { ref: false, signal }).catch(() => undefined);
      wait = Math.min(2 * wait, 5_000);
    }
  }

  private async leave(): Promise<void> {
    this.closing.abort();
    await this.#revival;
    const session = await this.liveSession();
    if (session === null) return;
    if (await session.isLast().catch(() => false)) await this.shutDown(session);
    await session.close();
  }

  /** The connection may have broken while the server still runs. */
  private async liveSession(): Promise<Session | null> {
    const { session, address } = this.attached;
    if (await session.isAlive()) return session;
    const { cluster } = this.place;
    const again = (await isServerOf(cluster, this.pid))
      ? await Session.open(address, await cluster.identity())
      : 'unreachable';
    return again instanceof Session ? again : null;
  }

  private async shutDown(session: Session): Promise<void> {
    const { cluster, binaries } = this.place;
    const { pid } = this;
    await shutDown(cluster, binaries, pid, 'smart');
    // A process that waits for our lock must not get it before the server refuses new connections.
    const begin = performance.now();
    while ((await readPostmaster(cluster))?.status === 'ready' && performance.now() - begin < SMART) await pause(5);
    await session.close();
    if (await endsWithin(cluster, pid, SMART)) return;
    await shutDown(cluster, binaries, pid, 'fast');
    if (await endsWithin(cluster, pid, FAST)) return;
    this.log({ server: pid }, 'postgres.stop_forced');
    await shutDown(cluster, binaries, pid, 'immediate');
    await endsWithin(cluster, pid, IMMEDIATE);
  }
}
