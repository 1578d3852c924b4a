import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../modules/directory/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { registerFormControllers } from './register-form-controllers.ts';
import { RegisterForms } from './register-forms.ts';
import { RegisterListController } from './register-list-controller.ts';
import { RegisterScreenReadModel } from './register-screen-read-model.ts';
import { TakeBackPages } from './take-back-pages.ts';
import { ThingPageController } from './thing-page-controller.ts';

@Module({
  imports: [VisitsModule, DirectoryModule, PlanningModule],
  // Routes with fixed addresses come before those with a parameter in the same place.
  controllers: [...registerFormControllers, RegisterListController, ThingPageController],
  providers: [RegisterForms, RegisterScreenReadModel, TakeBackPages],
})
export class RegisterPagesModule {}
