import type { UndeliverableAddress } from '../../modules/notifications/index.ts';
import type { AddressTrouble } from './mails.view.ts';

export function addressTrouble(found: UndeliverableAddress): AddressTrouble {
  const { name, address, kind, at, status, reply, specialistId, branchId } = found;
  const branchHref = branchId === null ? null : `/branches/${branchId}`;
  return {
    name,
    address,
    kind,
    at,
    reply: [status, reply].filter((part) => part !== '').join(': '),
    href: specialistId === null ? branchHref : `/specialists/${specialistId}`,
  };
}
