import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { IdentityModule } from '../identity/wiring.ts';
import { VisitsModule } from '../visits/wiring.ts';
import { AnnounceZone } from './application/announce-zone.ts';
import { ChangeRegister } from './application/change-register.ts';
import { DownloadWorkbook } from './application/download-workbook.ts';
import { SyncSpecialistAccounts } from './application/sync-specialist-accounts.ts';
import { EnterObserver } from './application/enter-observer.ts';
import { LookAtBranchRule } from './application/look-at-branch-rule.ts';
import { ImportDistrict } from './application/import-district.ts';
import { Workbooks } from './application/ports.ts';
import { Absences } from './infra/repositories/absences.ts';
import { WeeklyAbsences } from './infra/repositories/weekly-absences.ts';
import { SpecialistAccesses } from './infra/repositories/specialist-accesses.ts';
import { Directory } from './infra/repositories/directory.ts';
import { ObserverAccounts } from './infra/repositories/observer-accounts.ts';
import { Imports } from './infra/repositories/imports.ts';
import { RecordAbsence } from './application/record-absence.ts';
import { EnterPairing } from './application/enter-pairing.ts';
import { Pairings } from './infra/repositories/pairings.ts';
import { RecordWeeklyAbsence } from './application/record-weekly-absence.ts';
import { TellConflict } from './application/tell-conflict.ts';
import { TakeBackImport } from './application/take-back-import.ts';
import { AbsencesReadModel } from './infra/absences-read-model.ts';
import { BranchesReadModel } from './infra/branches-read-model.ts';
import { ImportsReadModel } from './infra/imports-read-model.ts';
import { RegisterChoicesReadModel } from './infra/register-choices-read-model.ts';
import { RegisterEntriesReadModel } from './infra/register-entries-read-model.ts';
import { RegisterHistoryReadModel } from './infra/register-history-read-model.ts';
import { SpecialistsReadModel } from './infra/specialists-read-model.ts';
import { ToldConflicts } from './infra/repositories/told-conflicts.ts';
import { ToldConflictsReadModel } from './infra/told-conflicts-read-model.ts';
import { XlsxWorkbooks } from './infra/xlsx-workbooks.ts';
import { DirectoryController } from './api/directory-controller.ts';
import { PairingsController } from './api/pairings-controller.ts';
import { WeeklyAbsencesController } from './api/weekly-absences-controller.ts';
import { RegisterController } from './api/register-controller.ts';
import { ImportsController } from './api/imports-controller.ts';

@Module({
  controllers: [
    ImportsController,
    WeeklyAbsencesController,
    DirectoryController,
    RegisterController,
    PairingsController,
  ],
  imports: [AuditModule, IdentityModule, VisitsModule],
  providers: [
    { provide: Workbooks, useClass: XlsxWorkbooks },
    Imports,
    Directory,
    SpecialistAccesses,
    Absences,
    WeeklyAbsences,
    RecordWeeklyAbsence,
    Pairings,
    EnterPairing,
    BranchesReadModel,
    SpecialistsReadModel,
    AbsencesReadModel,
    ImportsReadModel,
    SyncSpecialistAccounts,
    AnnounceZone,
    DownloadWorkbook,
    LookAtBranchRule,
    ImportDistrict,
    TakeBackImport,
    RecordAbsence,
    ToldConflicts,
    ToldConflictsReadModel,
    TellConflict,
    RegisterChoicesReadModel,
    RegisterEntriesReadModel,
    RegisterHistoryReadModel,
    ChangeRegister,
    EnterObserver,
    ObserverAccounts,
  ],
  exports: [
    RecordWeeklyAbsence,
    WeeklyAbsences,
    Pairings,
    EnterPairing,
    EnterObserver,
    ObserverAccounts,
    AbsencesReadModel,
    BranchesReadModel,
    ChangeRegister,
    DownloadWorkbook,
    ImportDistrict,
    ImportsReadModel,
    LookAtBranchRule,
    RecordAbsence,
    RegisterChoicesReadModel,
    RegisterEntriesReadModel,
    RegisterHistoryReadModel,
    SpecialistsReadModel,
    TakeBackImport,
    TellConflict,
    ToldConflictsReadModel,
  ],
})
export class DirectoryModule {}
