export { HandWishes } from './application/hand-wishes.ts';
export { MakeCalibration } from './application/make-calibration.ts';
export type { CalibrationGround, KeptCalibration } from './domain/kept-calibration.ts';
export { AcceptedFormsReadModel } from './infra/accepted-forms-read-model.ts';
export { Calibrations } from './infra/repositories/calibrations.ts';
export { LinkageWishes } from './infra/repositories/linkage-wishes.ts';
