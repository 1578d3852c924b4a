import { Module } from '@nestjs/common';
import { IdentityModule } from '../../modules/identity/wiring.ts';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { AccountPageController } from './account-page-controller.ts';
import { SignInPageController } from './sign-in-page-controller.ts';

@Module({
  imports: [IdentityModule, NotificationsModule],
  controllers: [AccountPageController, SignInPageController],
})
export class AccountPagesModule {}
