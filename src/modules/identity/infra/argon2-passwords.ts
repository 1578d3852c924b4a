import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Passwords } from '../application/ports.ts';

/** Argon2id with the OWASP minimum: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Argon2Passwords extends Passwords {
  private nobody: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), COST);
  }

  async verify(stored: string | null, password: string): Promise<boolean> {
    this.nobody ??= this.hash('nobody has this password');
    const matches = await verify(stored ?? (await this.nobody), password.normalize('NFKC'));
    return stored !== null && matches;
  }
}
