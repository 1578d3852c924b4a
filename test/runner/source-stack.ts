import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const FRAME = /(?:file:\/\/)?(\/[^\s()]*\/build\/[^\s()]+\.js):(\d+):(\d+)/g;

/** A stack with positions in the sources; the maps are read only for failures. */
export function sourceStack(stack: string): string {
  return stack.replace(FRAME, (place, file: string, line: string, column: string) => {
    try {
      const path = place.startsWith('file:') ? fileURLToPath(`file://${file}`) : file;
      const map = new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')) as SourceMapPayload);
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return place;
      return `${resolve(dirname(path), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    } catch {
      return place; // a file without a map
    }
  });
}
