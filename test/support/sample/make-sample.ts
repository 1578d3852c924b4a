import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../../src/platform/project-root.ts';
import { writeWorkbook } from '../../../src/platform/xlsx/write-workbook.ts';
import { sampleWorkbook } from './sample-workbook.ts';

const file = join(projectRoot, 'templates/sample/quan-4-2020-12.xlsx');
const bytes = await writeWorkbook(sampleWorkbook());
await mkdir(dirname(file), { recursive: true });
await writeFile(file, bytes);
console.log(`templates/sample/quan-4-2020-12.xlsx, ${Math.round(bytes.byteLength / 1024)} kB`);
