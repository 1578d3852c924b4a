export { documentPage } from './api/document-page.ts';
export { fileFormat, sendCopy, sendDocument, sendFile } from './api/send-document.ts';
export { KeepSignedCopy } from './application/keep-signed-copy.ts';
export { readGivenNumber } from './domain/given-number.ts';
export { LARGEST_COPY } from './domain/signed-copy.ts';
export { type NamedCopy, SignedCopies } from './infra/repositories/signed-copies.ts';
export { SignedCopyFiles } from './infra/signed-copy-files.ts';
export {
  type DocumentFile,
  type DocumentName,
  DocumentRegister,
  type FileFormat,
  type IssuedDocument,
  type ReservedDocument,
} from './infra/document-register.ts';
export { headOf, type Letterhead, Letterheads, recipientsOf } from './infra/letterheads.ts';
export { Documents } from './application/documents.ts';
export { dateInFigures, roman, symbol } from './domain/office-numbering.ts';
export type {
  Block,
  DocumentHead,
  DocumentMarks,
  Inline,
  OfficialDocument,
  RecipientsList,
  Run,
  SignatureBlock,
  SourceLink,
  Table,
  TableRow,
} from './domain/official-document.ts';
export type { WallDay, WallGroup, WallPlan, WallRow } from './domain/wall-plan.ts';
