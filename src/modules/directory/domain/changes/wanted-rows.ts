import { newId, type VisitRef } from '../../../../kernel/id.ts';
import type { DayOfMonth } from '../../../../kernel/day-of-month.ts';
import { firstDay, monthOf } from '../../../../kernel/month.ts';
import { daysOfWeekly, weeklySpan } from '../weekly-absence.ts';
import type { WeightedCode } from '../import/list-readers.ts';
import { textKey } from '../import/fold.ts';
import type { DistrictImport, ImportedBranch, ImportedSpecialist } from '../import/parse-district.ts';
import { committeeLabels } from './committee-labels.ts';
import { type DirectoryRows, type ImportTable, type Row, textOf } from './import-tables.ts';

/** A row as the file wants it, with its key in the database. */
export interface WantedRow {
  readonly table: ImportTable;
  /** The text by which a reader recognises it; equal for all rows of one thing. */
  readonly subject: string;
  readonly row: Row;
}

/** The first day of a name that an organisation has always had. */
export const ALWAYS = '0001-01-01';

type Register = 'organisations' | 'departments' | 'branches' | 'specialists';

/** The rows that a file asks for. A row whose code is known keeps its id; all others get a new one. */
export function wantedRows(district: DistrictImport, current: DirectoryRows): WantedRow[] {
  return new RowWriter(district, current).all();
}

class RowWriter {
  private readonly ids = new Map<string, string>();
  private readonly fieldCodes: ReadonlyMap<string, string>;
  private readonly typeCodes: ReadonlyMap<string, string>;

  constructor(
    private readonly district: DistrictImport,
    private readonly current: DirectoryRows,
  ) {
    for (const register of ['organisations', 'departments', 'branches', 'specialists'] as const) {
      for (const row of current[register]) this.ids.set(idKey(register, textOf(row, 'code')), textOf(row, 'id'));
    }
    this.fieldCodes = codesOf(current.fields);
    this.typeCodes = codesOf(current.branch_types);
  }

  all(): WantedRow[] {
    return [
      ...this.committee(),
      ...this.lists(),
      ...this.organisations(),
      ...this.departments(),
      ...this.district.branches.map((branch) => this.branch(branch)),
      ...this.district.specialists.map((specialist) => this.specialist(specialist)),
      ...this.events(),
      ...this.visits(),
    ];
  }

  private committee(): WantedRow[] {
    const { committee } = this.district;
    if (committee === null) return [];
    return this.current.committees.map(({ id = null, labels = {} }) => ({
      table: 'committees',
      subject: committee.name,
      row: {
        id,
        name: committee.name,
        time_zone: committee.zone,
        labels: { ...(labels as Row), ...committeeLabels(committee) },
      },
    }));
  }

  private lists(): WantedRow[] {
    const list = (table: 'fields' | 'branch_types', codes: ReadonlyMap<string, string>) => {
      const rows = table === 'fields' ? this.district.fields : this.district.branchTypes;
      const positions = positionsOf(rows, this.current[table]);
      return rows.map(({ code, name }, index) => ({
        table,
        subject: code,
        row: { code: known(codes, code), name, position: positions[index] ?? index + 1, archived_at: null },
      }));
    };
    return [...list('fields', this.fieldCodes), ...list('branch_types', this.typeCodes)];
  }

  private organisations(): WantedRow[] {
    const spelled = new Map<string, string>();
    const kinds = new Map<string, string>();
    for (const { code, kind } of this.district.organisations) {
      const first = spelled.get(textKey(code)) ?? code;
      spelled.set(textKey(code), first);
      kinds.set(first, kind);
    }
    const registered = Array.from(kinds, ([code, kind]): WantedRow => ({
      table: 'organisations',
      subject: code,
      row: { id: this.idOf('organisations', code), code, kind },
    }));
    const versions = this.district.organisations.map(
      ({ code, name, shortName, parent, validFrom, validBefore }): WantedRow => ({
        table: 'organisation_versions',
        subject: known(spelled, code),
        row: {
          organisation_id: this.idOf('organisations', code),
          valid_from: validFrom ?? ALWAYS,
          valid_before: validBefore,
          name,
          short_name: shortName ?? name,
          parent_id: parent === null ? null : this.idOf('organisations', parent),
        },
      }),
    );
    return [...registered, ...versions];
  }

  private departments(): WantedRow[] {
    const positions = positionsOf(this.district.departments, this.current.departments);
    return this.district.departments.map(({ code, name, shortName }, index) => ({
      table: 'departments',
      subject: code,
      row: {
        id: this.idOf('departments', code),
        code,
        name,
        short_name: shortName ?? name,
        position: positions[index] ?? index + 1,
        archived_at: null,
      },
    }));
  }

