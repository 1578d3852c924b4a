import { isId, type MeetingId, type MeetingRef, type SpecialistId } from '../../kernel/id.ts';
import type { AmendmentChange } from '../../modules/planning/index.ts';

/** What a request about an amendment carries. */
export type Sent = Readonly<Record<string, unknown>>;

/**
 * The changes that an address or a form names: `off=<visit>` for each who is taken off, `on=<person>_<meeting>` for each
 * who is sent. What cannot be read is left out; the page shows what remains before anything is done.
 */
export function askedChanges({ off, on }: Sent): AmendmentChange[] {
  const released = listOf(off)
    .filter(isId)
    .map((visitId): AmendmentChange => ({ kind: 'release', visitId }));
  const sent = listOf(on).flatMap((text): AmendmentChange[] => {
    const [specialistId, meetingId] = text.split('_');
    return isId(specialistId) && isId(meetingId) ? [{ kind: 'send', specialistId, meetingId }] : [];
  });
  return [...released, ...sent];
}

/** The number of the notice as typed; empty for the next one. */
export function typedNumber({ noticeNumber }: Sent): string {
  return typeof noticeNumber === 'string' ? noticeNumber : '';
}

/** When a meeting begins, as a page shows it and its form sends it back. */
export function hourField(meetingId: MeetingRef, startsAt: Date): string {
  return `${meetingId}_${startsAt.toISOString()}`;
}

/** The hours that a form says were shown; what cannot be read was not. */
export function shownHours({ hour }: Sent): ReadonlyMap<MeetingId, Date> {
  return new Map(
    listOf(hour).flatMap((text): [MeetingId, Date][] => {
      const [meetingId, at = ''] = text.split('_');
      const startsAt = new Date(at);
      return isId(meetingId) && !Number.isNaN(startsAt.getTime()) ? [[meetingId, startsAt]] : [];
    }),
  );
}

/** One value, or several; of very many fields of one name a form makes an object. */
function listOf(value: unknown): string[] {
  const values: unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return [...new Set(values.filter((one): one is string => typeof one === 'string'))];
}

/** A change as a field of a form and a part of an address. */
export function fieldOf(change: AmendmentChange): { readonly name: 'off' | 'on'; readonly value: string } {
  return change.kind === 'release'
    ? { name: 'off', value: change.visitId }
    : { name: 'on', value: `${change.specialistId}_${change.meetingId}` };
}

/** Several changes that are made together or not at all, as one field of a form. */
export function partField(changes: readonly AmendmentChange[]): string {
  return changes
    .map(fieldOf)
    .map(({ name, value }) => `${name}:${value}`)
    .join(',');
}

/** The parts that a form names. */
export function askedParts({ part }: Sent): string[] {
  return listOf(part);
}

/** The changes of such parts, as the form would name each. */
export function changesOfParts(parts: readonly string[]): Sent {
  const named = parts.flatMap((part) => part.split(','));
  const valuesOf = (name: 'off' | 'on') =>
    named.flatMap((text) => (text.startsWith(`${name}:`) ? [text.slice(name.length + 1)] : []));
  return { off: valuesOf('off'), on: valuesOf('on') };
}

/** The rules that a form says were shown to be overruled by its reason. */
export function shownRules({ rule }: Sent): string[] {
  return listOf(rule);
}

/** The page that shows these changes, with the people of one meeting to choose from. */
export function amendHref(month: string, meetingId: MeetingRef | null, changes: readonly AmendmentChange[]): string {
  const fields = changes.map(fieldOf);
  const query = [...(meetingId ? [{ name: 'meeting', value: meetingId }] : []), ...fields]
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
  return `/months/${month}/amend${query === '' ? '' : `?${query}`}`;
}

export function isSameChange(one: AmendmentChange, other: AmendmentChange): boolean {
  return fieldOf(one).name === fieldOf(other).name && fieldOf(one).value === fieldOf(other).value;
}

export function sending(specialistId: SpecialistId, meetingId: MeetingId): AmendmentChange {
  return { kind: 'send', specialistId, meetingId };
}
