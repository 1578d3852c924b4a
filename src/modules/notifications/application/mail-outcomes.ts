import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailsReadModel } from '../infra/mails-read-model.ts';

/** A little more than it takes to find that a server does not answer. */
const PATIENCE_MS = 12_000;
const LOOK_EVERY_MS = 150;

/** Waits a while to hear what became of a mail that was just posted. */
@Injectable()
export class MailOutcomes {
  constructor(private readonly report: MailsReadModel) {}

  /** Ends with the first attempt at the mail, or when that takes too long for somebody who waits. */
  async firstAttempt(key: string): Promise<void> {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
      const stored = await this.report.find(key);
      if (stored && (stored.state !== 'queued' || stored.attempts > 0)) return;
      await sleep(LOOK_EVERY_MS);
    }
  }
}
