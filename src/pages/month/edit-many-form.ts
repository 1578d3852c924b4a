import { createHash } from 'node:crypto';
import { MEETING_KINDS } from '../../kernel/meeting-kind.ts';
import { writtenTime } from '../../kernel/month.ts';
import type { SeenMeeting, SharedEdit } from '../../modules/meetings/index.ts';
import type { PlainKey } from '../../platform/i18n/messages.ts';
import type { EditManyValues } from './edit-meetings.view.ts';
import { chosenOf } from './move-form.ts';

export const PLACE_CHOICES = ['', 'usual', 'other'] as const;

export interface EditManyForm {
  readonly values: EditManyValues;
  readonly chosen: readonly SeenMeeting[];
  /** Null where something typed is invalid. */
  readonly edit: SharedEdit | null;
  /** By field, the keys of the sentences about its fault. */
  readonly faults: Readonly<Record<string, PlainKey>>;
}

/** What was typed on the page that edits many meetings at once, and what it means. */
export function editManyForm(body: Readonly<Record<string, unknown>>): EditManyForm {
  const text = (name: string, most = 40) => (typeof body[name] === 'string' ? body[name].trim().slice(0, most) : '');
  const values: EditManyValues = {
    kind: MEETING_KINDS.find((kind) => kind === text('kind')) ?? '',
    time: text('time'),
    minutes: text('minutes'),
    where: PLACE_CHOICES.find((choice) => choice === text('where')) ?? '',
    place: text('place', 300),
  };
  const chosen = chosenOf(body['meeting']);
  const time = values.time === '' ? null : writtenTime(values.time);
  const minutes = /^\d{1,3}$/.test(values.minutes) ? Number(values.minutes) : 0;
  const isLength = minutes >= 15 && minutes <= 600;
  const isNothing = values.kind === '' && values.time === '' && values.minutes === '' && values.where === '';
  const faults: Record<string, PlainKey> = {
    ...(chosen.length === 0 && { meeting: 'move.none_chosen' }),
    ...(isNothing && { nothing: 'edit_many.nothing_to_change' }),
    ...(values.time !== '' && !time && { time: 'calendar.meeting.time_wrong' }),
    ...(values.minutes !== '' && !isLength && { minutes: 'calendar.meeting.minutes_wrong' }),
    ...(values.where === 'other' && values.place === '' && { place: 'edit_many.place_missing' }),
  };
  const edit: SharedEdit = {
    ...(values.kind !== '' && { kind: values.kind }),
    ...(time && { time }),
    ...(isLength && { minutes }),
    ...(values.where !== '' && { place: values.where === 'other' ? values.place : '' }),
  };
  return { values, chosen, edit: Object.keys(faults).length === 0 ? edit : null, faults };
}

/** Identifies what was previewed: which meetings in which revisions, and what is made of them. */
export function previewedEdit(chosen: readonly SeenMeeting[], edit: SharedEdit): string {
  const lines = chosen.map(({ id, revision }) => `${id}/${revision}`).sort();
  const { kind = '', time = '', minutes = '', place = null } = edit;
  return createHash('sha256')
    .update(JSON.stringify([kind, time, minutes, place, ...lines]))
    .digest('base64url');
}
