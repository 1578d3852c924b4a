import { parseArgs, type ParseArgsConfig } from 'node:util';
import { BadInput } from './bad-input.ts';

/**
 * One command of `giaoban`. It loads its libraries only when it runs, so that no command waits for those of another.
 */
export interface Command {
  /** One word, or two: `audit verify`. */
  readonly name: string;
  /** What follows the name: `problem.json [--out plan.json]`. */
  readonly usage: string;
  readonly summary: string;
  /** Its options, line by line. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Names of the files that it takes, in their order. */
  readonly files: readonly string[];
  /** How many files at the end may be left out. */
  readonly optionalFiles?: number;
  run(call: Call, streams: Streams): Promise<number>;
}

/** Where a command writes: `stdout` for results, `stderr` for messages to the user. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** A command with the options and files that it was called with. */
export class Call {
  constructor(
    private readonly options: Readonly<Record<string, unknown>>,
    private readonly files: readonly string[],
  ) {}

  /** @throws BadInput for options that the command does not have, and for too few files or too many */
  static of({ name, options, files, optionalFiles = 0 }: Command, args: readonly string[]): Call {
    const parsed = parsedOf(name, options, args);
    const given = parsed.positionals.length;
    if (given > files.length || given < files.length - optionalFiles) {
      const needed = files.slice(0, files.length - optionalFiles);
      const wanted = files.length === 0 ? 'no file' : needed.join(' and ');
      throw new BadInput(`“${name}” wants ${wanted}. See giaoban ${name} --help.`);
    }
    return new Call(parsed.values, parsed.positionals);
  }

  /** The file at this position; an empty text where it was left out. */
  file(index: number): string {
    return this.files[index] ?? '';
  }

  flag(name: string): boolean {
    return this.options[name] === true;
  }

  text(name: string): string | null {
    const value = this.options[name];
    return typeof value === 'string' ? value : null;
  }

  /** @throws BadInput where the value is not a whole number within the limits */
  number(name: string, { least, most }: { readonly least: number; readonly most: number }): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new BadInput(`--${name} wants a whole number from ${least} to ${most}, not “${text}”.`);
  }
}

function parsedOf(name: string, options: Command['options'], args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(`${(error as Error).message} See giaoban ${name} --help.`);
  }
}
