import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { dayIn } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { publicHolidays } from '../domain/public-holidays.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';

/** The term of a committee, for which no import need come. */
const YEARS = 5;

/** Gives the acting committee the public holidays of this year and the next ones; a second time does nothing. */
@Injectable()
export class SeedHolidays {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: MeetingRules,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<void> {
    return this.work.run(async () => {
      const year = Number(dayIn(await this.rules.zone(), this.clock.now()).slice(0, 4));
      let added = 0;
      for (let i = 0; i <= YEARS; i++) added += await this.rules.addHolidays(await publicHolidays(year + i));
      if (added === 0) return;
      const subject = { kind: 'committee', id: this.work.actor.committeeId };
      this.audit.record({ action: 'holidays.added', subject, details: { from: year, to: year + YEARS, added } });
    });
  }
}
