import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../modules/directory/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { AbsencePageController } from './absence-page-controller.ts';
import { DirectoryPageController } from './directory-page-controller.ts';
import { ImportPageController } from './import-page-controller.ts';

@Module({
  imports: [VisitsModule, DirectoryModule],
  controllers: [AbsencePageController, DirectoryPageController, ImportPageController],
})
export class DirectoryPagesModule {}
