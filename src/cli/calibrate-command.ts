import type { ReadRatings } from '../calibration/index.ts';
import { BadInput } from './bad-input.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import { localeOf } from './locale-of.ts';

/** In long form a country has a third of a million rows. */
const LIMITS = { rows: 500_000, cells: 10_000_000, columns: 500 };
const MOST_DOUBLES = 50;

export const calibrateCommand: Command = {
  name: 'calibrate',
  usage: 'ratings.csv [--json] [--out FILE] [--scale partial-credit] [--double-visits 10] [--lang vi]',
  summary: 'compare those who rate: their severity, the branches’ adjusted scores, and whether they can be compared',
  help: `  ratings.csv        a row for each form: observer, branch, month, meeting, type, points, and a column for each
                     criterion; or a row for each score: observer, branch, …, criterion, score. Heads in Vietnamese
                     too; only observer, branch and some score are needed. Comma, semicolon or tab; UTF-8. Or JSON:
                     {"forms": [{"observer", "branch", "month", "meeting", "branchType", "points", "scores": {…}}]}
  --json             everything as JSON: verdict, islands, severities, intervals, fit, double visits
  --out FILE         where the JSON goes, beside the lines for people
  --scale NAME       partial-credit: each criterion has steps of its own (the default); rating-scale: all share them
  --double-visits N  how many double visits are proposed (10)
  --lang vi|en       language of the lines for people (en)

  Exit code: 0 comparable, 3 with care, 4 cannot be compared, 2 the file cannot be used.`,
  options: {
    json: { type: 'boolean' },
    out: { type: 'string', short: 'o' },
    scale: { type: 'string' },
    'double-visits': { type: 'string' },
    lang: { type: 'string' },
  },
  files: ['ratings.csv'],
  async run(call, streams) {
    const locale = localeOf(call);
    const scale = scaleOf(call.text('scale'));
    const doubleVisits = call.number('double-visits', { least: 0, most: MOST_DOUBLES }) ?? 10;
    const out = call.text('out');
    const { demandWritable, writeJson } = await import('./write-json.ts');
    const { calibrate, calibrationLines, faultLines } = await import('../calibration/index.ts');
    await demandWritable(out);
    const { forms, faults, faultCount } = await readFile(call.file(0));
    if (faultCount > 0) {
      const more = faultCount - faults.length;
      throw new BadInput(
        locale === 'vi'
          ? `${call.file(0)} có ${faultCount} lỗi.`
          : `${call.file(0)} has ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}.`,
        [
          ...faultLines(faults, locale).map((line) => `  ${line}`),
          ...(more > 0 ? [locale === 'vi' ? `  … và ${more} lỗi nữa` : `  … and ${more} more`] : []),
        ],
      );
    }
    const calibration = calibrate(forms, { scale, doubleVisits });
    if (out !== null) await writeJson(streams.stdout, out, calibration);
    if (call.flag('json')) await writeJson(streams.stdout, null, calibration);
    else streams.stdout.write(`${calibrationLines(calibration, locale).join('\n')}\n`);
    switch (calibration.verdict.kind) {
      case 'comparable':
        return EXIT.done;
      case 'with_care':
        return EXIT.withCare;
      case 'cannot':
        return EXIT.incomparable;
    }
  },
};

function scaleOf(text: string | null): 'partial_credit' | 'rating_scale' {
  if (text === null || text === 'partial-credit') return 'partial_credit';
  if (text === 'rating-scale') return 'rating_scale';
  throw new BadInput(`--scale wants partial-credit or rating-scale, not “${text}”.`);
}

async function readFile(file: string): Promise<ReadRatings> {
  const { readBytes } = await import('./read-files.ts');
  const { readRatingsJson, readRatingsTable } = await import('../calibration/index.ts');
  const text = textOf(file, await readBytes(file));
  if (/^\s*[[{]/.test(text)) {
    try {
      return readRatingsJson(JSON.parse(text) as unknown);
    } catch (error) {
      throw new BadInput(`${file} is not JSON: ${(error as Error).message}.`);
    }
  }
  return readRatingsTable(await recordsOf(file, text));
}

/** @throws BadInput for bytes that are no UTF-8, and no UTF-16 that says so */
function textOf(file: string, bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(
      bytes,
    );
  } catch {
    throw new BadInput(`${file} is no text in UTF-8. Save it as “CSV UTF-8”.`);
  }
}

async function recordsOf(file: string, text: string): Promise<string[][]> {
  const { parseCsv } = await import('../platform/csv/parse-csv.ts');
  const { isDomainError } = await import('../kernel/domain-error.ts');
  const told = /^sep=(.)\r?\n/.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  try {
    return parseCsv(body, told?.[1] ?? separatorOf(body), LIMITS);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    throw new BadInput(
      `${file} is no table: ${error.code === 'csv.quote_open' ? 'a quotation mark is never closed' : 'it has too many rows or columns'}.`,
    );
  }
}

/** The sign that the heads are divided by most often. */
function separatorOf(text: string): string {
  const [heads = ''] = text.split(/\r?\n/, 1);
  const count = (sign: string) => heads.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
