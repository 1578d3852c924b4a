import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { ProgressLine } from '../../src/cli/progress-line.ts';
import type { Commune } from '../generate/commune-month.ts';

export interface CountryReport {
  readonly committees: number;
  readonly meetings: number;
  readonly visits: number;
  readonly optimal: number;
  readonly verified: number;
  /** Codes of communes whose plan is proven by search only, for closer inspection. */
  readonly bySearchAlone: readonly string[];
  readonly seconds: number;
  readonly peakMb: number;
  /** Per committee, in milliseconds. */
  readonly medianMs: number;
  readonly slowestMs: number;
}

export interface CommuneAnswer {
  readonly code: string;
  readonly meetings: number;
  readonly visits: number;
  readonly isOptimal: boolean;
  readonly isVerified: boolean;
  readonly ms: number;
}

const WORKERS = 2;

/** Plans a month of every commune-level committee of the country, with two workers. */
export async function benchCountry({ file, limit }: { file: string; limit: number | null }): Promise<CountryReport> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    process.stderr.write(`There is no list of communes at ${file}. Name one with --communes.\n`);
    process.exit(2);
  }
  const communes = communesOf(text).slice(0, limit ?? Infinity);
  const line = new ProgressLine(process.stderr);
  const began = performance.now();
  const answers: CommuneAnswer[] = [];
  let next = 0;
  let peakMb = 0;
  await Promise.all(
    Array.from({ length: WORKERS }, () =>
      work(
        (send) => {
          const commune = communes[next];
          next += 1;
          if (commune === undefined) return false;
          send(commune);
          return true;
        },
        (answer) => {
          answers.push(answer);
          peakMb = Math.max(peakMb, process.memoryUsage().rss / 2 ** 20);
          line.draw(answers.length / communes.length, `${answers.length} of ${communes.length} committees`);
        },
      ),
    ),
  );
  line.clear();
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const report: CountryReport = {
    committees: answers.length,
    meetings: answers.reduce((sum, { meetings }) => sum + meetings, 0),
    visits: answers.reduce((sum, { visits }) => sum + visits, 0),
    optimal: answers.filter(({ isOptimal }) => isOptimal).length,
    verified: answers.filter(({ isVerified }) => isVerified).length,
    bySearchAlone: answers.flatMap(({ code, isVerified }) => (isVerified ? [] : [code])),
    seconds: (performance.now() - began) / 1000,
    peakMb: Math.round(peakMb),
    medianMs: Math.round(times[Math.floor(times.length / 2)] ?? 0),
    slowestMs: Math.round(times.at(-1) ?? 0),
  };
  process.stderr.write(`${JSON.stringify(report)}\n`);
  return report;
}

/** One worker, which takes one commune after another. */
function work(
  give: (send: (commune: Commune) => void) => boolean,
  take: (answer: CommuneAnswer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./solve-commune.js', import.meta.url));
    const go = (): void => {
      if (!give((commune) => worker.postMessage(commune))) void worker.terminate().then(() => resolve());
    };
    worker.on('message', (answer: CommuneAnswer) => {
      take(answer);
      go();
    });
    worker.on('error', reject);
    go();
  });
}

function communesOf(csv: string): Commune[] {
  const [header = '', ...rows] = csv.trim().split('\n');
  const columns = header.split(',');
  const at = (cells: readonly string[], name: string): string => cells[columns.indexOf(name)] ?? '';
  return rows.map((row) => {
    const cells = row.split(',');
    return {
      code: at(cells, 'commune_code'),
      name: at(cells, 'commune'),
      centre: { lat: Number(at(cells, 'lat')), lng: Number(at(cells, 'lng')) },
      areaKm2: Number(at(cells, 'area_km2')),
    };
  });
}
