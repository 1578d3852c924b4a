import { fingerprint } from '../../kernel/fingerprint.ts';
import { type Day, daysOf, weekday } from '../../kernel/month.ts';
import { type Catalogue, messageOf, say } from '../../platform/i18n/messages.ts';
import { type CurrentAssignments, currentAssignments } from '../month/current-assignments.ts';
import { fairShares, isAwayAllMonth, offShare } from '../month/fair-share.ts';
import { planFigures } from '../month/plan-figures.ts';
import type { PlanScreen, ScreenPerson } from '../month/month-screen-read-model.ts';
import { actionSentence, undoneSentence } from './action-sentence.ts';
import type { DeskNames } from './desk-names.ts';
import type { DeskPlanScreen, DeskScreen, DoneMeanwhile, NamedEdit } from './desk-screen-read-model.ts';
import { variantName } from '../month/variant-name.ts';
import type { DeskChange, DeskDay, DeskFigures, DeskPerson, DeskState } from './desk.view.ts';

/**
 * `since`: what the page will have seen of the changes that others make; `done`: what they have done since it was last
 * told.
 */
export function buildDeskState(
  screen: DeskScreen,
  {
    mayEdit,
    names,
    catalogue,
    since,
    done = [],
  }: {
    mayEdit: boolean;
    names: DeskNames;
    catalogue: Catalogue;
    since: string | null;
    done?: readonly DoneMeanwhile[];
  },
): DeskState | null {
  const { month, plan } = screen;
  const change = buildDeskChange(screen, names, catalogue, done);
  if (!plan || plan.state === 'superseded' || !change) return null;
  const { wanted } = currentAssignments(screen);
  const shares = fairShares(screen);
  const { reasons, ...changing } = change;
  const reasonAt = new Map(reasons);
  return {
    ...changing,
    month,
    variant: plan.isChosen || plan.state === 'published' ? null : say(catalogue, variantName(plan)),
    planState: plan.state,
    mayEdit: mayEdit && plan.state === 'draft',
    outdated: screen.ground.changes.length > 0,
    days: daysOf(month).map((day) => deskDay(screen, day)),
    people: screen.people.map((person): DeskPerson => {
      const share = shares.get(person.id);
      return {
        id: person.id,
        name: person.name,
        department: person.department,
        share: Math.round(100 * (share?.share ?? 0)),
        balance: Math.round(100 * (share?.balance ?? 0)),
        max: share?.max ?? 0,
        away: awayDays(person, daysOf(month), catalogue),
      };
    }),
    meetings: screen.meetings.map((meeting, at) => {
      const asked = wanted.get(meeting.id);
      return {
        id: meeting.id,
        branch: meeting.branch,
        short: meeting.short,
        organisation: meeting.organisation,
        branchType: screen.branchTypes.get(meeting.id) ?? '',
        fields: Object.keys(meeting.weakFields).map((code) => screen.fieldNames.get(code) ?? code),
        day: meeting.day,
        from: meeting.from,
        to: meeting.to,
        place: meeting.place,
        kind: meeting.kind,
        wanted: asked?.min ?? 0,
        most: asked?.max ?? 1,
        monthsSince: meeting.monthsSince,
        reason: reasonAt.get(at) ?? null,
      };
    }),
    changesHref: since === null ? null : `/events?about=month/${month}&since=${encodeURIComponent(since)}`,
  };
}

