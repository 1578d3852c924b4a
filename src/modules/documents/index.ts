export { DocumentRegisterModule } from './document-register.module.ts';
export {
  type DocumentFile,
  type DocumentId,
  DocumentRegister,
  type FileFormat,
  type IssuedDocument,
  type ReservedDocument,
} from './infra/document-register.ts';
export { headOf, type Letterhead, Letterheads, recipientsOf } from './infra/letterheads.ts';
export { registerErrors } from './errors.ts';
