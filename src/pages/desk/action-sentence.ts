import { type Catalogue, say, type Sentence, translate } from '../../platform/i18n/messages.ts';
import type { NotedAction } from '../../modules/planning/index.ts';
import type { DeskNames } from './desk-names.ts';

/** What somebody did, such as “Trần Văn Ban: cử Nguyễn Thị Lan dự Chi bộ 3”; `by` is empty where nobody is to be named. */
export function actionSentence(action: NotedAction, names: DeskNames, by: string, catalogue: Catalogue): string {
  return say(catalogue, sentenceOf(action, names, by));
}

/** The same where it was taken back. */
export function undoneSentence(action: NotedAction, names: DeskNames, by: string, catalogue: Catalogue): string {
  const undone = translate(catalogue, 'desk_did.undone', { what: actionSentence(action, names, '', catalogue) });
  return by === '' ? undone : `${by}: ${undone}`;
}

function sentenceOf(action: NotedAction, names: DeskNames, by: string): Sentence {
  if (action.kind === 'adopt') return { key: 'desk_did.adopt', params: { by, changes: action.changes } };
  const [name, branch] = [names.person(action.specialistId), names.branch(action.meetingId)];
  const did = { by, name, branch };
  switch (action.kind) {
    case 'move':
      return { key: 'desk_did.move', params: { ...did, to: names.branch(action.toMeetingId) } };
    case 'replace':
      return { key: 'desk_did.replace', params: { ...did, other: names.person(action.bySpecialistId) } };
    case 'swap': {
      const [other, to] = [names.person(action.withSpecialistId), names.branch(action.withMeetingId)];
      return { key: 'desk_did.swap', params: { ...did, other, to } };
    }
    default:
      return { key: `desk_did.${action.kind}`, params: did };
  }
}
