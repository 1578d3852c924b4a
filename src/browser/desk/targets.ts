import type { DeskAction } from '../../pages/desk/desk.view.ts';
import type { Board } from './board.ts';

/** What is lifted: somebody's visit, or a meeting for which somebody is looked for. */
export type Source =
  | { readonly kind: 'visit'; readonly specialistId: string; readonly meetingId: string }
  | { readonly kind: 'meeting'; readonly meetingId: string };

/** Where it is dropped: on a person, on one of their visits, on a meeting, or on what takes visits away. */
export type Target =
  | { readonly kind: 'person'; readonly specialistId: string }
  | { readonly kind: 'visit'; readonly specialistId: string; readonly meetingId: string }
  | { readonly kind: 'meeting'; readonly meetingId: string }
  | { readonly kind: 'nobody' };

/** What a drop may mean, the likeliest first; none where it means nothing. */
export function actionsFor(board: Board, source: Source, target: Target): readonly DeskAction[] {
  if (source.kind === 'meeting') return assignments(board, source.meetingId, target);
  const { specialistId, meetingId } = source;
  if (target.kind === 'nobody') return [{ kind: 'unassign', specialistId, meetingId }];
  if (target.kind === 'meeting') {
    if (target.meetingId === meetingId || goes(board, specialistId, target.meetingId)) return [];
    const others = board.goers[board.meetingAt(target.meetingId)] ?? [];
    const swaps = others
      .map(({ person }) => board.people[person]?.id ?? '')
      .filter((other) => !goes(board, other, meetingId))
      .map((other) => swap(specialistId, meetingId, other, target.meetingId));
    const move: DeskAction = { kind: 'move', specialistId, meetingId, toMeetingId: target.meetingId };
    const most = board.meetings[board.meetingAt(target.meetingId)]?.most ?? 0;
    return others.length < most ? [move, ...swaps] : [...swaps, move];
  }
  if (target.specialistId === specialistId || goes(board, target.specialistId, meetingId)) return [];
  const replace: DeskAction = { kind: 'replace', meetingId, specialistId, bySpecialistId: target.specialistId };
  if (target.kind === 'person' || goes(board, specialistId, target.meetingId)) return [replace];
  return [swap(specialistId, meetingId, target.specialistId, target.meetingId), replace];
}

function assignments(board: Board, meetingId: string, target: Target): readonly DeskAction[] {
  if (target.kind !== 'person' && target.kind !== 'visit') return [];
  const { specialistId } = target;
  return goes(board, specialistId, meetingId) ? [] : [{ kind: 'assign', specialistId, meetingId }];
}

function swap(
  specialistId: string,
  meetingId: string,
  withSpecialistId: string,
  withMeetingId: string,
): Extract<DeskAction, { kind: 'swap' }> {
  return { kind: 'swap', specialistId, meetingId, withSpecialistId, withMeetingId };
}

function goes(board: Board, specialistId: string, meetingId: string): boolean {
  return board.goerAt(board.personAt(specialistId), board.meetingAt(meetingId)) !== undefined;
}
