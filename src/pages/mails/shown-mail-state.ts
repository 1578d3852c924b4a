import type { MailState, MailStatus } from '../../modules/notifications/index.ts';

/** `came_back`: our mail server took it, and another one reports that it did not reach its reader. */
export type ShownMailState = MailState | 'came_back';

export function shownMailState({ state, bounce }: Pick<MailStatus, 'state' | 'bounce'>): ShownMailState {
  const cameBack = bounce?.kind === 'returned' || bounce?.kind === 'given_up';
  return state === 'sent' && cameBack ? 'came_back' : state;
}
