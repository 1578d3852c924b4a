import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { readMail, summaryOf, type Mail, type MailSummary } from './read-mail.ts';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

const FILE = /^(\d{8}T\d{9}Z-([0-9a-f]{24}))\.eml$/;
const HALF_WRITTEN = '.partial';
/** Letters hold sign-in links, so nobody but the service's own user may read them. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

/**
 * Mails as files whose names sort by arrival. The same bytes for the same recipients are stored once, because a sender
 * may deliver a mail more than once.
 */
export class MailStore {
  readonly #byIdentity = new Map<string, Promise<string>>();
  readonly #summaries = new Map<string, MailSummary>();
  #lastArrival = 0;

  private constructor(
    private readonly dir: string,
    private readonly clock: Clock,
  ) {}

  static async open(dir: string, clock: Clock): Promise<MailStore> {
    const store = new MailStore(dir, clock);
    try {
      await mkdir(dir, { recursive: true, mode: OWN_FOLDER });
      await chmod(dir, OWN_FOLDER); // an earlier release left it open
      for (const name of await readdir(dir)) {
        const [, id, identity] = FILE.exec(name) ?? [];
        if (id !== undefined && identity !== undefined) store.#byIdentity.set(identity, Promise.resolve(id));
        if (name.endsWith(HALF_WRITTEN)) await rm(join(dir, name));
        else if (FILE.test(name)) await chmod(join(dir, name), OWN_FILE);
      }
    } catch (error) {
      throw new DomainError('mailbox.not_writable', { path: dir, reason: codeOf(error) });
    }
    return store;
  }

  /** @returns the mail's id once the file has been synced to the disk */
  async put(raw: Buffer, envelope: Envelope): Promise<string> {
    const identity = createHash('sha256')
      .update(`${[...envelope.to].sort().join('\n')}\n\n`)
      .update(raw)
      .digest('hex')
      .slice(0, 24);
    const known = this.#byIdentity.get(identity);
    if (known !== undefined) return known;
    const written = this.write(identity, raw, envelope);
    this.#byIdentity.set(identity, written);
    written.catch(() => this.#byIdentity.delete(identity));
    return written;
  }

  /** Newest first. */
  async list(): Promise<MailSummary[]> {
    const ids = (await readdir(this.dir)).flatMap((name) => FILE.exec(name)?.[1] ?? []);
    const mails: MailSummary[] = [];
    for (const id of ids.sort().reverse()) {
      const summary = this.#summaries.get(id) ?? summaryOf(await this.read(id));
      this.#summaries.set(id, summary);
      mails.push(summary);
    }
    return mails;
  }

  async read(id: string): Promise<Mail> {
    if (!FILE.test(`${id}.eml`)) throw new DomainError('mailbox.no_such_mail', { mailId: id });
    const raw = await readFile(this.pathOf(id)).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') throw new DomainError('mailbox.no_such_mail', { mailId: id });
      throw error;
    });
    return readMail(id, raw);
  }

  private async write(identity: string, raw: Buffer, { from, to }: Envelope): Promise<string> {
    this.#lastArrival = Math.max(this.clock.real().getTime(), this.#lastArrival + 1);
    const arrival = new Date(this.#lastArrival).toISOString().replace(/[-:.]/g, '');
    const id = `${arrival}-${identity}`;
    const partial = join(this.dir, `${randomUUID()}${HALF_WRITTEN}`);
    const head = [`Return-Path: <${from}>`, ...to.map((address) => `Delivered-To: ${address}`), ''].join('\r\n');
    try {
      const file = await open(partial, 'wx', OWN_FILE);
      try {
        await file.writeFile(Buffer.concat([Buffer.from(head), raw]));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(partial, this.pathOf(id));
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    return id;
  }

  private pathOf(id: string): string {
    return join(this.dir, `${id}.eml`);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}
