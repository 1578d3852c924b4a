import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { EvaluationsModule } from '../evaluations/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { MeetingsModule } from '../meetings/index.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { SetupCodes } from './application/ports.ts';
import { SendTestMail } from './application/send-test-mail.ts';
import { SetUpService } from './application/set-up-service.ts';
import { AnnounceSetupCode } from './infra/announce-setup-code.ts';
import { PgSetupCodes } from './infra/pg-setup-codes.ts';
import { SetupController } from '../../pages/setup/setup-page-controller.ts';
import { SetupGate } from '../../pages/setup/setup-gate.ts';

@Module({
  controllers: [SetupController],
  imports: [IdentityModule, EvaluationsModule, MeetingsModule, NotificationsModule],
  providers: [{ provide: SetupCodes, useClass: PgSetupCodes }, SetUpService, SendTestMail, AnnounceSetupCode],
})
export class SetupModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(SetupGate).forRoutes('{*path}');
  }
}
