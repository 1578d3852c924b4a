import { constants } from 'node:fs';
import { access, mkdir, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BadInput } from './bad-input.ts';

/**
 * Checked before the work, so that a long run does not end without a place for its result.
 * @throws BadInput
 */
export async function demandWritable(out: string | null): Promise<void> {
  if (out === null) return;
  const target = (await isSpecial(out)) ? out : dirname(out);
  await access(target, constants.W_OK).catch((error: unknown) => refuse(out, error));
}

/**
 * Makes the folder if it is missing; also done before the work.
 * @throws BadInput
 */
export async function demandFolder(folder: string | null): Promise<void> {
  if (folder === null) return;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    refuse(folder, error);
  }
}

/** Writes to the file, as a whole or not at all; to the stream where no file is named. */
export async function writeJson(stream: NodeJS.WritableStream, out: string | null, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value)}\n`;
  if (out === null) stream.write(text);
  else await writeText(out, text);
}

/** As `writeBytes` does. */
export function writeText(out: string, text: string): Promise<void> {
  return writeBytes(out, text);
}

/** Writes the file as a whole or not at all, by a rename; writes directly to a device or a pipe. */
export async function writeBytes(out: string, content: string | Uint8Array): Promise<void> {
  try {
    // Renaming a file over a device such as /dev/null would break the machine, and over a link would replace the link.
    const target = await realpath(out).catch(() => out);
    if (await isSpecial(target)) {
      await writeFile(target, content);
      return;
    }
    const partial = `${target}.partial`;
    await writeFile(partial, content);
    await rename(partial, target);
  } catch (error) {
    refuse(out, error);
  }
}

async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

function refuse(out: string, error: unknown): never {
  throw new BadInput(`${out} cannot be written: ${(error as Error).message}.`);
}
