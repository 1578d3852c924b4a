import type { VisitId } from '../../../kernel/id.ts';
import type { PlanProblem } from '../../../solver/index.ts';
import { takesPlace, type VisitState } from '../../visits/index.ts';
import type { MonthFacts } from './month-facts.ts';
import type { PlanHeader } from './month-plan.ts';
import type { Duty } from './plan-decision.ts';

/** A visit of a published month, with whom it sends where. */
export interface PublishedVisit extends Duty {
  readonly id: VisitId;
  readonly state: VisitState;
  readonly isAccepted: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Whether it counts towards the person's share. */
  readonly countsAsShare: boolean;
  /** The visit that took its seat; null where nobody was sent instead. */
  readonly replacedById: VisitId | null;
}

/** A published month as it is now, whatever has happened since it was published. */
export interface PublishedMonth {
  readonly header: PlanHeader;
  readonly facts: MonthFacts;
  /** What the engine would be asked now: all meetings that are to be held, and everybody in use; nobody's
   * decisions. Visits that count towards no share come on top of what is asked. */
  readonly problem: PlanProblem;
  /** What the month asks of each person, without visits that count towards no share. */
  readonly asked: PlanProblem['specialists'];
  /** In the order in which they were made, in whatever state. */
  readonly visits: readonly PublishedVisit[];
}

/** Who goes where, or went. */
export function dutiesOf({ visits }: Pick<PublishedMonth, 'visits'>): Duty[] {
  return visits
    .filter(({ state }) => takesPlace(state))
    .map(({ specialistId, meetingId }) => ({ specialistId, meetingId }));
}
