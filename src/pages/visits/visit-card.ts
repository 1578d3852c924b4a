import type { SpecialistId } from '../../kernel/id.ts';
import { dayIn, timeIn } from '../../kernel/month.ts';
import type { DeclineKind } from '../../kernel/vocabulary.ts';
import { type Deadlines, isOpen, owesForm, takesPlace, type VisitLine } from '../../modules/visits/index.ts';
import type { VisitActions, VisitCard } from './my-visits.view.ts';

/** A refusal that was not accepted: why, and the typed reason. */
export interface RefusedDecline {
  readonly sentence: string;
  readonly reason: string;
  readonly kind: DeclineKind;
  /** The attempted action. */
  readonly asked: 'refuse' | 'not_held';
}

/** What a card needs besides its visit. */
export interface CardFacts {
  readonly now: Date;
  readonly deadlines: Deadlines;
  /** The reader. */
  readonly specialistId: SpecialistId;
  /** Cancelled visits whose meeting the reader called off, and so may put back. */
  readonly calledOff: ReadonlySet<string>;
}

export function visitCard(line: VisitLine, facts: CardFacts, refused: RefusedDecline | null = null): VisitCard {
  const { id, branch, organisation, startsAt, endsAt, zone, place, kind, state, revision, takenBy } = line;
  return {
    visitId: id,
    branch,
    organisation,
    day: dayIn(zone, startsAt),
    from: timeIn(zone, startsAt),
    to: timeIn(zone, endsAt),
    place,
    kind,
    state,
    off: takesPlace(state) ? null : { kind: line.declineKind, reason: line.declineReason },
    outside: line.outside,
    standsInFor: line.specialistId === facts.specialistId ? null : line.specialist,
    standIn: line.standIn?.name ?? null,
    may: actionsOf(line, facts),
    revision,
    companions: takesPlace(state) ? line.companions : [],
    takenBy,
    form: formOf(line, facts.now),
    ...dueOf(line, facts),
    declineError: refused?.sentence ?? null,
    declineReason: refused?.reason ?? '',
    declineKind: refused?.kind ?? null,
    declineAsked: refused?.asked ?? null,
  };
}

function actionsOf(line: VisitLine, { now, specialistId, calledOff }: CardFacts): VisitActions {
  const { state, form, startsAt, takenBy } = line;
  const isOwn = line.specialistId === specialistId;
  const isSent = form === 'submitted' || form === 'accepted' || form === 'returned';
  const isWaiting = isOpen(state) && !isSent;
  const hasBegun = startsAt <= now;
  const isOff = state === 'cancelled' ? calledOff.has(line.id) : !takesPlace(state) && state !== 'released';
  return {
    accept: isOwn && state === 'offered' && !isOver(line, now),
    refuse: isOwn && isWaiting ? (hasBegun ? 'after' : 'before') : null,
    sayNotHeld: isOwn && isWaiting,
    takeBack: isOwn && isOff && takenBy === null,
    nameStandIn: isOwn && isWaiting,
    prepare: isWaiting && !hasBegun && form === null,
  };
}

/** The state of the form; null before the meeting. */
function formOf({ state, form, startsAt }: VisitLine, now: Date): VisitCard['form'] {
  if (form !== null && form !== 'draft') return form;
  if (!takesPlace(state)) return null;
  return form ?? (startsAt <= now ? 'missing' : null);
}

function dueOf(line: VisitLine, { now, deadlines }: CardFacts): Pick<VisitCard, 'dueOn' | 'daysLate'> {
  if (!owesForm(line, now)) return { dueOn: null, daysLate: 0 };
  const dueOn = deadlines.formDueOn(line);
  return { dueOn, daysLate: deadlines.daysLate(dueOn, dayIn(line.zone, now)) };
}

export function isOver({ endsAt }: Pick<VisitLine, 'endsAt'>, now: Date): boolean {
  return endsAt <= now;
}
