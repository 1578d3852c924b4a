import type { CalibratedCountry } from './calibrate-country.ts';
import { type Measured, measuredChild } from './measured-child.ts';

export interface CalibrationReport {
  readonly node: string;
  readonly shapes: readonly { readonly shape: string; readonly measured: Measured<CalibratedCountry> }[];
}

/** A minute and a gigabyte are the aim; the limit is higher, so that what is missed is measured. */
const LIMITS = { seconds: 600, mb: 4096 };

/** A country's forms: each committee for itself, and as if everybody went everywhere. */
export async function benchCalibration(): Promise<CalibrationReport> {
  const shapes = [];
  for (const shape of ['committees', 'entangled']) {
    const measured = await measuredChild<CalibratedCountry>('calibrate-country', [shape], LIMITS);
    shapes.push({ shape, measured });
    const { answer } = measured;
    process.stderr.write(
      `${shape}: ${answer === null ? measured.ended : `${answer.forms} forms, ${answer.observers} observers, ${answer.cpuSeconds} CPU s, ${answer.seconds} s, verdict ${answer.verdict}`}, peak ${measured.peakMb} MB\n`,
    );
  }
  return { node: process.version, shapes };
}
