import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { SetupGate } from './setup-gate.ts';
import { IdentityModule } from '../../modules/identity/wiring.ts';
import { SetupModule } from '../../modules/setup/wiring.ts';
import { SetupPageController } from './setup-page-controller.ts';

@Module({
  imports: [IdentityModule, SetupModule],
  controllers: [SetupPageController],
})
export class SetupPagesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(SetupGate).forRoutes('{*path}');
  }
}
