import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { SeedStandardRubric } from '../../evaluations/index.ts';
import { type FirstAccount, type NewCommittee, SetUpCommittee } from '../../identity/index.ts';
import { readSetupCode } from '../domain/setup-code.ts';
import type {} from '../errors.ts';
import { SetupCodes } from '../infra/repositories/setup-codes.ts';

/** Turns an empty database into a committee that can run its first month, in one transaction. */
@Injectable()
export class SetUpService {
  private isDone = false;

  constructor(
    private readonly setUp: SetUpCommittee,
    private readonly codes: SetupCodes,
    private readonly rubric: SeedStandardRubric,
  ) {}

  /** Once false, it stays false. */
  async isNeeded(): Promise<boolean> {
    this.isDone ||= !(await this.setUp.isNeeded());
    return !this.isDone;
  }

  /**
   * Sending the same committee again changes nothing. @throws DomainError setup.wrong_code, identity.already_set_up,
   * identity.weak_password
   */
  execute(committee: NewCommittee, first: FirstAccount, code: string): Promise<void> {
    return this.setUp.execute(committee, first, async () => {
      if (this.codes.isAsked && !(await this.codes.redeem(readSetupCode(code)))) {
        throw new DomainError('setup.wrong_code', {});
      }
      await this.rubric.execute();
    });
  }
}
