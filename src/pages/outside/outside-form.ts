import { isId } from '../../kernel/id.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { OutsideObserver } from '../../modules/planning/index.ts';
import { type MeetingForm, meetingForm } from '../month/calendar-form.ts';

/** How many people one form can send. */
export const SEATS = 3;
/** Before the id of an account in a list of people. */
const ACCOUNT = 'account:';

export type Sent = Readonly<Record<string, unknown>>;

/** What was typed, and what it means. */
export interface OutsideForm {
  readonly meeting: MeetingForm;
  readonly branchId: string;
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
    branchId: text('branchId'),
    kind: meeting.kind ?? 'regular',
    chosen: Array.from({ length: SEATS }, (_, i) => text(seatName(i))),
    department: text('department'),
    reason: text('reason'),
  };
}

export function seatName(i: number): string {
  return `observer${i + 1}`;
}

export function accountValue(accountId: string): string {
  return `${ACCOUNT}${accountId}`;
}

export function observersIn({ chosen, department }: OutsideForm): OutsideObserver[] {
  return chosen.flatMap((value): OutsideObserver[] => {
    if (value.startsWith(ACCOUNT)) return [{ accountId: value.slice(ACCOUNT.length), department }];
    return isId(value) ? [{ specialistId: value }] : [];
  });
}
