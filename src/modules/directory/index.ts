export { workbookFile } from './api/workbook-file.ts';
export { DownloadWorkbook } from './application/download-workbook.ts';
export { ImportDistrict } from './application/import-district.ts';
export type { AbsenceId } from './application/ports.ts';
export { RecordAbsence } from './application/record-absence.ts';
export { TakeBackImport } from './application/take-back-import.ts';
export { IMPORT_SCOPES, type ImportScope } from './domain/changes/import-scope.ts';
export { IMPORT_KINDS, type ImportKind } from './domain/changes/import-tables.ts';
export type { ImportId, ImportState, ImportSummary } from './domain/import-record.ts';
export type { ImportFault } from './domain/import/fault.ts';
export {
  type Answers,
  answersIn,
  AS_READ,
  type ImportQuestion,
  isTyped,
  OTHER_READING,
} from './domain/import/question.ts';
export { questionSentence, sentencesIn } from './import-messages.ts';
export { type WrittenField, writtenFields } from './told-fields.ts';
export { AbsencesReadModel } from './infra/absences-read-model.ts';
export { type CheckedWorkbook, checkWorkbook } from './infra/check-workbook.ts';
export { BranchesReadModel, type Choice, type RegisteredBranch } from './infra/branches-read-model.ts';
export { ImportsReadModel, type LoggedImport } from './infra/imports-read-model.ts';
export { type RegisteredSpecialist, SpecialistsReadModel } from './infra/specialists-read-model.ts';
