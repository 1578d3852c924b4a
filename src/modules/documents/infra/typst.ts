import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initSync, TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { projectRoot } from '../../../platform/project-root.ts';

const TEMPLATES = join(projectRoot, 'templates', 'documents');
const FONTS = [
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
];
/** Diagnostics as objects with their places. */
const FULL_DIAGNOSTICS = 3;

/**
 * Typst as WebAssembly: it sees these templates and fonts and nothing else of the machine, so that a document has the
 * same bytes on every platform.
 */
export class Typst {
  private constructor(private readonly compiler: TypstCompiler) {}

  static async load(): Promise<Typst> {
    const { resolve } = createRequire(import.meta.url);
    initSync({ module: readFileSync(resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
    const builder = new TypstCompilerBuilder();
    builder.set_dummy_access_model();
    for (const font of FONTS) await builder.add_raw_font(readFileSync(resolve(font)));
    const compiler = await builder.build();
    for (const file of readdirSync(TEMPLATES)) {
      if (file.endsWith('.typ')) compiler.add_source(`/${file}`, readFileSync(join(TEMPLATES, file), 'utf8'));
    }
    return new Typst(compiler);
  }

  /** @throws Error with Typst's own words when the template does not compile. */
  pdf(template: string, document: string): Uint8Array {
    const { result, diagnostics } = this.compiler.compile(
      `/${template}`,
      [['document', document]],
      'pdf',
      FULL_DIAGNOSTICS,
    ) as {
      result?: Uint8Array;
      diagnostics?: unknown;
    };
    if (result === undefined) throw new Error(`${template} does not compile: ${JSON.stringify(diagnostics)}`);
    return result;
  }
}
