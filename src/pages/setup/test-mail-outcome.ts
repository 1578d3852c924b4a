import type { MailStatus } from '../../modules/notifications/index.ts';
import { mailTrouble } from '../../modules/setup/index.ts';
import type { TestMailOutcome } from './setup.view.ts';

export function testMailOutcome(
  { state, attempts, lastError }: MailStatus,
  server: string,
  lookHref: string,
): TestMailOutcome {
  if (state === 'sent') return { kind: 'sent' };
  if (state === 'queued' && attempts === 0) return { kind: 'waiting', lookHref };
  const error = lastError ?? '';
  const trouble = mailTrouble(error, state === 'failed');
  return {
    kind: 'failed',
    reason: { key: `setup.trouble.${trouble}`, params: { server } },
    reply: error,
    isTriedAgain: state === 'queued',
  };
}
