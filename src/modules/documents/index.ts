export { sendDocument } from './api/send-document.ts';
export { DocumentRegister, type IssuedDocument, type ReservedDocument } from './infra/document-register.ts';
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
  TableRow,
} from './domain/official-document.ts';
