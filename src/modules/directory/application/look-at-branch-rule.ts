import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { BranchRef } from '../../../kernel/id.ts';
import { isActive } from '../domain/changes/compare-rows.ts';
import type { ImportedBranch } from '../domain/import/parse-district.ts';
import { type FieldFault, readChange } from '../domain/register/read-change.ts';
import { findThing, revisionOf, TABLES_OF_REGISTERS } from '../domain/register/register.ts';
import { type TypedRow, typedRows } from '../domain/register/typed-rows.ts';
import type {} from '../errors.ts';
import { Directory } from '../infra/repositories/directory.ts';

/** The columns of a branch that say when it meets. */
export const RULE_COLUMNS = [
  'meetingDay',
  'meetingTime',
  'durationMinutes',
  'rollWeekend',
  'thematicMonths',
  'thematicDay',
] as const;

export type BranchRule = Pick<ImportedBranch, (typeof RULE_COLUMNS)[number]>;

export interface BranchRuleView {
  /** The whole entry with the typed rule. */
  readonly row: TypedRow;
  readonly revision: number;
  readonly isInUse: boolean;
  readonly faults: readonly FieldFault[];
  /** Null where what was typed cannot be read. */
  readonly rule: BranchRule | null;
}

/** Reads when a branch meets, as it is stored or as somebody has typed it; by the rules of the import, storing nothing. */
@Injectable()
export class LookAtBranchRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError directory.not_found */
  execute(branchId: BranchRef, typed: TypedRow = {}): Promise<BranchRuleView> {
    return this.work.run(async () => {
      const current = await this.directory.read(TABLES_OF_REGISTERS);
      const thing = findThing(current, 'branches', branchId);
      if (thing === null) throw new DomainError('directory.not_found', { register: 'branches' });
      const given = RULE_COLUMNS.flatMap((key) => (typed[key] === undefined ? [] : [[key, typed[key]] as const]));
      const row = { ...typedRows(current, 'branches', thing)[0], ...Object.fromEntries(given) };
      const today = await this.directory.dayAt(this.clock.now());
      const ground = { today, known: await this.directory.known() };
      const { faults, district } = readChange(current, { register: 'branches', thing, rows: [row] }, ground);
      return {
        row,
        revision: revisionOf(current, 'branches', thing),
        isInUse: isActive(thing),
        faults,
        rule: district?.branches[0] ?? null,
      };
    });
  }
}
