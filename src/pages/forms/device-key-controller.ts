import { Controller, Get, Param, ParseUUIDPipe, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.ts';
import type { AccountId } from '../../kernel/id.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { BringDeviceKey, type DeviceId } from '../../modules/identity/index.ts';

/** For the pages that keep something on the device. */
@ApiExcludeController()
@Allows('form.write')
@Controller('my/device-key')
export class DeviceKeyController {
  constructor(private readonly bringKey: BringDeviceKey) {}

  @Get(':deviceId')
  async bring(
    @Param('deviceId', ParseUUIDPipe) deviceId: DeviceId,
    @Req() request: Request,
  ): Promise<{ readonly account: AccountId; readonly key: string }> {
    const { accountId } = actorOf(request);
    if (accountId === null) throw new DomainError('http.not_allowed', {});
    return { account: accountId, key: await this.bringKey.execute(accountId, deviceId) };
  }
}
