import { Page } from '../../../platform/http/page.ts';
import { composeDocument } from '../domain/compose-document.ts';
import type { ComposedDocument } from '../domain/composed-document.ts';
import type { OfficialDocument } from '../domain/official-document.ts';

/** `pages/document`: a document with the very words of its files, to be read in the browser. */
export interface DocumentPage {
  readonly document: ComposedDocument;
  readonly pdfHref: string;
  readonly docxHref: string;
  /** As it was signed; null where no copy is kept. */
  readonly signedHref: string | null;
}

/** `base`: where its files are. */
export function documentPage(content: OfficialDocument, base: string, signedHref: string | null): Page {
  return new Page('document', {
    document: composeDocument(content),
    pdfHref: `${base}/pdf`,
    docxHref: `${base}/docx`,
    signedHref,
  } satisfies DocumentPage);
}
