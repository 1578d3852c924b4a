import { calibrate } from '../../src/calibration/calibrate.ts';
import { ratedForms } from '../generate/rated-forms.ts';

export interface CalibratedCountry {
  readonly forms: number;
  readonly observers: number;
  readonly branches: number;
  readonly verdict: string;
  readonly isExact: boolean;
  /** Of the calibration, without making the forms. */
  readonly seconds: number;
  readonly cpuSeconds: number;
}

const COMMITTEES = 3321;

const { forms } = ratedForms({
  seed: 1,
  observers: 11_000,
  branches: 9_000,
  months: 12,
  meetings: 33_500,
  doubles: 10,
  criteria: 9,
  highest: 4,
  deviations: { observer: 0.8, branch: 1, meeting: 0.4, form: 0.5 },
  clusters: process.argv[2] === 'committees' ? COMMITTEES : 1,
});
const began = performance.now();
const before = process.cpuUsage();
const { observers, branches, verdict, points } = calibrate(forms);
const { user, system } = process.cpuUsage(before);
const answer: CalibratedCountry = {
  forms: forms.length,
  observers: observers.length,
  branches: branches.length,
  verdict: verdict.kind,
  isExact: points?.isExact ?? false,
  seconds: Math.round((performance.now() - began) / 100) / 10,
  cpuSeconds: Math.round((user + system) / 1e5) / 10,
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
