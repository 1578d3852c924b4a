import { Module } from '@nestjs/common';
import { AvailabilityModule } from '../../modules/availability/wiring.ts';
import { DirectoryModule } from '../../modules/directory/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { AbsencePageController } from './absence-page-controller.ts';
import { DirectoryPageController } from './directory-page-controller.ts';
import { MyAbsencesPageController } from './my-absences-page-controller.ts';
import { OwnConflictForm } from './own-conflicts.ts';
import { SubmitAbsence } from './submit-absence.ts';
import { ImportPageController } from './import-page-controller.ts';

@Module({
  imports: [AvailabilityModule, VisitsModule, DirectoryModule],
  controllers: [MyAbsencesPageController, AbsencePageController, DirectoryPageController, ImportPageController],
  providers: [OwnConflictForm, SubmitAbsence],
})
export class DirectoryPagesModule {}
