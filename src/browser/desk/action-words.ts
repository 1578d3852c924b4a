import { formatShortDate, formatShortWeekday } from '../../kernel/plain-format.ts';
import type { DeskAction } from '../../pages/desk/desk.view.ts';
import type { Board } from './board.ts';
import type { Done } from './proposals.ts';
import { locale, say } from './texts.ts';

/** An action as its title: "Cử Nguyễn Thị Lan dự Chi bộ 3 (T5 03/12)". */
export function actionWords(board: Board, action: DeskAction): string {
  const name = nameOf(board, action.specialistId);
  const meeting = meetingWords(board, action.meetingId);
  switch (action.kind) {
    case 'assign':
      return say('desk.do.assign', { name, meeting });
    case 'unassign':
      return say('desk.do.unassign', { name, meeting });
    case 'pin':
      return say('desk.do.pin', { name, meeting });
    case 'forbid':
      return say('desk.do.forbid', { name, meeting });
    case 'release':
      return say('desk.do.release', { name, meeting });
    case 'move':
      return say('desk.do.move', { name, meeting, other: meetingWords(board, action.toMeetingId) });
    case 'replace':
      return say('desk.do.replace', { name, meeting, other: nameOf(board, action.bySpecialistId) });
    case 'swap':
      return say('desk.do.swap', {
        name,
        meeting,
        otherName: nameOf(board, action.withSpecialistId),
        other: meetingWords(board, action.withMeetingId),
      });
  }
}

export function doneWords(board: Board, done: Done): string {
  if (done === 'undo') return say('desk.done.undo');
  if (done === 'redo') return say('desk.done.redo');
  if (done.kind === 'said') return done.said;
  return say('desk.done.action', { what: actionWords(board, done) });
}

export function nameOf(board: Board, specialistId: string): string {
  return board.people[board.personAt(specialistId)]?.name ?? '';
}

/** `Chi bộ 3 (T5 03/12)` */
export function meetingWords(board: Board, meetingId: string): string {
  const meeting = board.meetings[board.meetingAt(meetingId)];
  if (!meeting) return '';
  const { branch, day } = meeting;
  return `${branch} (${formatShortWeekday(locale, day)} ${formatShortDate(locale, day)})`;
}
