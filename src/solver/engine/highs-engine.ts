import highsLoader, { type Highs, type InitOptions } from 'highs';

// The package's types describe its CommonJS build; what an ES module imports is the loader itself.
const loadHighs = highsLoader as unknown as (options: InitOptions) => Promise<Highs>;

let runtime: Promise<Highs> | null = null;

/** One WASM instance per thread. */
export function highs(): Promise<Highs> {
  runtime ??= loadHighs({ print: () => undefined, printErr: () => undefined });
  return runtime;
}

/** After a fault inside it an instance is not to be trusted again; the next call loads a fresh one. */
export function discardHighs(): void {
  runtime = null;
}