/** What of it a change of the plan changes; null where there is no plan. */
export function buildDeskChange(
  screen: DeskPlanScreen,
  names: DeskNames,
  catalogue: Catalogue,
  done: readonly DoneMeanwhile[] = [],
): DeskChange | null {
  const { plan, people, meetings, decisions, undo, redo } = screen;
  if (!plan) return null;
  const assignments = currentAssignments(screen);
  const { peopleOf, standings } = assignments;
  const personAt = new Map(people.map(({ id }, at) => [id, at]));
  const meetingAt = new Map(meetings.map(({ id }, at) => [id, at]));
  const decided = (kind: 'must' | 'must_not') => decisions.filter((decision) => decision.kind === kind);
  const pinned = new Set(decided('must').map(({ specialistId, meetingId }) => `${specialistId}/${meetingId}`));
  const sentenceOf = ({ action, by }: NamedEdit) => actionSentence(action, names, by, catalogue);
  return {
    planId: plan.id,
    revision: plan.revision,
    lists: fingerprint([people.map(({ id }) => id), meetings.map(({ id }) => id)]),
    assignments: [...peopleOf].flatMap(([meetingId, goers]) =>
      goers.flatMap(({ id }) => {
        const [person, meeting] = [personAt.get(id), meetingAt.get(meetingId)];
        const isPinned = pinned.has(`${id}/${meetingId}`) ? 1 : 0;
        return person === undefined || meeting === undefined ? [] : [[person, meeting, isPinned] as const];
      }),
    ),
    forbidden: decided('must_not').flatMap(({ specialistId, meetingId }) => {
      const [person, meeting] = [personAt.get(specialistId), meetingAt.get(meetingId)];
      return person === undefined || meeting === undefined ? [] : [[person, meeting] as const];
    }),
    news: done.map(({ action, by, isUndone }) =>
      (isUndone ? undoneSentence : actionSentence)(action, names, by, catalogue),
    ),
    undo: undo && sentenceOf(undo),
    redo: redo && sentenceOf(redo),
    figures: deskFigures(screen, assignments, catalogue),
    reasons: meetings.flatMap(({ id }, at) => {
      const standing = standings.get(id);
      return standing?.reason && standing.state !== 'not_due' && standing.state !== 'over'
        ? [[at, say(catalogue, standing.reason)] as const]
        : [];
    }),
  };
}

function deskDay({ holidays, worked, today }: DeskScreen, day: Day): DeskDay {
  const holiday = holidays.get(day) ?? null;
  const isWeekend = weekday(day) >= 6 && !worked.has(day);
  return { day, kind: holiday !== null ? 'holiday' : isWeekend ? 'weekend' : 'work', holiday, isToday: day === today };
}

/** Hours away are told with the day, because a meeting at another hour can be gone to. */
function awayDays({ absences }: ScreenPerson, days: readonly Day[], catalogue: Catalogue): DeskPerson['away'] {
  return days.flatMap((day) => {
    const away = absences.find(({ from, before }) => from <= day && day < before);
    if (!away) return [];
    const kind = messageOf(catalogue, `absence.kind.${away.kind}`);
    return [{ day, label: away.hours ? `${kind} ${away.hours.from}–${away.hours.to}` : kind }];
  });
}

function deskFigures(screen: PlanScreen, assignments: CurrentAssignments, catalogue: Catalogue): DeskFigures {
  const figures = planFigures(screen, assignments);
  const shares = fairShares(screen);
  const off = screen.people
    .filter((person) => !isAwayAllMonth(person, screen.month))
    .map(({ id }) => {
      const share = shares.get(id);
      return share ? Math.abs(offShare(share, assignments.meetingsOf.get(id)?.length ?? 0)) : 0;
    });
  const { plan } = screen;
  const isProven = plan?.plan.status === 'optimal';
  const proven =
    isProven && plan.isVerified ? 'desk_proof.verified' : isProven ? 'desk_proof.search' : 'desk_proof.none';
  const proof = isProven && figures?.quality.changed ? 'desk.proof_then' : proven;
  return {
    covered: figures?.meetings.part ?? 0,
    wanted: figures?.meetings.whole ?? 0,
    visits: [...assignments.peopleOf.values()].reduce((sum, people) => sum + people.length, 0),
    furthestOff: Math.round(100 * Math.max(0, ...off)),
    kilometres: figures?.kilometres ?? null,
    handMade: plan?.handMade ?? 0,
    proof: say(catalogue, { key: proof }),
  };
}
