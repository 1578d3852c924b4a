import type { Locale } from '../../kernel/actor.ts';
import type { DomainError } from '../../kernel/domain-error.ts';
import { isReached } from '../../modules/notifications/index.ts';
import { brokenRules, REPLAN_GOALS, type ReplanAnswer } from '../../modules/planning/index.ts';
import type { ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogue, type Sentence, translate } from '../../platform/i18n/messages.ts';
import { hourField, partField } from '../amend/asked-changes.ts';
import { refusedAt } from '../amend/refused-at.ts';
import { againstLines, costLines } from '../desk/cost-lines.ts';
import { isUnderWay, progressOf } from '../month/build-month-page.ts';
import type { ReplanScreen } from './replan-screen-read-model.ts';
import type { ReplanAnswerView, ReplanForm, ReplanPage } from './replan.view.ts';

/** What the page is built with besides the screen. */
export interface ReplanRequest {
  /** As sent; null before anything was. */
  readonly sent: { readonly parts: readonly string[]; readonly reason: string } | null;
  /** As typed, and what the next notice gets by itself. */
  readonly noticeNumber: { readonly typed: string; readonly next: string };
  readonly refused: DomainError | null;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  /** Of the language in which notices are printed. */
  readonly noticeCatalogue: Catalogue;
  readonly errors: ErrorTexts;
}

export function buildReplanPage(screen: ReplanScreen, request: ReplanRequest): ReplanPage {
  const { month, now, asked, answer } = screen.proposed;
  const base = `/months/${month.facts.month}`;
  const solve = asked?.solve ?? null;
  const isMade = isUnderWay(solve);
  return {
    month: month.facts.month,
    backHref: base,
    askAction: !isMade && month.facts.meetings.some(({ startsAt }) => startsAt > now) ? `${base}/replan` : null,
    goals: REPLAN_GOALS.map((value) => ({ value, isChosen: value === (asked?.goal ?? 'few') })),
    progress: isMade ? progressOf(solve, `${base}/replan/stop`) : null,
    trouble: asked && !isMade && !answer ? troubleOf(solve) : null,
    answer: asked && answer && !isMade ? answerView(screen, asked.askedAt, answer, request) : null,
  };
}

function troubleOf(solve: NonNullable<ReplanScreen['proposed']['asked']>['solve']): Sentence {
  if (solve?.failure?.isLate === true) return { key: 'replan.late' };
  return { key: solve?.state === 'cancelled' ? 'replan.stopped' : 'replan.not_made' };
}

function answerView(
  screen: ReplanScreen,
  askedAt: Date,
  answer: ReplanAnswer,
  request: ReplanRequest,
): ReplanAnswerView {
  const { proposed, ways, names } = screen;
  const { sent, catalogue } = request;
  const changed = new Set(answer.parts.flatMap(({ judged }) => judged.cost.people.map((one) => one.specialistId)));
  const visits = answer.parts.reduce((sum, { judged }) => sum + judged.sent.length, 0);
  const told = [...changed].map((id) => ({
    name: names.person(id),
    way: ways.get(id) ?? { email: null, message: null, phone: null },
  }));
  const mails = told.filter(({ way }) => way.email !== null).length;
  const messages = told.filter(({ way }) => way.email === null && way.message !== null).length;
  const short = { before: answer.short.before.length, after: answer.short.after.length };
  return {
    askedAt,
    isOutdated: answer.isOutdated,
    isNone: answer.isNone,
    lines: [
      { key: 'replan.seats', params: { ...short, due: answer.due } },
      ...(answer.parts.length > 0
        ? [{ key: 'replan.people', params: { people: changed.size, visits } } satisfies Sentence]
        : []),
      ...(answer.gone > 0 ? [] : [{ key: answer.isProven ? 'replan.proven' : 'replan.not_proven' } satisfies Sentence]),
    ],
    gone: answer.gone,
    parts: answer.parts.map(({ changes, judged, isAgainstKept }) => {
      const value = partField(changes);
      return {
        value,
        isChosen: sent === null ? !isAgainstKept : sent.parts.includes(value),
        lines: [
          ...costLines(judged.cost, names, proposed.shareOf, catalogue),
          ...(isAgainstKept ? [translate(catalogue, 'replan.kept')] : []),
        ],
        against: againstLines(judged.faults, names, catalogue),
      };
    }),
    short: answer.short.after.map((id) => ({ href: `/meetings/${id}`, branch: names.branch(id), at: names.at(id) })),
    told: { mails, messages },
    unreached: told.filter(({ way }) => !isReached(way)),
    form: formOf(screen, answer, request),
  };
}

function formOf({ proposed }: ReplanScreen, { parts }: ReplanAnswer, request: ReplanRequest): ReplanForm {
  const { sent, noticeNumber, refused, locale, noticeCatalogue, errors } = request;
  const { header, facts } = proposed.month;
  const at = refusedAt(refused, errors, locale);
  const meetings = new Set(
    parts.flatMap(({ judged }) => [...judged.released, ...judged.sent].map(({ meetingId }) => meetingId as string)),
  );
  return {
    action: `/months/${facts.month}/replan/apply`,
    planId: header.id,
    solveId: proposed.asked?.solveId ?? '',
    revision: header.revision,
    rules: [...new Set(parts.flatMap(({ judged }) => brokenRules(judged.faults)))],
    hours: facts.meetings.flatMap(({ id, startsAt }) => (meetings.has(id) ? [hourField(id, startsAt)] : [])),
    reason: sent?.reason ?? translate(noticeCatalogue, 'replan.reason'),
    reasonError: at.reason,
    noticeNumber: { ...noticeNumber, error: at.number },
    error: at.form,
  };
}
