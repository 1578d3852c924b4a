export { workbookFile } from './api/workbook-file.ts';
export { ChangeRegister, type RegisterOutcome } from './application/change-register.ts';
export { EnterObserver } from './application/enter-observer.ts';
export { DownloadWorkbook } from './application/download-workbook.ts';
export { ImportDistrict } from './application/import-district.ts';
export {
  type BranchRule,
  type BranchRuleView,
  LookAtBranchRule,
  RULE_COLUMNS,
} from './application/look-at-branch-rule.ts';
export type { Absence, AbsenceId } from './application/ports.ts';
export { type Leave, RecordAbsence } from './application/record-absence.ts';
export { EnterPairing } from './application/enter-pairing.ts';
export { RecordWeeklyAbsence } from './application/record-weekly-absence.ts';
export type { WeeklyAbsence, WeeklyAbsenceId } from './domain/weekly-absence.ts';
export {
  LONGEST_PAIRING_REASON,
  PAIRING_KINDS,
  type Pairing,
  type PairingId,
  type PairingKind,
} from './domain/pairing.ts';
export { Pairings } from './infra/repositories/pairings.ts';
export { WeeklyAbsences } from './infra/repositories/weekly-absences.ts';
export { type ConflictWish, TellConflict } from './application/tell-conflict.ts';
export { TakeBackImport } from './application/take-back-import.ts';
export { IMPORT_SCOPES, type ImportScope } from './domain/changes/import-scope.ts';
export { IMPORT_KINDS, type ImportKind } from './domain/changes/import-tables.ts';
export { IMPORT_STATES, type ImportId, type ImportState, type ImportSummary } from './domain/import-record.ts';
export type { ImportFault } from './domain/import/fault.ts';
export {
  CSV_CHOICES,
  csvAnswers,
  type CsvSource,
  type Separator,
  SEPARATOR_NAMES,
} from './domain/import/csv/csv-source.ts';
export { ENCODINGS } from './domain/import/csv/encodings.ts';
export { sheetName, TABLE_NAMES } from './domain/import/format.ts';
export { minimumToBegin, type NeededSheet } from './domain/import/minimum.ts';
export { type Answers, answersIn, type ImportQuestion, kindOf, type QuestionKind } from './domain/import/question.ts';
export { questionSentence, sentencesIn } from './import-messages.ts';
export { ENCODING_NAMES } from './import-sentence-parts.ts';
export { type ReadingNames, readingNames } from './reading-names.ts';
export type { Register } from './domain/register/register.ts';
export type { FieldFault } from './domain/register/read-change.ts';
export type { TypedRow } from './domain/register/typed-rows.ts';
export { type RegisterField, registerFields } from './register-fields.ts';
export { asFieldFaults, changeQuestion } from './register-messages.ts';
export { type WrittenField, writtenFields } from './told-fields.ts';
export { ObserverAccounts } from './infra/repositories/observer-accounts.ts';
export { ABSENCE_ORDERS, AbsencesReadModel } from './infra/absences-read-model.ts';
export { type CheckedWorkbook, checkWorkbook } from './infra/check-workbook.ts';
export { BRANCH_ORDERS, BranchesReadModel, type Choice, type RegisteredBranch } from './infra/branches-read-model.ts';
export { IMPORT_ORDERS, ImportsReadModel, type LoggedImport } from './infra/imports-read-model.ts';
export { ToldConflictsReadModel } from './infra/told-conflicts-read-model.ts';
export { type RegisterChoice, RegisterChoicesReadModel } from './infra/register-choices-read-model.ts';
export { RegisterEntriesReadModel, type RegisteredOrganisation } from './infra/register-entries-read-model.ts';
export { RegisterHistoryReadModel, type ThingChange } from './infra/register-history-read-model.ts';
export { type RegisteredSpecialist, SPECIALIST_ORDERS, SpecialistsReadModel } from './infra/specialists-read-model.ts';
