import { createHash } from 'node:crypto';
import { type MeetingId, type MeetingRef, readId } from '../../kernel/id.ts';
import { type Day, type Month, monthOf, writtenDay } from '../../kernel/month.ts';
import type { PlainKey } from '../../platform/i18n/messages.ts';
import type { MeetingMove, SeenMeeting } from '../../modules/meetings/index.ts';
import type { MoveValues } from './move-meetings.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** The target of the chosen meetings. */
export type MoveTarget =
  | { readonly mode: 'day'; readonly day: Day }
  | { readonly mode: 'spread'; readonly from: Day; readonly to: Day; readonly most: number | null };

export interface MoveForm {
  readonly values: MoveValues;
  readonly chosen: readonly SeenMeeting[];
  /** Null where it is invalid. */
  readonly target: MoveTarget | null;
  /** The days that were previewed, by meeting; null for a text that is no day of the month. */
  readonly days: ReadonlyMap<MeetingId, Day | null>;
  readonly faults: Readonly<Record<string, PlainKey>>;
}

const MOST = /^[1-9]\d{0,2}$/;

export function moveForm(body: FormBody, month: Month): MoveForm {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim().slice(0, 40) : '');
  const values: MoveValues = {
    mode: text('mode') === 'day' ? 'day' : 'spread',
    toDay: text('toDay'),
    from: text('from'),
    to: text('to'),
    most: text('most'),
  };
  const chosen = chosenOf(body['meeting']);
  const faults: Record<string, PlainKey> = chosen.length === 0 ? { meeting: 'move.none_chosen' } : {};
  const inMonth = (name: 'toDay' | 'from' | 'to'): Day | null => {
    const on = writtenDay(values[name]);
    if (!on) faults[name] = 'calendar.meeting.day_wrong';
    else if (monthOf(on) !== month) faults[name] = 'move.outside_month';
    else return on;
    return null;
  };
  const target = values.mode === 'day' ? dayTarget(inMonth('toDay')) : spreadTarget(inMonth('from'), inMonth('to'));
  function dayTarget(day: Day | null): MoveTarget | null {
    return day && { mode: 'day', day };
  }
  function spreadTarget(from: Day | null, to: Day | null): MoveTarget | null {
    if (from && to && to < from) faults['to'] = 'move.ends_before';
    if (values.most !== '' && !MOST.test(values.most)) faults['most'] = 'move.most_wrong';
    const most = values.most === '' ? null : Number(values.most);
    return from && to && { mode: 'spread', from, to, most };
  }
  const days = new Map(
    chosen.flatMap(({ id }) => {
      const written = body[fieldOf(id)];
      if (typeof written !== 'string') return [];
      const on = writtenDay(written);
      return [[id, on && monthOf(on) === month ? on : null] as const];
    }),
  );
  return { values, chosen, target: Object.keys(faults).length === 0 ? target : null, days, faults };
}

/** The name of the field with a meeting's new day. */
export function fieldOf(id: MeetingRef): string {
  return `to-${id}`;
}

export function valueOf({ id, revision }: { readonly id: MeetingRef; readonly revision: number }): string {
  return `${id}/${revision}`;
}

/** Identifies the moves that were previewed. */
export function fingerprintOf(moves: readonly MeetingMove[]): string {
  const lines = moves.map(({ id, revision, day }) => `${id}/${revision}/${day}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('base64url');
}

/** The meetings of a form with the revisions that its editor saw. */
export function chosenOf(given: unknown): SeenMeeting[] {
  const texts: readonly unknown[] = Array.isArray(given) ? given : [given];
  const chosen = new Map<string, SeenMeeting>();
  for (const text of texts) {
    const [, given, revision] = typeof text === 'string' ? (/^([0-9a-f-]{36})\/(\d{1,9})$/.exec(text) ?? []) : [];
    const id = readId<'Meeting'>(given);
    if (id) chosen.set(id, { id, revision: Number(revision) });
  }
  return [...chosen.values()];
}
