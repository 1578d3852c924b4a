import { type Day, dayIn, type Month, timeIn } from '../../kernel/month.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import {
  type BranchContact,
  isToBeAsked,
  type MeetingInquiry,
  type MonthMeeting,
  standingOf,
  type WorkCalendar,
} from '../../modules/meetings/index.ts';
import { type ListAddress, pageWindow, pagination, withinPages } from '../directory/page-rows.ts';
import {
  CONTACT_LISTS,
  type ContactFigures,
  type ContactList,
  type ContactRow,
  type ContactsPage,
  type ContactStanding,
  type WishCard,
} from './contacts.view.ts';
import { meetingDoubts } from './meeting-doubts.ts';

export interface ContactFacts {
  readonly month: Month;
  readonly meetings: readonly MonthMeeting[];
  readonly inquiries: ReadonlyMap<string, MeetingInquiry>;
  readonly contacts: readonly BranchContact[];
  readonly workdays: WorkCalendar;
  readonly isPublished: boolean;
  readonly zone: string;
  readonly today: Day;
  readonly mayEdit: boolean;
  /** Which list, and which of its pages. */
  readonly asked: ListAddress;
  /** Why a decision about a meeting was not made. */
  readonly refused?: { readonly meetingId: MeetingRef; readonly error: string };
}

const STANDINGS: Readonly<Record<ContactList, readonly ContactStanding[]>> = {
  unanswered: ['unanswered', 'outdated'],
  unasked: ['unasked'],
  unreachable: ['unreachable'],
  answered: ['confirmed', 'moved', 'kept'],
};

/** The standing of each meeting that takes place; where nobody could be asked, that. */
export function contactStandings(
  meetings: readonly MonthMeeting[],
  inquiries: ReadonlyMap<string, MeetingInquiry>,
  contacts: readonly BranchContact[],
): ReadonlyMap<string, ContactStanding> {
  const reachable = new Set(contacts.flatMap(({ branchId, email }) => (email ? [branchId] : [])));
  return new Map(
    meetings
      .filter(({ state }) => state === 'scheduled')
      .map((meeting) => {
        const placed = { startsAt: meeting.startsAt, place: meeting.ownPlace };
        const standing = standingOf(inquiries.get(meeting.id) ?? null, placed);
        return [meeting.id, isToBeAsked(standing) && !reachable.has(meeting.branch.id) ? 'unreachable' : standing];
      }),
  );
}

export function contactFigures(standings: ReadonlyMap<string, ContactStanding>): ContactFigures {
  const count = (...wanted: readonly ContactStanding[]) =>
    [...standings.values()].filter((standing) => wanted.includes(standing)).length;
  return {
    confirmed: count('confirmed'),
    moved: count('moved'),
    wished: count('wished'),
    unanswered: count(...STANDINGS.unanswered),
    unasked: count('unasked'),
    unreachable: count('unreachable'),
  };
}

export function buildContactsPage(facts: ContactFacts): ContactsPage {
  const { month, meetings, inquiries, contacts, isPublished, zone, today, mayEdit } = facts;
  const base = `/months/${month}/calendar`;
  const standings = contactStandings(meetings, inquiries, contacts);
  const contactOf = new Map(contacts.map((contact) => [contact.branchId, contact]));
  const scheduled = meetings.filter(({ id }) => standings.has(id));
  const rows = scheduled.map((meeting): ContactRow => {
    const inquiry = inquiries.get(meeting.id);
    const contact = contactOf.get(meeting.branch.id);
    return {
      meetingId: meeting.id,
      branch: meeting.branch.name,
      branchHref: `/branches/${meeting.branch.id}`,
      day: meeting.day,
      time: timeIn(zone, meeting.startsAt),
      standing: standings.get(meeting.id) ?? 'unasked',
      secretary: contact?.secretary ?? null,
      email: contact?.email ?? null,
      at: inquiry?.answer?.at ?? inquiry?.askedAt ?? null,
      word: inquiry?.answer?.word ?? '',
    };
  });
  const among = (list: ContactList) => rows.filter(({ standing }) => STANDINGS[list].includes(standing));
  const ahead = [...among('unanswered'), ...among('unasked')]
    .filter(({ day }) => day > today)
    .map(({ meetingId }) => meetingId);
  const branches = new Set(scheduled.filter(({ id }) => ahead.includes(id)).map(({ branch }) => branch.id)).size;
  const wishes = scheduled.flatMap((meeting) => wishOf(meeting, facts));
  const { refused } = facts;
  const isShown = wishes.some(({ meetingId }) => meetingId === refused?.meetingId);
  const latest = [...inquiries.values()].sort((a, b) => b.mailing - a.mailing)[0];
  return {
    month,
    calendarHref: base,
    isPublished,
    figures: contactFigures(standings),
    ask:
      mayEdit && branches > 0
        ? { action: `${base}/contacts/ask`, seen: latest?.mailing ?? 0, branches, mayMove: latest?.mayMove ?? false }
        : null,
    error: refused && !isShown ? refused.error : null,
    wishes,
    ...listPage(
      CONTACT_LISTS.map((list) => ({ list, rows: among(list) })).filter(({ rows: own }) => own.length > 0),
      facts.asked,
    ),
  };
}

/** The list that is asked for, else the first. */
function listPage(
  lists: readonly { readonly list: ContactList; readonly rows: readonly ContactRow[] }[],
  asked: ListAddress,
): Pick<ContactsPage, 'lists' | 'list' | 'rows' | 'pagination'> {
  const { list, rows } = lists.find((one) => one.list === asked.filters['list']) ??
    lists[0] ?? { list: null, rows: [] };
  const address = withinPages(asked, rows.length);
  const { limit, offset } = pageWindow(address);
  const shown = rows.slice(offset, offset + limit);
  return {
    lists: lists.map((one) => ({ list: one.list, count: one.rows.length, href: `${asked.path}?list=${one.list}` })),
    list,
    rows: shown,
    pagination: pagination(address, shown.length, rows.length),
  };
}

function wishOf(meeting: MonthMeeting, facts: ContactFacts): WishCard[] {
  const { month, inquiries, contacts, meetings, workdays, zone, mayEdit, refused } = facts;
  const inquiry = inquiries.get(meeting.id);
  const answer = inquiry?.answer;
  if (!inquiry || answer?.kind !== 'wished') return [];
  const to = {
    day: dayIn(zone, answer.startsAt),
    time: timeIn(zone, answer.startsAt),
    place: answer.place === meeting.ownPlace ? meeting.place : answer.place,
  };
  const wanted = { branchId: meeting.branch.id, kind: meeting.kind, id: meeting.id, ...to };
  return [
    {
      meetingId: meeting.id,
      branch: meeting.branch.name,
      secretary: contacts.find(({ branchId }) => branchId === meeting.branch.id)?.secretary ?? null,
      at: answer.at,
      from: { day: meeting.day, time: timeIn(zone, meeting.startsAt), place: meeting.place },
      to,
      word: answer.word,
      doubts: meetingDoubts(wanted, meetings, workdays, zone),
      error: refused?.meetingId === meeting.id ? refused.error : null,
      decideAction: mayEdit ? `/months/${month}/calendar/contacts/${meeting.id}` : null,
      seen: inquiry.revision,
    },
  ];
}
