import type { SpecialistRef } from '../../kernel/id.ts';
import type { Ineligibility, PlanProblem } from '../problem.ts';

/** Reasons that do not count, by meeting. */
export type SetAside = ReadonlyMap<string, ReadonlySet<Ineligibility>>;

/** What the board has overruled for single pairs by its pins: those reasons do not count there, all others do. */
export class Overruled {
  private readonly byPerson = new Map<string, Map<string, ReadonlySet<Ineligibility>>>();

  constructor({ pins }: Pick<PlanProblem, 'pins'>) {
    for (const { specialistId, meetingId, overrules = [] } of pins) {
      if (overrules.length === 0) continue;
      const own = this.byPerson.get(specialistId) ?? new Map<string, ReadonlySet<Ineligibility>>();
      this.byPerson.set(specialistId, own.set(meetingId, new Set(overrules)));
    }
  }

  /** Of one person; undefined where nothing is set aside, so that whoever asks for every pair need not look it up. */
  of(specialistId: SpecialistRef): SetAside | undefined {
    return this.byPerson.get(specialistId);
  }
}
