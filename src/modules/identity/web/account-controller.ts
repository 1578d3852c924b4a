import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Config } from '../../../config/config.ts';
import { SignedIn } from '../../../platform/http/access.ts';
import { cookieNames, setCookie } from '../../../platform/http/cookies.ts';
import { Redirect } from '../../../platform/http/page.ts';
import { CONFIG } from '../../../platform/tokens.ts';

const MONTH_SECONDS = 30 * 24 * 3600;

@ApiExcludeController()
@Controller('account')
export class AccountController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Which role's pages to look at; the roles that one holds, and so what one may do, stay the same. */
  @SignedIn()
  @Post('role')
  chooseRole(
    @Body('role') role: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Redirect {
    const held = request.session?.actor.roles.find((item) => item === role);
    if (held) {
      const { publicUrl } = this.config;
      response.append('Set-Cookie', setCookie(publicUrl, cookieNames(publicUrl).role, held, MONTH_SECONDS));
    }
    return new Redirect('/');
  }
}
