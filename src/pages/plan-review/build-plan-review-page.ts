import type { MonthPlan, PlanDecision, ReviewStanding } from '../../modules/planning/index.ts';
import { agendaDays } from '../month/agenda-days.ts';
import { currentAssignments, type CurrentAssignments } from '../month/current-assignments.ts';
import { differenceView } from '../month/difference-view.ts';
import { outdatedDraft } from '../month/outdated-draft.ts';
import { fairShares, isAwayAllMonth, isHigh, isLow } from '../month/fair-share.ts';
import { leftOutPart } from '../month/left-out-part.ts';
import type { MonthScreen } from '../month/month-screen-read-model.ts';
import { ownChoices } from '../month/own-choices.ts';
import { planFigures } from '../month/plan-figures.ts';
import { monthReview } from '../month/review-lines.ts';
import { waitingMeetings } from '../month/waiting-meetings.ts';
import { warningGroups } from '../month/warnings-view.ts';
import type {
  DecisionLine,
  LoadFigures,
  PersonLine,
  PlanReviewPage,
  ReviewActions,
  ReviewRefused,
  ReviewStep,
} from './plan-review.view.ts';

/** More would push the decision out of view. */
const SHOWN_UNCOVERED = 6;

export interface ReviewRights {
  readonly plans: boolean;
  readonly approves: boolean;
  readonly publishes: boolean;
}

export interface ReviewScreen {
  readonly screen: MonthScreen;
  readonly plan: MonthPlan;
  readonly review: ReviewStanding;
  readonly decisions: readonly PlanDecision[];
}

export function buildPlanReviewPage(
  { screen, plan, review, decisions }: ReviewScreen,
  rights: ReviewRights,
  refused: ReviewRefused | null = null,
): PlanReviewPage {
  const assignments = currentAssignments(screen);
  const figures = planFigures(screen, assignments);
  if (!figures) throw new Error('a plan has figures');
  const uncovered = waitingMeetings(screen.meetings, assignments, ['partial', 'uncovered']);
  const isOpen = plan.state !== 'published';
  const people = peopleLines(screen, assignments);
  return {
    monthProgress: screen.monthProgress,
    review: monthReview(plan, review),
    ownChoices: ownChoices(plan),
    leftOut: isOpen ? leftOutPart(screen) : null,
    outdated: isOpen ? outdatedDraft(screen, rights) : null,
    figures,
    difference: isOpen ? differenceView(screen, review.difference) : null,
    isUnchanged: isOpen && review.difference !== null && review.difference.meetings.length === 0,
    uncovered: uncovered.slice(0, SHOWN_UNCOVERED),
    moreUncovered: uncovered.slice(SHOWN_UNCOVERED),
    warnings: warningGroups(screen),
    byHand: byHand(screen, plan, decisions),
    loads: loadsOf(people),
    people,
    agenda: agendaDays(
      screen.meetings.filter(({ id }) => (assignments.peopleOf.get(id)?.length ?? 0) > 0),
      assignments,
    ),
    actions: actionsOf(screen, plan, review, rights),
    error: refused?.error ?? null,
    typed: {
      decision: typedIn(refused, 'approve', 'send-back'),
      submission: typedIn(refused, 'submit'),
      withdrawal: typedIn(refused, 'withdraw'),
    },
    commentErrors: {
      decision: commentErrorIn(refused, 'approve', 'send-back'),
      submission: commentErrorIn(refused, 'submit'),
      withdrawal: commentErrorIn(refused, 'withdraw'),
    },
  };
}

function typedIn(refused: ReviewRefused | null, ...steps: readonly ReviewStep[]): string {
  return refused && steps.includes(refused.step) ? refused.comment : '';
}

function commentErrorIn(refused: ReviewRefused | null, ...steps: readonly ReviewStep[]): string | null {
  return refused?.isAboutComment === true && steps.includes(refused.step) ? refused.error : null;
}

function actionsOf(
  { month, ground }: MonthScreen,
  { id, revision, state, plan }: MonthPlan,
  { rule, approvers, isOwn, principal, otherPrincipals }: ReviewStanding,
  { plans, approves, publishes }: ReviewRights,
): ReviewActions {
  const base = `/months/${month}`;
  const isCurrent = ground.changes.length === 0;
  const isSound = plan.status === 'optimal' || plan.status === 'feasible';
  const names = approvers.map(({ name }) => name);
  const waits = state === 'submitted';
  const inReview = waits || state === 'approved';
  const mayApprove = !isOwn || rule.submitterMayApprove;
  const isReady = state === 'approved' || (state === 'draft' && !rule.needsApproval);
  return {
    planId: id,
    revision,
    submit:
      plans && state === 'draft' && rule.needsApproval && isCurrent && isSound
        ? { action: `${base}/plan/submit`, approvers: names }
        : null,
    withdrawAction: plans && inReview ? `${base}/plan/withdraw` : null,
    approveAction: approves && waits && isCurrent && mayApprove ? `${base}/plan/approve` : null,
    sendBackAction: approves && inReview ? `${base}/plan/send-back` : null,
    isOwn: approves && waits && !mayApprove,
    principal,
    otherPrincipals,
    publishHref: publishes && isReady && isCurrent && isSound ? `${base}/publish` : null,
    deskHref: plans && state === 'draft' ? `${base}/desk` : null,
    waitsFor: waits ? names : [],
  };
}

/** Decisions that overrule a rule are told first: they are what somebody has to answer for. */
function byHand(screen: MonthScreen, plan: MonthPlan, decisions: readonly PlanDecision[]): PlanReviewPage['byHand'] {
  const people = new Map(screen.people.map(({ id, name }) => [id, name]));
  const made = new Map(decisions.map((decision) => [decision.meetingId, [] as PlanDecision[]]));
  for (const decision of decisions) made.get(decision.meetingId)?.push(decision);
  const lines = screen.meetings.flatMap(({ id, branch, day }) =>
    (made.get(id as PlanDecision['meetingId']) ?? []).map(
      ({ kind, specialistId, overrules, reason }): DecisionLine => ({
        kind,
        name: people.get(specialistId) ?? '',
        meetingId: id,
        branch,
        day,
        overrules,
        reason,
      }),
    ),
  );
  const isOverruled = ({ overrules }: DecisionLine) => overrules.length > 0;
  return {
    edits: plan.handMade,
    overruled: lines.filter(isOverruled),
    others: lines.filter((line) => !isOverruled(line)),
  };
}

/** People who are there in the month, in the order of the directory. */
function peopleLines(screen: MonthScreen, { meetingsOf }: CurrentAssignments): PersonLine[] {
  const shares = fairShares(screen);
  return screen.people
    .filter((person) => !isAwayAllMonth(person, screen.month) || meetingsOf.has(person.id))
    .map(({ id, name, department }) => {
      const meetings = meetingsOf.get(id) ?? [];
      const share = shares.get(id);
      const off = !share
        ? null
        : isHigh(share, meetings.length)
          ? 'above'
          : isLow(share, meetings.length)
            ? 'below'
            : null;
      return {
        specialistId: id,
        name,
        department,
        visits: meetings.length,
        share: share?.share ?? 0,
        off,
        meetings: meetings.map(({ id: meetingId, branch, day }) => ({ meetingId, branch, day })),
      };
    });
}

function loadsOf(people: readonly PersonLine[]): LoadFigures {
  return {
    people: people.filter(({ visits }) => visits > 0).length,
    visits: people.reduce((sum, { visits }) => sum + visits, 0),
    above: people.filter(({ off }) => off === 'above').length,
    below: people.filter(({ off }) => off === 'below').length,
  };
}
