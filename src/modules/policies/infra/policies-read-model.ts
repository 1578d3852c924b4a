import { Injectable } from '@nestjs/common';
import { firstDay, type Month, monthOf } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { HistoryReadModel } from '../../audit/index.ts';
import { ChangePolicy, revisionOf } from '../application/change-policy.ts';
import type { PolicyPartKey } from '../application/policy-part.ts';
import { PolicyParts } from '../application/policy-parts.ts';
import { type ChangedValue, policyOn } from '../domain/dated-policies.ts';
import { valuesIn, withContent } from '../domain/policy-content.ts';
import type { PolicyField, PolicyValues } from '../domain/policy-field.ts';

/** One part of the policy as it applies in a month. */
export interface PolicyFacts {
  readonly key: PolicyPartKey;
  readonly fields: readonly PolicyField[];
  readonly month: Month;
  readonly values: PolicyValues;
  readonly builtIn: PolicyValues;
  /** The first month from which a change may take effect. */
  readonly firstOpen: Month;
  /** Every decision, latest first. */
  readonly decisions: readonly Decision[];
  readonly trail: readonly PolicyChange[];
  /** The revision for edits. */
  readonly revision: number;
}

export interface Decision {
  readonly from: Month;
  readonly changes: readonly ChangedValue[];
  /** Its first month is still open, so that it can be taken back. */
  readonly isOpen: boolean;
}

export interface PolicyChange {
  readonly at: Date;
  readonly by: string | null;
  /** On whose behalf; null for their own. */
  readonly onBehalfOf: string | null;
  readonly isTakenBack: boolean;
  readonly from: Month;
  readonly changes: readonly ChangedValue[];
}

const LAST_CHANGES = 20;

/** Reads what a committee has decided, when and by whom. */
@Injectable()
export class PoliciesReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parts: PolicyParts,
    private readonly changing: ChangePolicy,
    private readonly history: HistoryReadModel,
  ) {}

  /** Without `month`: for the first month that a change could affect. @throws DomainError policy.not_found */
  read(key: string, month?: Month): Promise<PolicyFacts> {
    return this.work.run(async () => {
      const part = this.parts.get(key);
      const policies = await part.list();
      const firstOpen = await this.changing.firstOpen(part);
      const of = month ?? firstOpen;
      const trail = await this.history.list({ kind: 'policy', id: part.key }, LAST_CHANGES);
      let before = valuesIn(part.standard, part.fields);
      const decisions = policies.map(({ startsOn, content }): Decision => {
        const after = valuesIn(withContent(part.standard, content), part.fields);
        const changes = part.fields.flatMap(({ key: field }) =>
          before[field] === after[field] ? [] : [{ field, before: before[field] ?? null, after: after[field] ?? null }],
        );
        before = after;
        return { from: monthOf(startsOn), changes, isOpen: startsOn >= firstDay(firstOpen) };
      });
      return {
        key: part.key,
        fields: part.fields,
        month: of,
        values: valuesIn(policyOn(part.standard, policies, firstDay(of)), part.fields),
        builtIn: valuesIn(part.standard, part.fields),
        firstOpen,
        decisions: decisions.toReversed(),
        trail: trail.flatMap(({ at, by, onBehalfOf, action, details }): PolicyChange[] => {
          const told = details as Pick<PolicyChange, 'from' | 'changes'> | null;
          return told
            ? [
                {
                  at,
                  by,
                  onBehalfOf,
                  isTakenBack: action === 'policy.taken_back',
                  from: told.from,
                  changes: told.changes,
                },
              ]
            : [];
        }),
        revision: revisionOf(policies),
      };
    });
  }

  list(): Promise<PolicyFacts[]> {
    return this.work.run(async () => {
      const found: PolicyFacts[] = [];
      for (const { key } of this.parts.list()) found.push(await this.read(key));
      return found;
    });
  }
}
