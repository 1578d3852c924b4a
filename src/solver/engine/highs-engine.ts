import { readFile } from 'node:fs/promises';
import highsLoader, { type Highs, type InitOptions } from 'highs';

/** A compiled WebAssembly module, which any thread can instantiate. */
export interface CompiledWasm {
  readonly [Symbol.toStringTag]: 'WebAssembly.Module';
}

// The type declarations of Node do not include WebAssembly.
const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: { compile(bytes: Uint8Array): Promise<CompiledWasm> };
};

// The package's types describe its CommonJS build; importing it as an ES module yields the loader function itself.
const loadHighs = highsLoader as unknown as (options: InitOptions) => Promise<Highs>;

let compiled: Promise<CompiledWasm> | null = null;
let runtime: Promise<Highs> | null = null;

/** One WASM instance per thread. */
export function highs(): Promise<Highs> {
  runtime ??= compiledHighs().then((wasmModule) =>
    loadHighs({ wasmModule, print: () => undefined, printErr: () => undefined }),
  );
  return runtime;
}

/** After an error inside an instance its state is unknown; the next call to `highs` makes a new one. */
export function discardHighs(): void {
  runtime = null;
}

/** The module, compiled once per process; V8's optimised code goes along to every instance in any thread. */
export function compiledHighs(): Promise<CompiledWasm> {
  compiled ??= readFile(new URL(import.meta.resolve('highs/runtime'))).then((bytes) => wasm.compile(bytes));
  return compiled;
}

/** Makes this thread use a module that another thread has compiled. */
export function useCompiledHighs(wasmModule: CompiledWasm): void {
  compiled = Promise.resolve(wasmModule);
}
