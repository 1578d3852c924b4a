import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Config } from '../../../config/config.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type {} from '../errors.ts';

/**
 * Admits the mail gateway of the deployment, which sends the secret MAIL_GATEWAY_TOKEN as a bearer token. It belongs to
 * no committee: like the mail server, it serves all of them.
 */
@Injectable()
export class MailGatewayGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { mailGatewayToken } = this.config;
    if (mailGatewayToken === null) throw new DomainError('mail.gateway_off', {});
    const header = context.switchToHttp().getRequest<Request>().get('authorization') ?? '';
    const given = /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
    if (!timingSafeEqual(digest(given), digest(mailGatewayToken))) throw new DomainError('mail.gateway_unknown', {});
    return true;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
