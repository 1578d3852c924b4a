import { isId } from '../../kernel/id.ts';
import { MEETING_KINDS, type MeetingKind } from '../../kernel/meeting-kind.ts';
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
  return {
    meeting: meetingForm(body),
    branchId: text('branchId'),
    kind: MEETING_KINDS.find((each) => each === body['kind']) ?? 'regular',
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
