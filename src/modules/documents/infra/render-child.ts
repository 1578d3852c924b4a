import type { ComposedDocument } from '../domain/composed-document.ts';
import { layOutTables } from '../domain/lay-out-tables.ts';
import type { ComposedWallPlan } from '../domain/wall-plan.ts';
import { fontWidths } from './font-widths.ts';
import type { Typst } from './typst.ts';

/** What each format is made from; `wall` is a PDF of its own paper size. */
export interface ComposedFor {
  readonly pdf: ComposedDocument;
  readonly docx: ComposedDocument;
  readonly wall: ComposedWallPlan;
}

/** The request of the service to its renderer: what it is made from as JSON. */
export interface RenderRequest {
  readonly id: number;
  readonly format: keyof ComposedFor;
  readonly document: string;
}

export interface RenderAnswer {
  readonly id: number;
  readonly result: { readonly bytes: Uint8Array } | { readonly error: string };
  /** The process uses so much memory that it should be replaced. */
  readonly spent: boolean;
}

/** Typst caches all that it laid out, some 15 MB per long document, and offers no way to clear the cache. */
const SPENT_BYTES = 500_000_000;

const widthOf = fontWidths();
let typst: Promise<Typst> | undefined;

process.on('message', (message) => {
  const request = message as RenderRequest;
  void render(request)
    .then(
      (bytes): RenderAnswer['result'] => ({ bytes }),
      (error: unknown): RenderAnswer['result'] => ({ error: reason(error) }),
    )
    .then((result) => {
      const answer: RenderAnswer = { id: request.id, result, spent: process.memoryUsage.rss() > SPENT_BYTES };
      process.send?.(answer);
    });
});
// The service ends this process: Ctrl-C reaches the whole process group while the service may still be finishing work.
// Without the service there is nothing to do.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));

async function render({ format, document }: RenderRequest): Promise<Uint8Array> {
  const laidOut = () => layOutTables(JSON.parse(document) as ComposedDocument, widthOf);
  switch (format) {
    case 'pdf':
      return (await loadedTypst()).pdf('official.typ', JSON.stringify(laidOut()));
    case 'wall':
      return (await loadedTypst()).pdf('wall-plan.typ', document);
    case 'docx': {
      const { renderDocx } = await import('./render-docx.ts');
      return renderDocx(laidOut());
    }
  }
}

function loadedTypst(): Promise<Typst> {
  typst ??= import('./typst.ts').then((module) => module.Typst.load());
  return typst;
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
