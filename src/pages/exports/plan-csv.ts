import { writeCsv } from '../../platform/csv/write-csv.ts';
import type { ExportedMeeting, ExportedVisitor, MonthExport } from './month-export.ts';

type Value = (plan: MonthExport, meeting: ExportedMeeting, visitor: ExportedVisitor | null) => string | null;

/** Names and order stay as they are: other systems read the file by them. New columns are added at the end. */
const COLUMNS = {
  month: ({ month }) => month,
  state: ({ state }) => state,
  meeting_id: (_, { id }) => id,
  date: (_, { day }) => day,
  start: (_, { from }) => from,
  end: (_, { to }) => to,
  branch_code: (_, { branchCode }) => branchCode,
  branch: (_, { branch }) => branch,
  organisation: (_, { organisation }) => organisation,
  kind: (_, { kind }) => kind,
  place: (_, { place }) => place,
  coverage: (_, { coverage }) => coverage,
  specialist_code: (_plan, _meeting, visitor) => visitor?.code ?? null,
  specialist: (_plan, _meeting, visitor) => visitor?.name ?? null,
  department: (_plan, _meeting, visitor) => visitor?.department ?? null,
  visit_state: (_plan, _meeting, visitor) => visitor?.state ?? null,
} as const satisfies Readonly<Record<string, Value>>;

export const CSV_COLUMNS = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** A row for each visit, and one for each meeting to which nobody goes, in order of time. */
export function planCsv(plan: MonthExport): string {
  const rows = plan.meetings.flatMap((meeting) => {
    const visitors = meeting.people.length > 0 ? meeting.people : [null];
    return visitors.map((visitor) => CSV_COLUMNS.map((name) => COLUMNS[name](plan, meeting, visitor)));
  });
  return writeCsv([CSV_COLUMNS, ...rows]);
}

export function csvRows({ meetings }: MonthExport): number {
  return meetings.reduce((sum, { people }) => sum + Math.max(1, people.length), 0);
}
