import type { Day } from '../../kernel/month.ts';
import type { Locale } from '../../kernel/actor.ts';
import { formatDate, formatExactly } from '../../kernel/format.ts';
import type { ImportKind } from './domain/changes/import-tables.ts';
import type { ToldField, ToldValue } from './domain/changes/told-changes.ts';
import type { Choices } from './domain/import/text-readers.ts';
import type { Columns } from './domain/import/column.ts';
import { COMMITTEE_ITEMS } from './domain/import/committee-items.ts';
import { YES_NO } from './domain/import/common-columns.ts';
import { NTH_WEEKDAYS } from './domain/import/nth-weekdays.ts';
import { TABLES } from './domain/import/format.ts';
import {
  ABSENCE_KINDS,
  CONFLICT_REASONS,
  FINDING_KINDS,
  HOLIDAY_KINDS,
  MEETING_KINDS,
  ORGANISATION_KINDS,
} from './domain/import/vocabulary.ts';

/** A changed cell in words; null where it is empty. */
export interface WrittenField {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

const WORDS: Readonly<Partial<Record<ImportKind, Readonly<Record<string, Choices<string>>>>>> = {
  organisations: { kind: ORGANISATION_KINDS },
  branches: { meetingDay: NTH_WEEKDAYS, thematicDay: NTH_WEEKDAYS },
  absences: { kind: ABSENCE_KINDS },
  holidays: { kind: HOLIDAY_KINDS },
  conflicts: { reason: CONFLICT_REASONS },
  visits: { kind: MEETING_KINDS },
  findings: { kind: FINDING_KINDS },
};

/** The cells that an import changes, under the headers of their sheet. */
export function writtenFields(kind: ImportKind, fields: readonly ToldField[], locale: Locale): WrittenField[] {
  const columns: Columns = kind === 'committee' ? COMMITTEE_ITEMS : TABLES[kind].columns;
  return fields.map(({ key, from, to }) => ({
    label: columns[key]?.header[locale] ?? key,
    from: written(WORDS[kind]?.[key], from, locale),
    to: written(WORDS[kind]?.[key], to, locale),
  }));
}

function written(choices: Choices<string> | undefined, value: ToldValue, locale: Locale): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return YES_NO[locale][value ? 0 : 1] ?? null;
  if (typeof value === 'number') return formatExactly(locale, value);
  const word = choices?.[value]?.[locale === 'vi' ? 0 : 1];
  if (word !== undefined) return word;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(locale, value as Day);
  return /^\d{2}:\d{2}:00$/.test(value) ? value.slice(0, 5) : value;
}
