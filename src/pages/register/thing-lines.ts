import type { Actor, Locale } from '../../kernel/actor.ts';
import { formatActing, formatNumber } from '../../kernel/format.ts';
import { may } from '../../kernel/permissions.ts';
import { type Register, type ThingChange, writtenFields } from '../../modules/directory/index.ts';
import { capitalised, VISIT_STATE_TERMS } from '../../kernel/vocabulary.ts';
import type { PastOrComingVisit } from '../../modules/visits/index.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import type { Excluded } from './register-screen-read-model.ts';
import { actionOf, pageOf } from './register-paths.ts';
import type { ChangeLine, NamedLink, ThingActions, VisitRow } from './thing.view.ts';

/** The actions on an entry that the reader may use. */
export function actionsOf(
  register: Register,
  address: string,
  { isInUse, mayEdit, seen }: { readonly isInUse: boolean; readonly mayEdit: boolean; readonly seen: number },
): ThingActions {
  const goes = register !== 'organisations';
  return {
    editHref: mayEdit && isInUse ? actionOf(register, address, 'edit') : null,
    retireHref: mayEdit && isInUse && goes ? actionOf(register, address, 'retire') : null,
    restoreAction: mayEdit && !isInUse && goes ? actionOf(register, address, 'restore') : null,
    seen,
  };
}

export function changeLine(
  register: Register,
  change: ThingChange,
  locale: Locale,
  mayOpen: boolean,
  takeBackHref: string | null = null,
): ChangeLine {
  return {
    at: change.at,
    by: change.by && formatActing(locale, change.by, change.onBehalfOf),
    fileName: change.fileName,
    importHref: change.fileName !== null && mayOpen ? `/imports/${change.importId}` : null,
    isTakenBack: change.isTakenBack,
    takeBackHref,
    outcome: change.outcome,
    fields: writtenFields(register, change.fields, locale),
  };
}

/** What the reader may open and change. */
export interface Rights {
  readonly edits: boolean;
  readonly readsImports: boolean;
  readonly readsMeetings: boolean;
  readonly readsForms: boolean;
  readonly readsCalendar: boolean;
  readonly recordsAbsences: boolean;
}

export function rightsOf(actor: Pick<Actor, 'roles'> | undefined): Rights {
  return {
    edits: may(actor, 'directory.edit'),
    readsImports: may(actor, 'directory.import'),
    readsMeetings: may(actor, 'plan.read'),
    readsForms: may(actor, 'form.read_all'),
    readsCalendar: may(actor, 'calendar.read'),
    recordsAbsences: may(actor, 'absence.record_on_page'),
  };
}

/** `other` is the side of the visit that the page is not about. */
export function visitRow(
  visit: PastOrComingVisit,
  other: 'branch' | 'specialist',
  locale: Locale,
  rights: Rights,
): VisitRow {
  const named: NamedLink =
    other === 'branch'
      ? { name: visit.branch, note: null, href: pageOf('branches', visit.branchId) }
      : { name: visit.specialist, note: visit.department, href: pageOf('specialists', visit.specialistId) };
  return {
    day: visit.heldOn,
    other: named,
    state: capitalised(VISIT_STATE_TERMS[visit.state][locale]),
    meetingHref: visit.meetingId === null || !rights.readsMeetings ? null : `/meetings/${visit.meetingId}`,
    score: visit.score === null ? null : formatNumber(locale, visit.score / 100),
    rating: visit.rating?.[locale] ?? null,
    formHref: visit.submissionId === null || !rights.readsForms ? null : `/submissions/${visit.submissionId}`,
  };
}

export function excludedLink(
  excluded: Excluded,
  register: 'branches' | 'specialists',
  catalogue: Catalogue,
): NamedLink {
  return {
    name: excluded.name,
    note: `${excluded.note} · ${translate(catalogue, `register.because.${excluded.because}`)}`,
    href: pageOf(register, excluded.id),
  };
}

/** The word for a value of a fixed list, as used in the sheet. */
export function wordOf(register: Register, key: string, value: string, locale: Locale): string {
  return writtenFields(register, [{ key, from: null, to: value }], locale)[0]?.to ?? value;
}