  private branch(branch: ImportedBranch): WantedRow {
    const row: Row = {
      id: this.idOf('branches', branch.code),
      code: branch.code,
      name: branch.name,
      short_name: branch.shortLabel,
      organisation_id: this.idOf('organisations', branch.organisation),
      type: known(this.typeCodes, branch.type),
      address: branch.address ?? '',
      lat: branch.lat,
      lng: branch.lng,
      members: branch.members,
      official_members: branch.official,
      probationary_members: branch.probationary,
      committee_seats: branch.seats,
      vacant_seats: branch.vacantSeats,
      secretary_name: branch.secretaryName,
      secretary_email: branch.secretaryMail,
      weak_fields: this.weights(branch.weakFields),
      ...dayColumns('meeting', branch.meetingDay),
      meeting_time: `${branch.meetingTime}:00`,
      meeting_minutes: branch.durationMinutes,
      rolls_forward: branch.rollWeekend,
      thematic_months: branch.thematicMonths,
      ...dayColumns('thematic', branch.thematicDay),
      archived_at: null,
    };
    return { table: 'branches', subject: branch.code, row };
  }

  private specialist(specialist: ImportedSpecialist): WantedRow {
    const branchOrNone = (code: string | null) => (code === null ? null : this.idOf('branches', code));
    const row: Row = {
      id: this.idOf('specialists', specialist.code),
      code: specialist.code,
      name: specialist.name,
      given_name: specialist.name.split(' ').at(-1) ?? specialist.name,
      title: specialist.title,
      department_id: this.idOf('departments', specialist.department),
      email: specialist.mail ?? '',
      phone: specialist.phone ?? '',
      fields: this.weights(specialist.fields),
      min_visits: specialist.minVisits,
      max_visits: specialist.maxVisits,
      target_visits: specialist.targetVisits,
      carried_balance: specialist.carriedBalance,
      may_lead: specialist.mayLead,
      own_branch_id: branchOrNone(specialist.ownBranch),
      residence_branch_id: branchOrNone(specialist.residenceBranch),
      lat: specialist.lat,
      lng: specialist.lng,
      archived_at: null,
    };
    return { table: 'specialists', subject: specialist.code, row };
  }

  private events(): WantedRow[] {
    const { absences, conflicts, holidays } = this.district;
    const days = matching(this.current.holidays, ['day']);
    const known = matching(this.current.absences, [
      'specialist_id',
      'starts_on',
      'ends_before',
      'from_time',
      'to_time',
    ]);
    return [
      ...absences.map(({ specialist, from, before, kind, fromTime, toTime }): WantedRow => {
        const row = {
          specialist_id: this.idOf('specialists', specialist),
          starts_on: from,
          ends_before: before,
          kind,
          from_time: fromTime === null ? null : `${fromTime}:00`,
          to_time: toTime === null ? null : `${toTime}:00`,
        };
        const key = [row.specialist_id, from, before, row.from_time ?? '', row.to_time ?? ''].join('\n');
        const hours = fromTime === null ? '' : ` ${fromTime}–${toTime ?? ''}`;
        return { table: 'absences', subject: `${specialist} ${from}${hours}`, row: { id: idIn(known, key), ...row } };
      }),
      ...this.weeklyAbsences(),
      ...this.pairings(),
      ...conflicts.map(({ specialist, branch, reason, until }): WantedRow => ({
        table: 'conflicts_of_interest',
        subject: `${specialist} ${branch}`,
        row: {
          specialist_id: this.idOf('specialists', specialist),
          branch_id: this.idOf('branches', branch),
          reason,
          until,
        },
      })),
      ...holidays.map(({ day, name, kind }): WantedRow => {
        const stored = days.get(day);
        const isSame = stored?.['name'] === name && stored['kind'] === kind;
        const isKept = isSame || stored?.['source'] === 'page';
        const source = (isKept ? stored?.['source'] : null) ?? 'import';
        return { table: 'holidays', subject: day, row: { day, name, kind, source } };
      }),
    ];
  }

  private weeklyAbsences(): WantedRow[] {
    const columns = ['specialist_id', 'weekday', 'starts_on', 'ends_before', 'from_time', 'to_time'] as const;
    const known = matching(this.current.weekly_absences, columns);
    return this.district.weeklyAbsences.map(({ specialist, weekday, from, to, kind, fromTime, toTime }): WantedRow => {
      const span = weeklySpan(weekday, from, to);
      const row = {
        specialist_id: this.idOf('specialists', specialist),
        weekday: span.weekday,
        starts_on: from,
        ends_before: span.endsBefore,
        from_time: fromTime === null ? null : `${fromTime}:00`,
        to_time: toTime === null ? null : `${toTime}:00`,
        kind,
      };
      const id = idIn(known, columns.map((column) => row[column] ?? '').join('\n'));
      const days = daysOfWeekly(span);
      const hours = fromTime === null ? '' : ` ${fromTime}–${toTime ?? ''}`;
      const subject = `${specialist} ${days.slice(0, 2).join(', ')}${days.length > 2 ? ', …' : ''}${hours}`;
      return { table: 'weekly_absences', subject, row: { id, ...row } };
    });
  }

