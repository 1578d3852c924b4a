import { Injectable } from '@nestjs/common';
import type { SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MessageKind } from '../domain/message-kinds.ts';

/** How somebody hears of what is told them. */
export interface WayToPerson {
  /** Null where the register has none. */
  readonly email: string | null;
  /** Where there is no mail address, the number to which the committee's gateway sends the message. */
  readonly message: string | null;
  /** By which others may call them. */
  readonly phone: string | null;
}

/** Reads how each specialist is told of something, before it is told. */
@Injectable()
export class WaysToPeople {
  constructor(private readonly work: PostgresUnitOfWork) {}

  of(kind: MessageKind): Promise<ReadonlyMap<SpecialistId, WayToPerson>> {
    return this.work.run(async () => {
      const rows = await this.work.query<WayToPerson & { readonly id: SpecialistId }>(
        `select p.id, nullif(p.email, '') as email, nullif(p.phone, '') as phone,
           case when p.email = '' and exists (select from webhooks where $1 = any(kinds)) then (
             select coalesce(max(c.address), nullif(p.phone, '')) from message_choices c
             join specialist_accounts a on a.account_id = c.account_id
             where a.specialist_id = p.id and c.address <> '' and cardinality(c.kinds) > 0) end as message
         from specialist_profiles p`,
        [kind],
      );
      return new Map(rows.map(({ id, ...way }) => [id, way]));
    });
  }
}

/** Whether they hear of it without anybody calling them. */
export function isReached(way: WayToPerson | undefined): boolean {
  return way !== undefined && (way.email !== null || way.message !== null);
}
