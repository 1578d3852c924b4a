import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { IdentityModule } from '../identity/wiring.ts';
import { DownloadWorkbook } from './application/download-workbook.ts';
import { GiveAccess } from './application/give-access.ts';
import { ImportDistrict } from './application/import-district.ts';
import { Workbooks } from './application/ports.ts';
import { Absences } from './infra/repositories/absences.ts';
import { SpecialistAccesses } from './infra/repositories/specialist-accesses.ts';
import { Directory } from './infra/repositories/directory.ts';
import { Imports } from './infra/repositories/imports.ts';
import { RecordAbsence } from './application/record-absence.ts';
import { TakeBackImport } from './application/take-back-import.ts';
import { AbsenceRegister } from './infra/absence-register.ts';
import { BranchRegister } from './infra/branch-register.ts';
import { ImportLog } from './infra/import-log.ts';
import { SpecialistRegister } from './infra/specialist-register.ts';
import { XlsxWorkbooks } from './infra/xlsx-workbooks.ts';
import { DirectoryController } from './api/directory-controller.ts';
import { ImportsController } from './api/imports-controller.ts';

@Module({
  controllers: [ImportsController, DirectoryController],
  imports: [AuditModule, IdentityModule],
  providers: [
    { provide: Workbooks, useClass: XlsxWorkbooks },
    Imports,
    Directory,
    SpecialistAccesses,
    Absences,
    BranchRegister,
    SpecialistRegister,
    AbsenceRegister,
    ImportLog,
    GiveAccess,
    DownloadWorkbook,
    ImportDistrict,
    TakeBackImport,
    RecordAbsence,
  ],
  exports: [
    AbsenceRegister,
    BranchRegister,
    DownloadWorkbook,
    ImportDistrict,
    ImportLog,
    RecordAbsence,
    SpecialistRegister,
    TakeBackImport,
  ],
})
export class DirectoryModule {}
