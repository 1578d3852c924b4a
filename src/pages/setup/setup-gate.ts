import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { wantsPage } from '../../platform/http/request.ts';
import { SetUpService } from '../../modules/setup/index.ts';

/** Addresses that an empty service answers besides its set-up. */
const OPEN = /^\/(setup|language|livez|readyz|metrics)(\/|$)/;

/** While there is no committee, every other page leads to the set-up. */
@Injectable()
export class SetupGate implements NestMiddleware {
  constructor(private readonly setUp: SetUpService) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const [pathname = '/'] = request.originalUrl.split('?');
    if (OPEN.test(pathname) || !wantsPage({ path: pathname, headers: request.headers })) next();
    else if (await this.setUp.isNeeded()) response.redirect(303, '/setup');
    else next();
  }
}
