export { CalibrationsModule } from './calibrations.module.ts';
export { calibrationTexts } from './texts.ts';
