import { type MessageLine, messageKindOf } from '../../modules/notifications/index.ts';
import type { MessageRow } from './webhook.view.ts';

export function messageRow({ name, address, kind, state, answer, madeAt, nextAt }: MessageLine): MessageRow {
  return { name, address, kind: messageKindOf(kind) ?? 'trial', state, answer, madeAt, nextAt };
}
