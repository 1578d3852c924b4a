export { DocumentRegister, type IssuedDocument, type ReservedDocument } from './infra/document-register.ts';
export { headOf, type Letterhead, Letterheads, recipientsOf } from './infra/letterheads.ts';
