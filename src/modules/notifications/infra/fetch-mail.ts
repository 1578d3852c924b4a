import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from '../../../config/config.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { Schedules } from '../../../platform/jobs/schedules.ts';
import { CONFIG, LOGGER } from '../../../platform/tokens.ts';
import { TakeIncomingMail } from '../application/take-incoming-mail.ts';
import { readIncomingMail } from './read-incoming-mail.ts';

/** Reads the mailbox to which people and mail servers answer, where IMAP_URL names one. */
@Injectable()
export class FetchMail implements OnModuleInit, OnModuleDestroy {
  private running: Promise<void> | null = null;

  constructor(
    private readonly take: TakeIncomingMail,
    private readonly schedules: Schedules,
    private readonly work: PostgresUnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    if (this.config.imapUrl === null) return;
    this.schedules.add({
      name: 'mail.fetch',
      cron: '30 */2 * * * *',
      zone: 'Asia/Ho_Chi_Minh',
      // The mailbox is read outside the transaction that claims the turn, because it waits for another machine.
      run: () => {
        this.work.afterCommit(() => {
          this.running ??= this.fetch().finally(() => (this.running = null));
        });
        return Promise.resolve();
      },
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.running;
  }

  /** Never rejects: what could not be read stays unread until the next turn. */
  async fetch(): Promise<void> {
    const { imapUrl } = this.config;
    if (imapUrl === null) return;
    try {
      // The library is large, and most services have no mailbox to read.
      const { readUnread } = await import('./imap-mailbox.ts');
      const mails = await readUnread(imapUrl, async (raw) => {
        const { outcome, reason, isKnown } = await this.take.execute(await readIncomingMail(raw));
        this.log.info({ outcome, reason, isKnown }, 'mail.received');
      });
      this.log.debug({ mails }, 'mail.fetched');
    } catch (error) {
      const { code, responseText } = error as { code?: string; responseText?: string };
      this.log.warn({ reason: code ?? responseText ?? (error as Error).name }, 'mail.fetch_failed');
    }
  }
}
