import type { Register } from '../../modules/directory/index.ts';
import type { PlainKey } from '../../platform/i18n/messages.ts';

interface Section {
  readonly title: PlainKey;
  /** Keys of the sheet's columns. */
  readonly keys: readonly string[];
}

/** The groups of a form's fields; each column of the sheet is in exactly one. */
export const FORM_SECTIONS: Readonly<Record<Register, readonly Section[]>> = {
  branches: [
    { title: 'register.section.name', keys: ['code', 'name', 'shortLabel', 'organisation', 'type'] },
    {
      title: 'register.section.meeting',
      keys: ['meetingDay', 'meetingTime', 'durationMinutes', 'rollWeekend', 'thematicMonths', 'thematicDay'],
    },
    { title: 'register.section.place', keys: ['address', 'lat', 'lng'] },
    {
      title: 'register.section.members',
      keys: ['members', 'official', 'probationary', 'seats', 'vacantSeats', 'secretaryName', 'secretaryMail'],
    },
    { title: 'register.section.weak', keys: ['weakFields'] },
  ],
  specialists: [
    { title: 'register.section.person', keys: ['code', 'name', 'title', 'department', 'mail', 'phone'] },
    {
      title: 'register.section.visits',
      keys: ['minVisits', 'targetVisits', 'maxVisits', 'carriedBalance', 'mayLead'],
    },
    { title: 'register.section.own_branches', keys: ['ownBranch', 'residenceBranch'] },
    { title: 'register.section.strong', keys: ['fields'] },
    { title: 'register.section.start', keys: ['lat', 'lng'] },
  ],
  departments: [{ title: 'register.section.name', keys: ['code', 'name', 'shortName'] }],
  organisations: [{ title: 'register.section.name', keys: ['code', 'kind'] }],
  conflicts: [{ title: 'register.section.conflict', keys: ['specialist', 'branch', 'reason', 'until'] }],
  fields: [{ title: 'register.section.name', keys: ['code', 'name'] }],
  branchTypes: [{ title: 'register.section.name', keys: ['code', 'name'] }],
};

/** The columns of each name of an organisation. */
export const VERSION_KEYS = ['name', 'shortName', 'parent', 'validFrom', 'validTo'] as const;
