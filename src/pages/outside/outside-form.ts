import { type AccountRef, type BranchId, readId } from '../../kernel/id.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { OutsideObserver } from '../../modules/planning/index.ts';
import type { MonthMeeting } from '../../modules/meetings/index.ts';
import { type MeetingForm, meetingForm, valuesOf } from '../month/calendar-form.ts';
import type { OutsideScreen } from './outside-screen-read-model.ts';

/** How many people one form can send. */
export const SEATS = 3;
/** Before the id of an account in a list of people. */
const ACCOUNT = 'account:';

export type Sent = Readonly<Record<string, unknown>>;

/** What was typed, and what it means. */
export interface OutsideForm {
  readonly meeting: MeetingForm;
  readonly branchId: BranchId | null;
  readonly kind: MeetingKind;
  readonly chosen: readonly string[];
  readonly department: string;
  readonly reason: string;
}

export function outsideForm(body: Sent): OutsideForm {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const meeting = meetingForm(body);
  return {
    meeting,
    branchId: readId(body['branchId']),
    kind: meeting.kind ?? 'regular',
    chosen: Array.from({ length: SEATS }, (_, i) => text(seatName(i))),
    department: text('department'),
    reason: text('reason'),
  };
}

/** The fields as a meeting of the calendar was held, with those whom the plan would have sent there. */
export function asHeld(
  { leftOutDuties }: Pick<OutsideScreen, 'leftOutDuties'>,
  meeting: MonthMeeting,
  zone: string,
): Sent {
  const planned = leftOutDuties.filter(({ meetingId }) => meetingId === meeting.id);
  return {
    ...valuesOf(meeting, zone),
    branchId: meeting.branch.id,
    kind: meeting.kind,
    ...Object.fromEntries(planned.map(({ specialistId }, i) => [seatName(i), specialistId])),
  };
}

export function seatName(i: number): string {
  return `observer${i + 1}`;
}

export function accountValue(accountId: AccountRef): string {
  return `${ACCOUNT}${accountId}`;
}

export function observersIn({ chosen, department }: OutsideForm): OutsideObserver[] {
  return chosen.flatMap((value): OutsideObserver[] => {
    const accountId = value.startsWith(ACCOUNT) ? readId<'Account'>(value.slice(ACCOUNT.length)) : null;
    const specialistId = readId<'Specialist'>(value);
    if (accountId) return [{ accountId, department }];
    return specialistId ? [{ specialistId }] : [];
  });
}
