import { Inject, Injectable } from '@nestjs/common';
import { type Config, isOnlyLocal } from '../../../config/config.ts';
import { Work } from '../../../platform/database/work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { SetupCodes } from '../application/ports.ts';
import { newSetupCode } from '../domain/setup-code.ts';

@Injectable()
export class PgSetupCodes extends SetupCodes {
  override readonly isAsked: boolean;

  constructor(
    private readonly work: Work,
    @Inject(CONFIG) config: Config,
  ) {
    super();
    this.isAsked = !isOnlyLocal(config);
  }

  override ensure(): Promise<string> {
    return this.work.run(async () => {
      await this.work.query(`insert into setup_code (code) values ($1) on conflict (one) do nothing`, [newSetupCode()]);
      const [row] = await this.work.query<{ code: string }>(`select code from setup_code`);
      if (!row) throw new Error('a code that was just made is there');
      return row.code;
    });
  }

  override redeem(code: string): Promise<boolean> {
    return this.work.run(async () => {
      const rows = await this.work.query(
        `with used as (delete from setup_code where code = $1 returning 1) select * from used`,
        [code],
      );
      return rows.length === 1;
    });
  }
}
