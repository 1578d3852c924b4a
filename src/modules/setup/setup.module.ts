import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/wiring.ts';
import { IdentityModule } from '../identity/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { SetupCodes } from './infra/repositories/setup-codes.ts';
import { SendTestMail } from './application/send-test-mail.ts';
import { SetUpService } from './application/set-up-service.ts';
import { AnnounceSetupCode } from './infra/announce-setup-code.ts';

@Module({
  imports: [IdentityModule, EvaluationsModule, NotificationsModule],
  exports: [SendTestMail, SetUpService, SetupCodes],
  providers: [SetupCodes, SetUpService, SendTestMail, AnnounceSetupCode],
})
export class SetupModule {}
