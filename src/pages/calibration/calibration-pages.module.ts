import { Module } from '@nestjs/common';
import { CalibrationsModule } from '../../modules/calibrations/wiring.ts';
import { PoliciesModule } from '../../modules/policies/wiring.ts';
import { CalibrationPageController } from './calibration-page-controller.ts';
import { CalibrationScreenReadModel } from './calibration-screen-read-model.ts';

@Module({
  imports: [CalibrationsModule, PoliciesModule],
  controllers: [CalibrationPageController],
  providers: [CalibrationScreenReadModel],
})
export class CalibrationPagesModule {}
