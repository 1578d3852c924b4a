import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AuditModule } from '../modules/audit/wiring.ts';
import { AvailabilityModule } from '../modules/availability/wiring.ts';
import { BriefingsModule } from '../modules/briefings/wiring.ts';
import { CalibrationsModule } from '../modules/calibrations/wiring.ts';
import { DirectoryModule } from '../modules/directory/wiring.ts';
import { DocumentsModule } from '../modules/documents/wiring.ts';
import { EngineModule } from '../modules/engine/wiring.ts';
import { EvaluationsModule } from '../modules/evaluations/wiring.ts';
import { IdentityModule } from '../modules/identity/wiring.ts';
import { MeetingsModule } from '../modules/meetings/wiring.ts';
import { NotificationsModule } from '../modules/notifications/wiring.ts';
import { PoliciesModule } from '../modules/policies/wiring.ts';
import { PlanningModule } from '../modules/planning/wiring.ts';
import { SetupModule } from '../modules/setup/wiring.ts';
import { SwapsModule } from '../modules/swaps/wiring.ts';
import { VisitsModule } from '../modules/visits/wiring.ts';
import { PagesModule } from '../pages/pages.module.ts';
import { HttpModule } from '../platform/http/http.module.ts';
import { LiveModule } from '../platform/live/live.module.ts';
import { OpenApiController } from './openapi-controller.ts';
import { PlatformModule, type PlatformParts } from './platform.module.ts';

@Module({})
export class AppModule {
  static of(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      controllers: [OpenApiController],
      imports: [
        PlatformModule.of(parts),
        ScheduleModule.forRoot(),
        HttpModule,
        LiveModule,
        AuditModule,
        NotificationsModule,
        IdentityModule,
        DirectoryModule,
        AvailabilityModule,
        MeetingsModule,
        DocumentsModule,
        PoliciesModule,
        VisitsModule,
        PlanningModule,
        SwapsModule,
        EngineModule,
        EvaluationsModule,
        CalibrationsModule,
        BriefingsModule,
        SetupModule,
        PagesModule,
      ],
    };
  }
}
