import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountId, Id } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { DeviceSecrets } from '../infra/repositories/device-secrets.ts';

/** A browser names itself by an id that it has made. */
export type DeviceId = Id<'Device'>;

/**
 * The key with which a device encrypts what it keeps of a person's work. Only a session of that person brings it, and it
 * is the same after the next sign-in: what the device has kept can then be read again.
 */
@Injectable()
export class BringDeviceKey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: DeviceSecrets,
  ) {}

  /** 256 bits in base64. */
  execute(accountId: AccountId, deviceId: DeviceId): Promise<string> {
    return this.work.run(async () => {
      const secret = await this.secrets.getOrMake(accountId);
      return createHmac('sha256', secret).update(deviceId).digest('base64');
    });
  }
}
