import { dayIn, timeIn } from '../../kernel/month.ts';
import { type MeetingRef, type SpecialistRef, type VisitRef, isId } from '../../kernel/id.ts';
import { type Catalogue, say, translate } from '../../platform/i18n/messages.ts';
import { declinedThen } from '../../modules/planning/index.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { againstLines, candidateLines } from '../desk/cost-lines.ts';
import { hourField, type Sent, typedNumber } from './asked-changes.ts';
import type { RefusedAt } from './refused-at.ts';
import type { HandoverScreen } from './handover-screen-read-model.ts';
import type { HandoverMonth, HandoverPage } from './handover.view.ts';

/** More than these are not needed: the first are those who are furthest below their share. */
const MOST_CANDIDATES = 25;
const TAKES = 'take_';

/** What was sent and refused stays as it was typed. */
interface RefusedHandover {
  readonly sent: Sent;
  readonly at: RefusedAt;
}

/** `nextNumber`: of the register, for the next notice. */
export function buildHandoverPage(
  screen: HandoverScreen,
  catalogue: Catalogue,
  nextNumber: string,
  refused: RefusedHandover,
): HandoverPage {
  const { specialistId, name, forms } = screen;
  const base = `/specialists/${specialistId}`;
  return {
    name,
    backHref: base,
    action: `${base}/handover`,
    formsAction: `${base}/handover/forms`,
    months: screen.months.map((month) => handoverMonth(screen, month, catalogue, nextNumber, refused)),
    forms: forms.map(({ line, colleagues }) => ({
      visitId: line.id,
      revision: line.revision,
      branch: line.branch,
      day: line.heldOn,
      field: `stand-in-${line.id}`,
      people: withChosen(
        refused.sent['visit'] === line.id && typeof refused.sent['who'] === 'string' ? refused.sent['who'] : undefined,
        colleagues.map((one) => ({
          value: one.id,
          label: `${one.name} (${one.department})`,
          selected: line.standIn?.id === one.id,
        })),
        (id) => say(catalogue, { key: 'handover.not_offered', params: { name: personNamed(screen, id) } }),
      ),
    })),
    error: refused.at.form,
  };
}

function handoverMonth(
  screen: HandoverScreen,
  { month, visits, names, shareOf }: HandoverScreen['months'][number],
  catalogue: Catalogue,
  nextNumber: string,
  { sent, at }: RefusedHandover,
): HandoverMonth {
  const { name, lines } = screen;
  const isSent = sent['month'] === month.facts.month;
  const typed = isSent && typeof sent['reason'] === 'string' ? sent['reason'] : null;
  const chosen = new Map(isSent ? takenVisits(sent).map(({ visitId, choice }) => [visitId, choice]) : []);
  const person = (id: SpecialistRef) => personNamed(screen, id);
  return {
    month: month.facts.month,
    planId: month.header.id,
    revision: month.header.revision,
    reason: typed ?? say(catalogue, { key: 'handover.reason', params: { name } }),
    reasonError: isSent ? at.reason : null,
    noticeNumber: { typed: isSent ? typedNumber(sent) : '', next: nextNumber, error: isSent ? at.number : null },
    visits: visits.map(({ visit, candidates, proposed }) => ({
      field: fieldOfVisit(visit),
      branch: lines.get(visit.id)?.branch ?? names.branch(visit.meetingId),
      day: dayIn(month.facts.zone, visit.startsAt),
      from: timeIn(month.facts.zone, visit.startsAt),
      hour: hourField(visit.meetingId, visit.startsAt),
      href: `/meetings/${visit.meetingId}`,
      people: withChosen(
        chosen.get(visit.id),
        [
          ...offered(candidates, chosen.get(visit.id)).map((one): Option => {
            const params = { name: person(one.specialistId) };
            const refusal = declinedThen(month.visits, visit, month.facts.zone).get(one.specialistId);
            const about = [
              ...candidateLines(one, shareOf, catalogue).about,
              ...(refusal ? [translate(catalogue, `amend.declined.${refusal}`)] : []),
            ].join(', ');
            const against = againstLines(one.faults, names, catalogue).join('; ');
            const label =
              one.can === 'yes'
                ? say(catalogue, { key: 'handover.candidate', params: { ...params, about } })
                : say(catalogue, { key: 'handover.with_reason', params: { ...params, against } });
            return { value: one.specialistId, label, selected: one.specialistId === proposed };
          }),
          { value: 'nobody', label: translate(catalogue, 'handover.nobody'), selected: proposed === null },
          { value: 'keep', label: say(catalogue, { key: 'handover.keep', params: { name } }), selected: false },
        ],
        (id) => say(catalogue, { key: 'handover.not_offered', params: { name: person(id) } }),
      ),
    })),
  };
}

/** The first ones, and whoever was chosen before the form was refused. */
function offered<C extends { readonly specialistId: SpecialistRef }>(candidates: readonly C[], choice?: string): C[] {
  return candidates.filter(({ specialistId }, i) => i < MOST_CANDIDATES || specialistId === choice);
}

/** What was chosen before the form was refused stays, also where it is not offered any more; else what is proposed. */
function withChosen(
  choice: string | undefined,
  options: readonly Option[],
  nameOf: (id: SpecialistRef) => string,
): readonly Option[] {
  if (choice === undefined) return options;
  const isOffered = options.some(({ value }) => value === choice);
  const gone = isOffered || !isId(choice) ? [] : [{ value: choice, label: nameOf(choice), selected: true }];
  return [...gone, ...options.map((option) => ({ ...option, selected: option.value === choice }))];
}

function personNamed({ people }: HandoverScreen, id: SpecialistRef): string {
  const person = people.get(id);
  return person ? `${person.name} (${person.department})` : '…';
}

/** The field that names who takes a visit; it says at which meeting, for whoever is sent there. */
function fieldOfVisit({ id, meetingId }: { readonly id: VisitRef; readonly meetingId: MeetingRef }): string {
  return `${TAKES}${id}_${meetingId}`;
}

/** The visits that a form speaks of, with what was chosen for each. */
export function takenVisits(
  sent: Readonly<Record<string, unknown>>,
): { readonly visitId: VisitRef; readonly meetingId: MeetingRef; readonly choice: string }[] {
  return Object.entries(sent).flatMap(([field, choice]) => {
    if (!field.startsWith(TAKES) || typeof choice !== 'string') return [];
    const [visitId = '', meetingId = ''] = field.slice(TAKES.length).split('_');
    return [{ visitId, meetingId, choice }];
  });
}
