import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Passwords } from '../application/ports.ts';
import { HASHING_COST, type HashingCost } from './hashing-cost.ts';

@Injectable()
export class Argon2Passwords extends Passwords {
  private nobody: Promise<string> | null = null;

  constructor(@Inject(HASHING_COST) private readonly cost: HashingCost) {
    super();
  }

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), { ...this.cost });
  }

  async verify(stored: string | null, password: string): Promise<boolean> {
    this.nobody ??= this.hash('nobody has this password');
    const matches = await verify(stored ?? (await this.nobody), password.normalize('NFKC'));
    return stored !== null && matches;
  }
}
