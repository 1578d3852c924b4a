import type { MailDelivery, MailStatus } from '../../modules/notifications/index.ts';
import { type ListAddress, orderIn, sortHeads } from '../directory/page-rows.ts';
import { buildDelivery, reasonOf } from '../mails/build-delivery.ts';
import { shownMailState } from '../mails/shown-mail-state.ts';
import type { MonthPlan } from '../../modules/planning/index.ts';
import { outdatedDraft } from './outdated-draft.ts';
import type { DutyHolder } from './duties-read-model.ts';
import { type DutiesPage, DUTY_COLUMNS, type DutyColumn, type PersonDuties } from './duties.view.ts';
import type { MonthScreen } from './month-screen-read-model.ts';

interface Facts {
  readonly screen: Pick<MonthScreen, 'month' | 'ground' | 'solve'>;
  readonly plan: Pick<MonthPlan, 'state'>;
  readonly holders: readonly DutyHolder[];
  /** For a published month. */
  readonly delivery: MailDelivery | null;
  readonly mailsLeaveHouse: boolean;
  readonly address: ListAddress;
}

export function buildDutiesPage({ screen, plan, holders, delivery, mailsLeaveHouse, address }: Facts): DutiesPage {
  const { month } = screen;
  const isPublished = plan.state === 'published';
  const page = `/months/${month}/duties`;
  return {
    month,
    backHref: isPublished ? `/months/${month}` : `/months/${month}/publish`,
    isPublished,
    visits: holders.reduce((sum, { visits }) => sum + visits, 0),
    outdated: isPublished ? null : outdatedDraft({ ...screen, plan }, { plans: true }),
    notice: isPublished ? null : { pdfHref: `${page}/notice/pdf`, docxHref: `${page}/notice/docx` },
    delivery: delivery && buildDelivery({ counted: delivery, month, maySendAgain: true }),
    mailsLeaveHouse,
    heads: sortHeads(address, DUTY_COLUMNS),
    people: inOrder(
      holders.map((holder) => personOf(holder, page)),
      orderIn(address, DUTY_COLUMNS),
    ),
  };
}

function personOf(
  { specialistId, name, department, address, visits, published }: DutyHolder,
  page: string,
): PersonDuties {
  const mail = published?.mail ?? null;
  return {
    specialistId,
    name,
    department,
    address: mail?.toAddress ?? address,
    visits,
    mailHref: published && !mail ? null : `${page}/${specialistId}`,
    sent: published && {
      state: mail && shownMailState(mail),
      at: mail?.sentAt ?? null,
      reason: mail && hasTrouble(mail) ? reasonOf(mail) : null,
      answered: published.answered,
      declined: published.declined,
      published: published.all,
    },
  };
}

function hasTrouble({ state, lastError, bounce }: MailStatus): boolean {
  if (state === 'sent') return bounce !== null && bounce.kind !== 'delivered';
  return state === 'failed' || lastError !== null;
}

/** People first whom no mail has reached. */
const URGENCY = { failed: 0, came_back: 1, queued: 2, none: 3, replaced: 4, sent: 5 } as const;

const VALUES: Readonly<Record<Exclude<DutyColumn, 'name'>, (person: PersonDuties) => number | string>> = {
  department: ({ department }) => department,
  visits: ({ visits }) => visits,
  mail: ({ sent }) => URGENCY[sent?.state ?? 'none'],
  answers: ({ sent }) => (sent ? sent.answered - sent.published : 0),
};

/** `order`: a column, with `-` before it for descending order; by given name by default. */
function inOrder(people: readonly PersonDuties[], order: string): PersonDuties[] {
  const byName = people.toSorted((a, b) => compareNames(a.name, b.name));
  const column = DUTY_COLUMNS.find((each) => each === order.replace(/^-/, '')) ?? 'name';
  const isDown = order.startsWith('-');
  if (column === 'name') return isDown ? byName.reverse() : byName;
  const value = VALUES[column];
  const compare = (a: PersonDuties, b: PersonDuties) => compareValues(value(a), value(b));
  return byName.sort((a, b) => (isDown ? compare(b, a) : compare(a, b)));
}

function compareValues(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'vi');
}

function compareNames(a: string, b: string): number {
  const given = (name: string) => name.split(' ').at(-1) ?? '';
  return given(a).localeCompare(given(b), 'vi') || a.localeCompare(b, 'vi');
}
