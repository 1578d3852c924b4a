import type { Locale } from '../../kernel/actor.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import type { AmendmentLine } from '../../modules/planning/index.ts';
import { holdsSeat } from '../../modules/visits/index.ts';
import { DeskNames } from '../desk/desk-names.ts';
import type { AmendmentsScreen } from './amendments-screen-read-model.ts';
import type { AmendmentItem, AmendmentsPage, ThenAndNow } from './amendments.view.ts';

export function buildAmendmentsPage(screen: AmendmentsScreen, mayAmend: boolean, locale: Locale): AmendmentsPage {
  const { month, plan, meetings } = screen;
  const people = [...screen.names].map(([id, name]) => ({ id, name }));
  const names = new DeskNames({ people, meetings }, locale);
  const rows = meetings.map((meeting) => thenAndNow(screen, meeting));
  const goes = rows.filter(({ before, now }) => before.length + now.length > 0);
  return {
    month,
    monthHref: `/months/${month}`,
    amendHref: mayAmend && screen.liesAhead ? `/months/${month}/amend` : null,
    amendments: plan.amendments.map((one) => amendmentItem(one, names)).toReversed(),
    differences: goes.filter(isDifferent),
    same: goes.filter((row) => !isDifferent(row)),
  };
}

function isDifferent({ before, now, isCancelled }: ThenAndNow): boolean {
  return isCancelled || before.some(({ isGone }) => isGone) || now.some(({ isNew }) => isNew);
}

function amendmentItem(
  { number, madeAt, by, kind, reason, noticeId, symbol, changes }: AmendmentLine,
  names: DeskNames,
): AmendmentItem {
  const at = (meetingId: MeetingRef, what: 'release' | 'send') =>
    changes
      .filter((change) => change.meetingId === meetingId && change.kind === what)
      .map(({ specialistId }) => names.person(specialistId));
  return {
    number,
    at: madeAt,
    by: by ?? '',
    kind,
    reason,
    overrules: changes.some(({ overrules }) => overrules.length > 0),
    notice:
      noticeId && symbol
        ? { symbol, pdfHref: `/documents/${noticeId}/pdf`, docxHref: `/documents/${noticeId}/docx` }
        : null,
    meetings: [...new Set(changes.map(({ meetingId }) => meetingId))].map((meetingId) => ({
      href: `/meetings/${meetingId}`,
      branch: names.branch(meetingId),
      at: names.at(meetingId),
      off: at(meetingId, 'release'),
      on: at(meetingId, 'send'),
    })),
  };
}

/** Whoever was sent by the plan, and whoever holds a seat now: the differences are what the amendments and answers made. */
function thenAndNow(
  { published, visits, names }: AmendmentsScreen,
  { id, branch, day, from, isHeld }: AmendmentsScreen['meetings'][number],
): ThenAndNow {
  const sent = published.filter(({ meetingId }) => meetingId === id).map(({ specialistId }) => specialistId as string);
  const going = visits.filter(({ meetingId, state }) => meetingId === id && holdsSeat(state));
  const isGoing = new Set(going.map(({ specialistId }) => specialistId));
  return {
    href: `/meetings/${id}`,
    branch,
    day,
    from,
    isCancelled: !isHeld,
    before: sent.map((one) => ({ name: names.get(one) ?? '…', isGone: !isGoing.has(one) })),
    now: going.map(({ specialistId, state }) => ({
      name: names.get(specialistId) ?? '…',
      isNew: !sent.includes(specialistId),
      state,
    })),
  };
}
