import { Injectable } from '@nestjs/common';
import { ChangeRegister, type Register, RegisterEntriesReadModel } from '../../modules/directory/index.ts';

/** What entries are called on pages. */
@Injectable()
export class EntryNames {
  constructor(
    private readonly register: ChangeRegister,
    private readonly entries: RegisterEntriesReadModel,
  ) {}

  /** @throws DomainError directory.not_found */
  async of(register: Register, address: string): Promise<string> {
    if (register === 'conflicts') {
      const { specialist, branch } = await this.entries.pair(address);
      return `${specialist} – ${branch}`;
    }
    const { rows } = await this.register.open(register, address);
    return rows.at(-1)?.['name'] ?? '';
  }
}
