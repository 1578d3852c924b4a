import type { DeskAction } from '../../pages/desk/desk.view.ts';

/** Whom and which meeting an action ends at: what is marked while one looks at it. */
export function targetOf(action: DeskAction): { readonly specialistId: string; readonly meetingId: string } {
  switch (action.kind) {
    case 'move':
      return { specialistId: action.specialistId, meetingId: action.toMeetingId };
    case 'replace':
      return { specialistId: action.bySpecialistId, meetingId: action.meetingId };
    case 'swap':
      return { specialistId: action.withSpecialistId, meetingId: action.withMeetingId };
    default:
      return action;
  }
}
