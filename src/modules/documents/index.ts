export { fileFormat, sendDocument, sendFile } from './api/send-document.ts';
export {
  type DocumentFile,
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
