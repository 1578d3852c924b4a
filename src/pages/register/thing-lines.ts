import type { Actor, Locale } from '../../kernel/actor.ts';
import { formatActing, formatNumber } from '../../kernel/format.ts';
import { may } from '../../kernel/permissions.ts';
import { type Register, type ThingChange, writtenFields } from '../../modules/directory/index.ts';
import { capitalised, VISIT_STATE_TERMS } from '../../kernel/vocabulary.ts';
import type { PastOrComingVisit } from '../../modules/visits/index.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import type { Excluded } from './register-screen-read-model.ts';
import { actionOf, pageOf } from './register-paths.ts';
import type { ChangeLine, LinkGroup, NamedLink, ThingActions, VisitRow } from './thing.view.ts';

/** The actions on an entry that the reader may use. */
export function actionsOf(
  register: Register,
  address: string,
  { isInUse, mayEdit, seen }: Standing,
  catalogue: Catalogue,
): ThingActions {
  // An organisation ends by the last day of its last name; what has ended is changed as it was before.
  const mayChange = mayEdit && (isInUse || register === 'organisations');
  const isArchived = register !== 'organisations' && register !== 'conflicts';
  return {
    retire: translate(catalogue, register === 'conflicts' ? 'register.remove' : 'register.retire'),
    editHref: mayChange ? actionOf(register, address, 'edit') : null,
    retireHref: mayEdit && isInUse && register !== 'organisations' ? actionOf(register, address, 'retire') : null,
    restoreAction: mayEdit && !isInUse && isArchived ? actionOf(register, address, 'restore') : null,
    againHref: null,
    seen,
  };
}

/** How a thing stands, and to whom. */
export interface Standing {
  readonly isInUse: boolean;
  readonly mayEdit: boolean;
  /** Null of what is there no more. */
  readonly seen: number | null;
}

const SHOWN_LINKS = 12;

/** What rests on a thing, folded after the first dozen: on a phone a page is a few screens long. */
export function linkGroup(
  title: string,
  none: string,
  links: readonly NamedLink[],
  addHref: string | null = null,
): LinkGroup {
  const isLong = links.length > SHOWN_LINKS + 3;
  return {
    title,
    none,
    count: links.length,
    shown: isLong ? links.slice(0, SHOWN_LINKS) : links,
    folded: isLong ? links.slice(SHOWN_LINKS) : [],
    addHref,
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
    isOfficial: visit.isOfficial,
    formHref: visit.submissionId === null || !rights.readsForms ? null : `/submissions/${visit.submissionId}`,
  };
}

/** Each once, with all the reasons. */
export function excludedLinks(
  excluded: readonly Excluded[],
  register: 'branches' | 'specialists',
  catalogue: Catalogue,
): NamedLink[] {
  return [...new Map(excluded.map((one) => [one.id, one])).values()].map(({ id, name, note }) => {
    const reasons = excluded.filter((one) => one.id === id);
    const because = reasons.map((one) => translate(catalogue, `register.because.${one.because}`)).join(', ');
    return { name, note: `${note} · ${because}`, href: pageOf(register, id) };
  });
}

/** The word for a value of a fixed list, as used in the sheet. */
export function wordOf(register: Register, key: string, value: string, locale: Locale): string {
  return writtenFields(register, [{ key, from: null, to: value }], locale)[0]?.to ?? value;
}
