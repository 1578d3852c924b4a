import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { CommitteeId } from '../../kernel/id.ts';
import { AvailabilityReadModel, ReplyAvailability } from '../../modules/availability/index.ts';
import { Public } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { clientAddress } from '../../platform/http/client-address.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { RateLimits } from '../../platform/http/rate-limits.ts';
import type { NothingToBlockPage } from './availability.view.ts';

const QUARTER_HOUR = 900;

/** One press for whoever has no day to block, by the link of a mail. Only the button replies: mail scanners follow links. */
@ApiExcludeController()
@Public()
@Controller('nothing-to-block/:committee/:token')
export class NothingToBlockPageController {
  constructor(
    private readonly availability: AvailabilityReadModel,
    private readonly reply: ReplyAvailability,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  async show(
    @Param('committee') committeeId: CommitteeId,
    @Param('token') token: string,
    @Req() request: Request,
  ): Promise<Page> {
    await this.limits.hit(`nothing-to-block-from/${clientAddress(request)}`, 200, QUARTER_HOUR);
    const round = await this.availability.linked({ committeeId, token });
    if (!round) {
      const model: NothingToBlockPage = { state: 'unknown', round: null, action: null };
      return new Page('nothing-to-block', model, 404);
    }
    const { committee, name, month, until, days } = round;
    const state = round.reply ?? (round.isOpen ? 'open' : 'over');
    const action = state === 'open' ? addressOf(committeeId, token) : null;
    const model: NothingToBlockPage = { state, round: { committee, name, month, until, days }, action };
    return new Page('nothing-to-block', model, state === 'over' ? 410 : 200);
  }

  @Post()
  async say(
    @Param('committee') committeeId: CommitteeId,
    @Param('token') token: string,
    @Req() request: Request,
  ): Promise<Redirect> {
    await this.limits.hit(`nothing-to-block-from/${clientAddress(request)}`, 200, QUARTER_HOUR);
    await this.reply.byLink({ committeeId, token });
    return new Redirect(addressOf(committeeId, token));
  }
}

function addressOf(committeeId: CommitteeId, token: string): string {
  return `/nothing-to-block/${encodeURIComponent(committeeId)}/${encodeURIComponent(token)}`;
}
