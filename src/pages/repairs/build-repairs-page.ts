import type { Locale } from '../../kernel/actor.ts';
import type { DomainError } from '../../kernel/domain-error.ts';
import type { MeetingId, SpecialistRef, VisitId } from '../../kernel/id.ts';
import type { FoundRepairs } from '../../modules/planning/index.ts';
import type { ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogue, say, type Sentence } from '../../platform/i18n/messages.ts';
import { refusedAt } from '../amend/refused-at.ts';
import { amendHref, fieldOf, hourField } from '../amend/asked-changes.ts';
import { againstLines, costLines } from '../desk/cost-lines.ts';
import { repairCause } from './repair-cause.ts';
import type { RepairsScreen } from './repairs-screen-read-model.ts';
import type { RepairsPage, ShownRepair } from './repairs.view.ts';

/** What the page is built with besides the screen. */
export interface RepairsRequest {
  readonly meetingId: MeetingId;
  readonly visitId: VisitId | null;
  /** As typed; null before anything was. */
  readonly reason: string | null;
  /** As typed, and what the next notice gets by itself. */
  readonly noticeNumber: { readonly typed: string; readonly next: string };
  readonly refused: DomainError | null;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  /** Of the language in which notices are printed. */
  readonly noticeCatalogue: Catalogue;
  readonly errors: ErrorTexts;
}

export function buildRepairsPage(
  screen: RepairsScreen,
  found: FoundRepairs,
  { meetingId, visitId, reason, noticeNumber, refused, locale, catalogue, noticeCatalogue, errors }: RepairsRequest,
): RepairsPage | null {
  const { month, meeting, names } = screen;
  if (!meeting) return null;
  const { seen, filledBy, proposals, nearest, isComplete } = found;
  const why = repairCause(screen);
  const at = refusedAt(refused, errors, locale);
  return {
    month,
    meetingHref: `/meetings/${meetingId}`,
    meetingId,
    visitId: visitId ?? '',
    branch: meeting.branch,
    day: meeting.day,
    from: meeting.from,
    why,
    error: at.form,
    against: refused ? againstLines(refused.faults ?? [], names, catalogue) : [],
    filledBy: filledBy && names.person(filledBy.specialistId),
    proposals: proposals.map((one, i) => ({ number: i + 1, ...shownRepair(one, found, screen, meetingId, catalogue) })),
    nearest: nearest && {
      name: names.person(nearest.specialistId),
      against: againstLines(nearest.faults, names, catalogue),
    },
    isComplete,
    action: `/months/${month}/repairs`,
    planId: seen.planId,
    revision: seen.revision,
    reason: reason ?? say(noticeCatalogue, why),
    reasonError: at.reason,
    noticeNumber: { ...noticeNumber, error: at.number },
    amendHref: amendHref(month, meetingId, []),
  };
}

type Proposal = FoundRepairs['proposals'][number];

function shownRepair(
  { takers, cost, losses, changes }: Proposal,
  { broken, shareOf }: FoundRepairs,
  { people, names, starts, ways }: RepairsScreen,
  meetingId: MeetingId,
  catalogue: Catalogue,
): Omit<ShownRepair, 'number'> {
  const taking = new Set(takers.map(({ specialistId }) => specialistId));
  const moved = cost.people.map(({ specialistId }) => specialistId).filter((id) => !taking.has(id));
  const isOff = changes.some((change) => change.kind === 'release' && change.visitId === broken?.id);
  const told = new Set([...taking, ...moved, ...(broken && isOff ? [broken.specialistId] : [])]);
  const named = (id: SpecialistRef) => {
    const person = people.get(id);
    return person ? `${person.name} (${person.department})` : names.person(id);
  };
  return {
    names: takers.map(({ specialistId }) => named(specialistId)).join(', '),
    lines: costLines(cost, names, shareOf, catalogue),
    loss: lossOf(losses),
    others: moved.map((id) => names.person(id)),
    told: [...told].map((id) => ({
      name: names.person(id),
      way: ways.get(id) ?? { email: null, message: null, phone: null },
    })),
    fields: changes.map(fieldOf),
    // Whoever is taken off a seat is followed by somebody who is sent there, or leaves this meeting.
    hours: [...new Set([meetingId, ...changes.flatMap((one) => (one.kind === 'send' ? [one.meetingId] : []))])].flatMap(
      (id) => {
        const startsAt = starts.get(id);
        return startsAt ? [hourField(id, startsAt)] : [];
      },
    ),
  };
}

/** In the first tier in which it is worse than the best proposal, because that one decides. */
function lossOf(losses: Proposal['losses']): Sentence | null {
  const first = losses.find(({ loss }) => loss !== 0);
  if (!first) return null;
  const key = `repairs.loss.${first.tier}` as const;
  return key === 'repairs.loss.quality' || key === 'repairs.loss.stability'
    ? { key, params: { by: first.loss } }
    : { key };
}
