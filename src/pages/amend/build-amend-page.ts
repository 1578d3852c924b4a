import { formatShortDate } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/actor.ts';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import type { MeetingId, MeetingRef, SpecialistId, SpecialistRef } from '../../kernel/id.ts';
import { type AmendmentChange, brokenRules, declinedThen, type JudgedAmendment } from '../../modules/planning/index.ts';
import { holdsSeat, isOpen } from '../../modules/visits/index.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogue, say, type Sentence, translate } from '../../platform/i18n/messages.ts';
import { againstLines, candidateLines, costLines } from '../desk/cost-lines.ts';
import type { AmendScreen } from './amend-screen-read-model.ts';
import type { AmendCandidate, AmendPage, GoingPerson, MeetingChoice, ToldPerson } from './amend.view.ts';
import { refusedAt } from './refused-at.ts';
import { amendHref, fieldOf, hourField, isSameChange, sending } from './asked-changes.ts';

/** Further candidates are folded. */
const SHOWN = 6;

/** What the page is built with besides the screen. */
export interface AmendRequest {
  readonly meetingId: MeetingId | null;
  readonly changes: readonly AmendmentChange[];
  readonly reason: string;
  /** As typed, and what the next notice gets by itself. */
  readonly noticeNumber: { readonly typed: string; readonly next: string };
  /** Why the last attempt was refused. */
  readonly refused: DomainError | null;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly errors: ErrorTexts;
}

export function buildAmendPage(screen: AmendScreen, request: AmendRequest): AmendPage {
  const { changes, meetingId, catalogue, errors, locale, refused, reason } = request;
  const { month, names, judged, meetings, now } = screen;
  const at = refusedAt(refused, errors, locale);
  const known = judged === null || isDomainError(judged) ? null : judged;
  const meeting = meetingId && meetingChoice(screen, request, meetingId);
  const path = `/months/${month.facts.month}`;
  // Who goes where is listed already.
  const cost = known && costLines(known.cost, names, known.shareOf, catalogue, { isNamed: true });
  return {
    month: month.facts.month,
    backHref: meeting ? `/meetings/${meeting.meetingId}` : path,
    backTo: meeting?.branch ?? null,
    action: `${path}/amend`,
    planId: month.header.id,
    revision: month.header.revision,
    meetings: meetings
      .filter(({ isHeld, startsAt }) => isHeld && startsAt > now)
      .map(({ id, branch, day, from }) => ({
        value: id,
        label: `${formatShortDate(locale, day)} ${from} – ${branch}`,
        selected: id === meetingId,
      })),
    meeting,
    fields: changes.map(fieldOf),
    changes: changes.map((change) => ({
      text: say(catalogue, changeSentence(change, screen)),
      removeHref: amendHref(
        month.facts.month,
        meetingId,
        changes.filter((other) => other !== change),
      ),
    })),
    lines: cost ?? [],
    can: known?.can ?? (isDomainError(judged) ? 'no' : 'yes'),
    against: known ? againstLines(known.faults, names, catalogue) : [],
    rules: known ? brokenRules(known.faults) : [],
    hours: hoursOf(screen, changes),
    mails: known ? toldPeople(known, screen) : [],
    reason,
    replanHref: `${path}/replan`,
    reasonError: at.reason,
    noticeNumber: {
      ...request.noticeNumber,
      error: at.number,
    },
    error: at.form ?? (isDomainError(judged) ? errorSentence(errors, judged.code, judged.params, locale) : null),
  };
}

/** The person and the meeting of a change; of a visit that is gone nothing is known. */
function dutyOf(
  change: AmendmentChange,
  { month }: AmendScreen,
): { specialistId: SpecialistRef; meetingId: MeetingRef } {
  if (change.kind === 'send') return change;
  const visit = month.visits.find(({ id }) => id === change.visitId);
  return { specialistId: visit?.specialistId ?? '', meetingId: visit?.meetingId ?? '' };
}

/** Of the meetings that are changed. */
function hoursOf(screen: AmendScreen, changes: readonly AmendmentChange[]): string[] {
  const changed = new Set(changes.map((change) => dutyOf(change, screen).meetingId));
  return screen.meetings.flatMap(({ id, startsAt }) => (changed.has(id) ? [hourField(id, startsAt)] : []));
}

function changeSentence(change: AmendmentChange, screen: AmendScreen): Sentence {
  const { specialistId, meetingId } = dutyOf(change, screen);
  const { names } = screen;
  const params = { name: names.person(specialistId), branch: names.branch(meetingId), at: names.at(meetingId) };
  return { key: change.kind === 'release' ? 'amend.off' : 'amend.on', params };
}

