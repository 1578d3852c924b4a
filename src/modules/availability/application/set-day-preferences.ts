import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { Events } from '../../../kernel/events.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type DayPreference, sortedPreferences } from '../domain/day-preference.ts';
import { DayPreferences } from '../infra/repositories/day-preferences.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'day_preferences.set': { readonly specialistId: SpecialistId };
  }
}

/** Records on which weekdays somebody would rather not go, in place of what they said before. */
@Injectable()
export class SetDayPreferences {
  constructor(
    private readonly work: UnitOfWork,
    private readonly preferences: DayPreferences,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** Whether anything changed: the same again does nothing. */
  execute(specialistId: SpecialistId, wanted: readonly DayPreference[]): Promise<boolean> {
    return this.work.run(async () => {
      await this.preferences.lock(specialistId);
      const before = await this.preferences.list(specialistId);
      const after = sortedPreferences(wanted);
      if (canonicalJson(before) === canonicalJson(after)) return false;
      await this.preferences.replace(specialistId, after);
      this.audit.record({
        action: 'day_preferences.set',
        subject: { kind: 'day_preferences', id: specialistId },
        details: { before, after },
      });
      await this.events.publish('day_preferences.set', { specialistId }, { subject: specialistId });
      return true;
    });
  }
}
