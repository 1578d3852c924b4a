import ICAL from 'ical.js';
import { holdsSeat, takesPlace, type VisitLine } from '../../../src/modules/visits/index.ts';
import type { PublishedVisitRow } from '../a-published-month.ts';
import type { ReadMonth } from './read-month.ts';

interface CalendarEntry {
  readonly start: string;
  readonly place: string;
  readonly sequence: number;
  readonly isOn: boolean;
}

/** What is wrong with a month after everything that happened in it was told; nothing where every promise was kept. */
export function faultsIn(month: ReadMonth): string[] {
  return [
    ...placesAtOnce(month),
    ...lostSeats(month),
    ...untracedChanges(month),
    ...calendarFaults(month),
    ...toldTwice(month),
  ];
}

/** Nobody has two places at once unless the board sees it. */
function placesAtOnce({ lines, collisions: known, now }: ReadMonth): string[] {
  const going = lines.filter((line) => takesPlace(line.state) && line.endsAt > now);
  return going.flatMap((one) =>
    going
      .filter((other) => other.id > one.id && other.specialistId === one.specialistId)
      .filter((other) => one.startsAt < other.endsAt && other.startsAt < one.endsAt)
      .filter((other) => !known.has(one.id) && !known.has(other.id))
      .map((other) => `${one.specialist} is at ${one.branch} and ${other.branch} at once, and nobody sees it`),
  );
}

/** Whoever does not go is replaced, or the board sees the empty seat; whoever replaces somebody is there or was told off. */
function lostSeats({ lines, rows, meetings, waiting, now }: ReadMonth): string[] {
  const faults = rows
    .filter((row) => row.state === 'declined' && row.replacedById === null && row.startsAt > now)
    .filter((row) => meetings.get(row.meetingId) === 'scheduled' && !waiting.includes(`visit=${row.id}`))
    .map((row) => `nobody sees that visit ${row.id} was declined`);
  const doubled = rows
    .filter((row) => holdsSeat(row.state as VisitLine['state']))
    .filter((row, i, all) => isTwin(row, i, all));
  const cancelled = rows.filter(
    (row) => meetings.get(row.meetingId) === 'cancelled' && takesPlace(row.state as VisitLine['state']),
  );
  return [
    ...faults,
    ...doubled.map((row) => `${row.specialistId} holds two seats of ${row.meetingId}`),
    ...cancelled.map((row) => `visit ${row.id} stands though its meeting is off`),
    ...lines
      .filter((line) => takesPlace(line.state) && line.startsAt > now)
      .filter((line) => rows.find(({ id }) => id === line.id)?.replacedById)
      .map((line) => `${line.specialist} goes to ${line.branch} though somebody took the seat`),
  ];
}

function isTwin(row: PublishedVisitRow, at: number, all: readonly PublishedVisitRow[]): boolean {
  return all.findIndex((one) => one.meetingId === row.meetingId && one.specialistId === row.specialistId) !== at;
}

const TRACE: Readonly<Record<string, readonly string[]>> = {
  declined: ['visit.declined'],
  missed: ['visit.missed'],
  released: ['visit.released'],
  cancelled: ['visit.cancelled'],
};

/** How each visit came to be as it is stands in the trail, and so does each amendment. */
function untracedChanges({ lines, trail, amendments }: ReadMonth): string[] {
  const actions = new Map<string, string[]>();
  for (const { action, id } of trail) actions.set(id, [...(actions.get(id) ?? []), action]);
  const traced = trail.filter(({ action }) => action === 'plan.amended').length;
  return [
    ...lines.flatMap(({ id, state }) => {
      const wanted = TRACE[state];
      return wanted && !wanted.some((action) => actions.get(id)?.includes(action))
        ? [`the trail does not say how visit ${id} was ${state}`]
        : [];
    }),
    ...(amendments === traced ? [] : [`the trail has ${traced} of ${amendments} amendments`]),
  ];
}

/** The files that each person got, read in their order by another program, end at what is true of the visits ahead. */
function calendarFaults({ lines, mails, now }: ReadMonth): string[] {
  const calendars = new Map<string, CalendarEntry>();
  const faults: string[] = [];
  for (const { specialistId, draft } of mails) {
    for (const { ics, method } of draft.invitations ?? []) {
      const event = new ICAL.Component(ICAL.parse(ics) as never).getFirstSubcomponent('vevent');
      const entry = new ICAL.Event(event ?? undefined);
      const key = `${specialistId} ${entry.uid.split('@')[0]}`;
      const before = calendars.get(key);
      const sequence = Number(event?.getFirstPropertyValue('sequence') ?? 0);
      // A calendar program leaves out what is older than what it has.
      if (before && sequence < before.sequence) {
        faults.push(`${key}: ${method} ${sequence} came after ${before.sequence}`);
        continue;
      }
      const isOn = method !== 'CANCEL';
      const same = before?.sequence === sequence && before.isOn === isOn;
      if (same) faults.push(`${key}: ${method} ${sequence} came twice`);
      const start = entry.startDate.toJSDate().toISOString();
      calendars.set(key, { start, place: entry.location ?? '', sequence, isOn });
    }
  }
  for (const line of lines.filter(({ endsAt }) => endsAt > now)) {
    const entry = calendars.get(`${line.specialistId} ${line.id}`);
    const isOn = entry?.isOn ?? false;
    if (isOn !== takesPlace(line.state)) {
      faults.push(`the calendar of ${line.specialist} ${isOn ? 'has' : 'lacks'} ${line.id}, which is ${line.state}`);
    } else if (entry && isOn && entry.start !== line.startsAt.toISOString()) {
      faults.push(
        `the calendar of ${line.specialist} has ${line.id} at ${entry.start} instead of ${line.startsAt.toISOString()}`,
      );
    } else if (entry && isOn && !entry.place.includes(line.place)) {
      faults.push(`the calendar of ${line.specialist} has ${line.id} at “${entry.place}” instead of “${line.place}”`);
    }
  }
  return faults;
}

/** Of two mails to one person in a row of which the second says nothing new. */
function toldTwice({ mails }: ReadMonth): string[] {
  const last = new Map<string, string>();
  return mails.flatMap(({ kind, specialistId, draft, key }) => {
    const said = JSON.stringify(draft.model);
    const about = `${specialistId ?? draft.to.address} ${kind}`;
    const isSame = last.get(about) === said;
    last.set(about, said);
    return isSame ? [`${about} was told twice, the second time by ${key}`] : [];
  });
}
