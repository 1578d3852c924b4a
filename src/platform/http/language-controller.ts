import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from './api-description.ts';
import type { Response } from 'express';
import type { Config } from '../../config/config.ts';
import { CONFIG } from '../tokens.ts';
import { Public } from './access.ts';
import { cookieNames, setCookie } from './cookies.ts';
import { Redirect } from './page.ts';
import { isLocale } from './session-middleware.ts';
import { ownPath } from './own-path.ts';

const YEAR = 365 * 24 * 3600;

@ApiExcludeController()
@Controller('language')
export class LanguageController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Public()
  @Post()
  choose(@Body() body: Record<string, unknown>, @Res({ passthrough: true }) response: Response): Redirect {
    const { publicUrl } = this.config;
    if (isLocale(body['locale'])) {
      response.append('Set-Cookie', setCookie(publicUrl, cookieNames(publicUrl).locale, body['locale'], YEAR));
    }
    return new Redirect(ownPath(body['back']));
  }
}
