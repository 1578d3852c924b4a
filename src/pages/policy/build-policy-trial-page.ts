import type { MeetingRef } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/actor.ts';
import type { Fault } from '../../kernel/domain-error.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { formatMonth } from '../../kernel/format.ts';
import type { MonthEffect, PolicyEffect, PolicyTrialFacts } from '../../modules/planning/index.ts';
import type { PolicyFacts } from '../../modules/policies/index.ts';
import type { Catalogue, Sentence } from '../../platform/i18n/messages.ts';
import { againstLines, costLines } from '../desk/cost-lines.ts';
import type { DeskNames } from '../desk/desk-names.ts';
import { isUnderWay, progressOf } from '../month/build-month-page.ts';
import { warningItem, warningTitle } from '../month/warnings-view.ts';
import { figureRows } from '../variants/figure-rows.ts';
import type { UncoveredView } from '../variants/variants.view.ts';
import { policyLines, writtenValue } from './build-policy-page.ts';
import type {
  BrokenView,
  Listed,
  PolicyTrialPage,
  TrialLine,
  TriedMonthView,
  TriedPlanView,
} from './policy-trial.view.ts';

/** What the page shows of one change, read in one transaction. */
export interface PolicyTrialScreen extends PolicyTrialFacts {
  /** The policy as it counts in the first month of the change. */
  readonly policy: PolicyFacts;
  /** By month. */
  readonly names: ReadonlyMap<string, DeskNames>;
}

interface Reader {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
}

/** More of a list are counted. */
const MOST = 20;

export function buildPolicyTrialPage(screen: PolicyTrialScreen, reader: Reader): PolicyTrialPage {
  const { trial, changes, months, drafts, policy } = screen;
  const touched = new Set(months.map(({ month }) => month));
  const base = `/policy/planning/trials/${trial.id}`;
  const running = months.find(({ solve }) => isUnderWay(solve));
  return {
    from: trial.from,
    changes: policyLines(policy, changes, { ...reader, mayChange: true }),
    isStale: policy.revision !== trial.seen,
    keep:
      changes.length === 0
        ? null
        : {
            action: '/policy/planning',
            seen: trial.seen,
            fields: policy.fields.map(({ key }) => ({
              name: key,
              value: writtenValue(trial.values[key] === undefined ? (policy.values[key] ?? null) : trial.values[key]),
            })),
          },
    editHref: `/policy/planning?trial=${trial.id}`,
    progress: running?.solve ? progressOf(running.solve, `${base}/plans/${running.month}/stop`) : null,
    months: months.map((effect) => monthView(effect, base, screen.names.get(effect.month), reader)),
    untouched: drafts.filter((month) => !touched.has(month)).map((month) => formatMonth(reader.locale, month)),
  };
}

function monthView(
  one: MonthEffect,
  base: string,
  names: DeskNames | undefined,
  { catalogue }: Reader,
): TriedMonthView {
  if (!names) throw new Error(`${one.month} has no names`);
  const { month, effect, policy, solve } = one;
  const meeting = (id: MeetingRef): UncoveredView => ({
    href: `/meetings/${id}`,
    branch: names.branch(id),
    at: names.at(id),
  });
  const isMade = isUnderWay(solve);
  return {
    month,
    href: `/months/${month}`,
    lines: linesOf(effect),
    broken: listed(brokenViews(effect.broken, names, meeting, catalogue)),
    warnings: listed(
      effect.warnings.map((warning) => ({
        ...warningItem(month, names, warning),
        kind: warningTitle(warning.kind, policy.after.warnings),
      })),
    ),
    dueAdded: listed(effect.dueAdded.map(meeting)),
    dueGone: listed(effect.dueGone.map(meeting)),
    ask: isMade ? null : { action: `${base}/plans/${month}`, isAgain: solve !== null },
    trouble: isMade ? null : troubleOf(one),
    plan: isMade ? null : planView(one, names, meeting, catalogue),
  };
}

