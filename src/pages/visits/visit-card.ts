import { dayIn, timeIn } from '../../kernel/month.ts';
import { type Deadlines, owesForm, takesPlace, type VisitLine } from '../../modules/visits/index.ts';
import type { VisitCard } from './my-visits.view.ts';

/** A refusal that was not taken: why, and the reason that was typed. */
export interface RefusedDecline {
  readonly sentence: string;
  readonly reason: string;
}

/** What a card is made with beside its visit. */
export interface CardFacts {
  readonly now: Date;
  readonly deadlines: Deadlines;
}

export function visitCard(line: VisitLine, facts: CardFacts, refused: RefusedDecline | null = null): VisitCard {
  const { id, branch, organisation, startsAt, endsAt, zone, place, kind, state, revision, companions } = line;
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
    revision,
    companions,
    form: formOf(line, facts.now),
    ...dueOf(line, facts),
    declineError: refused?.sentence ?? null,
    declineReason: refused?.reason ?? '',
  };
}

/** What can be said of the form: nothing before there is something to write about. */
function formOf({ state, form, startsAt }: VisitLine, now: Date): VisitCard['form'] {
  if (form !== null && form !== 'draft') return form;
  if (!takesPlace(state)) return null;
  return form ?? (startsAt <= now ? 'missing' : null);
}

function dueOf(line: VisitLine, { now, deadlines }: CardFacts): Pick<VisitCard, 'dueOn' | 'daysLate'> {
  if (!owesForm(line, now)) return { dueOn: null, daysLate: 0 };
  const dueOn = deadlines.formDueOn(line.returnedAt ? dayIn(line.zone, line.returnedAt) : line.heldOn);
  return { dueOn, daysLate: deadlines.daysLate(dueOn, dayIn(line.zone, now)) };
}

export function isOver({ endsAt }: Pick<VisitLine, 'endsAt'>, now: Date): boolean {
  return endsAt <= now;
}
