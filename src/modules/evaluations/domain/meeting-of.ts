import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import { rawObject } from './raw-input.ts';

/** The meeting by which the rubric of a form is chosen: of the kind that its writer says, else of the planned one. */
export function meetingOf(
  raw: unknown,
  { planned, branchType }: { readonly planned: { readonly kind: MeetingKind }; readonly branchType: string | null },
): { readonly kind: MeetingKind; readonly branchType: string | null } {
  const said = rawObject(raw)?.get('meetingKind');
  return { kind: MEETING_KINDS.find((kind) => kind === said) ?? planned.kind, branchType };
}
