export { calibrate, type Calibration } from './calibrate.ts';
export { readRatingsJson } from './read/read-ratings-json.ts';
export { type ReadRatings, readRatingsTable } from './read/read-ratings-table.ts';
export { calibrationLines } from './sentences/calibration-lines.ts';
export { faultLines } from './sentences/fault-lines.ts';
