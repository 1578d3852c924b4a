import { readFile } from 'node:fs/promises';
import highsLoader, { type Highs, type InitOptions } from 'highs';

/** Code that any thread can make an instance of. */
export interface CompiledWasm {
  readonly [Symbol.toStringTag]: 'WebAssembly.Module';
}

// The types of Node know nothing of WebAssembly.
const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: { compile(bytes: Uint8Array): Promise<CompiledWasm> };
};

// The package's types describe its CommonJS build; what an ES module imports is the loader itself.
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

/** After a fault inside it an instance is not to be trusted again; the next call makes a fresh one. */
export function discardHighs(): void {
  runtime = null;
}

/** The engine's code, compiled once: what V8 has learnt of it goes along to every instance, in whatever thread. */
export function compiledHighs(): Promise<CompiledWasm> {
  compiled ??= readFile(new URL(import.meta.resolve('highs/runtime'))).then((bytes) => wasm.compile(bytes));
  return compiled;
}

/** For a thread that is handed what another one has compiled. */
export function useCompiledHighs(wasmModule: CompiledWasm): void {
  compiled = Promise.resolve(wasmModule);
}
