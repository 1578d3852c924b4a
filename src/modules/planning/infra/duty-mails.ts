import { dayIn, type Day, firstDay, type Month, timeIn } from '../../../kernel/month.ts';
import type { MailContact, MailModels, VisitLine } from '../../notifications/index.ts';
import type { Deadlines } from '../../visits/index.ts';
import type { PlannedVisit } from './plan-visits-read-model.ts';

type DutyMail = MailModels['visits-published'];

/** What the mails of a month have in common. */
export interface DutyMailFacts<V extends PlannedVisit> {
  readonly month: Month;
  readonly notice: NonNullable<DutyMail['notice']>;
  /** How many duties are none any more, because their meetings had begun. */
  readonly leftOut: number;
  readonly deadlines: Deadlines;
  readonly contact: MailContact | null;
  /** Where their links lead. */
  readonly link: string;
  readonly linkOf: (visit: V) => string;
}

/** Whose mail it is, with all that it tells of. */
export interface PersonsMail<V extends PlannedVisit> {
  readonly visits: readonly [V, ...V[]];
  readonly model: DutyMail;
}

/** One mail for each person who goes somewhere, whether or not the visits exist yet. */
export function dutyMails<V extends PlannedVisit>(visits: readonly V[], facts: DutyMailFacts<V>): PersonsMail<V>[] {
  const observers = new Map<string, V[]>();
  const people = new Map<string, [V, ...V[]]>();
  for (const visit of visits) {
    observers.set(visit.meetingId, [...(observers.get(visit.meetingId) ?? []), visit]);
    people.set(visit.specialistId, [...(people.get(visit.specialistId) ?? []), visit] as [V, ...V[]]);
  }
  const { month, notice, leftOut, deadlines, contact, link, linkOf } = facts;
  return Array.from(people.values(), (own) => ({
    visits: own,
    model: {
      month,
      visits: own.map((visit) => lineOf(visit, observers.get(visit.meetingId) ?? [], linkOf(visit))),
      notice,
      leftOut,
      answerBy: answerBy(own[0], notice.issuedOn, deadlines),
      formWorkdays: deadlines.policyOn(firstDay(month)).formWorkdays,
      contact,
      link,
    },
  }));
}

function answerBy({ zone, startsAt }: PlannedVisit, issuedOn: Day, deadlines: Deadlines): Day {
  return deadlines.answerBy(issuedOn, dayIn(zone, startsAt));
}

function lineOf(visit: PlannedVisit, observers: readonly PlannedVisit[], link: string): VisitLine {
  return {
    day: dayIn(visit.zone, visit.startsAt),
    from: timeIn(visit.zone, visit.startsAt),
    to: timeIn(visit.zone, visit.endsAt),
    branch: visit.branch,
    place: visit.place,
    kind: visit.kind,
    with: observers.filter((each) => each.specialistId !== visit.specialistId).map(({ specialist }) => specialist),
    link,
  };
}
