import { constants } from 'node:fs';
import { access, mkdir, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BadInput } from './bad-input.ts';

/** Asked before the work, so that it is not done in vain. @throws BadInput */
export async function demandWritable(out: string | null): Promise<void> {
  if (out === null) return;
  const target = (await isSpecial(out)) ? out : dirname(out);
  await access(target, constants.W_OK).catch((error: unknown) => refuse(out, error));
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

/** Into the file, which is there whole or not at all; without one to the stream. @throws BadInput */
export async function writeJson(stream: NodeJS.WritableStream, out: string | null, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value)}\n`;
  if (out === null) stream.write(text);
  else await writeText(out, text);
}

/** Into the file, which is there whole or not at all; a device or a pipe is written to as it is. @throws BadInput */
export async function writeText(out: string, text: string): Promise<void> {
  try {
    // A file put in the place of a device, such as /dev/null, would break the machine; in that of a link, the link.
    const target = await realpath(out).catch(() => out);
    if (await isSpecial(target)) {
      await writeFile(target, text);
      return;
    }
    const partial = `${target}.partial`;
    await writeFile(partial, text);
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
