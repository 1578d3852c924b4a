import type { OfficialDocument } from '../domain/official-document.ts';

/** Renders official documents. The same document always gives the same bytes, on every machine. */
export abstract class Documents {
  /** A tagged PDF. @throws DomainError document.not_rendered when the renderer failed twice */
  abstract renderPdf(document: OfficialDocument): Promise<Uint8Array>;
  /** @throws DomainError document.not_rendered when the renderer failed twice */
  abstract renderDocx(document: OfficialDocument): Promise<Uint8Array>;
}
