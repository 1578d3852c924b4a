import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { wantsPage } from '../../platform/http/request.ts';
import { SetUpService } from '../../modules/setup/index.ts';

/** What an empty service shows besides its set-up. */
const OPEN = /^\/(setup|language|livez|readyz|metrics)(\/|$)/;

/** As long as there is no committee, whatever page somebody asks for, the set-up is what they get. */
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