  private pairings(): WantedRow[] {
    const known = matching(this.current.pairings, ['first_id', 'second_id']);
    return this.district.pairings.map(({ first, second, kind, reason, until }): WantedRow => {
      const [one = '', other = ''] = [first, second].map((code) => this.idOf('specialists', code)).sort();
      const row = { kind, first_id: one, second_id: other, reason, until: until && firstDay(until) };
      const subject = `${first} ${second}`;
      return { table: 'pairings', subject, row: { id: idIn(known, `${one}\n${other}`), ...row } };
    });
  }

  private visits(): WantedRow[] {
    const known = matching(this.current.visits, ['branch_id', 'specialist_id', 'held_on']);
    const visitIds = new Map<string, string>();
    const visits = this.district.visits.map((visit): WantedRow => {
      const branchId = this.idOf('branches', visit.branch);
      const specialistId = this.idOf('specialists', visit.specialist);
      const subject = `${visit.branch} ${visit.specialist} ${visit.day}`;
      const stored = known.get(`${branchId}\n${specialistId}\n${visit.day}`);
      // A visit planned by this service has a form that contains more than the file, so the visit stays as it is.
      if (stored && stored['meeting_id'] !== null) return { table: 'visits', subject, row: stored };
      const id = stored ? textOf(stored, 'id') : newId();
      visitIds.set(visit.code, id);
      const row: Row = {
        id,
        branch_id: branchId,
        specialist_id: specialistId,
        held_on: visit.day,
        month: firstDay(monthOf(visit.day)),
        kind: visit.kind,
        state: 'done',
        attendance_present: visit.present,
        attendance_of: visit.expected,
        speakers: visit.speakers,
        score: visit.score === null ? null : Math.round(visit.score * 100),
      };
      return { table: 'visits', subject, row };
    });
    return [...visits, ...this.findings(visitIds)];
  }

  private findings(visitIds: ReadonlyMap<string, VisitRef>): WantedRow[] {
    const known = matching(this.current.findings, ['visit_id', 'position']);
    const counts = new Map<string, number>();
    return this.district.findings.flatMap(({ visit, kind, field, text }): WantedRow[] => {
      const visitId = visitIds.get(visit);
      if (visitId === undefined) return [];
      const position = (counts.get(visitId) ?? 0) + 1;
      counts.set(visitId, position);
      const id = idIn(known, `${visitId}\n${position}`);
      const fieldCode = field === null ? null : this.fieldCode(field);
      const row = { id, visit_id: visitId, position, kind, field_code: fieldCode, text };
      return [{ table: 'findings', subject: `${visit} ${position}`, row }];
    });
  }

  private idOf(register: Register, code: string): string {
    const key = idKey(register, code);
    const id = this.ids.get(key) ?? newId();
    this.ids.set(key, id);
    return id;
  }

  private fieldCode(code: string): string {
    return known(this.fieldCodes, code);
  }

  private weights(items: readonly WeightedCode[]): Record<string, number> {
    return Object.fromEntries(items.map(({ code, weight }) => [this.fieldCode(code), weight]));
  }
}

/** Positions in a list. Where the order has not changed, rows keep their positions, whatever other rows lie between. */
function positionsOf(rows: readonly { readonly code: string }[], current: readonly Row[]): number[] {
  const stored = new Map(current.map((row) => [textKey(textOf(row, 'code')), Number(row['position'])]));
  const places = rows.map(({ code }) => stored.get(textKey(code)) ?? Number.NaN);
  const isSameOrder = places.every((place, i) => i === 0 || place >= (places[i - 1] ?? Number.NaN));
  return isSameOrder && !places.includes(Number.NaN) ? places : rows.map((_, index) => index + 1);
}

function idKey(register: Register, code: string): string {
  return `${register}\n${textKey(code)}`;
}

function codesOf(rows: readonly Row[]): Map<string, string> {
  return new Map(rows.map((row) => [textKey(textOf(row, 'code')), textOf(row, 'code')]));
}

/** A code in the spelling of the database. */
function known(codes: ReadonlyMap<string, string>, code: string): string {
  return codes.get(textKey(code)) ?? code;
}

/** Rows by the columns they are matched by; of several with equal values, the last. */
function matching(rows: readonly Row[], columns: readonly string[]): Map<string, Row> {
  return new Map(rows.map((row) => [columns.map((column) => textOf(row, column)).join('\n'), row]));
}

function idIn(known: ReadonlyMap<string, Row>, key: string): string {
  const row = known.get(key);
  return row ? textOf(row, 'id') : newId();
}

/** A day of the month and a weekday of the month are columns of their own, of which one is filled. */
function dayColumns(name: 'meeting' | 'thematic', on: DayOfMonth | null): Row {
  return {
    [`${name}_day`]: typeof on === 'number' ? on : null,
    [`${name}_weekday`]: typeof on === 'string' ? on : null,
  };
}
