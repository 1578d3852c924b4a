import { join } from 'node:path';
import { rolldown } from 'rolldown';

export const WORKER = 'worker.js';

/**
 * The service worker as one script: our compiled module with the parts of Workbox that it uses, and the list of the
 * files that it keeps, `files` below `/assets/<version>`.
 */
export async function offlineWorker(directory: string, version: string, files: readonly string[]): Promise<string> {
  const bundle = await rolldown({
    input: join(directory, 'browser/offline/worker.js'),
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const [{ code }] = output;
  // A revision of null: the address says it.
  const kept = files.map((file) => ({ url: `/assets/${version}/${file}`, revision: null }));
  return `self.__WB_MANIFEST=${JSON.stringify(kept)};\n${code}`;
}
