import { constants } from 'node:fs';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BadInput } from './bad-input.ts';

/** Asked before the work, so that it is not done in vain. @throws BadInput */
export async function demandWritable(out: string | null): Promise<void> {
  if (out === null) return;
  await access(dirname(out), constants.W_OK).catch((error: unknown) => refuse(out, error));
}

/** The folder, made where it is not there yet; before the work as well. @throws BadInput */
export async function demandFolder(folder: string | null): Promise<void> {
  if (folder === null) return;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    refuse(folder, error);
  }
}

/** Into the file, which is there whole or not at all; without one to standard output. @throws BadInput */
export async function writeJson(out: string | null, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value)}\n`;
  if (out === null) process.stdout.write(text);
  else await writeText(out, text);
}

/** Into the file, which is there whole or not at all. @throws BadInput */
export async function writeText(out: string, text: string): Promise<void> {
  const partial = `${out}.partial`;
  try {
    await writeFile(partial, text);
    await rename(partial, out);
  } catch (error) {
    refuse(out, error);
  }
}

function refuse(out: string, error: unknown): never {
  throw new BadInput(`${out} cannot be written: ${(error as Error).message}.`);
}
