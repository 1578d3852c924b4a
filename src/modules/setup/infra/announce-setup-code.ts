import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/tokens.ts';
import { SetupCodes } from './repositories/setup-codes.ts';
import { SetUpService } from '../application/set-up-service.ts';

/** Writes the code for the first page of an empty service to the log. */
@Injectable()
export class AnnounceSetupCode implements OnApplicationBootstrap {
  constructor(
    private readonly setUp: SetUpService,
    private readonly codes: SetupCodes,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.codes.isAsked || !(await this.setUp.isNeeded())) return;
    this.log.warn({ setupCode: await this.codes.ensure() }, 'setup.awaited');
  }
}
