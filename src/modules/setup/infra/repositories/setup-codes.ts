import { Inject, Injectable } from '@nestjs/common';
import { type Config, isOnlyLocal } from '../../../../config/config.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../../platform/tokens.ts';
import { newSetupCode } from '../../domain/setup-code.ts';

/**
 * The code required to set up a service that others can reach: it is written to the log, which only operators can read.
 * All replicas have the same code; it is deleted by the set-up.
 */
@Injectable()
export class SetupCodes {
  /** False on a machine that only its own user can reach. */
  readonly isAsked: boolean;

  constructor(
    private readonly work: PostgresUnitOfWork,
    @Inject(CONFIG) config: Config,
  ) {
    this.isAsked = !isOnlyLocal(config);
  }

  /** Makes the code if there is none. */
  ensure(): Promise<string> {
    return this.work.run(async () => {
      await this.work.query(`insert into setup_code (code) values ($1) on conflict (one) do nothing`, [newSetupCode()]);
      const [row] = await this.work.query<{ code: string }>(`select code from setup_code`);
      if (!row) throw new Error('a code that was just made is there');
      return row.code;
    });
  }

  /** Deletes the code if this is it; returns whether it was. */
  redeem(code: string): Promise<boolean> {
    return this.work.run(async () => {
      const rows = await this.work.query(
        `with used as (delete from setup_code where code = $1 returning 1) select * from used`,
        [code],
      );
      return rows.length === 1;
    });
  }
}
