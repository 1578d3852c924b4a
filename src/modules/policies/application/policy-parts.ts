import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type {} from '../errors.ts';
import { POLICY_PARTS, type PolicyPart } from './policy-part.ts';

/** The parts of the committee's policy; each module registers its own at start. */
@Injectable()
export class PolicyParts {
  private readonly parts = new Map<string, PolicyPart>();

  add(part: PolicyPart): void {
    this.parts.set(part.key, part);
  }

  /** @throws DomainError policy.not_found */
  get(key: string): PolicyPart {
    const part = this.parts.get(key);
    if (!part) throw new DomainError('policy.not_found', { part: key });
    return part;
  }

  list(): PolicyPart[] {
    return POLICY_PARTS.flatMap((key) => this.parts.get(key) ?? []);
  }
}
