import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { GiveAccess } from './application/give-access.ts';
import { ImportDistrict } from './application/import-district.ts';
import { Absences, Directory, Imports, SpecialistAccesses, Workbooks } from './application/ports.ts';
import { RecordAbsence } from './application/record-absence.ts';
import { TakeBackImport } from './application/take-back-import.ts';
import { PgAbsences } from './infra/pg-absences.ts';
import { PgDirectory } from './infra/pg-directory.ts';
import { PgImports } from './infra/pg-imports.ts';
import { PgSpecialistAccesses } from './infra/pg-specialist-accesses.ts';
import { XlsxWorkbooks } from './infra/xlsx-workbooks.ts';

@Module({
  imports: [AuditModule, IdentityModule],
  providers: [
    { provide: Workbooks, useClass: XlsxWorkbooks },
    { provide: Imports, useClass: PgImports },
    { provide: Directory, useClass: PgDirectory },
    { provide: SpecialistAccesses, useClass: PgSpecialistAccesses },
    { provide: Absences, useClass: PgAbsences },
    GiveAccess,
    ImportDistrict,
    TakeBackImport,
    RecordAbsence,
  ],
  exports: [ImportDistrict, TakeBackImport, RecordAbsence],
})
export class DirectoryModule {}
