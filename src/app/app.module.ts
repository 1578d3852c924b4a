import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AuditModule } from '../modules/audit/index.ts';
import { BriefingsModule } from '../modules/briefings/index.ts';
import { DirectoryModule } from '../modules/directory/index.ts';
import { DocumentRegisterModule } from '../modules/documents/index.ts';
import { EngineModule } from '../modules/engine/index.ts';
import { EvaluationsModule } from '../modules/evaluations/index.ts';
import { IdentityModule } from '../modules/identity/index.ts';
import { MeetingsModule } from '../modules/meetings/index.ts';
import { NotificationsModule } from '../modules/notifications/index.ts';
import { PlanningModule } from '../modules/planning/index.ts';
import { SetupModule } from '../modules/setup/index.ts';
import { VisitsModule } from '../modules/visits/index.ts';
import { HttpModule } from '../platform/http/http.module.ts';
import { HomeController } from '../pages/home/home-page-controller.ts';
import { OpenApiController } from './openapi-controller.ts';
import { PlatformModule, type PlatformParts } from './platform.module.ts';

@Module({})
export class AppModule {
  static of(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      controllers: [HomeController, OpenApiController],
      imports: [
        PlatformModule.of(parts),
        ScheduleModule.forRoot(),
        HttpModule,
        AuditModule,
        NotificationsModule,
        IdentityModule,
        DirectoryModule,
        MeetingsModule,
        DocumentRegisterModule,
        VisitsModule,
        PlanningModule,
        EngineModule,
        EvaluationsModule,
        BriefingsModule,
        SetupModule,
      ],
    };
  }
}
