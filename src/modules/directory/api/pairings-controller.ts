import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Allows } from '../../../platform/http/access.ts';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { EnterPairing } from '../application/enter-pairing.ts';
import type { PairingId } from '../domain/pairing.ts';
import { Pairings } from '../infra/repositories/pairings.ts';
import { pairingReply, PairingReply, PairingRequest, PairingsReply, RemovedPairingReply } from './pairings.dto.ts';

/** Who must not, or should, go to a meeting together. */
@ApiTags('directory')
@Controller('api/v1/pairings')
export class PairingsController {
  constructor(
    private readonly pairings: Pairings,
    private readonly enterPairing: EnterPairing,
  ) {}

  @Allows('directory.read')
  @Get()
  @ApiOkResponse({ type: PairingsReply })
  @ApiOperation({ operationId: 'listPairings', summary: 'Who must not, or should, go to a meeting together' })
  async list(): Promise<PairingsReply> {
    return { items: (await this.pairings.list()).map(pairingReply) };
  }

  @Allows('directory.edit')
  @Post()
  @ApiCreatedResponse({ type: PairingReply })
  @ApiOperation({
    operationId: 'enterPairing',
    summary: 'Enter that two people must not, or should, go together, for plans made from now on. Again is once',
  })
  async enter(@Body() { kind, firstId, secondId, reason, until }: PairingRequest): Promise<PairingReply> {
    const wish = { kind, people: [firstId, secondId], reason, until: until ?? null } as const;
    return pairingReply(await this.enterPairing.execute(wish));
  }

  @Allows('directory.edit')
  @Delete(':id')
  @ApiOkResponse({ type: RemovedPairingReply })
  @ApiOperation({ operationId: 'removePairing', summary: 'Two people may go with anybody again. Again is once' })
  async remove(@Param('id') id: PairingId): Promise<RemovedPairingReply> {
    await this.enterPairing.remove(id);
    return { id };
  }
}
