export { type DistrictFile, ImportDistrict, type ImportMode } from './application/import-district.ts';
export { type Leave, RecordAbsence } from './application/record-absence.ts';
export { TakeBackImport } from './application/take-back-import.ts';
export { DirectoryModule } from './directory.module.ts';
export type { ImportId, ImportRecord, ImportState, ImportSummary } from './domain/import-record.ts';
export { directoryErrors } from './errors.ts';
export { importMessages } from './import-messages.ts';
export { directoryMessages } from './messages.ts';
