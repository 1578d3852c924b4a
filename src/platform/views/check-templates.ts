import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';

/**
 * Parses every template below a directory, so that a mistake in one stops the build and not a reader.
 * @throws Error that names the file.
 */
export function checkTemplates(directory: string): void {
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.hbs')) continue;
    try {
      Handlebars.parse(readFileSync(join(directory, path), 'utf8'));
    } catch (cause) {
      throw new Error(`${path}: ${(cause as Error).message}`, { cause });
    }
  }
}
