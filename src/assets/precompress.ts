import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesIn } from './hash-of.ts';

/** Writes `x.css.br` and `x.css.gz` beside each text file, at the highest compression; fonts are compressed already. */
export function precompress(directory: string): void {
  for (const path of filesIn(directory).filter((file) => /\.(css|js|svg)$/.test(file))) {
    const content = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}
