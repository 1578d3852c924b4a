import { dayIn, timeIn } from '../../kernel/month.ts';
import { type Catalogue, say, translate } from '../../platform/i18n/messages.ts';
import { type BranchContact, type CalendarChange, toldOf } from '../../modules/meetings/index.ts';
import { isOnOtherDay, meetingDifferences } from './meeting-differences.ts';
import type { CalendarChangePage } from './move-meetings.view.ts';

export interface ChangeFacts {
  readonly change: CalendarChange;
  readonly madeBy: string | null;
  readonly madeFor: string | null;
  readonly contacts: readonly BranchContact[];
  readonly isPublished: boolean;
  readonly zone: string;
  readonly mayEdit: boolean;
  readonly catalogue: Catalogue;
}

/** The approximate number of letters per row of the text box. */
const ROW = 90;

export function buildChangePage(facts: ChangeFacts): CalendarChangePage {
  const { change, contacts, zone, catalogue } = facts;
  const base = `/months/${change.month}/calendar`;
  const contactOf = new Map(contacts.map((contact) => [contact.branchId, contact]));
  const isBack = change.takenBackAt !== null;
  const moves = change.meetings.flatMap(({ before, after }) => {
    if (!after) return [];
    const contact = contactOf.get(before.branchId);
    const [from, to] = isBack ? [after, before] : [before, after];
    return {
      branch: contact?.branch ?? '',
      from: dayIn(zone, from.startsAt),
      to: dayIn(zone, to.startsAt),
      wasAt: timeIn(zone, from.startsAt),
      hour: timeIn(zone, to.startsAt),
      isMoved: isOnOtherDay(from, to, zone),
      differences: meetingDifferences(from, to, zone),
      secretary: contact?.secretary ?? null,
      email: contact?.email ?? null,
    };
  });
  const paragraphs = moves.map(({ branch, secretary, from, to, hour, isMoved, differences }) => {
    const changes = differences.filter(({ key }) => !isMoved || key !== 'difference.hour');
    return translate(catalogue, 'move.to_secretary', {
      branch,
      secretary: secretary ?? '',
      from,
      moved: isMoved ? { to, time: hour } : null,
      changes: changes.map((change) => say(catalogue, change)),
    });
  });
  const toldAt = toldOf(change);
  const reachable = moves.filter(({ email }) => email !== null).length;
  return {
    month: change.month,
    title: { key: `calendar.change.${change.kind}`, params: { count: moves.length, branch: '' } },
    calendarHref: base,
    madeAt: change.madeAt,
    madeBy: facts.madeBy,
    madeFor: facts.madeFor,
    takenBackAt: change.takenBackAt,
    moves,
    text: paragraphs.join('\n\n'),
    rows: Math.min(
      20,
      paragraphs.reduce((sum, text) => sum + 1 + Math.ceil(text.length / ROW), 0),
    ),
    toldAt,
    tell:
      facts.mayEdit && !facts.isPublished && toldAt === null && reachable > 0
        ? { action: `${base}/changes/${change.id}/tell`, count: reachable, without: moves.length - reachable }
        : null,
    takeBackAction: facts.mayEdit && !facts.isPublished && !isBack ? `${base}/changes/${change.id}/take-back` : null,
  };
}