function linesOf({ isOutdated, broken, mended, warningsGone, needsApproval }: PolicyEffect): TrialLine[] {
  const standing = isOutdated.before
    ? isOutdated.after
      ? 'was_outdated'
      : 'fits_again'
    : isOutdated.after
      ? 'outdated'
      : 'still_fits';
  const line = (tone: TrialLine['tone'], sentence: Sentence): TrialLine => ({ tone, sentence });
  return [
    line(isOutdated.after ? 'warn' : 'good', { key: `policy_trial.${standing}` }),
    ...(mended > 0 ? [line('good', { key: 'policy_trial.mended', params: { count: mended } })] : []),
    ...(warningsGone > 0
      ? [line('plain', { key: 'policy_trial.warnings_gone', params: { count: warningsGone } })]
      : []),
    ...(needsApproval.before === needsApproval.after
      ? []
      : [
          line('plain', {
            key: needsApproval.after ? 'policy_trial.wants_approval' : 'policy_trial.wants_no_approval',
          }),
        ]),
    line('plain', { key: 'policy_trial.shares_stay' }),
    // Last, because the list of them follows.
    broken.length > 0
      ? line('warn', { key: 'policy_trial.broken', params: { count: broken.length } })
      : line('good', { key: 'policy_trial.none_broken' }),
  ];
}

/** Each rule once: what is said of two visits in the same words is said once of the meeting. */
function brokenViews(
  faults: readonly Fault[],
  names: DeskNames,
  meeting: (id: MeetingRef) => UncoveredView,
  catalogue: Catalogue,
): BrokenView[] {
  const views = faults.map((fault): BrokenView => {
    const id = fault.params?.['meetingId'];
    return {
      meeting: typeof id === 'string' ? meeting(id) : null,
      lines: againstLines([fault], names, catalogue),
    };
  });
  return [...new Map(views.map((view) => [canonicalJson(view), view])).values()];
}

function troubleOf({ solve, plan }: MonthEffect): Sentence | null {
  if (!solve) return null;
  if (solve.failure?.isLate === true) return { key: 'policy_trial.late' };
  if (solve.isAbandoned || solve.state === 'failed') return { key: 'policy_trial.not_made' };
  if (solve.state === 'cancelled') return { key: 'policy_trial.stopped' };
  return plan?.status === 'infeasible' ? { key: 'policy_trial.infeasible' } : null;
}

function planView(
  { header, plan }: MonthEffect,
  names: DeskNames,
  meeting: (id: MeetingRef) => UncoveredView,
  catalogue: Catalogue,
): TriedPlanView | null {
  if (!plan || plan.status === 'infeasible' || plan.status === 'unknown') return null;
  const { figures, differs, changes, loads, shareOf, status, isVerified, isOutdated } = plan;
  const unchanged = { people: 0, meetings: 0 };
  return {
    isOutdated,
    rows: figureRows([
      { header: { ...header, isChosen: true }, figures: figures.before, differs: unchanged },
      { header: { handMade: 0, status, isVerified, isChosen: false }, figures: figures.after, differs },
    ]),
    uncovered: [figures.before.unmet.map(meeting), figures.after.unmet.map(meeting)],
    ...differs,
    loads: loads.map(({ specialistId, share, visits, balance }) => ({
      name: names.person(specialistId),
      share: share / 100,
      visitsBefore: visits.before,
      visitsAfter: visits.after,
      balanceBefore: balance.before / 100,
      balanceAfter: balance.after / 100,
    })),
    changes: listed(
      changes.map(({ added, dropped, cost }) => ({
        meetingId: (added[0] ?? dropped[0])?.meetingId ?? '',
        lines: costLines(cost, names, shareOf, catalogue),
      })),
    ),
  };
}

function listed<T>(all: readonly T[]): Listed<T> {
  return { count: all.length, items: all.slice(0, MOST), more: Math.max(0, all.length - MOST) };
}
