import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/wiring.ts';
import { IdentityModule } from '../identity/wiring.ts';
import { MeetingsModule } from '../meetings/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { SetupCodes } from './application/ports.ts';
import { SendTestMail } from './application/send-test-mail.ts';
import { SetUpService } from './application/set-up-service.ts';
import { AnnounceSetupCode } from './infra/announce-setup-code.ts';
import { PgSetupCodes } from './infra/pg-setup-codes.ts';

@Module({
  imports: [IdentityModule, EvaluationsModule, MeetingsModule, NotificationsModule],
  exports: [SendTestMail, SetUpService, SetupCodes],
  providers: [{ provide: SetupCodes, useClass: PgSetupCodes }, SetUpService, SendTestMail, AnnounceSetupCode],
})
export class SetupModule {}
