import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { TableName } from '../domain/import/column.ts';
import { organisationsNamed } from './organisation-names.ts';

/** An entry that a field can refer to, by its code. */
export interface RegisterChoice {
  readonly code: string;
  readonly name: string;
}

/** Reads the choices of fields in a register's form: entries in use, in the order of their lists. */
@Injectable()
export class RegisterChoicesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  of(table: TableName): Promise<RegisterChoice[]> {
    return this.work.run(() => {
      switch (table) {
        case 'fields':
          return this.work.query<RegisterChoice>(
            `select code, name from fields where archived_at is null order by position, code`,
          );
        case 'branchTypes':
          return this.work.query<RegisterChoice>(
            `select code, name from branch_types where archived_at is null order by position, code`,
          );
        case 'departments':
          return this.work.query<RegisterChoice>(
            `select code, name from departments where archived_at is null order by position, code`,
          );
        case 'organisations':
          return this.work.query<RegisterChoice>(
            `select o.code, o.name from ${organisationsNamed('$1')} o order by o.code collate vi_natural`,
            [this.clock.now()],
          );
        case 'branches':
          return this.work.query<RegisterChoice>(
            `select code, name from branches where archived_at is null order by code collate vi_natural`,
          );
        case 'specialists':
          return this.work.query<RegisterChoice>(
            `select code, name from specialists where archived_at is null
             order by given_name collate "vi-x-icu", name collate "vi-x-icu", code`,
          );
        case 'absences':
        case 'weeklyAbsences':
        case 'conflicts':
        case 'pairings':
        case 'holidays':
        case 'visits':
        case 'findings':
          return Promise.resolve([]);
      }
    });
  }
}
