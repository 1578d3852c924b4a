import { Injectable } from '@nestjs/common';
import { SignInMail } from '../application/ports.ts';

@Injectable()
export class OutboxSignInMail extends SignInMail {
  send(): Promise<void> {
    return Promise.resolve();
  }
}
