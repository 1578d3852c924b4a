import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../modules/directory/wiring.ts';
import { MeetingsModule } from '../../modules/meetings/wiring.ts';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { BranchRulePageController } from './branch-rule-page-controller.ts';
import { EntryNames } from './entry-names.ts';
import { EntryPageController } from './entry-page-controller.ts';
import { registerFormControllers } from './register-form-controllers.ts';
import { RegisterForms } from './register-forms.ts';
import { RegisterListController } from './register-list-controller.ts';
import { RegisterScreenReadModel } from './register-screen-read-model.ts';
import { TakeBackPages } from './take-back-pages.ts';
import { ThingPageController } from './thing-page-controller.ts';
import { ThingParts } from './thing-parts.ts';

@Module({
  imports: [VisitsModule, DirectoryModule, MeetingsModule, NotificationsModule, PlanningModule],
  // What is fixed in an address comes before what stands for an entry.
  controllers: [
    ...registerFormControllers,
    BranchRulePageController,
    RegisterListController,
    ThingPageController,
    EntryPageController,
  ],
  providers: [RegisterForms, RegisterScreenReadModel, TakeBackPages, ThingParts, EntryNames],
})
export class RegisterPagesModule {}
