import { Injectable } from '@nestjs/common';
import { Authenticator, type Session } from '../../../kernel/authenticator.ts';
import { Clock } from '../../../kernel/clock.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { Sessions } from './repositories/sessions.ts';
import { tokenHash } from '../../../kernel/secret-token.ts';
import { isSessionOver, SEEN_EVERY_MS } from '../domain/session-limits.ts';

@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {
    super();
  }

  authenticate(token: string): Promise<Session | null> {
    return this.work.run(async () => {
      const hash = tokenHash(token);
      const stored = await this.sessions.find(hash);
      if (!stored) return null;
      const now = this.clock.real();
      if (isSessionOver(stored, now)) {
        await this.sessions.delete(hash);
        return null;
      }
      if (now.getTime() - stored.lastSeenAt.getTime() > SEEN_EVERY_MS) await this.sessions.seen(hash, now);
      return stored.session;
    });
  }

  hasLostRoles(token: string): Promise<boolean> {
    return this.work.run(() => this.sessions.isWithoutRole(tokenHash(token)));
  }
}
