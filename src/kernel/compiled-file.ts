/** A thread's program beside the file that starts it. Threads run compiled code only: from the sources, as under test, that is the last build. */
export function compiledFile(name: string, besides: string): URL {
  const here = besides.endsWith('.ts') ? besides.replace(/\/src\/(?!.*\/src\/)/, '/dist/src/') : besides;
  return new URL(`./${name}.js`, here);
}
