import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'cookie';
import type { Request, Response } from 'express';
import type { Config } from '../../../config/config.ts';
import { cookieNames, setCookie } from '../../../platform/http/cookies.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { SignIn, type SignedIn } from '../application/sign-in.ts';
import { deviceOf } from '../domain/device.ts';

/** Signs browsers in and out, by the cookie that carries the session. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a new session in the browser; a session that it had before ends. */
  async enter(request: Request, response: Response, opened: SignedIn): Promise<void> {
    const before = this.tokenOf(request);
    if (before !== undefined) await this.signIn.out(before);
    const seconds = Math.floor((opened.expiresAt.getTime() - opened.openedAt.getTime()) / 1000);
    this.setSession(response, opened.token, seconds);
  }

  async leave(request: Request, response: Response): Promise<void> {
    const token = this.tokenOf(request);
    if (token !== undefined) await this.signIn.out(token);
    this.setSession(response, null, 0);
  }

  /** The description by which its owner recognises the session. */
  deviceOf(request: Request): string {
    return deviceOf(request.get('user-agent') ?? '');
  }

  tokenOf(request: Request): string | undefined {
    return parse(request.headers.cookie ?? '')[cookieNames(this.config.publicUrl).session];
  }

  private setSession(response: Response, token: string | null, seconds: number): void {
    const { publicUrl } = this.config;
    response.append('Set-Cookie', setCookie(publicUrl, cookieNames(publicUrl).session, token, seconds));
  }
}
