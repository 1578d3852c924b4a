import { Module } from '@nestjs/common';
import { IdentityModule } from '../../modules/identity/wiring.ts';
import { AccountsPageController } from './accounts-page-controller.ts';

@Module({ imports: [IdentityModule], controllers: [AccountsPageController] })
export class AccountListPagesModule {}
