import { mkdir, writeFile } from 'node:fs/promises';

import { writeWorkbook } from '../../../src/platform/xlsx/write-workbook.ts';
import { sampleWorkbook } from './sample-workbook.ts';

const file = new URL('../../../templates/sample/quan-4-2020-12.xlsx', import.meta.url);
const bytes = await writeWorkbook(sampleWorkbook());
await mkdir(new URL('.', file), { recursive: true });
await writeFile(file, bytes);
console.log(`templates/sample/quan-4-2020-12.xlsx, ${Math.round(bytes.byteLength / 1024)} kB`);
