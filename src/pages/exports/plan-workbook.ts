import type { Locale } from '../../kernel/actor.ts';
import { formatInstant, formatMonth, formatWeekday } from '../../kernel/format.ts';
import { type Day, firstDay, type Month } from '../../kernel/month.ts';
import type { CellValue, LaidCell, LaidSheet } from '../../kernel/workbook.ts';
import { type Catalogue, messageOf, say, translate } from '../../platform/i18n/messages.ts';
import {
  type ExportedMeeting,
  type ExportedPerson,
  type ExportedVisitor,
  isDraft,
  type MonthExport,
} from './month-export.ts';

/** A sheet's columns: the key of the head, and the width in characters. */
type Columns = readonly (readonly [head: string, width: number])[];

const DAY_COLUMNS: Columns = [
  ['day', 12],
  ['weekday', 11],
  ['from', 8],
  ['to', 8],
  ['branch_code', 14],
  ['branch', 34],
  ['organisation', 30],
  ['kind', 15],
  ['place', 34],
  ['person', 24],
  ['department', 24],
  ['visit', 16],
];
const PEOPLE_COLUMNS: Columns = [
  ['person', 24],
  ['person_code', 14],
  ['department', 24],
  ['day', 12],
  ['weekday', 11],
  ['from', 8],
  ['branch', 34],
  ['kind', 15],
  ['place', 34],
  ['visit', 16],
];
const LOAD_COLUMNS: Columns = [
  ['person', 24],
  ['person_code', 14],
  ['department', 24],
  ['visits', 9],
  ['share', 14],
  ['difference', 16],
  ['target', 14],
  ['balance', 16],
  ['least', 9],
  ['most', 9],
  ['note', 18],
];
const COVERAGE_COLUMNS: Columns = [
  ['day', 12],
  ['from', 8],
  ['branch_code', 14],
  ['branch', 34],
  ['organisation', 30],
  ['wanted', 8],
  ['have', 8],
  ['coverage', 20],
  ['last_visit', 13],
  ['reason', 70],
];

/** A month's plan as sheets, in the reader's language. Row 1 says what the file is, row 2 has the heads. */
export function planWorkbook(plan: MonthExport, catalogue: Catalogue, locale: Locale): readonly LaidSheet[] {
  const lay = new PlanSheets(plan, catalogue, locale);
  return [lay.days(), lay.people(), lay.loads(), lay.coverage()];
}

class PlanSheets {
  constructor(
    private readonly plan: MonthExport,
    private readonly catalogue: Catalogue,
    private readonly locale: Locale,
  ) {}

  days(): LaidSheet {
    const rows = this.plan.meetings.flatMap((meeting) => {
      const visitors = meeting.people.length > 0 ? meeting.people : [null];
      return visitors.map((visitor) => [
        day(meeting.day),
        formatWeekday(this.locale, meeting.day),
        time(meeting.from),
        time(meeting.to),
        meeting.branchCode,
        meeting.branch,
        meeting.organisation,
        this.kindOf(meeting),
        meeting.place,
        visitor?.name ?? '',
        visitor?.department ?? '',
        visitor ? this.visit(visitor) : this.coverageOf(meeting),
      ]);
    });
    return this.sheet('days', DAY_COLUMNS, rows);
  }

  people(): LaidSheet {
    const meetings = new Map(this.plan.meetings.map((meeting) => [meeting.id, meeting]));
    const rows = this.plan.people.flatMap((person) =>
      person.meetingIds.flatMap((id) => {
        const meeting = meetings.get(id);
        const visitor = meeting?.people.find((one) => one.id === person.id);
        if (!meeting || !visitor) return [];
        return [
          [
            person.name,
            person.code,
            person.department,
            day(meeting.day),
            formatWeekday(this.locale, meeting.day),
            time(meeting.from),
            meeting.branch,
            this.kindOf(meeting),
            meeting.place,
            this.visit(visitor),
          ],
        ];
      }),
    );
    return this.sheet('people', PEOPLE_COLUMNS, rows);
  }

  loads(): LaidSheet {
    const rows = this.plan.people.map((person: ExportedPerson) => [
      person.name,
      person.code,
      person.department,
      person.visits,
      decimal(person.share),
      decimal(person.difference, '+0.00;-0.00;0.00'),
      decimal(person.target),
      decimal(person.balance, '+0.00;-0.00;0.00'),
      person.min,
      person.max,
      person.isAwayAllMonth ? translate(this.catalogue, 'exports.away_all_month') : '',
    ]);
    return this.sheet('loads', LOAD_COLUMNS, rows);
  }

  coverage(): LaidSheet {
    const rows = this.plan.meetings.map((meeting) => [
      day(meeting.day),
      time(meeting.from),
      meeting.branchCode,
      meeting.branch,
      meeting.organisation,
      meeting.wanted?.min ?? null,
      meeting.people.length,
      this.coverageOf(meeting),
      meeting.lastVisit === null ? null : monthCell(meeting.lastVisit),
      meeting.reason === null ? '' : say(this.catalogue, meeting.reason),
    ]);
    return this.sheet('coverage', COVERAGE_COLUMNS, rows);
  }

  private sheet(
    name: 'days' | 'people' | 'loads' | 'coverage',
    columns: Columns,
    rows: readonly (readonly CellValue[])[],
  ): LaidSheet {
    const { committee, month, zone, takenAt } = this.plan;
    const top = translate(this.catalogue, 'exports.sheet_top', {
      committee,
      month: formatMonth(this.locale, month),
      mark: isDraft(this.plan) ? translate(this.catalogue, 'exports.draft_mark') : '',
      taken: formatInstant(this.locale, zone, takenAt),
    });
    const heads = columns.map(([head]) => ({
      value: messageOf(this.catalogue, `exports.head.${head}`),
      style: 'header' as const,
    }));
    return {
      name: translate(this.catalogue, `exports.sheet.${name}`),
      rows: [
        [{ value: top, style: 'subtitle' }],
        heads,
        ...rows.map((row) => row.map((value): LaidCell => ({ value, style: 'wrapped' }))),
      ],
      columns: columns.map(([, width]) => ({ width })),
      frozen: true,
      headRow: 2,
      print: { top },
    };
  }

  private kindOf({ kind }: ExportedMeeting): string {
    return translate(this.catalogue, `meeting.kind.${kind}`);
  }

  private coverageOf({ coverage }: ExportedMeeting): string {
    return translate(this.catalogue, `meeting.state.${coverage}`);
  }

  private visit({ state }: ExportedVisitor): string {
    return state === null
      ? translate(this.catalogue, 'exports.planned')
      : translate(this.catalogue, `visit.state.${state}`);
  }
}

function day(value: Day): CellValue {
  return { day: value, time: null };
}

function time(value: string): CellValue {
  return { day: null, time: value };
}

/** A true date too: the first day of the month, shown as the month. */
function monthCell(value: Month): CellValue {
  const [year = 0, month = 1] = firstDay(value).split('-').map(Number);
  const days = (Date.UTC(year, month - 1, 1) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return { number: days, format: 'mm/yyyy', shown: value, text: null, kind: 'other' };
}

function decimal(value: number, format = '0.00'): CellValue {
  return { number: value, format, shown: String(value), text: null, kind: 'number' };
}
