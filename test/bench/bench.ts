import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCalibration } from './bench-calibration.ts';
import { benchCountry } from './bench-country.ts';
import { benchDesk } from './bench-desk.ts';
import { benchRepairs } from './bench-repairs.ts';
import { benchPlanning } from './bench-planning.ts';
import { benchYear } from './bench-year.ts';

const HELP = `npm run bench -- [planning | planning:country | desk | year | repairs | calibration] [--heavy] [--communes FILE] [--limit N]

  planning            months of every shape, ours against HiGHS on the full model; under ten minutes,
                      and ten more against CP-SAT where or-tools-wasm is installed (npm i --no-save or-tools-wasm)
  planning:country    a month of every commune of the country; FILE is a list of them as CSV
  desk                the planner's desk over a month of 60 people and 400 meetings, request by request
  year                the page of a year over 36 months of 500 branches, beside the list of branches
  repairs             three repairs of a declined visit in such a month, beside solving it
  calibration         36,000 forms of 11,000 observers on 9 criteria, by committees and wholly entangled
  --heavy             with the shapes that take rivals minutes or more memory than they have
  --limit N           of the country, the first N communes only
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    heavy: { type: 'boolean' },
    communes: { type: 'string', default: '../shared/data/vn-communes-2026.csv' },
    limit: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

const [bench = 'planning'] = positionals;
if (
  values.help === true ||
  !['planning', 'planning:country', 'desk', 'year', 'repairs', 'calibration'].includes(bench)
) {
  process.stdout.write(HELP);
  process.exit(values.help === true ? 0 : 2);
}
const report =
  bench === 'planning'
    ? await benchPlanning({ isHeavy: values.heavy === true })
    : bench === 'desk'
      ? await benchDesk()
      : bench === 'year'
        ? await benchYear()
        : bench === 'repairs'
          ? await benchRepairs()
          : bench === 'calibration'
            ? await benchCalibration()
            : await benchCountry({
                file: values.communes,
                limit: values.limit === undefined ? null : Number(values.limit),
              });
const file = `out/bench/${bench.replace(':', '-')}.json`;
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
process.stderr.write(`${file}\n`);