function meetingChoice(screen: AmendScreen, request: AmendRequest, meetingId: MeetingId): MeetingChoice | null {
  const meeting = screen.meetings.find(({ id }) => id === meetingId);
  if (!meeting) return null;
  const { branch, day, from, startsAt, isHeld } = meeting;
  const isClosed = startsAt <= screen.now || !isHeld;
  const { able, unable } = candidatesOf(screen, request, meetingId);
  return {
    meetingId,
    branch,
    day,
    from,
    isClosed,
    going: goingTo(screen, request, meetingId, isClosed),
    declined: [...refusalsOf(screen, meetingId)].flatMap(([id, at]) =>
      at === 'here' ? [screen.names.person(id)] : [],
    ),
    candidates: isClosed ? [] : able.slice(0, SHOWN),
    moreCandidates: isClosed ? [] : able.slice(SHOWN),
    impossible: isClosed ? [] : unable,
  };
}

function goingTo(
  { month, names }: AmendScreen,
  { changes }: AmendRequest,
  meetingId: MeetingId,
  isClosed: boolean,
): GoingPerson[] {
  const hrefWith = (list: readonly AmendmentChange[]) => amendHref(month.facts.month, meetingId, list);
  const toggled = (change: AmendmentChange): { isOff: boolean; href: string } => {
    const others = changes.filter((other) => !isSameChange(other, change));
    const isOff = others.length < changes.length;
    return { isOff, href: hrefWith(isOff ? others : [...changes, change]) };
  };
  const there = month.visits.filter((visit) => visit.meetingId === meetingId && holdsSeat(visit.state));
  const stay = there.map(({ id, specialistId, state }): GoingPerson => {
    const { isOff, href } = toggled({ kind: 'release', visitId: id });
    const mayGoOff = !isClosed && isOpen(state);
    return { name: names.person(specialistId), state, isOff, href: mayGoOff ? href : null };
  });
  const come = changes.flatMap((change): GoingPerson[] =>
    change.kind === 'send' && change.meetingId === meetingId
      ? [{ name: names.person(change.specialistId), state: null, isOff: false, href: toggled(change).href }]
      : [],
  );
  return [...stay, ...come];
}

function refusalsOf({ month }: AmendScreen, meetingId: MeetingId): ReturnType<typeof declinedThen> {
  const meeting = month.facts.meetings.find(({ id }) => id === meetingId);
  return meeting ? declinedThen(month.visits, { ...meeting, meetingId }, month.facts.zone) : new Map();
}

/** Whoever said that they cannot come then stands last of those who can be sent. */
function candidatesOf(
  screen: AmendScreen,
  { changes, catalogue }: AmendRequest,
  meetingId: MeetingId,
): { able: AmendCandidate[]; unable: MeetingChoice['impossible'][number][] } {
  const { candidates, shareOf, month, names, people } = screen;
  const refusals = refusalsOf(screen, meetingId);
  const refusalOf = (id: SpecialistRef) => {
    const refusal = refusals.get(id);
    return refusal ? [translate(catalogue, `amend.declined.${refusal}`)] : [];
  };
  const named = (id: SpecialistRef) => {
    const person = people.get(id);
    return person ? `${person.name} (${person.department})` : names.person(id);
  };
  const against = (faults: (typeof candidates)[number]['faults']) => againstLines(faults, names, catalogue).join('; ');
  return {
    able: candidates
      .filter(({ can }) => can !== 'no')
      .toSorted((a, b) => Number(refusals.has(a.specialistId)) - Number(refusals.has(b.specialistId)))
      .map((one) => ({
        name: named(one.specialistId),
        about: candidateLines(one, shareOf, catalogue).about.join(' · '),
        against: [...refusalOf(one.specialistId), against(one.faults)].filter(Boolean).join('; '),
        sendHref: amendHref(month.facts.month, meetingId, [
          ...changes,
          sending(one.specialistId as SpecialistId, meetingId),
        ]),
      })),
    unable: candidates
      .filter(({ can }) => can === 'no')
      .map((one) => ({ name: named(one.specialistId), against: against(one.faults) })),
  };
}

/** Each person once, whatever changes for them. */
function toldPeople({ released, sent }: JudgedAmendment, { people, ways }: AmendScreen): ToldPerson[] {
  const off = new Set(released.map(({ specialistId }) => specialistId));
  const on = new Set(sent.map(({ specialistId }) => specialistId));
  return [...new Set([...off, ...on])].flatMap((id): ToldPerson[] => {
    const person = people.get(id);
    if (!person) return [];
    const what = off.has(id) && on.has(id) ? 'both' : off.has(id) ? 'off' : 'on';
    const way = ways.get(id) ?? { email: null, message: null, phone: null };
    return [{ name: person.name, way, what: { key: `amend.mail.${what}` } }];
  });
}
