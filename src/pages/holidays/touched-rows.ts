import { isId } from '../../kernel/id.ts';
import { type KeptTouch, TOUCH_CAUSES, type TouchedVisit } from '../../modules/visits/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { repairsHref } from '../repairs/repairs-href.ts';
import { becauseOf, touchedLine } from './touched-lines.ts';
import type { TouchedVisitsPage } from './touched.view.ts';

/** The engine, planning a month again, sends somebody else for these by itself. */
const REPLANNED: ReadonlySet<TouchedVisit['cause']> = new Set(['absence', 'specialist', 'collision', 'conflict']);
/** They are gone once somebody else goes. */
const HELPED: ReadonlySet<TouchedVisit['cause']> = new Set([...REPLANNED, 'unanswered']);

interface Reading {
  readonly zone: string;
  readonly now: Date;
  /** What was chosen before the form was refused. */
  readonly sent: readonly KeptTouch[] | null;
}

/** The rows of the list, those with the same cause together, and the months that can be planned again. */
export function touchedRows(
  visits: readonly TouchedVisit[],
  { zone, now, sent }: Reading,
): Pick<TouchedVisitsPage, 'visits' | 'groups' | 'replans'> {
  const chosen = new Set(sent?.map(valueOf));
  const isAhead = ({ startsAt }: TouchedVisit) => startsAt > now;
  const months = new Set(
    visits.filter((visit) => REPLANNED.has(visit.cause) && isAhead(visit)).map(({ month }) => month),
  );
  return {
    visits: visits.map((visit) => ({
      ...touchedLine(visit, zone),
      because: becauseOf(visit, zone),
      visitId: visit.visitId,
      cause: visit.cause,
      fact: visit.fact,
      value: valueOf(visit),
      isChosen: chosen.has(valueOf(visit)),
      repairsHref:
        HELPED.has(visit.cause) && isAhead(visit) ? repairsHref(visit.month, visit.meetingId, visit.visitId) : null,
    })),
    groups: groupsOf(visits),
    replans: [...months].toSorted().map((month) => ({ month, href: `/months/${month}/replan` })),
  };
}

/** Those of one holiday are a group of their own. */
function groupOf({ cause, fact }: Pick<KeptTouch, 'cause' | 'fact'>): string {
  return cause === 'holiday' ? `${cause}/${fact}` : cause;
}

function groupsOf(visits: readonly TouchedVisit[]): TouchedVisitsPage['groups'] {
  const groups = new Map<string, TouchedVisit[]>();
  for (const visit of visits) groups.set(groupOf(visit), [...(groups.get(groupOf(visit)) ?? []), visit]);
  return [...groups].flatMap(([value, [first, ...others]]) =>
    first && others.length > 0 ? [{ value, count: 1 + others.length, why: whyOf(first) }] : [],
  );
}

function whyOf({ cause, holiday }: TouchedVisit): Sentence {
  return cause === 'holiday'
    ? { key: 'touched.because.holiday', params: { holiday: holiday ?? '' } }
    : { key: `touched.cause.${cause}` };
}

function valueOf({ visitId, cause, fact }: KeptTouch): string {
  return `${visitId}/${cause}/${fact}`;
}

/**
 * The visits that a form names: those that are marked, or those of the list as it was shown that have one cause. What
 * cannot be read is left out.
 */
export function keptTouches({ touch, listed, group }: Readonly<Record<string, unknown>>): KeptTouch[] {
  if (typeof group !== 'string') return valuesOf(touch).flatMap(readTouch);
  return (typeof listed === 'string' ? listed.split('\n') : [])
    .flatMap((value) => readTouch(value.trim()))
    .filter((one) => groupOf(one) === group);
}

function readTouch(value: string): KeptTouch[] {
  const [visitId = '', named = '', ...fact] = value.split('/');
  const cause = TOUCH_CAUSES.find((each) => each === named);
  return isId(visitId) && cause ? [{ visitId, cause, fact: fact.join('/') }] : [];
}

/** One value, or several; of very many fields of one name a form makes an object. */
function valuesOf(value: unknown): string[] {
  const values: unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return values.filter((one): one is string => typeof one === 'string');
}
